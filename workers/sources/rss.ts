import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedPage, FeedRequest, Rejected } from './contract.ts'
import { feedBase, feedDate, feedUrl, plain } from './fields.ts'
import { payInWords } from './pay-fields.ts'
import { distinct, placeOf } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { placesIn } from './residence.ts'
import { asHtml, derivedId, mapEach, rebase, stated, text, webAddress } from './shape.ts'
import { modeIn } from './work-modes.ts'
import { children, markup, rest, titled, words, xmlRoot, type XmlElement } from './xml-items.ts'

const about: Adapter['about'] = {
  name: 'RSS or Atom feed',
  source:
    'RSS 2.0 and RSS 1.0 specifications, RFC 4287 (Atom), RFC 5005 (paging); recorded RSS payload of 2026-07',
  terms:
    "The feed owner's: check them before adding a source. robots.txt is honoured and the advert is linked. We Work Remotely is refused: its terms forbid a job search service.",
  quirks: [
    'There is no common element for employer, place or pay: usual names are tried, a title may be unpacked by a pattern.',
    'A state without a town is the head office more often than the place of work: it is not taken.',
    '"updated" of Atom is no posting date.',
    'Many feeds hold only their newest entries, so an advert leaves while it is open: set newest_only for them.',
    'Text may be escaped, in CDATA, or unescaped HTML inside the XML.',
  ],
  proven: true,
  needs: [],
}

const FEED = 'RSS feed'

/** Further pages of a paged feed (RFC 5005) that a poll follows. */
const MOST_PAGES = 20

const pattern = z.string().refine(
  (source) => {
    try {
      return new RegExp(source, 'i') instanceof RegExp
    } catch {
      return false
    }
  },
  { error: 'not a regular expression' },
)

const settings = z.object({
  /** The address of the feed: RSS 2.0, RSS 1.0 (RDF) or Atom. */
  url: feedUrl,
  /**
   * For feeds that pack several facts into the title: an expression with the groups `title`, `employer` and
   * `place`, e.g. "^(?<employer>[^:]+): (?<title>.+)$". A title that it does not fit stays as it is.
   */
  title_pattern: pattern.optional(),
  /** true for a feed that shows only its newest entries: leaving it then closes nothing. */
  newest_only: z.boolean().optional(),
  base_url: feedBase,
})
type Settings = z.infer<typeof settings>

/** The entries of a feed: RSS 2.0 keeps them in its channel, RSS 1.0 beside it, Atom calls them entries. */
export function feedItems(root: XmlElement): XmlElement[] {
  if (root.name === 'feed') return children(root, 'entry')
  return [root, ...children(root, 'channel')].flatMap((e) => children(e, 'item'))
}

/** The outermost element of a feed of any of the three families. @throws FootholdError `bad-feed`. */
export const feedRoot = (page: FeedPage, feed: string): XmlElement =>
  xmlRoot(page, feed, ['rss', 'rdf', 'feed'])

/** RSS writes the address as text, Atom into an attribute. */
function linkOf(item: XmlElement): string | null {
  for (const link of children(item, 'link', 'origlink')) {
    const { rel = 'alternate', href } = link.attributes
    const url = webAddress(plain(link.text) ?? (rel === 'alternate' ? href : null))
    if (url !== null) return url
  }
  const [guid] = children(item, 'guid')
  return guid && guid.attributes.isPermaLink !== 'false' ? webAddress(guid.text) : null
}

/** The feed's own id of an entry: guid, Atom id, rdf:about, else its address. */
export function entryId(item: XmlElement): string | null {
  const about = Object.entries(item.attributes).find(([name]) => /^(?:\w+:)?about$/i.test(name))
  return text(words(item, 'guid', 'id')) ?? text(about?.[1]) ?? linkOf(item)
}

const LOCATION = ['location', 'joblocation', 'region'] as const

/**
 * The place line, else town, state and country of their own elements. A state without a town is not taken:
 * feeds put the head office there.
 */
function placesOf(item: XmlElement): Place[] {
  const lines = children(item, ...LOCATION).map((e) => plain(e.text))
  const named = lines.filter((line) => line !== null)
  if (named.length > 0) return distinct(named.flatMap(placesIn))
  const city = words(item, 'city', 'town')
  if (city === null) return []
  const place = placeOf({
    city,
    region: words(item, 'state', 'province'),
    country: words(item, 'country', 'countrycode'),
  })
  return place === null ? [] : [place]
}

const NAMES = {
  employer: ['company', 'employer', 'companyname', 'hiringorganization', 'organization'],
  employment: ['jobtype', 'employmenttype', 'type', 'contracttype'],
  posted: ['pubdate', 'published', 'date', 'issued', 'postedat', 'dateposted'],
  expires: ['expiresat', 'expirationdate', 'validthrough', 'expirydate', 'closingdate', 'expires'],
  pay: ['salary', 'pay', 'compensation'],
  apply: ['applyurl', 'applylink', 'applicationurl'],
  mode: ['remote', 'remotetype', 'joblocationtype', 'workplacetype'],
  text: ['encoded', 'content', 'description', 'summary'],
} as const

