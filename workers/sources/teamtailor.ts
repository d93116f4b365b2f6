import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedPage, FeedRead, FeedRequest } from './contract.ts'
import { feedDate, plain } from './fields.ts'
import { postingFrom } from './jsonld-posting.ts'
import { countryCode, distinct, placeOf, placesFromWords, usState } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  baseUrl,
  framed,
  hostName,
  idAt,
  isoDate,
  jsonBody,
  mapEach,
  rebase,
  soft,
  someBody,
  stated,
  webAddress,
} from './shape.ts'
import { child, children, markup, words, xmlRoot, type XmlElement } from './xml-items.ts'

const FEED = 'Teamtailor'

/** The feed stops at 100 when it is not asked for more. */
const PER_PAGE = 200

const settings = z.object({
  /** The career site, e.g. "acme.teamtailor.com" or the employer's own "careers.acme.org". */
  host: hostName,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const itemSchema = z.object({
  id: z.string().min(1),
  title: z.string({ error: 'missing' }).trim().min(1),
  element: z.custom<XmlElement>(),
})

/** One place: its town and country in fields; the state only when the place's own name spells it. */
function placesAt(location: XmlElement): Place[] {
  const name = words(location, 'name')
  const city = words(location, 'city')
  const country = words(location, 'country')
  const named = placesFromWords(name).find((p) => p.state !== null && p.city === city)
  const us = countryCode(country) === 'US'
  const place = placeOf({ city, region: us ? named?.state : null, country })
  return place === null ? placesFromWords(name) : [place]
}

/** What `remoteStatus` says: "none" is what an employer leaves untouched, so it says nothing. */
function modeOf(status: string | null): { remote: boolean | null; work_mode: string | null } {
  if (status === 'fully') return { remote: true, work_mode: 'fully remote' }
  if (status === 'hybrid') return { remote: null, work_mode: 'hybrid' }
  return { remote: null, work_mode: null }
}

function postingOf(
  { id, title, element: item }: z.infer<typeof itemSchema>,
  employer: string | null,
): RawPosting {
  const locations = child(item, 'locations')
  const parts = children(locations, 'location')
  const places =
    parts.length > 0 ? parts.flatMap(placesAt) : placesFromWords(plain(locations?.text))
  const status = words(item, 'remotestatus')
  const mode = modeOf(status)
  return {
    external_id: id,
    title,
    url: webAddress(words(item, 'link')),
    apply_url: null,
    employer,
    places: distinct(places),
    remote: mode.remote,
    posted_at: feedDate(words(item, 'pubdate')),
    expires_at: null,
    pay: null,
    employment_type: null,
    html: asHtml(markup(item, 'description')),
    structured: {
      ...stated({ ...mode }),
      other: stated({
        remote_status: status,
        department: words(item, 'department'),
        role: words(item, 'role'),
        locations: parts.map((l) =>
          stated(Object.fromEntries(l.children.map((c) => [c.tag, plain(c.text)]))),
        ),
      }),
    },
  }
}

function fromRss(page: FeedPage, s: Settings): FeedRead {
  const channel = child(xmlRoot(page, FEED, ['rss']), 'channel')
  const employer = words(channel, 'title')
  const items = children(channel, 'item').map((item) => ({
    id: words(item, 'guid') ?? words(item, 'link') ?? '',
    title: words(item, 'title') ?? undefined,
    element: item,
  }))
  const idOf = (item: unknown) => (item as { id: string }).id || null
  const read = mapEach(items, 'item', itemSchema, idOf, (item) => postingOf(item, employer))
  return {
    ...read,
    details: [],
    ...further(
      items.map((i) => i.id),
      page,
      s,
      read.rejected,
    ),
    total: null,
  }
}

/** Whether a full page is followed by another; a board that serves the same page again is not asked for ever. */
function further(
  ids: string[],
  page: FeedPage,
  s: Settings,
  rejected: FeedRead['rejected'],
): Pick<FeedRead, 'next' | 'rejected'> {
  const offset = typeof page.context['offset'] === 'number' ? page.context['offset'] : 0
  const [first] = ids
  if (first !== undefined && first === page.context['first']) {
    const reason = 'the feed served the same page twice, so it may hold more than it showed'
    return { next: [], rejected: [...rejected, { where: `offset ${offset}`, reason }] }
  }
  const more = ids.length >= PER_PAGE && first !== undefined
  return { next: more ? [request(s, offset + ids.length, first)] : [], rejected }
}

const jsonItem = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string({ error: 'missing' }).trim().min(1),
  url: soft(z.string()),
  date_published: soft(z.string()),
  content_html: soft(z.string()),
  _jobposting: soft(z.record(z.string(), z.unknown())),
})
const jsonFrame = z.object({ title: soft(z.string()), items: z.array(z.unknown()) })

/** The JSON feed beside the RSS (jobs.json): a schema.org JobPosting stands in each item. */
function fromJson(page: FeedPage): FeedRead {
  const { title, items } = framed(jsonFrame, jsonBody(page, FEED), FEED)
  const idOf = idAt('id')
  const read = mapEach(items, 'items', jsonItem, idOf, (item) => {
    const node = { ...item._jobposting, title: item.title }
    const posting = postingFrom(node, new Map(), webAddress(item.url) ?? undefined, String(item.id))
    // A title is there, so the markup is always read.
    if ('reason' in posting) throw new Error(posting.reason)
    return {
      ...posting,
      title: plain(item.title) ?? item.title,
      url: webAddress(item.url),
      employer: posting.employer ?? plain(title),
      // The region is a grouping of the employer's own ("Europe"), no state, but where it is one.
      places: posting.places.map((p) => ({
        ...p,
        state: p.country === 'US' ? usState(p.state) : null,
      })),
      posted_at: isoDate(item.date_published) ?? posting.posted_at,
      html: asHtml(item.content_html) ?? posting.html,
    }
  })
  return { ...read, details: [], next: [], total: null }
}

function request(s: Settings, offset: number, first: string | null): FeedRequest {
  return {
    url: rebase(`https://${s.host}/jobs.rss?per_page=${PER_PAGE}&offset=${offset}`, s.base_url),
    audience: 'page',
    context: { offset, first },
  }
}

/** Teamtailor career sites: an RSS feed with texts. */
export const teamtailor: Adapter<Settings> = {
  kind: 'teamtailor',
  about: {
    name: 'Teamtailor',
    source:
      "The feed's public shape as its readers describe it (2026-09); recorded jobs.json of 2026-02",
    terms:
      'Each employer offers the feed on its own career site; nothing is said of other uses, so robots.txt is honoured and nothing is passed on.',
    quirks: [
      'The RSS feed alone carries remoteStatus and department; jobs.json carries JobPosting markup instead, and is read too.',
      'remoteStatus "none" is the untouched default and says nothing.',
      'A place has a town and a country but no state, unless its name spells it.',
      'Without per_page only 100 postings are served.',
      'Closed postings vanish from the feed.',
    ],
    proven: false,
    needs: [],
  },
  pace: 2000,
  policy: UNSTATED_TERMS,
  settings,
  example: { host: 'example.teamtailor.com' },
  first: (s) => [request(s, 0, null)],
  read: (page, s) => (someBody(page, FEED).startsWith('{') ? fromJson(page) : fromRss(page, s)),
}
