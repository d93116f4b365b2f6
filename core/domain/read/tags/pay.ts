import type { Evidence, Pay, Warning } from '../../reading.ts'
import type { PayUnit } from '../../tags.ts'
import type { Section } from '../../text/document.ts'
import { CUE } from '../lexicon.ts'
import { outside, quote, type Scan } from './scan.ts'
import { amountsIn, PLAUSIBLE, unitBySize, unitOf, type Amount } from './pay-words.ts'
import { matchesOf } from '../../text/matches.ts'

export interface PayTags {
  pay: Pay | null
  warnings: Warning[]
  evidence: Evidence[]
}

interface Offer extends Pay {
  range: boolean
  evidence: Evidence
}

/** Money that is not base pay. */
const NOT_BASE =
  /\b(?:bonus\w*|sign-?on|signing|stipend|differentials?|premium|raises?|increases?|match\w*|referral|tuition|reimburse(?:ment|d|s)?|education(?:al)?|allowance|deductibles?|copay\w*|co-pays?|insurance|hsa|fsa|contributions?|wellness|perks?|relocation|retention|incentives?|loan|scholarship|assistance|certification fee|exam|commission|gift|discount|extra|additional|on top|shift diff|overtime|per diem stipend|savings|401|403|fee|fees|cost|costs|charge|license|value|prize|donat\w+|average|graduates?|median)\b/
/** Money that passes through the job rather than to the worker. */
const NOT_WAGES =
  /\b(?:revenue|million|billion|balances?|write-?offs?|refunds?|adjustments?|receivables?|claims? (?:over|under|above)|accounts? (?:over|under|above|with)|collections? of|collected|grants?|budget|charges (?:over|of)|payments? (?:of|over|under)|lbs?|pounds|limit|threshold|fortune|patients|facilities|employees|locations|beds|dollars in|funding|sales|assets)\b/
const PAY_WORD =
  /\b(?:pay|pays|paying|paid|salary|salaries|wages?|compensation|hourly|rate|rates|earn|earning|starting|starts|hiring range|hire range|range|remuneration|annual(?:ly)?|pay ?rate|per hour|base)\b/
/** A wage word, or "per h…" and "usd". */
const SAYS_PAY = new RegExp(`${PAY_WORD.source}|per h|usd`)
const UP_TO =
  /\b(?:up to|maximum(?: of)?|max(?: of)?|as (?:much|high) as|no more than|not to exceed|capped at|to)\s*:?\s*$/
const FROM =
  /\b(?:start\w*(?: (?:at|from|pay|rate|wage|salary|hourly|range|of|is|hourly rate|base|out|around|compensation|here))*|from|at least|minimum(?: (?:pay|rate|salary|wage|of|hourly|is|starting))*|no less than|beginning(?: at)?|begins at|as low as|hiring (?:at|rate)|entry rate|min|above|over)\s*(?:is|of|at|=)?\s*:?\s*$/

/**
 * Base pay as stated (tags.md 9). A feed's own pay beats the text. Several offers in one unit give the
 * lowest and the highest; where the same pay is given by hour and by year the hour is kept.
 */
export function readPay(scan: Scan): PayTags {
  const stated = structuredPay(scan)
  const offers = textOffers(scan).slice(0, MOST_OFFERS)
  const told = settle(offers)
  if (stated === null) return { pay: told.pay, warnings: [], evidence: told.evidence }
  const words = JSON.stringify(scan.structured.pay)
  const differs = told.pay !== null && told.pay.unit === stated.unit && !near(told.pay, stated)
  return {
    pay: stated,
    warnings: differs ? [{ code: 'structure_conflict', words: told.evidence[0]?.words ?? '' }] : [],
    evidence: [outside(words, 'structured.pay')],
  }
}

function near(a: Pay, b: Pay): boolean {
  const close = (x: number | null, y: number | null) =>
    x === null || y === null || Math.abs(x - y) <= Math.max(0.02, 0.01 * Math.max(x, y))
  return close(a.min, b.min) && close(a.max, b.max)
}

function structuredPay(scan: Scan): Pay | null {
  const pay = scan.structured.pay
  if (pay == null) return null
  const min = pay.min != null && pay.min > 0 ? pay.min : null
  const max = pay.max != null && pay.max > 0 ? pay.max : null
  if (min === null && max === null) return null
  const unit = pay.unit ?? unitBySize(min ?? max ?? 0, max ?? min ?? 0)
  return unit === null ? null : { min, max, unit }
}

interface Heading {
  words: string
  /** It heads pay. */
  pay: boolean
}

function headingOf(section: Section | undefined): Heading {
  const words = section?.heading?.toLowerCase() ?? ''
  return { words, pay: section?.kind === 'pay' || PAY_WORD.test(words) }
}

/** An advert names a handful of pay figures; a text with more than these is no advert. */
const MOST_OFFERS = 60

