import { sql, type Kysely } from 'kysely'
import { cleanStrings } from '../domain/clean.ts'
import { normaliseTown } from '../domain/places.ts'
import { isRuralCode } from '../domain/registers/geography.ts'
import type { AreaFile, AreaFinding, PlaceFacts } from '../domain/registers/place-facts.ts'
import {
  AREA_FACTS,
  type AreaFact,
  type AreaRecord,
  type PlaceRecord,
} from '../domain/registers/register.ts'
import type { RowMark } from './facilities.ts'
import type { Database } from './schema.ts'

/** Inserts or renews facts of counties and ZIP codes; of two with one key in a batch the later counts. */
export async function saveAreaFacts(
  tx: Kysely<Database>,
  records: readonly AreaRecord[],
  mark: RowMark,
): Promise<void> {
  const byKey = new Map(records.map((r) => [`${r.area_code} ${r.fact} ${r.id}`, r]))
  if (byKey.size === 0) return
  const rows = cleanStrings([...byKey.values()])
  await sql`
    insert into area_fact (register, fact, id, area_kind, area_code, value, name, whole, sample, run_id)
    select ${mark.register}, r.fact, r.id, r.area_kind, r.area_code, r.value, r.name, r.whole,
      ${mark.sample}, ${mark.run_id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (fact text, id text, area_kind text,
      area_code text, value real, name text, whole boolean)
    on conflict (area_kind, area_code, fact, id) do update set
      register = excluded.register, value = excluded.value, name = excluded.name, whole = excluded.whole,
      sample = excluded.sample, run_id = excluded.run_id`.execute(tx)
}

/** Inserts or renews ZIP codes. */
export async function savePlaces(
  tx: Kysely<Database>,
  records: readonly PlaceRecord[],
  mark: RowMark,
): Promise<void> {
  const byZip = new Map(records.map((r) => [r.zip5, r]))
  if (byZip.size === 0) return
  const rows = [...byZip.values()].map((r) =>
    cleanStrings({ ...r, town_norm: normaliseTown(r.city) }),
  )
  await sql`
    insert into place (zip5, city, town_norm, state, county_fips, lat, lon, sample, run_id)
    select r.zip5, r.city, r.town_norm, r.state, r.county_fips, r.lat, r.lon, ${mark.sample}, ${mark.run_id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (zip5 text, city text, town_norm text,
      state text, county_fips text, lat double precision, lon double precision)
    on conflict (zip5) do update set
      city = excluded.city, town_norm = excluded.town_norm, state = excluded.state,
      county_fips = excluded.county_fips, lat = excluded.lat, lon = excluded.lon,
      sample = excluded.sample, run_id = excluded.run_id`.execute(tx)
}

/** A place as an advert names it. */
export interface AskedPlace {
  city: string | null
  state: string | null
  zip5?: string | null
}

interface FactRow extends AreaFinding {
  asked: number
  fact: AreaFact
}

/** Facts of each place, in the order asked. Needs the kinds `places` and the HRSA or RUCA files to be loaded. */
export async function placeFacts(
  db: Kysely<Database>,
  places: readonly AskedPlace[],
): Promise<PlaceFacts[]> {
  if (places.length === 0) return []
  const areas = await areasOf(db, places)
  const codes = areas.flatMap((a) => [...a.counties, ...a.zips])
  const facts = codes.length === 0 ? [] : await factsOf(db, areas)
  const loaded = await wholeRegisters(db)
  return places.map((place, i) => {
    const { counties, zips } = areas[i] ?? { counties: [], zips: [] }
    const own = facts.filter((f) => f.asked === i)
    return {
      city: place.city,
      state: place.state,
      found: zips.length > 0,
      counties,
      // What the registers designate are counties: where none is known, nothing was looked up.
      ...summary(own, counties.length > 0 ? loaded : {}),
    }
  })
}

