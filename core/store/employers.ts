import { sql, type Kysely } from 'kysely'
import type { EmployerDetail } from '../domain/listing.ts'
import { SETTINGS, type Setting } from '../domain/tags.ts'
import type { EmployerPlace, EmployerToMatch, TextCue } from '../domain/registers/match-facility.ts'
import { employerSettings } from './facilities.ts'
import { standing } from './listing-filters.ts'
import { listingsByIds } from './listings.ts'
import type { Database } from './schema.ts'

/** An employer with all that its adverts say of it. */
export interface EmployerFacts extends EmployerToMatch {
  id: number
  places: EmployerPlace[]
}

/**
 * The next employers by id after `after`, at most `limit`, with where they hire and what their adverts say.
 * Open adverts speak; where none is open, the closed ones do.
 */
export async function employerFactsAfter(
  db: Kysely<Database>,
  after: number,
  limit: number,
): Promise<EmployerFacts[]> {
  const employers = await db
    .selectFrom('employer')
    .select(['id', 'name'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = employers.map((e) => e.id)
  const [adverts, zips, numbers] = await Promise.all([
    advertsOf(db, ids),
    zipsOf(db, ids),
    facilityIds(db, ids),
  ])
  return employers.map(({ id, name }) => ({
    id,
    name,
    facility_ids: numbers.get(id) ?? [],
    places: [
      ...uniquePlaces(adverts.get(id) ?? []),
      ...(zips.get(id) ?? []).map((z) => ({ city: null, state: z.state, zip5: z.zip5 })),
    ],
    cues: cuesOf(adverts.get(id) ?? []),
  }))
}

interface AdvertRow {
  id: number
  employer_id: number
  open: boolean
  places: { city: string | null; state: string | null }[]
  settings: string[]
  said: { rule: string; words: string }[] | null
}

async function advertsOf(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Map<number, AdvertRow[]>> {
  const { rows } = await sql<AdvertRow>`
    select id, employer_id, closed_at is null as open, places, settings, evidence -> 'settings' as said
    from listing where employer_id = any(${ids})
    order by employer_id, id`.execute(db)
  const all = byEmployer(rows)
  for (const [id, adverts] of all) {
    const open = adverts.filter((a) => a.open)
    if (open.length > 0) all.set(id, open)
  }
  return all
}

function uniquePlaces(adverts: readonly AdvertRow[]): EmployerPlace[] {
  const seen = new Map<string, EmployerPlace>()
  for (const { city, state } of adverts.flatMap((a) => a.places)) {
    if (city !== null && state !== null) seen.set(`${city}|${state}`, { city, state, zip5: null })
  }
  return [...seen.values()]
}

/** ZIP codes that the adverts write after a state in which the employer hires: "Scranton, PA 18503". */
async function zipsOf(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Map<number, { state: string; zip5: string }[]>> {
  const { rows } = await sql<{ employer_id: number; state: string; zip5: string }>`
    select distinct l.employer_id, m[1] as state, m[2] as zip5
    from listing l, regexp_matches(l.text, '\\m([A-Z]{2}),? +(\\d{5})(?!\\d)', 'g') m
    where l.employer_id = any(${ids}) and m[1] = any(l.states)
    order by 1, 3`.execute(db)
  return byEmployer(rows)
}

function byEmployer<T extends { employer_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.employer_id)
    if (group === undefined) groups.set(row.employer_id, [row])
    else group.push(row)
  }
  return groups
}

/**
 * Register numbers that a source of the employer's own states among its facts:
 * `"facility_ids": ["cms-hospital:391300"]`.
 */
async function facilityIds(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ employer_id: number; ids: string[] }>`
    select l.employer_id, array_agg(distinct x) as ids
    from listing l join source s on s.id = l.lead_source_id and s.employer = l.employer,
      jsonb_array_elements_text(case when jsonb_typeof(s.facts -> 'facility_ids') = 'array'
        then s.facts -> 'facility_ids' else '[]' end) x
    where l.employer_id = any(${ids})
    group by l.employer_id`.execute(db)
  return new Map(rows.map((r) => [r.employer_id, r.ids]))
}

function cuesOf(adverts: readonly AdvertRow[]): TextCue[] {
  return SETTINGS.flatMap((setting) => {
    const saying = adverts.filter((a) => a.settings.includes(setting))
    const first = saying[0]
    if (first === undefined) return []
    return {
      setting,
      listings: saying.length,
      of: adverts.length,
      listing_id: first.id,
      words: wordsFor(setting, first),
    }
  })
}

function wordsFor(setting: Setting, advert: AdvertRow): string {
  const rule = new RegExp(`\\.${setting}(?:_work)?$`)
  return advert.said?.find((s) => rule.test(s.rule))?.words ?? ''
}

/**
 * One employer with what is known of it and its newest open listings, at most `limit`; null when there is
 * none of this number, or no listing of it is kept any more.
 */
export async function getEmployer(
  db: Kysely<Database>,
  id: number,
  limit: number,
): Promise<EmployerDetail | null> {
  const { rows } = await sql<{ name: string; demo: boolean; open: number; newest: number[] }>`
    select e.name, bool_and(l.demo) as demo, count(*) filter (where ${standing}) as open,
      coalesce((array_agg(l.id order by l.first_seen desc, l.id desc)
        filter (where ${standing}))[:${limit}], '{}') as newest
    from employer e join listing l on l.employer_id = e.id
    where e.id = ${id}
    group by e.id`.execute(db)
  const employer = rows[0]
  if (employer === undefined) return null
  return {
    id,
    name: employer.name,
    demo: employer.demo,
    settings: await employerSettings(db, id),
    open: employer.open,
    listings: await listingsByIds(db, employer.newest),
  }
}