function textOffers(scan: Scan): Offer[] {
  const offers: Offer[] = []
  if (/\d/.test(scan.title) && /\$|\b(?:hr|hour)\b/.test(scan.titleLower)) {
    for (const amount of amountsIn(scan.titleLower)) {
      if (!amount.dollars && amount.unit === null) continue
      const offer = offerOf(scan.titleLower, amount, 'hourly', outside(scan.title, 'title.pay'))
      if (offer) offers.push(offer)
    }
  }
  const { lower } = scan
  const headings = scan.doc.sections.map((): Heading | null => null)
  for (const [at, sentence] of scan.doc.sentences.entries()) {
    if (offers.length >= MOST_OFFERS) break
    const cues = scan.cues[at] ?? 0
    if ((cues & CUE.digit) === 0) continue
    const end = Math.min(sentence.end, sentence.start + 1500)
    const words = lower.slice(sentence.start, end)
    const section = scan.doc.sections[sentence.section]
    const heading = (headings[sentence.section] ??= headingOf(section))
    const headed = heading.pay || saysPayBefore(lower, sentence.start)
    const dollars = words.includes('$')
    if (
      !headed &&
      !dollars &&
      !((cues & CUE.pay) !== 0 && SAYS_PAY.test(words)) &&
      !(words.includes('/') && /\/ ?h/.test(words))
    )
      continue
    const benefit = section?.kind === 'benefits' && !PAY_WORD.test(words)
    // Without a sign of dollars none of its amounts could be a wage among benefits.
    if (benefit && !dollars && !words.includes('usd') && !words.includes('%')) continue
    for (const amount of amountsIn(words)) {
      // Among benefits a wage opens its line and names its unit; the rest is other money.
      const wage = amount.unit !== null || isWageRange(unitBySize(amount.low, amount.high), amount)
      if (benefit && !(amount.start < 4 && amount.dollars && wage)) continue
      const evidence = quote(
        scan,
        sentence.start + amount.start,
        sentence.start + amount.end,
        'pay.text',
      )
      const offer = offerOf(words, amount, headed ? heading.words : '', evidence)
      if (offer) offers.push(offer)
    }
    const share = percentOf(words)
    if (share)
      offers.push({
        ...share,
        range: false,
        evidence: quote(scan, sentence.start, end, 'pay.percent'),
      })
  }
  return offers
}

/** Whether an amount is base pay, and how it bounds it; null when it is some other money. */
function offerOf(words: string, amount: Amount, heading: string, evidence: Evidence): Offer | null {
  const before = clauseBefore(words, amount.start)
  const after = clauseAfter(words, amount.end)
  if (
    /^\s*(?:million|billion|m\b|mm\b|b\b|bn\b|%|percent)/.test(
      words.slice(amount.end, amount.end + 10),
    )
  )
    return null
  if (
    /^ ?(?:worth )?(?:in|of) (?:payments|charges|claims|receivables|collections|deposits|billings)\b/.test(
      words.slice(amount.end, amount.end + 24),
    )
  )
    return null
  if (NOT_BASE.test(before) || NOT_BASE.test(after)) return null
  if (NOT_WAGES.test(before.slice(-40)) || NOT_WAGES.test(after.slice(0, 30))) return null
  if (!amount.dollars && !bareFigureIsPay(words, amount, heading)) return null
  const unit = amount.unit ?? unitNear(words, amount, heading)
  if (unit === null || !fits(unit, amount)) return null
  if (
    amount.unit === null &&
    !PAY_WORD.test(words) &&
    heading === '' &&
    !standsAlone(words, amount) &&
    !isWageRange(unit, amount)
  )
    return null
  const { low, high, range } = amount
  if (range) return { min: low, max: high, unit, range, evidence }
  if (UP_TO.test(words.slice(Math.max(0, amount.start - 25), amount.start)))
    return { min: null, max: low, unit, range, evidence }
  const least =
    amount.open ||
    FROM.test(words.slice(Math.max(0, amount.start - 45), amount.start)) ||
    /^\s*(?:\/?\w+ )?(?:\+|and up\b|minimum\b|or more\b|to start\b|starting\b|plus\b(?= (?:doe|depending)))/.test(
      words.slice(amount.end, amount.end + 20),
    )
  return { min: low, max: least ? null : low, unit, range, evidence }
}

/** A dollar range that is nearly the whole line: the pay badge of a job board. */
function standsAlone(words: string, amount: Amount): boolean {
  return amount.range && amount.dollars && words.trim().length - (amount.end - amount.start) < 45
}

/** "Full time, days. $18.50 - $22, plus a bonus": a range of the size wages here have (domain notes 3g). */
function isWageRange(unit: PayUnit | null, { range, dollars, low, high }: Amount): boolean {
  if (!range || !dollars) return false
  return unit === 'hour'
    ? low >= 12 && high <= 60
    : unit === 'year' && low >= 24_000 && high <= 130_000
}

