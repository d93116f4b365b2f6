import { sql, type Kysely } from 'kysely'
import { normaliseTown } from '../domain/places.ts'
import type { Place } from '../domain/posting.ts'
import { RURAL_FROM } from '../domain/registers/geography.ts'
import type { Underserved } from '../domain/search/keys.ts'
import type { Database } from './schema.ts'

type Town = Pick<Place, 'city' | 'state'>

/**
 * What real registers say of places, by town; rows of sample files count for nothing. A town is rural when
 * one of its ZIP codes is.
 */
export async function underservedTowns(
  db: Kysely<Database>,
  places: readonly Town[],
): Promise<(place: Town) => readonly Underserved[]> {
  const towns = new Map(places.flatMap((p) => (isTown(p) ? [[nameOf(p), townOf(p)] as const] : [])))
  if (towns.size === 0) return () => []
  const { rows } = await sql<{ name: string; found: Underserved[] }>`
    select a.name, array_agg(distinct case
        when f.fact like 'hpsa%' then 'shortage_area' when f.fact = 'ruca' then 'rural'
        else 'medically_underserved' end) as found
    from jsonb_to_recordset(${JSON.stringify([...towns.values()])}::jsonb) as a (name text, state text, town text)
    join place p on p.state = a.state and p.town_norm = a.town
    cross join lateral (values ('zip', p.zip5), ('county', p.county_fips)) as area (kind, code)
    join area_fact f on f.area_kind = area.kind and f.area_code = area.code
    where not f.sample and (f.fact <> 'ruca' or f.value >= ${RURAL_FROM})
    group by a.name`.execute(db)
  const found = new Map(rows.map((row) => [row.name, row.found]))
  return (place) => (isTown(place) ? (found.get(nameOf(place)) ?? []) : [])
}

/** Whether any real file of areas is loaded: without one no place is worth looking up. */
export async function knowsAreas(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from area_fact where not sample) as known`.execute(db)
  return rows[0]?.known === true
}

interface NamedTown {
  city: string
  state: string
}

const isTown = (place: Town): place is NamedTown => place.city !== null && place.state !== null

const nameOf = ({ city, state }: NamedTown): string => `${city}|${state}`

const townOf = (place: NamedTown): { name: string; state: string; town: string } => ({
  name: nameOf(place),
  state: place.state.toUpperCase(),
  town: normaliseTown(place.city),
})
