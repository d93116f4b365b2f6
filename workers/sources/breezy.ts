import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { plain } from './fields.ts'
import { payInWords } from './pay-fields.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  baseUrl,
  boardName,
  framed,
  idAt,
  isoDate,
  jsonBody,
  mapEach,
  rebase,
  soft,
  stated,
  text,
  webAddress,
  word,
} from './shape.ts'

const FEED = 'Breezy HR'

const settings = z.object({
  /** The company's name in its address, e.g. "gastro-health" of gastro-health.breezy.hr. */
  board: boardName,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const named = soft(z.union([z.string(), z.object({ id: word, name: word })]))
const locationSchema = z.object({
  city: word,
  name: word,
  state: named,
  country: named,
  is_remote: soft(z.boolean()),
  remote_details: soft(z.object({ value: word, label: word })),
})
type Location = z.infer<typeof locationSchema>

const positionSchema = z.object({
  id: z.union([z.string().trim().min(1), z.number()]),
  name: z.string({ error: 'the title is missing' }).trim().min(1, 'the title is empty'),
  friendly_id: word,
  url: word,
  published_date: word,
  type: named,
  location: soft(locationSchema),
  locations: soft(z.array(soft(locationSchema))),
  department: word,
  salary: word,
  description: word,
  company: soft(z.object({ name: word })),
  category: named,
  experience: named,
  education: named,
  requisition_id: word,
})
type Position = z.infer<typeof positionSchema>

const nameOf = (value: Position['type']) =>
  plain(typeof value === 'object' && value !== null ? (text(value.name) ?? value.id) : value)
const codeOf = (value: Position['type']) =>
  plain(typeof value === 'object' && value !== null ? (text(value.id) ?? value.name) : value)

function placesAt(l: Location): Place[] {
  const place = placeOf({ city: l.city, region: codeOf(l.state), country: codeOf(l.country) })
  if (place !== null) return [place]
  const name = plain(l.name)
  return /^(worldwide|global|earth)$/i.test(name ?? '') ? [] : placesFromWords(name)
}

/** is_remote is also true for hybrid jobs; remote_details tells which of the two. */
function modeOf(locations: Location[]): { remote: boolean | null; work_mode: string | null } {
  const details = locations.map(
    (l) => plain(l.remote_details?.label) ?? plain(l.remote_details?.value),
  )
  const said = [...new Set(details.filter((d) => d !== null))]
  const work_mode = said.length === 0 ? null : said.join(', ')
  if (said.some((d) => /hybrid/i.test(d))) return { remote: null, work_mode }
  const marks = locations.map((l) => l.is_remote ?? null).filter((m) => m !== null)
  if (marks.includes(true)) return { remote: true, work_mode }
  return { remote: marks.length > 0 ? false : null, work_mode }
}

function postingOf(p: Position, s: Settings): RawPosting {
  const several = (p.locations ?? []).filter((l) => l != null)
  const locations = several.length > 0 ? several : p.location ? [p.location] : []
  const mode = modeOf(locations)
  const pay = payInWords(p.salary)
  const employmentType = nameOf(p.type)
  const friendly = text(p.friendly_id)
  const own =
    friendly === null ? null : `https://${s.board}.breezy.hr/p/${encodeURIComponent(friendly)}`
  return {
    external_id: String(p.id),
    title: plain(p.name) ?? p.name,
    url: webAddress(p.url) ?? own,
    apply_url: null,
    employer: plain(p.company?.name),
    places: distinct(locations.flatMap(placesAt)),
    remote: mode.remote,
    posted_at: isoDate(p.published_date),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(p.description),
    structured: {
      ...stated({
        ...mode,
        pay,
        employment_type: employmentType,
        education: nameOf(p.education),
        level: nameOf(p.experience),
      }),
      other: stated({
        requisition_id: text(p.requisition_id),
        friendly_id: friendly,
        department: plain(p.department),
        category: nameOf(p.category),
        salary: plain(p.salary),
        places: locations.map((l) => plain(l.name)).filter(Boolean),
      }),
    },
  }
}

/** Breezy HR portals: one JSON list holds every position of an employer; `verbose` adds the texts. */
export const breezy: Adapter<Settings> = {
  kind: 'breezy',
  about: {
    name: 'Breezy HR',
    source:
      'Position model of the Breezy developer documentation; the portal list as public readers describe it (colophon-group/jobseek and others, 2026-07 to 2026-09), no recorded payload',
    terms:
      'The owner states none for the portal list: robots.txt is honoured, the advert is linked and nothing is passed on.',
    quirks: [
      'Without verbose=true the list has no texts.',
      'is_remote is true for hybrid jobs too; remote_details tells them apart.',
      'Pay is one line of words ("$18 - $24 / hr").',
      'An unknown company answers with a web page.',
    ],
    proven: false,
    needs: [],
  },
  pace: 2000,
  policy: UNSTATED_TERMS,
  settings,
  example: { board: 'gastro-health' },
  first: (s) => [
    { url: rebase(`https://${s.board}.breezy.hr/json?verbose=true`, s.base_url), audience: 'page' },
  ],
  read(page, s) {
    const body = framed(z.array(z.unknown()), jsonBody(page, FEED), FEED)
    const read = mapEach(body, 'positions', positionSchema, idAt('id'), (p) => postingOf(p, s))
    return { ...read, details: [], next: [], total: null }
  },
}
