import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { payOf } from './pay-fields.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  idAt,
  isoDate,
  jsonBody,
  mapEach,
  rebase,
  section,
  soft,
  stated,
  text,
  webAddress,
  word,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { markedModes } from './work-modes.ts'

const settings = z.object({
  /** The company's name in its address, e.g. "acme" of acme.recruitee.com. */
  board: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/i, 'the company name in its address'),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const located = {
  city: word,
  state_code: word,
  country: word,
  country_code: word,
}
const offerSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().trim().min(1),
  status: word,
  careers_url: word,
  careers_apply_url: word,
  company_name: word,
  ...located,
  state_name: word,
  location: word,
  locations: soft(
    z.array(z.object({ ...located, state: word, name: word, street: word, note: word })),
  ),
  postal_code: word,
  remote: soft(z.boolean()),
  hybrid: soft(z.boolean()),
  on_site: soft(z.boolean()),
  published_at: word,
  close_at: word,
  salary: soft(z.object({ min: word, max: word, period: word, currency: word })),
  employment_type_code: word,
  experience_code: word,
  education_code: word,
  category_code: word,
  department: word,
  description: word,
  requirements: word,
  highlight: word,
  min_hours: word,
  max_hours: word,
  tags: soft(z.array(z.unknown())),
  open_questions: soft(z.array(z.object({ body: word, required: soft(z.boolean()) }))),
})
type Offer = z.infer<typeof offerSchema>

const frame = z.object({ offers: z.array(z.unknown()) })

/** Times come as "2026-08-05 10:10:39 UTC". */
function moment(value: unknown): string | null {
  const said = text(value)
  return said === null ? null : isoDate(said.replace(/ UTC$/i, 'Z'))
}

function placeAt(l: Pick<Offer, keyof typeof located>, region: unknown): Place | null {
  const country = text(l.country_code)?.toUpperCase() ?? text(l.country)
  const code = country === 'US' ? text(l.state_code) : null
  return placeOf({ city: l.city, region: code ?? region, country })
}

function placesOf(offer: Offer): Place[] {
  const several = (offer.locations ?? []).map((l) => placeAt(l, l.state)).filter((p) => p !== null)
  if (several.length > 0) return distinct(several)
  const own = placeAt(offer, offer.state_name)
  return own === null ? placesFromWords(text(offer.location)) : [own]
}

/** "fulltime_permanent": the codes are words. */
const spoken = (code: unknown) => text(code)?.replace(/_/g, ' ') ?? null

function postingOf(offer: Offer): RawPosting {
  const mode = markedModes({
    remote: offer.remote ?? null,
    hybrid: offer.hybrid ?? null,
    onSite: offer.on_site ?? null,
  })
  const salary = offer.salary
  const pay = salary
    ? payOf([
        { min: salary.min, max: salary.max, currency: salary.currency, period: salary.period },
      ])
    : null
  const employmentType = spoken(offer.employment_type_code)
  return {
    external_id: String(offer.id),
    title: offer.title,
    url: webAddress(offer.careers_url),
    apply_url: webAddress(offer.careers_apply_url),
    employer: text(offer.company_name),
    places: placesOf(offer),
    remote: mode.remote,
    posted_at: moment(offer.published_at),
    expires_at: moment(offer.close_at),
    pay,
    employment_type: employmentType,
    html:
      [
        asHtml(offer.highlight) ?? '',
        asHtml(offer.description) ?? '',
        section('Requirements', offer.requirements),
      ].join('') || null,
    structured: {
      ...stated({
        remote: mode.remote,
        work_mode: mode.words,
        pay,
        employment_type: employmentType,
        level: spoken(offer.experience_code),
        education: spoken(offer.education_code),
      }),
      other: stated({
        department: text(offer.department),
        category: text(offer.category_code),
        tags: (offer.tags ?? []).map(text).filter(Boolean),
        location: text(offer.location),
        locations: (offer.locations ?? []).map((l) =>
          stated({ name: text(l.name), street: text(l.street), note: text(l.note) }),
        ),
        state_code: text(offer.state_code),
        postal_code: text(offer.postal_code),
        hours: stated({ min: text(offer.min_hours), max: text(offer.max_hours) }),
        salary: salary ? stated(salary) : null,
        questions: (offer.open_questions ?? []).map((q) => text(q.body)).filter(Boolean),
      }),
    },
  }
}

/** Recruitee career sites: one answer holds every posting of an employer, texts included. */
export const recruitee: Adapter<Settings> = {
  kind: 'recruitee',
  about: {
    name: 'Recruitee',
    source: 'Recruitee Careers Site API documentation; recorded payload of 2026-08',
    terms:
      "The owner documents the interface for showing jobs on a site of one's own; reading needs no key. Terms of reuse are not stated.",
    quirks: [
      'Times are written with a blank and the word UTC.',
      'The text is in two parts, description and requirements.',
      'remote, hybrid and on_site are marks of their own and may stand together.',
      'A posting that is not published, or is closed, leaves the list.',
    ],
    proven: true,
    needs: [],
  },
  pace: 1000,
  policy: { ...UNSTATED_TERMS, min_interval_s: 3600 },
  settings,
  example: { board: 'acme' },
  first: (s) => [
    {
      url: rebase(`https://${s.board}.recruitee.com/api/offers/`, s.base_url),
      audience: 'api',
    },
  ],
  read(page) {
    const body = framed(frame, jsonBody(page, 'Recruitee'), 'Recruitee')
    const unpublished = new Set<string>()
    const read = mapEach(body.offers, 'offers', offerSchema, idAt('id'), (offer) => {
      const status = text(offer.status)
      if (status !== null && !/^published$/i.test(status)) unpublished.add(String(offer.id))
      return postingOf(offer)
    })
    const postings = read.postings.filter((p) => !unpublished.has(p.external_id))
    return { postings, rejected: read.rejected, details: [], next: [], total: null }
  },
}
