import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { plain } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { placeOf, placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  baseUrl,
  boardName,
  framed,
  headed,
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

const FEED = 'Pinpoint'

const settings = z.object({
  /** The company's name in its address, e.g. "compasshealthnetwork" of compasshealthnetwork.pinpointhq.com. */
  board: boardName,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const named = soft(z.object({ id: word, name: word }))
const postingSchema = z.object({
  id: z.union([z.string().trim().min(1), z.number()]),
  title: z.string({ error: 'missing' }).trim().min(1),
  url: word,
  path: word,
  location: soft(
    z.object({
      city: word,
      name: word,
      province: word,
      postal_code: word,
      street_address: word,
      country: word,
    }),
  ),
  job: soft(z.object({ requisition_id: word, department: named, division: named })),
  workplace_type: word,
  workplace_type_text: word,
  employment_type: word,
  employment_type_text: word,
  compensation: word,
  compensation_visible: soft(z.boolean()),
  compensation_minimum: word,
  compensation_maximum: word,
  compensation_currency: word,
  compensation_frequency: word,
  deadline_at: word,
  description: word,
  key_responsibilities: word,
  key_responsibilities_header: word,
  skills_knowledge_expertise: word,
  skills_knowledge_expertise_header: word,
  benefits: word,
  benefits_header: word,
})
type Posting = z.infer<typeof postingSchema>

/** Only what the employer lets the public see, and only where a currency is said: the platform serves many countries. */
function compensationOf(p: Posting): RawPosting['pay'] {
  const currency = text(p.compensation_currency)
  if (p.compensation_visible === false || currency === null) return null
  const [min, max] = [p.compensation_minimum, p.compensation_maximum]
  return payOf([{ min, max, currency, period: p.compensation_frequency }])
}

function placesOf(p: Posting): Place[] {
  const l = p.location
  const place = placeOf({ city: l?.city, region: l?.province, country: l?.country })
  return place === null ? placesFromWords(plain(l?.name)) : [place]
}

/** The four parts of a posting under the headings its employer gave them. */
function htmlOf(p: Posting): string | null {
  const parts = [
    headed(null, p.description),
    headed(plain(p.key_responsibilities_header), p.key_responsibilities),
    headed(plain(p.skills_knowledge_expertise_header), p.skills_knowledge_expertise),
    headed(plain(p.benefits_header), p.benefits),
  ]
  return parts.join('') || null
}

const REMOTE: Record<string, boolean> = { remote: true, onsite: false }

function postingOf(p: Posting): RawPosting {
  const workplace = text(p.workplace_type)
  const remote = REMOTE[workplace ?? ''] ?? null
  const pay = compensationOf(p)
  const employmentType = plain(p.employment_type_text) ?? plain(p.employment_type)
  return {
    external_id: String(p.id),
    title: plain(p.title) ?? p.title,
    url: webAddress(p.url),
    apply_url: null,
    employer: null,
    places: placesOf(p),
    remote,
    posted_at: null,
    expires_at: isoDate(p.deadline_at),
    pay,
    employment_type: employmentType,
    html: htmlOf(p),
    structured: {
      ...stated({
        remote,
        work_mode: workplace ?? plain(p.workplace_type_text),
        pay,
        employment_type: employmentType,
      }),
      other: stated({
        requisition_id: text(p.job?.requisition_id),
        department: plain(p.job?.department?.name),
        division: plain(p.job?.division?.name),
        compensation: p.compensation_visible === false ? null : plain(p.compensation),
        location: p.location && stated(p.location),
      }),
    },
  }
}

/** Pinpoint careers sites: postings.json holds every posting of an employer, texts included. */
export const pinpoint: Adapter<Settings> = {
  kind: 'pinpoint',
  about: {
    name: 'Pinpoint',
    source:
      'postings.json as public readers describe it (colophon-group/jobseek and others, 2026-09), no recorded payload',
    terms:
      'The owner offers postings.json without a key; each employer writes its own robots.txt, which many use to refuse, so it is honoured and nothing is passed on.',
    quirks: [
      'No date of posting is told anywhere.',
      'The text stands in four fields, three of them under headings of their own.',
      'Pay that the employer hides is in the answer all the same: compensation_visible decides.',
      'A place has no country; its own name may be no place ("HQ").',
      'An unknown company answers 404 with a web page; an empty list is a real board between hires.',
    ],
    proven: false,
    needs: [],
  },
  pace: 2000,
  policy: UNSTATED_TERMS,
  settings,
  example: { board: 'compasshealthnetwork' },
  first: (s) => [
    {
      url: rebase(`https://${s.board}.pinpointhq.com/postings.json`, s.base_url),
      audience: 'page',
    },
  ],
  read(page) {
    const { data } = framed(z.object({ data: z.array(z.unknown()) }), jsonBody(page, FEED), FEED)
    const read = mapEach(data, 'data', postingSchema, idAt('id'), postingOf)
    return { ...read, details: [], next: [], total: null }
  },
}