/** What stands in a field of the posting, or moves without a change of the advert. */
const READ = new Set<string>([
  'title',
  'link',
  'guid',
  'id',
  'updated',
  'modified',
  ...NAMES.employer,
  ...NAMES.posted,
  ...NAMES.expires,
  ...NAMES.apply,
  ...NAMES.text,
])

function firstDate(item: XmlElement, names: readonly string[]): string | null {
  for (const child of children(item, ...names)) {
    const date = feedDate(plain(child.text))
    if (date !== null) return date
  }
  return null
}

/** "yes" in an element named remote says as much as "Remote" does. */
function modeOf(item: XmlElement) {
  const said = children(item, ...NAMES.mode, ...LOCATION).map((e) => {
    const value = plain(e.text)
    return e.name === 'remote' && /^(?:yes|true|1)$/i.test(value ?? '') ? 'Remote' : value
  })
  return modeIn(...said)
}

/** One entry as a posting, by the elements that job feeds usually carry beside the standard ones. */
export function entryPosting(item: XmlElement): RawPosting {
  const title = words(item, 'title') ?? ''
  const { remote, work_mode } = modeOf(item)
  const pay = children(item, ...NAMES.pay)
    .map((e) => payInWords(e.text))
    .find((p) => p !== null)
  const employmentType = words(item, ...NAMES.employment)
  const html = asHtml(markup(item, ...NAMES.text))
  const categories = children(item, 'category', 'subject').map(
    (e) => plain(e.text) ?? plain(e.attributes.label ?? e.attributes.term),
  )
  const facts = rest(item, new Set([...READ, 'category', 'subject']))
  return {
    external_id: entryId(item) ?? derivedId(title, words(item, ...NAMES.posted)),
    title,
    url: linkOf(item),
    apply_url: webAddress(words(item, ...NAMES.apply)),
    employer: words(item, ...NAMES.employer),
    places: placesOf(item),
    remote,
    posted_at: firstDate(item, NAMES.posted),
    expires_at: firstDate(item, NAMES.expires),
    pay: pay ?? null,
    employment_type: employmentType,
    html,
    structured: {
      ...stated({ remote, work_mode, pay, employment_type: employmentType }),
      other: stated({ ...facts, categories: categories.filter((c) => c !== null) }),
    },
  }
}

/** Titles are read up to here: an expression of the settings runs on nothing longer. */
const LONGEST_TITLE = 500

function unpacked(posting: RawPosting, source: string | undefined): RawPosting {
  const groups =
    source === undefined
      ? undefined
      : new RegExp(source, 'i').exec(posting.title.slice(0, LONGEST_TITLE))?.groups
  const title = text(groups?.title)
  if (title === null) return posting
  const places = placesIn(text(groups?.place))
  return {
    ...posting,
    title,
    employer: posting.employer ?? text(groups?.employer),
    places: posting.places.length > 0 ? posting.places : places,
  }
}

function request(s: Settings, url: string, page: number): FeedRequest {
  return { url: rebase(url, s.base_url), audience: 'page', context: { page } }
}

/** The next page that the feed itself names, on its own host. */
function nextPage(root: XmlElement, at: number, s: Settings): FeedRequest[] {
  const links = [root, ...children(root, 'channel')].flatMap((e) => children(e, 'link'))
  const href = links.find((l) => l.attributes.rel === 'next')?.attributes.href
  const url = webAddress(href, s.url)
  if (url === null || at >= MOST_PAGES || new URL(url).host !== new URL(s.url).host) return []
  return [request(s, url, at + 1)]
}

/** An entry without an id: any posting may be among what the feed does not show, so nothing is closed. */
const NEWEST_ONLY: Rejected = {
  where: 'feed',
  reason: 'the feed shows only its newest entries (settings: newest_only)',
}

/** Any feed in RSS 2.0, RSS 1.0 (RDF) or Atom, read by the elements that job feeds usually carry. */
export const rss: Adapter<Settings> = {
  kind: 'rss',
  about,
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: { url: 'https://careers.example.org/jobs.rss' },
  first: (s) => [request(s, s.url, 1)],
  read(page, s) {
    const root = feedRoot(page, FEED)
    const read = mapEach(
      feedItems(root),
      'item',
      titled('title'),
      (i) => entryId(i as XmlElement),
      (item) => unpacked(entryPosting(item), s.title_pattern),
    )
    const at = typeof page.context.page === 'number' ? page.context.page : 1
    const rejected = s.newest_only === true ? [...read.rejected, NEWEST_ONLY] : read.rejected
    return { ...read, rejected, details: [], next: nextPage(root, at, s), total: null }
  },
}
