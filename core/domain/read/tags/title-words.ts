/**
 * Titles are written short and in many ways ("Pt Acct Rep II - PFS", "Med Rec Tech (Coder)"). This file
 * brings a title to plain words before any rule looks at it.
 */

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bmed\.? rec(?:ord)?s?\b\.?/g, 'medical records'],
  [/\bmed\b\.?(?= (?:bill|cod|record|claim|coll|sec|rec|office|account|insur))/g, 'medical'],
  [/\br\.?c\.?m\b\.?|\brev\.? ?cycle\b|\brevenue ?cycle\b/g, 'revenue cycle'],
  [
    /\ba\/r\b|\bar\b(?!\s*(?:-|,)?\s*\d{5})|\baccts?\.? rec(?:eivables?)?\b\.?/g,
    'accounts receivable',
  ],
  [/\bpfs\b/g, 'patient financial services'],
  [/\bp(?:t|at)\b\.?(?= (?:acc|financ|reg|serv|bus))/g, 'patient'],
  [/\baccts?\b\.?/g, 'accounts'],
  [/\breps?\b\.?/g, 'representative'],
  [/\bspec\b\.?|\bspclst\b\.?/g, 'specialist'],
  [/\bcoord\b\.?/g, 'coordinator'],
  [/\bmgr\b\.?/g, 'manager'],
  [/\bsupv\b\.?|\bsupvr\b\.?/g, 'supervisor'],
  [/\bdir\b\.?/g, 'director'],
  [/\basst\b\.?/g, 'assistant'],
  [/\banal\b\.?/g, 'analyst'],
  [/\btech\b\.?/g, 'technician'],
  [/\badmin\b\.?/g, 'administrative'],
  [/\bh\.?i\.?m\.?s?\b/g, 'him'],
  [/\bhealth info(?:rmation)? (?:mgmt|mgt|management)\b\.?/g, 'him'],
  [/\br\.?o\.?i\b\.?/g, 'release of information'],
  [/\bc\.?d\.?i\b\.?/g, 'clinical documentation integrity'],
  [/\bauths?\b\.?/g, 'authorization'],
  [/\bauthorisation/g, 'authorization'],
  [/\bins\b\.?(?= )/g, 'insurance'],
  [/\bverif\b\.?/g, 'verification'],
  [/\bf\/u\b|\bfollow ?-? ?ups?\b|\bfollowup\b/g, 'follow up'],
  [/\bpmts?\b\.?/g, 'payment'],
  [/\bbus\b\.? ?off\b\.?/g, 'business office'],
  [/\bmgmt\b\.?/g, 'management'],
  [/\bregistrations?\b/g, 'registration'],
  [/\breimb\b\.?/g, 'reimbursement'],
  [/\bpre-? ?(?=(?:auth|cert|reg|serv|bill))/g, 'pre-'],
]

/** The title in lower case with its short forms written out, signs turned to blanks. */
export function plainTitle(title: string): string {
  const bare = title.slice(0, 300).toLowerCase().replace(/[’']/g, '')
  // Accents off, so that "facturador médico" keeps its letters.
  let plain = ` ${/[^\x00-\x7f]/.test(bare) ? bare.normalize('NFD').replace(/\p{M}/gu, '') : bare} `
  for (const [short, long] of SHORT_FORMS) plain = plain.replace(short, long)
  return plain.replace(/[^a-z0-9+]+/g, ' ').trim()
}
