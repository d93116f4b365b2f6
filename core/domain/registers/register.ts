import type { Setting } from '../tags.ts'

/** The government files (and our own place table) that can be loaded, by the name a person types. */
export const REGISTER_KINDS = [
  'cms-nursing-home',
  'cms-home-health',
  'cms-hospice',
  'cms-hospital',
  'hrsa-health-center',
  'hrsa-hpsa',
  'hrsa-mua',
  'ruca',
  'places',
  'oews',
] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** One place of care as its register names it. */
export interface FacilityRecord {
  table: 'facility'
  /** The register's own number: CCN (CMS), BPHC Assigned Number (HRSA). */
  id: string
  name: string
  /** Who runs it, where the register says so: legal business name, health center. */
  operator: string | null
  /** The group of facilities it belongs to, where the register says so. */
  chain: string | null
  /** Empty for a general hospital: known to the register, none of our settings. */
  settings: Setting[]
  city: string | null
  state: string | null
  zip5: string | null
  /** Only where the register itself gives the code. */
  county_fips: string | null
}

export const AREA_FACTS = [
  'hpsa_primary_care',
  'hpsa_dental_health',
  'hpsa_mental_health',
  'mua',
  'mup',
  'ruca',
] as const
export type AreaFact = (typeof AREA_FACTS)[number]

/**
 * What a register says of a county or a ZIP code; never of an employer in it.
 * `value`: HPSA score (0 to 26), IMU score of an MUA/P (null when not given), primary RUCA code (1 to 10).
 */
export interface AreaRecord {
  table: 'area_fact'
  fact: AreaFact
  /** The designation's number; '' where the area has one row only. */
  id: string
  area_kind: 'county' | 'zip'
  /** Five digits: county FIPS code or ZIP code. */
  area_code: string
  value: number | null
  name: string | null
  /** true = the whole area is designated, false = a part of it or one population group; null = not said. */
  whole: boolean | null
}

/** One ZIP code of our place table. */
export interface PlaceRecord {
  table: 'place'
  zip5: string
  city: string
  state: string
  county_fips: string | null
  lat: number
  lon: number
}

/** What one occupation pays in one state, or in the whole country (`US`). Dollars; null = not published. */
export interface WageRecord {
  table: 'wage'
  /** Code of the Standard Occupational Classification of 2018: "29-2072". */
  soc: string
  /** Two-letter code; `US` for the whole country. */
  state: string
  jobs: number | null
  hour_p10: number | null
  hour_p25: number | null
  hour_median: number | null
  hour_p75: number | null
  hour_p90: number | null
  year_p10: number | null
  year_p25: number | null
  year_median: number | null
  year_p75: number | null
  year_p90: number | null
}

export type RegisterRecord = FacilityRecord | AreaRecord | PlaceRecord | WageRecord

/** kept: `record`; sound but not wanted (withdrawn, closed): `passed`; cannot be used: `bad`, with the reason. */
export type RowReading = { record: RegisterRecord } | { passed: string } | { bad: string }

/** A row by the reader's own field names; '' for a column the file lacks. Values come trimmed. */
export type Row<Field extends string> = (field: Field) => string

export interface Register<Field extends string = string> {
  kind: RegisterKind
  /** Publisher, file and data set, as a person would look for it. */
  about: string
  format: 'csv' | 'tsv-without-header'
  /** Each field with the header names it is known by; without one of them the file is a wrong one. */
  required: Readonly<Partial<Record<Field, readonly string[]>>>
  optional: Readonly<Partial<Record<Field, readonly string[]>>>
  /** The date that the file itself states, as ISO date; null when the row does not say it. */
  statedDate: (row: Row<Field>) => string | null
  /** What part of the register this file is ("Dental Health"); a newer file replaces its own part only. */
  scope: (row: Row<Field>) => string
  read: (row: Row<Field>) => RowReading
  /** One sentence when the kept records cannot be of this register though the header fits. */
  suspicion: (records: readonly RegisterRecord[]) => string | null
  /** One sentence when a file with such a row must not be loaded at all; every row is asked first. */
  refusal: ((row: Row<Field>) => string | null) | null
  /** ISO date that the publisher puts into the file's name in a way of its own; null when it is not there. */
  namedDate: (file: string) => string | null
}

/** A register without scope, date, suspicion or refusal unless given. */
export function defineRegister<Field extends string>(
  register: Pick<Register<Field>, 'kind' | 'about' | 'required' | 'read'> &
    Partial<Register<Field>>,
): Register {
  return {
    format: 'csv',
    optional: {},
    statedDate: () => null,
    scope: () => '',
    suspicion: () => null,
    refusal: null,
    namedDate: () => null,
    ...register,
  }
}

const bare = (name: string): string =>
  name
    .replace(/^[\s'"]+|[\s'"]+$/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()

export interface OpenRegister {
  /** The row's reader, or one sentence when the row does not have the header's shape. */
  row: (fields: readonly string[]) => Row<string> | { bad: string }
}

/** Places of the register's fields in `header`, or what was expected and what was found. */
export function openRegister(
  register: Register,
  header: readonly string[],
): OpenRegister | { missing: string[]; found: string[] } {
  const found = header.map((h) => h.trim()).filter((h) => h !== '')
  const at = new Map<string, number>()
  header.forEach((name, i) => {
    if (name !== '' && !at.has(bare(name))) at.set(bare(name), i)
  })
  const columns = new Map<string, number>()
  const missing: string[] = []
  for (const [field, names] of Object.entries(register.required)) {
    const index = indexOf(at, names ?? [])
    if (index === undefined) missing.push(names?.[0] ?? field)
    else columns.set(field, index)
  }
  if (missing.length > 0) return { missing, found }
  for (const [field, names] of Object.entries(register.optional)) {
    const index = indexOf(at, names ?? [])
    if (index !== undefined) columns.set(field, index)
  }
  return { row: (fields) => rowOf(columns, width(header), fields) }
}

function indexOf(at: ReadonlyMap<string, number>, names: readonly string[]): number | undefined {
  return names.map((n) => at.get(bare(n))).find((i) => i !== undefined)
}

/** HRSA ends the header and every row with a comma: empty cells at the end do not count. */
function width(fields: readonly string[]): number {
  let n = fields.length
  while (n > 0 && fields[n - 1]?.trim() === '') n -= 1
  return n
}

function rowOf(
  columns: ReadonlyMap<string, number>,
  headerWidth: number,
  fields: readonly string[],
): Row<string> | { bad: string } {
  if (fields.length < headerWidth || width(fields) > headerWidth)
    return { bad: `it has ${fields.length} fields where the header has ${headerWidth}` }
  return (field) => {
    const index = columns.get(field)
    return index === undefined ? '' : (fields[index]?.trim() ?? '')
  }
}
