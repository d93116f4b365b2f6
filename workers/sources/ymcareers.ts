import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedRequest, Rejected } from './contract.ts'
import { feedBase, feedUrl } from './fields.ts'
import { placesFromWords } from './places.ts'
import { entryId, entryPosting, feedItems, feedRoot } from './rss.ts'
import { mapEach, rebase } from './shape.ts'
import { titled, type XmlElement } from './xml-items.ts'

const about: Adapter['about'] = {
  name: 'YM Careers',
  source: 'Search addresses with display=rss as public readers use them; no recorded payload',
  terms:
    'No terms for feeds are published and no feed of the AAPC board was found: ask the association before adding its board. Until then nothing is passed on.',
  quirks: [
    'The shape rests on what other readers do with it and is not proven.',
    'The title may carry the employer or the place behind a bar.',
    'The text may open with town and state; only a known state is believed.',
    'Entries hold a teaser, not the whole text.',
  ],
  proven: false,
  needs: [],
}

const FEED = 'YM Careers'

/** Entries asked for in one answer. */
const PER_PAGE = 100

const settings = z.object({
  /** The career centre, e.g. "https://careers.example.org". */
  site: feedUrl,
  /** Words to search for, one search each. None: the whole board, for boards that hold nothing but the trade. */
  terms: z.array(z.string().trim().min(2).max(80)).max(20).default([]),
  base_url: feedBase,
})
type Settings = z.infer<typeof settings>

/** A place that is surely one: it names a US state or a country. */
const surePlaces = (line: string): Place[] =>
  placesFromWords(line).filter((p) => p.country !== null)

/** "Title | Employer" or "Title | Town, State": what follows the last bar is a place only when that is sure. */
function titleParts(title: string): { title: string; employer: string | null; places: Place[] } {
  const bar = title.lastIndexOf(' | ')
  const whole = { title, employer: null, places: [] }
  if (bar === -1) return whole
  const [name, behind] = [title.slice(0, bar).trim(), title.slice(bar + 3).trim()]
  if (name === '' || behind === '') return whole
  const places = surePlaces(behind)
  return { title: name, employer: places.length > 0 ? null : behind, places }
}

/** Texts open with the place: "Boston, Massachusetts, The clinic seeks ...". */
function leadingPlace(html: string | null): Place[] {
  const words = (html ?? '').replace(/^(?:\s|<[^>]*>)+/, '').slice(0, 200)
  const lead = /^([A-Z][^,<\n]{1,40}), ([A-Z][A-Za-z. ]{1,30}),/.exec(words)
  const [place] = lead === null ? [] : surePlaces(`${lead[1]}, ${lead[2]}`)
  return place?.country === 'US' && place.state !== null ? [place] : []
}

function postingOf(item: XmlElement): RawPosting {
  const entry = entryPosting(item)
  const { title, employer, places } = titleParts(entry.title)
  const sure = entry.places.length > 0 ? entry.places : places
  return {
    ...entry,
    title,
    employer: entry.employer ?? employer,
    places: sure.length > 0 ? sure : leadingPlace(entry.html),
  }
}

function request(s: Settings, term: string | null): FeedRequest {
  const url = new URL('/jobs/', s.site)
  url.searchParams.set('display', 'rss')
  if (term !== null) url.searchParams.set('keywords', term)
  url.searchParams.set('resultsPerPage', String(PER_PAGE))
  return { url: rebase(url.href, s.base_url), audience: 'page', context: { polled: true } }
}

/** A full answer may be a cut one: then any posting may be among the rest, and nothing is closed. */
function fullAnswer(polled: boolean, entries: number): Rejected[] {
  if (!polled || entries < PER_PAGE) return []
  const reason = `the answer is full (${PER_PAGE} entries), so there may be more`
  return [{ where: 'feed', reason }]
}

/** YM Careers, the software of many associations' career centres, by the RSS of its searches. */
export const ymcareers: Adapter<Settings> = {
  kind: 'ymcareers',
  about,
  pace: 5000,
  policy: {
    may_cache_text: false,
    must_link: true,
    must_name: true,
    credit_html: null,
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 21_600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: { site: 'https://careers.example.org', terms: [] },
  first: (s) => (s.terms.length === 0 ? [null] : s.terms).map((term) => request(s, term)),
  read(page) {
    const items = feedItems(feedRoot(page, FEED))
    const idOf = (item: unknown) => entryId(item as XmlElement)
    const read = mapEach(items, 'item', titled('title'), idOf, postingOf)
    const cut = fullAnswer(page.context.polled === true, items.length)
    return { ...read, rejected: [...read.rejected, ...cut], details: [], next: [], total: null }
  },
}