interface Areas {
  counties: string[]
  zips: string[]
}

async function areasOf(db: Kysely<Database>, places: readonly AskedPlace[]): Promise<Areas[]> {
  const asked = places.map((p, asked) => ({
    asked,
    state: p.state?.toUpperCase() ?? null,
    town: p.city === null ? null : normaliseTown(p.city),
    zip5: p.zip5 ?? null,
  }))
  const { rows } = await sql<{ asked: number; counties: string[]; zips: string[] }>`
    select a.asked, array_agg(distinct p.zip5 order by p.zip5) as zips,
      coalesce(array_agg(distinct p.county_fips order by p.county_fips)
        filter (where p.county_fips is not null), '{}') as counties
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (asked int, state text, town text, zip5 text)
    join place p on p.zip5 = a.zip5 or (a.zip5 is null and p.state = a.state and p.town_norm = a.town)
    group by a.asked`.execute(db)
  const byPlace = new Map(rows.map((r) => [r.asked, r]))
  return places.map((_, i) => byPlace.get(i) ?? { counties: [], zips: [] })
}

async function factsOf(db: Kysely<Database>, areas: readonly Areas[]): Promise<FactRow[]> {
  const wanted = areas.flatMap((a, asked) => [
    ...a.counties.map((code) => ({ asked, kind: 'county', code })),
    ...a.zips.map((code) => ({ asked, kind: 'zip', code })),
  ])
  const { rows } = await sql<FactRow>`
    select w.asked, f.fact, f.area_kind, f.area_code, f.value, f.name, f.whole, f.sample,
      r.file as source, r.as_of
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (asked int, kind text, code text)
    join area_fact f on f.area_kind = w.kind and f.area_code = w.code
    join import_run r on r.id = f.run_id
    order by w.asked, f.fact, f.value desc nulls last, f.whole desc nulls last, f.area_code, f.id`.execute(
    db,
  )
  return rows
}

/** Facts for which silence means "none": a real file was read to its end. A sample proves no absence. */
async function wholeRegisters(db: Kysely<Database>): Promise<PlaceFacts['looked_up']> {
  const runs = await db
    .selectFrom('import_run')
    .select(['kind', 'scope', 'file', 'as_of'])
    .where('state', '=', 'done')
    .where('sample', '=', false)
    .where('kind', 'in', ['hrsa-hpsa', 'hrsa-mua'])
    .orderBy('id')
    .execute()
  const loaded: PlaceFacts['looked_up'] = {}
  for (const { kind, scope, file, as_of } of runs) {
    const newest: AreaFile = { source: file, as_of }
    if (kind === 'hrsa-mua') Object.assign(loaded, { mua: newest, mup: newest })
    for (const fact of AREA_FACTS) if (kind === 'hrsa-hpsa' && fact === scope) loaded[fact] = newest
  }
  return loaded
}

function findingOf(row: FactRow): AreaFinding {
  const { area_kind, area_code, value, name, whole, source, as_of, sample } = row
  return { area_kind, area_code, value, name, whole, source, as_of, sample }
}

function summary(
  rows: readonly FactRow[],
  loaded: PlaceFacts['looked_up'],
): Pick<PlaceFacts, 'facts' | 'looked_up' | 'rural'> {
  const looked_up = loaded
  const facts: PlaceFacts['facts'] = {}
  for (const fact of AREA_FACTS) {
    const best = rows.find((r) => r.fact === fact)
    if (best !== undefined) {
      facts[fact] = findingOf(best)
    } else if (loaded[fact] !== undefined) facts[fact] = null
  }
  const codes = rows.flatMap((r) => (r.fact === 'ruca' && r.value !== null ? [r.value] : []))
  const rural = codes.filter(isRuralCode).length
  if (codes.length === 0) return { facts, looked_up }
  return { facts, looked_up, rural: rural === codes.length ? 'all' : rural === 0 ? 'none' : 'some' }
}
