import type { Kysely } from 'kysely'
import type { ListingDraft } from '../domain/draft.ts'
import { normaliseEmployer } from '../domain/employer-name.ts'
import type { Database } from './schema.ts'

export interface PostingId {
  source_id: number
  external_id: string
}

export type ListingRow = Awaited<ReturnType<typeof listingRow>>

/** Every column of a listing that its lead posting decides; when it was seen and closed is not among them. */
export async function listingRow(
  tx: Kysely<Database>,
  id: PostingId & { demo: boolean },
  draft: ListingDraft,
  key: string,
  taggerVersion: number,
) {
  return {
    same_key: key,
    lead_source_id: id.source_id,
    lead_external_id: id.external_id,
    employer_id: await employerId(tx, draft.employer),
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
    ...tagColumns(draft),
  }
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

async function employerId(tx: Kysely<Database>, name: string | null): Promise<number | null> {
  if (name === null) return null
  const norm = normaliseEmployer(name)
  if (norm === '') return null
  const known = await tx
    .selectFrom('employer')
    .select('id')
    .where('name_norm', '=', norm)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  const made = await tx
    .insertInto('employer')
    .values({ name, name_norm: norm })
    .onConflict((c) => c.column('name_norm').doUpdateSet({ name_norm: norm }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}