const fits = (unit: PayUnit, amount: Amount): boolean => {
  const [least, most] = PLAUSIBLE[unit]
  return amount.low >= least && amount.high <= most
}

function unitNear(words: string, amount: Amount, heading: string): PayUnit | null {
  const bySize = unitBySize(amount.low, amount.high)
  const beside =
    unitOf(
      /\b(?:hourly|annual(?:ly)?|yearly|bi-?weekly|weekly|monthly|daily|per (?:hour|year|week|month|day)|an hour|a year)\b/.exec(
        words.slice(amount.end, amount.end + 40),
      )?.[0],
    ) ??
    unitOf(
      /\b(?:hourly|annual(?:ized|ly)?|yearly|bi-?weekly|weekly|monthly|daily|per (?:hour|year))\b/.exec(
        words.slice(Math.max(0, amount.start - 50), amount.start),
      )?.[0],
    ) ??
    unitOf(/\b(?:hourly|annual|yearly|bi-?weekly|monthly)\b/.exec(heading)?.[0])
  return beside !== null && fits(beside, amount) ? beside : bySize
}

/** A figure without a dollar sign is pay only by its unit and a pay word, or directly after a pay label. */
function bareFigureIsPay(words: string, amount: Amount, heading: string): boolean {
  const label = /\b(?:pay|salary|wages?|compensation|rate|range|hourly)[^.;\d]{0,30}$/.test(
    words.slice(0, amount.start),
  )
  const pennies = /\d\.\d{2}\b/.test(words.slice(amount.start, amount.end)) || amount.low >= 12000
  if (amount.unit === 'chart') return false
  // "26/hr" as a line of its own
  const alone = words.trim().length - (amount.end - amount.start) < 4
  if (amount.unit !== null) return label || pennies || alone || (heading !== '' && amount.range)
  return pennies && (label || heading !== '')
}

/** A wage word before a statement on its own line: a name in capitals inside may have cut the line in two. */
function saysPayBefore(lower: string, at: number): boolean {
  if (at === 0 || lower.charCodeAt(at - 1) === 10) return false
  const stretch = lower.slice(Math.max(0, at - 80), at)
  return PAY_WORD.test(stretch.slice(stretch.lastIndexOf('\n') + 1))
}

const BREAK = /[;,\n•|]|\. |\bplus\b|\band\b|\bor\b(?= \$)| \+ /g

function clauseBefore(words: string, at: number): string {
  const stretch = words.slice(Math.max(0, at - 70), at)
  let from = 0
  for (const m of matchesOf(BREAK, stretch)) from = m.index + m[0].length
  return stretch.slice(from)
}

function clauseAfter(words: string, at: number): string {
  const stretch = words.slice(at, at + 45)
  const stop =
    /[;,(\n•|]|\. |\$|\bplus\b|\band\b|\bdepending\b|\bbased\b|\bdoe\b|\bwith\b| \+ | - /.exec(
      stretch,
    )
  return stop ? stretch.slice(0, stop.index) : stretch
}

function percentOf(words: string): Pay | null {
  if (!words.includes('%')) return null
  const m =
    /\b(\d{1,2}(?:\.\d)?)(?: ?%?\s*(?:-|to|and)\s*(\d{1,2}(?:\.\d)?))? ?%\s*of (?:what (?:the |each |our )?(?:clients?|practices?|doctors?) (?=collect))?(?:the )?(?:net |gross |total |all )?(?:collections|collects?|collected|receipts|payments collected|money collected)\b/.exec(
      words,
    )
  if (!m || !/\b(?:pay|paid|earn|compensation|receive|commission|rate)\b/.test(words)) return null
  if (/\b(?:bonus|incentive)\b/.test(words)) return null
  const min = Number(m[1])
  return { min, max: m[2] === undefined ? min : Number(m[2]), unit: 'percent' }
}

const ORDER: readonly PayUnit[] = [
  'hour',
  'year',
  'biweek',
  'month',
  'week',
  'day',
  'chart',
  'percent',
]

function settle(offers: readonly Offer[]): { pay: Pay | null; evidence: Evidence[] } {
  for (const unit of ORDER) {
    const same = offers.filter((o) => o.unit === unit)
    if (same.length === 0) continue
    // Where a range stands, single figures beside it (a median, an example) add nothing.
    const ranges = same.filter((o) => o.range)
    const used = ranges.length > 0 ? ranges : same
    const lows = used.flatMap((o) => (o.min === null ? [] : [o.min]))
    const highs = used.flatMap((o) => (o.max === null ? [] : [o.max]))
    const open =
      ranges.length === 0 && used.some((o) => o.max === null) && !used.some((o) => o.min === null)
    const pay: Pay = {
      min: lows.length > 0 ? Math.min(...lows) : null,
      max: open || highs.length === 0 ? null : Math.max(...highs),
      unit,
    }
    return { pay, evidence: used.slice(0, 4).map((o) => o.evidence) }
  }
  return { pay: null, evidence: [] }
}
