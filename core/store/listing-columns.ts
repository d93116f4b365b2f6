import { sql, type Kysely } from 'kysely'
import type { ListingDraft } from '../domain/draft.ts'
import { normaliseEmployer } from '../domain/employer-name.ts'
import type { Database } from './schema.ts'
import type { Columns } from './unnest.ts'

export interface PostingId {
  source_id: number
  external_id: string
}

/** Every column of a listing that its lead posting decides, with its type; when it was seen and closed is not among them. */
export const LISTING_COLUMNS = {
  same_key: 'text',
  lead_source_id: 'integer',
  lead_external_id: 'text',
  employer_id: 'integer',
  title: 'text',
  employer: 'text',
  place: 'text',
  places: 'jsonb',
  states: 'text[]',
  url: 'text',
  apply_url: 'text',
  posted_at: 'timestamptz',
  closes_at: 'timestamptz',
  demo: 'boolean',
  text: 'text',
  html: 'text',
  in_domain: 'boolean',
  role: 'text',
  adjacent_role: 'text',
  level: 'text',
  min_months: 'real',
  max_months: 'real',
  preferred_months: 'real',
  entry: 'text',
  credentials_required: 'text[]',
  credentials_any_of: 'boolean',
  credentials_class: 'text',
  credentials_preferred: 'text[]',
  accepted_apprentice: 'boolean',
  within_months_of_hire: 'real',
  education: 'jsonb',
  work_mode: 'text',
  hybrid_days_onsite: 'real',
  states_allowed: 'text[]',
  states_excluded: 'text[]',
  settings: 'text[]',
  specialties: 'text[]',
  systems: 'text[]',
  employment_type: 'text',
  pay_min: 'double precision',
  pay_max: 'double precision',
  pay_unit: 'text',
  pay_hour_min: 'double precision',
  pay_hour_max: 'double precision',
  warnings: 'jsonb',
  requirement: 'jsonb',
  evidence: 'jsonb',
  tagger_version: 'integer',
  bands: 'integer[]',
} as const satisfies Columns

/** What `listing-writes.ts` makes of a row for search, with the types. */
export const SEARCH_COLUMNS = {
  search_keys: 'integer[]',
  search_version: 'integer',
  concepts: 'text[]',
  head_concepts: 'text[]',
} as const satisfies Columns

export type ListingRow = ReturnType<typeof listingRow>

/** What the same-job rule makes of a posting, kept beside its words. */
export interface Likeness {
  key: string
  bands: number[]
}

/** The columns of a listing that shows this posting. */
export function listingRow(
  id: PostingId & { demo: boolean },
  draft: ListingDraft,
  { key, bands }: Likeness,
  employerId: number | null,
  taggerVersion: number,
) {
  return {
    same_key: key,
    lead_source_id: id.source_id,
    lead_external_id: id.external_id,
    employer_id: employerId,
    title: draft.title,
    employer: draft.employer,
    place: draft.place,
    places: JSON.stringify(draft.places),
    states: draft.states,
    url: draft.url,
    apply_url: draft.apply_url,
    posted_at: draft.posted_at,
    closes_at: draft.closes_at,
    demo: id.demo,
    text: draft.text,
    html: draft.html,
    pay_hour_min: draft.pay_hour_min,
    pay_hour_max: draft.pay_hour_max,
    tagger_version: taggerVersion,
    bands,
    ...tagColumns(draft),
  } satisfies Record<keyof typeof LISTING_COLUMNS, unknown>
}

function tagColumns({ reading: r }: ListingDraft) {
  return {
    in_domain: r.in_domain,
    role: r.role,
    adjacent_role: r.adjacent_role,
    level: r.level,
    min_months: r.min_months,
    max_months: r.max_months,
    preferred_months: r.preferred_months,
    entry: r.entry,
    credentials_required: r.credentials.required,
    credentials_any_of: r.credentials.any_of,
    credentials_class: r.credentials.required_class,
    credentials_preferred: r.credentials.preferred,
    accepted_apprentice: r.credentials.accepted_apprentice,
    within_months_of_hire: r.credentials.within_months_of_hire,
    education: r.education === null ? null : JSON.stringify(r.education),
    work_mode: r.work_mode,
    hybrid_days_onsite: r.hybrid_days_onsite,
    states_allowed: r.states_allowed,
    states_excluded: r.states_excluded,
    settings: r.settings,
    specialties: r.specialties,
    systems: r.systems,
    employment_type: r.employment_type,
    pay_min: r.pay?.min ?? null,
    pay_max: r.pay?.max ?? null,
    pay_unit: r.pay?.unit ?? null,
    warnings: JSON.stringify(r.warnings),
    requirement: JSON.stringify(r.requirement),
    evidence: JSON.stringify(r.evidence),
  }
}

/** The ids of employers by their names; those not yet known are added. A name that says nothing has none. */
export async function employerIds(
  tx: Kysely<Database>,
  names: readonly (string | null)[],
): Promise<(name: string | null) => number | null> {
  const wanted = new Map<string, string>()
  for (const name of names) {
    const norm = name === null ? '' : normaliseEmployer(name)
    if (name !== null && norm !== '' && !wanted.has(norm)) wanted.set(norm, name)
  }
  const ids = new Map<string, number>()
  const look = async (): Promise<void> => {
    const missing = [...wanted.keys()].filter((norm) => !ids.has(norm))
    if (missing.length === 0) return
    const { rows } = await sql<{ id: number; name_norm: string }>`
      select id, name_norm from employer where name_norm = any(${missing}::text[])`.execute(tx)
    for (const row of rows) ids.set(row.name_norm, row.id)
  }
  await look()
  const added = [...wanted].filter(([norm]) => !ids.has(norm))
  if (added.length > 0) {
    // Sorted, so that two writers take the same names in the same order.
    added.sort(([a], [b]) => (a < b ? -1 : 1))
    await sql`
      insert into employer (name, name_norm)
      select * from unnest(${added.map(([, name]) => name)}::text[], ${added.map(([norm]) => norm)}::text[])
      on conflict (name_norm) do nothing`.execute(tx)
    await look()
  }
  return (name) => (name === null ? null : (ids.get(normaliseEmployer(name)) ?? null))
}
