import type { Kysely } from 'kysely'
import type { Database } from '../../core/store/schema.ts'
import { demoListings } from './demo-world.ts'
import { makeListing } from './listings.ts'

/** Puts the adverts of the demo world into a database, as ingest would read them on the day of `now`. */
export async function fillWithDemo(db: Kysely<Database>, now: string): Promise<void> {
  for (const facts of demoListings(now)) {
    const { id, credentials, pay, employer } = facts
    const [first] = facts.places
    const where = [first?.city, first?.state].filter((part) => part != null).join(', ')
    await makeListing(db, {
      ...tagColumns(facts),
      lead_external_id: `demo-${id}`,
      employer: employer ?? null,
      place: where === '' ? null : where,
      states: facts.places.flatMap(({ state }) => (state === null ? [] : [state])),
      credentials_required: credentials.required,
      credentials_any_of: credentials.any_of,
      credentials_class: credentials.required_class,
      credentials_preferred: credentials.preferred,
      accepted_apprentice: credentials.accepted_apprentice,
      within_months_of_hire: credentials.within_months_of_hire,
      pay_min: pay?.min ?? null,
      pay_max: pay?.max ?? null,
      pay_unit: pay?.unit ?? null,
    })
  }
}

type Facts = ReturnType<typeof demoListings>[number]

function tagColumns(facts: Facts) {
  return {
    title: facts.title,
    places: facts.places,
    closes_at: facts.closes_at,
    posted_at: facts.posted_at ?? null,
    ...(facts.first_seen === undefined ? {} : { first_seen: facts.first_seen }),
    in_domain: facts.in_domain,
    role: facts.role,
    adjacent_role: facts.adjacent_role,
    level: facts.level,
    min_months: facts.min_months,
    max_months: facts.max_months,
    preferred_months: facts.preferred_months,
    entry: facts.entry,
    education: facts.education,
    work_mode: facts.work_mode,
    hybrid_days_onsite: facts.hybrid_days_onsite,
    states_allowed: facts.states_allowed,
    states_excluded: facts.states_excluded,
    settings: facts.settings,
    specialties: facts.specialties,
    systems: facts.systems,
    employment_type: facts.employment_type,
    warnings: facts.warnings,
    requirement: facts.requirement,
  }
}
