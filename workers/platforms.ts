/**
 * Readers of pages or files that any site may serve: their sources share no platform, so three of them
 * that fail alike say nothing about the fourth.
 */
export const ANY_SITE: ReadonlySet<string> = new Set(['jsonld', 'rss', 'xml', 'indeed', 'csv'])

/** A platform that Foothold does not read, and why. */
export interface UnsupportedPlatform {
  /** As `kind` in a source list. */
  kind: string
  name: string
  why: string
}

const NO_SHAPE =
  'Neither a recorded answer nor a documented shape is at hand, and a reader is not written on a guess.'

/** Named in source lists and in the trade, and not read. A platform that gets a reader leaves this list. */
export const UNSUPPORTED: readonly UnsupportedPlatform[] = [
  { kind: 'adp', name: 'ADP Workforce Now', why: NO_SHAPE },
  { kind: 'applicantstack', name: 'ApplicantStack', why: NO_SHAPE },
  { kind: 'apploi', name: 'Apploi', why: NO_SHAPE },
  {
    kind: 'arbeitnow',
    name: 'Arbeitnow',
    why: 'Nearly all of its adverts are for work in Europe.',
  },
  { kind: 'avature', name: 'Avature', why: NO_SHAPE },
  { kind: 'brassring', name: 'Kenexa BrassRing', why: NO_SHAPE },
  {
    kind: 'careeronestop',
    name: 'CareerOneStop / NLx',
    why: 'Access is given on request only, and its terms forbid passing its data on.',
  },
  { kind: 'e3applicants', name: 'E3 Applicants', why: NO_SHAPE },
  { kind: 'hrmdirect', name: 'HRMDirect (ClearCompany)', why: NO_SHAPE },
  {
    kind: 'html',
    name: 'An employer’s own page',
    why: 'Each is shaped by hand; use `jsonld` where it carries JobPosting, or import single adverts.',
  },
  { kind: 'jazzhr', name: 'JazzHR', why: NO_SHAPE },
  {
    kind: 'jooble',
    name: 'Jooble',
    why: 'Access and terms are given on request only; it carries copies of adverts cut short.',
  },
  { kind: 'paycom', name: 'Paycom', why: NO_SHAPE },
  {
    kind: 'phenom',
    name: 'Phenom',
    why: 'Its owner does not document its search; use `jsonld` with the site’s sitemap.',
  },
  { kind: 'radancy', name: 'Radancy (TalentBrew)', why: NO_SHAPE },
  {
    kind: 'successfactors',
    name: 'SAP SuccessFactors',
    why: 'Its owner does not document its search; use `jsonld` with the site’s sitemap.',
  },
  {
    kind: 'taleo',
    name: 'Oracle Taleo',
    why: 'Its pages need a session and hold nothing for machines.',
  },
  {
    kind: 'weworkremotely',
    name: 'We Work Remotely',
    why: 'Its terms forbid building a job search service on it.',
  },
]

/** Why a kind of a source list has no reader, in one sentence. */
export function whyNoReader(kind: string): string {
  const known = UNSUPPORTED.find((p) => p.kind === kind)
  return known === undefined
    ? `Foothold has no reader for the platform "${kind}" yet.`
    : `${known.name} is not read: ${known.why}`
}
