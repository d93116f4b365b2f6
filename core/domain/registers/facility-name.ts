import { normaliseEmployer } from '../employer-name.ts'

/** Short forms that registers use and adverts spell out. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\brehab\b/g, 'rehabilitation'],
  [/\bhlth\b/g, 'health'],
  [/\bhlthcare\b/g, 'healthcare'],
  [/\bsvcs?\b/g, 'services'],
  [/\bservice\b/g, 'services'],
  [/\bnsg\b/g, 'nursing'],
  [/\bhosp\b/g, 'hospital'],
  [/\bmem(?:l)?\b/g, 'memorial'],
  [/\bcnty\b/g, 'county'],
  [/\bcomm\b/g, 'community'],
  [/\breg(?:l)?\b/g, 'regional'],
]

/**
 * A facility's or an employer's name as the two are compared: `normaliseEmployer`, with the short forms
 * of registers spelled out. '' when nothing is left.
 */
export function facilityNameNorm(name: string): string {
  let norm = normaliseEmployer(name)
  for (const [from, to] of SPELLED) norm = norm.replace(from, to)
  return norm
}

/** Words that any place of care may carry: they tell none from another. */
const GENERIC = new Set(
  (
    'a an and at by for in of on the to ' +
    'community county city regional area district state national american us usa united general public ' +
    'family families neighborhood peoples rural urban valley first primary advanced premier quality comprehensive ' +
    'health healthcare care caring medical medicine clinic clinics center hospital hospitals dental behavioral mental ' +
    'services system systems network group partners partnership alliance association associates organization foundation ' +
    'agency program programs home homes house nursing nurses visiting skilled rehabilitation rehab therapy convalescent ' +
    'hospice palliative assisted senior seniors elder elderly living retirement village manor memory residence residential ' +
    'memorial critical access federally qualified look alike acute post long term transitional subacute wellness ' +
    'north south east west northern southern eastern western central'
  ).split(' '),
)

/** Whether a normalised name holds a word of its own: "community health center" does not. */
export function isDistinctive(norm: string): boolean {
  return norm
    .split(' ')
    .some((word) => word.length > 1 && !GENERIC.has(word) && !/^\d+$/.test(word))
}
