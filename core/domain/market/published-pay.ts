/** A wage of the whole country as somebody publishes it. */
export interface PublishedPay {
  words: string
  dollars_year: number
  source: string
  /** As precise as the source. */
  as_of: string
}

/** Shown where no wage file is loaded; only what a source gives together with its date (domain notes, section 5). */
export const PUBLISHED_PAY: readonly PublishedPay[] = [
  {
    words: 'A tenth of medical records specialists (coders are among them) earn less than this',
    dollars_year: 35_780,
    source:
      'Bureau of Labor Statistics, as told by medicalbillingandcoding.training on first jobs (copy)',
    as_of: '2024-05',
  },
  {
    words: 'Half of them earn less than this',
    dollars_year: 50_250,
    source:
      'Bureau of Labor Statistics, as told by startrightcareers.com on medical records specialists (copy)',
    as_of: '2024-05',
  },
]
