import type { CheerioAPI } from 'cheerio'
import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest, Rejected } from './contract.ts'
import { plain } from './fields.ts'
import { blocksOf } from './jsonld-blocks.ts'
import { postingFrom } from './jsonld-posting.ts'
import { listedIn, withListed } from './listed.ts'
import { asWritten, looked, wholePage } from './page-html.ts'
import { countryCode, distinct, placeOf, placesFromWords, usState } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  badFeed,
  baseUrl,
  headed,
  hostName,
  isoDate,
  mapEach,
  rebase,
  stated,
  webAddress,
} from './shape.ts'
import { modeIn } from './work-modes.ts'

const FEED = 'iCIMS'

const settings = z.object({
  /** The host of the portal, e.g. "careers-marinclinic.icims.com". */
  host: hostName,
  /** true for a portal whose datePosted is made up (the moment of asking, two years back): no date is better. */
  ignore_date_posted: z.boolean().optional(),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const cardSchema = z.object({
  id: z.string({ error: 'its link leads to no posting of iCIMS' }),
  title: z.string({ error: 'missing' }).trim().min(1),
  url: z.string(),
  /** What the card says under a label: "Job Locations", "Category" ... */
  fields: z.record(z.string(), z.string()),
  posted: z.string().nullable(),
  teaser: z.string().nullable(),
})
type Card = z.infer<typeof cardSchema>

const LOCATION = /^(job )?locations?( : location)?$/i
const REQUISITION = /^(requisition|req|job)? ?(id|number|#)$/i
const POSTED = /^(date posted|posted date|posted)$/i
const KIND_FIELD = /type|status|schedule|full.?time|shift/i
const KIND = /full|part|per ?diem|prn|temp|contract|seasonal|intern|casual|regular|permanent/i

/** One place as the platform codes it: "US-NC-Winston-Salem", "US-Remote", "GB-London". */
function placesAt(coded: string): Place[] {
  const [first = '', ...rest] = coded.split('-').map((part) => part.trim())
  const country = /^[A-Z]{2}$/.test(first) ? countryCode(first) : null
  if (country === null || rest.length === 0) return placesFromWords(coded)
  const [second = '', ...town] = rest
  const region = country === 'US' ? usState(second) : /^[A-Z]{2,3}$/.test(second) ? second : null
  const known = region !== null && (town.length > 0 || country === 'US')
  const city = (known ? town : rest).join('-')
  // "CA-San Diego" may be Canada or California: which one is not said.
  const doubtful = !known && usState(first) !== null
  const place = placeOf({
    city,
    region: known ? region : null,
    country: doubtful ? null : country,
  })
  return place === null ? [] : [place]
}

function labelled(fields: Record<string, string>, label: RegExp): string | null {
  return Object.entries(fields).find(([name]) => label.test(name))?.[1] ?? null
}

function listedPosting(card: Card): RawPosting {
  const line = labelled(card.fields, LOCATION)
  const mode = modeIn(line)
  const kinds = Object.entries(card.fields).filter(([k, v]) => KIND_FIELD.test(k) && KIND.test(v))
  const employmentType = kinds.map(([, value]) => value).join(', ') || null
  const { fields } = card
  return {
    external_id: card.id,
    title: card.title,
    url: card.url,
    apply_url: null,
    employer: null,
    places: distinct((line ?? '').split(/[|;]/).flatMap((l) => placesAt(l.trim()))),
    remote: mode.remote,
    posted_at: card.posted,
    expires_at: null,
    pay: null,
    employment_type: employmentType,
    html: asHtml(card.teaser),
    structured: {
      ...stated({ ...mode, employment_type: employmentType }),
      other: stated({
        requisition_id: labelled(fields, REQUISITION),
        fields: Object.keys(fields).length > 0 ? fields : null,
      }),
    },
  }
}

/** "11/3/2026 2:15 PM" in the title of a date, as the portals of US employers write it. */
function cardDate(title: string | undefined): string | null {
  const m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(title?.trim() ?? '')
  if (!m) return null
  return isoDate(
    `${m[3]}-${(m[1] as string).padStart(2, '0')}-${(m[2] as string).padStart(2, '0')}`,
  )
}

type Found = ReturnType<CheerioAPI>

const wordsOf = (found: Found): string | null => plain(found.text())
/** The words of an element without the labels that only screen readers get. */
function unlabelled(found: Found): string | null {
  const copy = found.clone()
  copy.find('.sr-only, .field-label').remove()
  return wordsOf(copy)
}

/** Everything a card says under a label, and the exact date behind "2 days ago". */
function fieldsOf($: CheerioAPI, card: Found): Pick<Card, 'fields' | 'posted'> {
  const fields: Record<string, string> = {}
  let posted: string | null = null
  const note = (label: string | null, value: Found) => {
    const said = unlabelled(value)
    if (label === null || said === null) return
    fields[label] ??= said
    if (POSTED.test(label)) posted ??= cardDate(value.find('[title]').first().attr('title'))
  }
  card.find('.header').each((_, e) => {
    note(wordsOf($(e).find('.field-label').first()), $(e))
  })
  card.find('.iCIMS_JobHeaderTag').each((_, e) => {
    note(wordsOf($(e).find('dt').first()), $(e).find('dd').first())
  })
  const place = wordsOf(card.find('.iCIMS_JobLocation').first())
  if (place !== null && labelled(fields, LOCATION) === null) fields['Location'] = place
  return { fields, posted }
}

/** Where a posting stands: its number at the platform and its address for people. */
interface At {
  id: string
  url: string
}

const POSTING_PATH = /^\/jobs\/(\d+)\/(?:[^/]+\/)?job\/?$/

/** The posting a link leads to; null when it leaves the platform. */
function linked(href: string | undefined, s: Settings): At | null {
  const address = webAddress(href, `https://${s.host}/jobs/search`)
  if (address === null) return null
  const url = new URL(address)
  const id = POSTING_PATH.exec(url.pathname)?.[1]
  const base = s.base_url === undefined ? null : new URL(s.base_url).host
  const mirrored = url.host === base
  if (id === undefined || !(mirrored || url.host === s.host || /\.icims\.com$/.test(url.host))) {
    return null
  }
  return { id, url: `${mirrored ? `https://${s.host}` : url.origin}${url.pathname}` }
}

function cardsOf($: CheerioAPI, s: Settings): unknown[] {
  const items = $('li.iCIMS_JobCardItem, .iCIMS_JobListingRow').toArray()
  const rows = $('.title a[href]').closest('.row').toArray()
  return (items.length > 0 ? items : rows).map((e) => {
    const card = $(e)
    const anchor = card.find('.title a[href], a.iCIMS_Anchor[href]').first()
    const heading = anchor.find('h1, h2, h3, h4').first()
    return {
      ...linked(anchor.attr('href'), s),
      title: (heading.length > 0 ? wordsOf(heading) : unlabelled(anchor)) ?? undefined,
      ...fieldsOf($, card),
      teaser: wordsOf(card.find('.description').first()),
    }
  })
}

function stubOf(listed: RawPosting, s: Settings): DetailStub {
  return {
    external_id: listed.external_id,
    // The date of the list, where there is one, is the first posting and not the last change.
    version: null,
    title: listed.title,
    request: {
      url: rebase(`${listed.url}?in_iframe=1`, s.base_url),
      audience: 'page',
      context: { listed },
    },
    listed,
  }
}

/** The further page a list announces, and what is wrong with the page that came. */
function further(body: string, cards: number, page: FeedPage, s: Settings) {
  const asked = typeof page.context['page'] === 'number' ? page.context['page'] : 0
  const marker = /\bPage\s+(\d+)\s+of\s+(\d+)/i.exec(body.replace(/<[^<>]*>/g, ' '))
  const linkedPages = [...body.matchAll(/[?&;]pr=(\d+)/g)].map((m) => Number(m[1]) + 1)
  const pages = Math.max(1, Number(marker?.[2] ?? 1), ...linkedPages.slice(0, 1000))
  const came = marker === null ? asked : Number(marker[1]) - 1
  const wrong =
    came !== asked
      ? `page ${came + 1} came in its place`
      : asked > 0 && cards === 0
        ? 'it was announced and came empty'
        : null
  const rejected: Rejected[] = wrong === null ? [] : [{ where: `page ${asked + 1}`, reason: wrong }]
  const more = wrong === null && cards > 0 && asked + 1 < pages
  return { next: more ? [request(s, asked + 1)] : [], rejected }
}

function listOf(body: string, page: FeedPage, s: Settings): FeedRead {
  if (/<ul\b[^>]*iCIMS_JobsTable(?![\s\S]*<\/ul>)/i.test(body)) {
    throw badFeed('truncated', FEED, 'the list stops in the middle.')
  }
  const cards = cardsOf(looked(body, FEED), s)
  const idOf = (card: unknown) => (card as { id?: string }).id ?? null
  const read = mapEach(cards, 'cards', cardSchema, idOf, listedPosting)
  const { next, rejected } = further(body, cards.length, page, s)
  return {
    postings: [],
    details: read.postings.map((p) => stubOf(p, s)),
    rejected: [...read.rejected, ...rejected],
    next,
    total: null,
  }
}

/** The texts of a posting page as people see it, under its own headings. */
function sectionsOf($: CheerioAPI): string | null {
  const parts = $('.iCIMS_InfoMsg_Job')
    .toArray()
    .map((e) => {
      const heading = $(e).prevAll('.iCIMS_InfoField_Job').first()
      const inside = $(e).find('.iCIMS_Expandable_Text').first()
      return headed(wordsOf(heading), (inside.length > 0 ? inside : $(e)).html())
    })
  return parts.join('') || null
}

/** A page without markup for machines: its title, its labelled fields and its sections. */
function fromSections(body: string, at: At): RawPosting | null {
  const $ = looked(body, FEED)
  const title = wordsOf($('h1').first())
  const html = sectionsOf(asWritten(body, FEED))
  if (title === null || html === null) return null
  const card = { ...at, title, teaser: null, ...fieldsOf($, $.root()) }
  return { ...listedPosting(card), html }
}

/** The posting of a page; null when the page holds none (any more). */
function detailOf(body: string, at: At | null, s: Settings): RawPosting | null {
  const blocks = blocksOf(body)
  const [node] = blocks.postings
  if (node === undefined) return at === null ? null : fromSections(body, at)
  const read = postingFrom(node, blocks.byId, at?.url, at?.id)
  if ('reason' in read)
    throw badFeed('mis-shaped', FEED, `the posting cannot be read: ${read.reason}.`)
  const posted_at = s.ignore_date_posted === true ? null : read.posted_at
  return { ...read, title: plain(read.title) ?? read.title, url: at?.url ?? read.url, posted_at }
}

/** Which posting a page that is read on its own is: by its address or the first of its links to itself. */
function ownPlace(body: string, page: FeedPage, s: Settings): At | null {
  const links = body.matchAll(/(?:https?:\/\/[^\s"'<>/]{1,250})?\/jobs\/\d+\/[^\s"'<>]{0,500}/g)
  for (const link of [page.url, ...[...links].map((m) => m[0])]) {
    const at = linked(link, s)
    if (at !== null) return at
  }
  return null
}

function request(s: Settings, page: number): FeedRequest {
  const query =
    page === 0 ? 'ss=1&in_iframe=1' : `pr=${page}&in_iframe=1&searchRelation=keyword_all`
  return {
    url: rebase(`https://${s.host}/jobs/search?${query}`, s.base_url),
    audience: 'page',
    context: { page },
  }
}

/** iCIMS portals: a list in pages of HTML, and a page for each posting with JobPosting markup. */
export const icims: Adapter<Settings> = {
  kind: 'icims',
  about: {
    name: 'iCIMS portals',
    source:
      'Not documented by its owner; recorded list page of 2026, posting pages as public readers describe them (colophon-group/jobseek and others, 2026-09)',
    terms:
      'The owner states none for the portals: robots.txt is honoured, one host is read slowly, the advert is linked and nothing is passed on.',
    quirks: [
      'Without in_iframe=1 the portal answers with an empty frame.',
      'datePosted of some portals is the moment of asking, two years back: `ignore_date_posted` leaves it out.',
      'The list tells a date on some portals only, and cuts the text.',
      'A place is a code (US-NJ-Edison); several stand with a bar between.',
      'Page by page is asked in turn: a portal may serve a neighbouring page to requests made at once.',
      'Closed postings answer 404 or 410, or leave for the list.',
      'Some hosts put a bot check in front: then the source fails and waits.',
    ],
    proven: false,
    needs: [],
  },
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: { host: 'careers-marinclinic.icims.com' },
  first: (s) => [request(s, 0)],
  read(page, s) {
    const body = wholePage(page, FEED)
    if (!/\biCIMS_\w|"JobPosting"/.test(body)) {
      throw badFeed('mis-shaped', FEED, 'the page is none of an iCIMS portal.')
    }
    if (!/iCIMS_InfoMsg_Job\b|"JobPosting"/.test(body)) return listOf(body, page, s)
    // A posting page that is read on its own.
    const posting = detailOf(body, ownPlace(body, page, s), s)
    const postings = posting === null ? [] : [posting]
    return { postings, details: [], rejected: [], next: [], total: null }
  },
  readDetail(page, stub, s) {
    const body = wholePage(page, FEED)
    const listed = listedIn(page.context)
    const url = listed?.url ?? `https://${s.host}/jobs/${stub.external_id}/job`
    const posting = detailOf(body, { id: stub.external_id, url }, s)
    if (posting !== null) return withListed(posting, listed)
    if (/\biCIMS_\w/.test(body)) return null
    throw badFeed('mis-shaped', FEED, 'the page is none of an iCIMS portal.')
  },
}
