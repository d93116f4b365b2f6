import type { ListingDraft } from '../domain/draft.ts'
import { prepareJob, sameKey, type JobSketch, type PreparedJob } from '../domain/same/prepare.ts'
import { bandsOf } from '../domain/same/signature.ts'
import type { Place } from '../domain/posting.ts'
import type { Likeness } from './listing-columns.ts'

/** A posting as the same-job rule takes it. */
export function jobOfDraft(draft: ListingDraft): PreparedJob {
  const { reading } = draft
  return prepareJob(
    sketch({
      title: draft.title,
      employer: draft.employer,
      places: draft.places,
      url: draft.url,
      text: draft.text,
      work_mode: reading.work_mode,
      min_months: reading.min_months,
      credentials_required: reading.credentials.required,
      states_allowed: reading.states_allowed,
    }),
  )
}

/** What of a listing the rule needs before it asks for the text. */
export interface ListingFacts {
  title: string
  employer: string | null
  places: Place[]
  url: string | null
  work_mode: string
  min_months: number | null
  credentials_required: string[]
  states_allowed: string[]
}

/** A listing as the rule takes it; `text` is asked for once and only by pairs that may be one job. */
export function jobOfListing(facts: ListingFacts, text: () => string): PreparedJob {
  return prepareJob(sketch({ ...facts, text: '' }), () => nullIfEmpty(text()))
}

/** What is kept with a listing so that its copies find it. */
export function likenessOf(job: PreparedJob, text: string): Likeness {
  return { key: sameKey(job), bands: bandsOf(text) }
}

function sketch(of: ListingFacts & { text: string }): JobSketch {
  return {
    title: of.title,
    company: of.employer,
    city: of.places[0]?.city ?? null,
    state: of.places[0]?.state ?? null,
    ...(of.places.length > 1 ? { places: of.places } : {}),
    remote: remoteOf(of.work_mode),
    text: nullIfEmpty(of.text),
    url: of.url,
    source: null,
    tags: {
      min_months: of.min_months,
      credentials: of.credentials_required,
      states_allowed: of.states_allowed,
    },
  }
}

const nullIfEmpty = (text: string): string | null => (text === '' ? null : text)

/** Remote only after some time is said otherwise by many feeds, so it parts nothing. */
function remoteOf(mode: string): boolean | null {
  if (mode === 'remote') return true
  return mode === 'onsite' || mode === 'hybrid' ? false : null
}
