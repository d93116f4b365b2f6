const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri fro'.split(' ')
/** The n-th made-up word; no two numbers share one. */
export function invented(n: number): string {
  let rest = n + 24
  let made = ''
  while (rest > 0) {
    made += SYLLABLES[rest % 24] ?? ''
    rest = Math.floor(rest / 24)
  }
  return made
}

/** A whole number from 0, below n. */
export const pick = (random: () => number, n: number): number => Math.floor(random() * n)

/** Small words, which text search passes over. */
export const SMALL =
  'the and of to in a for with is on our as be or are you will by that this at from an your we all have their who not must can has it when other each if any may more do than its no such these those into per but so was up out how what which they there over after before while both most some only own same'.split(
    ' ',
  )
/** Words of the trade, the commonest first. */
export const TRADE =
  'medical coding billing claims patient codes insurance payer account charges denials documentation providers procedure diagnosis payment records health compliance hospital clinic review claim medicare medicaid reimbursement revenue cycle office physician accuracy appeals remittance eligibility authorization chart audit team data entry statements balances benefits software policy privacy guidelines modifiers encounter admission discharge outpatient inpatient surgery emergency radiology laboratory pathology cardiology orthopedics pediatrics oncology behavioral dental pharmacy therapy nursing rehabilitation hospice facility professional fee schedule contract commercial copay deductible coverage referral registration scheduling intake demographics verification posting adjustments refunds credits aging collections correspondence phone customers problem solving communication organization detail deadlines productivity quality standards training education feedback reports spreadsheets dashboards trends analysis resolution escalation supervisor manager director coordinator specialist representative technician analyst assistant clerk department service center community family county regional state federal national system network portal clearinghouse edits rejections resubmission submission batch files scanning indexing release requests storage retention security confidentiality ethics conduct respect teamwork flexibility schedule shift weekday holiday vacation retirement tuition parking wellness growth career opportunity mission values care people'.split(
    ' ',
  )
