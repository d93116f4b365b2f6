import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { feedBase, feedDate, feedUrl } from './fields.ts'
import { payInWords } from './pay-fields.ts'
import { placeOf, placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { amount, asHtml, derivedId, mapEach, rebase, section, stated, webAddress } from './shape.ts'
import { modeIn } from './work-modes.ts'
import { children, markup, rest, titled, words, xmlRoot, type XmlElement } from './xml-items.ts'

const about: Adapter['about'] = {
  name: 'Indeed-style XML feed',
  source: 'Indeed XML feed reference; recorded Appcast payload of 2018-04, which differs in names',
  terms:
    "A format for publishing: the feed's owner offers it to boards and sets its terms, which are to be checked for each feed. The advert is linked.",
  quirks: [
    'referencenumber never changes for a job and place; Appcast calls it job_reference.',
    'The text stands in CDATA, or escaped once or twice; Appcast calls it body.',
    'The address may be a counted click (Appcast): each opening may cost the employer.',
    'What a click is worth (cpc, cpa) is left out: it moves without the job.',
    'A job gone from the file is closed; Appcast counts its jobs (jobs_count), and a file that shows fewer closes nothing.',
  ],
  proven: true,
  needs: [],
}

const FEED = 'Indeed-style XML'

const settings = z.object({
  /** The address of the file. */
  url: feedUrl,
  base_url: feedBase,
})
type Settings = z.infer<typeof settings>

/** Names of the format's own elements, then those that feeds of its kind use for the same. */
const NAMES = {
  id: ['referencenumber', 'jobreference', 'reference', 'id', 'guid'],
  posted: ['date', 'postedat', 'dateposted', 'pubdate'],
  expires: ['expirationdate', 'expirydate', 'expiresat', 'validthrough'],
  employer: ['company', 'employer', 'sourcename'],
  employment: ['jobtype', 'employmenttype'],
  text: ['description', 'body', 'content'],
  url: ['url', 'link', 'joburl'],
  apply: ['applyurl', 'applylink'],
  mode: ['remotetype', 'remote', 'workplacetype'],
} as const

/** What a click is worth, and which markup the text is in: not the job, and moving without it. */
const NOT_THE_JOB = ['cpa', 'cpc', 'bid', 'htmljobs']

const READ = new Set<string>([
  'title',
  ...Object.values(NAMES)
    .flat()
    .filter((name) => name !== 'sourcename'),
  ...NOT_THE_JOB,
])

function placesOf(job: XmlElement): Place[] {
  const place = placeOf({
    city: words(job, 'city'),
    region: words(job, 'state', 'region'),
    country: words(job, 'country'),
  })
  return place === null ? placesFromWords(words(job, 'location')) : [place]
}

/** "Fully remote" and "Hybrid remote" are the words of the format. */
function modeOf(job: XmlElement) {
  const said = words(job, ...NAMES.mode)
  return modeIn(
    /^(?:yes|true|1)$/i.test(said ?? '') ? 'Remote' : said,
    words(job, 'city', 'location'),
  )
}

/** The text, with what the format says of experience and schooling beside it under headings of their own. */
function htmlOf(job: XmlElement): string | null {
  const beside =
    section('Experience', words(job, 'experience')) + section('Education', words(job, 'education'))
  return `${asHtml(markup(job, ...NAMES.text)) ?? ''}${beside}` || null
}

function postingOf(job: XmlElement): RawPosting {
  const title = words(job, 'title') ?? ''
  const employer = words(job, ...NAMES.employer)
  const { remote, work_mode } = modeOf(job)
  const pay = payInWords(words(job, 'salary'))
  const employmentType = words(job, ...NAMES.employment)
  const url = webAddress(words(job, ...NAMES.url))
  return {
    external_id: idOf(job) ?? derivedId(title, employer, url ?? JSON.stringify(placesOf(job))),
    title,
    url,
    apply_url: webAddress(words(job, ...NAMES.apply)),
    employer,
    places: placesOf(job),
    remote,
    posted_at: feedDate(words(job, ...NAMES.posted)),
    expires_at: feedDate(words(job, ...NAMES.expires)),
    pay,
    employment_type: employmentType,
    html: htmlOf(job),
    structured: {
      ...stated({
        remote,
        work_mode,
        pay,
        education: words(job, 'education'),
        employment_type: employmentType,
      }),
      other: rest(job, READ),
    },
  }
}

const idOf = (job: XmlElement): string | null => words(job, ...NAMES.id)

/** The jobs of a file, whether they stand in the outermost element or in a list inside it. */
function jobsOf(root: XmlElement): XmlElement[] {
  return [root, ...children(root, 'jobs')].flatMap((e) => children(e, 'job'))
}

/** The XML that employers and their systems publish for Indeed and boards of its kind: one file, all jobs. */
export const indeed: Adapter<Settings> = {
  kind: 'indeed',
  about,
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: { url: 'https://careers.example.org/jobs.xml' },
  first: (s) => [{ url: rebase(s.url, s.base_url), audience: 'page' }],
  read(page) {
    const root = xmlRoot(page, FEED, ['source', 'jobs', 'root'])
    const named = (job: unknown) => idOf(job as XmlElement)
    const read = mapEach(jobsOf(root), 'job', titled('title'), named, postingOf)
    return { ...read, details: [], next: [], total: amount(words(root, 'jobscount')) }
  },
}
