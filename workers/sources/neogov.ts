import { z } from 'zod'
import type { Pay } from '../../core/domain/reading.ts'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { feedDate } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { placeOf, placesFromWords, usState } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { entryId, feedItems, feedRoot } from './rss.ts'
import {
  baseUrl,
  boardName,
  derivedId,
  mapEach,
  rebase,
  section,
  stated,
  text,
  webAddress,
} from './shape.ts'
import { modeIn } from './work-modes.ts'
import { child, children, markup, rest, titled, words, type XmlElement } from './xml-items.ts'

const about: Adapter['about'] = {
  name: 'NEOGOV (GovernmentJobs.com)',
  source: 'Shape as several public readers of the agency feed show it; no recorded payload',
  terms:
    'Announcements of public agencies. Terms for the use of the feed are not published: robots.txt is honoured, the announcement is linked, one agency is asked a few times a day at most.',
  quirks: [
    'The facts stand in a namespace whose address differs from site to site: elements are known by their local names.',
    'Closing times carry a part behind the seconds ("04:59:00:0"); "Continuous" means that none is set.',
    'The place may be a street address or a building, with the state in an element of its own.',
    'The text comes in parts: description, duties, qualifications, supplemental information.',
    'The title of the channel is the name of the agency.',
  ],
  proven: false,
  needs: [],
}

const FEED = 'NEOGOV'

const settings = z.object({
  /** The agency's name in its address, e.g. "lacounty" of governmentjobs.com/careers/lacounty. */
  agency: boardName,
  /** School districts stand on www.schooljobs.com. */
  host: z.enum(['www.governmentjobs.com', 'www.schooljobs.com']).default('www.governmentjobs.com'),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

/** "Sun, 20 Sep 2026 04:59:00:0": a part behind the seconds that no other feed has. */
const clock = (value: string | null) => value?.replace(/(\d{2}:\d{2}:\d{2}):\d+$/, '$1') ?? null

/** The closing instant: UTC where the feed gives it so, else the agency's own clock; "Continuous" is none. */
function closesAt(item: XmlElement): string | null {
  const utc = clock(words(item, 'advertisetodatetimeutc'))
  const local = feedDate(clock(words(item, 'advertisetodatetime')))
  return (utc === null ? null : feedDate(`${utc} Z`)) ?? local
}

/** Words that name no town: a building, a street, a district, or several at once. */
const NO_TOWN =
  /\d|\b(?:various|multiple|countywide|citywide|statewide|throughout|county|district|locations?|building|office|facility|department|school|high|hospital|center|centre|clinic|campus)\b/i

/** The line may be a street address or the name of a building; the state has an element of its own. */
function placesOf(item: XmlElement): Place[] {
  const state = usState(words(item, 'state'))
  const read = placesFromWords(words(item, 'location')).map((p) => ({
    ...p,
    city: p.city !== null && NO_TOWN.test(p.city) ? null : p.city,
  }))
  const sure = read.filter((p) => p.country !== null)
  if (sure.length > 0) return sure
  if (state === null) return read.filter((p) => p.city !== null && p.state === null)
  const place = placeOf({ city: read[0]?.city ?? null, region: state, country: 'US' })
  return place === null ? [] : [place]
}

/** Words in place of a figure ("See Position Description") are no pay. */
function salaryOf(item: XmlElement): Partial<Pay> | null {
  return payOf([
    {
      min: words(item, 'minimumsalary'),
      max: words(item, 'maximumsalary'),
      currency: words(item, 'salarycurrency'),
      period: words(item, 'salaryinterval'),
    },
  ])
}

/** The parts of an announcement in the order of the public page, with the headings it uses. */
const SECTIONS: [name: string, heading: string][] = [
  ['description', 'Description'],
  ['examplesofduties', 'Examples of duties'],
  ['qualifications', 'Qualifications'],
  ['supplementalinformation', 'Supplemental information'],
  ['benefits', 'Benefits'],
]

const READ = new Set([
  'title',
  'link',
  'guid',
  'pubdate',
  'categories',
  'advertisetodatetime',
  'advertisetodatetimeutc',
  ...SECTIONS.map(([name]) => name),
])

function postingOf(item: XmlElement, agency: string | null): RawPosting {
  const title = words(item, 'title') ?? ''
  const location = words(item, 'location')
  const { remote, work_mode } = modeIn(location)
  const pay = salaryOf(item)
  const employmentType = words(item, 'jobtype')
  const html = SECTIONS.map(([name, heading]) => section(heading, markup(item, name))).join('')
  const link = webAddress(words(item, 'link')) ?? webAddress(words(item, 'guid'))
  return {
    external_id: idOf(item) ?? derivedId(title, agency, words(item, 'pubdate')),
    title,
    url: link,
    apply_url: null,
    employer: agency,
    places: placesOf(item),
    remote,
    posted_at:
      feedDate(words(item, 'pubdate')) ?? feedDate(clock(words(item, 'advertisefromdate'))),
    expires_at: closesAt(item),
    pay,
    employment_type: employmentType,
    html: html || null,
    structured: {
      ...stated({ remote, work_mode, pay, employment_type: employmentType }),
      other: stated({
        ...rest(item, READ),
        categories: children(item, 'categories')
          .flatMap((list) => children(list, 'category'))
          .map((c) => text(c.text))
          .filter((c) => c !== null),
      }),
    },
  }
}

/** The number of the announcement; without it its address. */
const idOf = (item: XmlElement): string | null => words(item, 'jobid') ?? entryId(item)

/** NEOGOV (GovernmentJobs.com, SchoolJobs.com): the RSS feed of one agency. */
export const neogov: Adapter<Settings> = {
  kind: 'neogov',
  about,
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: { agency: 'lacounty', host: 'www.governmentjobs.com' },
  first: (s) => [
    {
      url: rebase(
        `https://${s.host}/SearchEngine/JobsFeed?agency=${encodeURIComponent(s.agency)}`,
        s.base_url,
      ),
      audience: 'page',
    },
  ],
  read(page) {
    const root = feedRoot(page, FEED)
    const agency = words(child(root, 'channel'), 'title')
    const named = (i: unknown) => idOf(i as XmlElement)
    const read = mapEach(feedItems(root), 'item', titled('title'), named, (item) =>
      postingOf(item, agency),
    )
    return { ...read, details: [], next: [], total: null }
  },
}
