/**
 * Words that the large board of one employer is searched for. Each is one of the trade's title families (biller,
 * coder, health information, revenue cycle, claims, patient access) in the word adverts use most; what else a
 * search brings is turned away by its title.
 */
export const TRADE_WORDS = [
  'coder',
  'coding',
  'biller',
  'billing',
  'revenue cycle',
  'reimbursement',
  'claims',
  'denials',
  'patient accounts',
  'charge capture',
  'medical records',
  'health information',
  'patient access',
] as const

/**
 * What a board of all trades is searched for, where "coder" alone would bring software: phrases by which the
 * adverts of the trade come and few others. Generous on purpose, for the rules read every advert again.
 */
export const TRADE_PHRASES: readonly string[] = [
  'medical billing',
  'medical coding',
  'medical records',
  'revenue cycle',
  'patient accounts',
  'healthcare claims',
]
