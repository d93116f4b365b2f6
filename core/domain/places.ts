import type { Place } from './posting.ts'
import { STATES } from './vocabulary/states.ts'

export interface Point {
  lat: number
  lon: number
}

/** One ZIP code of the reference table. `county` is the five-digit county FIPS code, null when not given. */
export interface ZipRow extends Point {
  zip: string
  city: string
  state: string
  county: string | null
}

const EARTH_RADIUS_MILES = 3958.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Miles along the surface between two points (great circle, mean earth radius). */
export function milesBetween(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat)
  const dLon = radians(b.lon - a.lon)
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** ZIP codes and towns, looked up by the words adverts use. */
export interface PlaceIndex {
  byZip: (zip: string) => ZipRow | null
  /** The middle of a town's ZIP codes; null when the state has no town of that name. */
  byCityState: (city: string, state: string) => Point | null
  /** Miles from a ZIP code to a town; null when either is not in the table or the place names no town. */
  distance: (zip: string, place: Place) => number | null
  /** Two-letter state of a ZIP code; null when it is not in the table. */
  stateOf: (zip: string) => string | null
  /** The lowest ZIP code of a place's town, as a number; null when the place names no town of the table. */
  townKey: (place: Pick<Place, 'city' | 'state'>) => number | null
  size: number
}

export function buildPlaceIndex(rows: readonly ZipRow[]): PlaceIndex {
  const zips = new Map<string, ZipRow>()
  const towns = new Map<string, { lat: number; lon: number; n: number; lowest: number }>()
  for (const row of rows) {
    zips.set(row.zip, row)
    const key = townKey(row.city, row.state)
    const town = towns.get(key)
    if (town === undefined) {
      towns.set(key, { lat: row.lat, lon: row.lon, n: 1, lowest: Number(row.zip) })
    } else {
      town.lowest = Math.min(town.lowest, Number(row.zip))
      town.lat += row.lat
      town.lon += row.lon
      town.n += 1
    }
  }
  const byZip = (zip: string): ZipRow | null => zips.get(zip) ?? null
  const byCityState = (city: string, state: string): Point | null => {
    const town = towns.get(townKey(city, state))
    return town === undefined ? null : { lat: town.lat / town.n, lon: town.lon / town.n }
  }
  return {
    byZip,
    byCityState,
    distance: (zip, place) => {
      const from = byZip(zip)
      if (from === null || place.city === null || place.state === null) return null
      const to = byCityState(place.city, place.state)
      return to === null ? null : milesBetween(from, to)
    },
    stateOf: (zip) => byZip(zip)?.state ?? null,
    townKey: ({ city, state }) =>
      city === null || state === null ? null : (towns.get(townKey(city, state))?.lowest ?? null),
    size: zips.size,
  }
}

const townKey = (city: string, state: string): string =>
  `${normaliseTown(city)}|${state.toUpperCase()}`

/** A town's name reduced to what tells towns apart: "St. Louis" and "Saint Louis" are one. */
export function normaliseTown(city: string): string {
  return city
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bmt\b/g, 'mount')
    .replace(/\bft\b/g, 'fort')
    .replace(/\b(?:twp|township)$/g, '')
    .replace(/^(?:nyc|new york city|manhattan)$/, 'new york')
    .replace(/^washington d ?c$/, 'washington')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Parses the packed table: a line is `zip, city, state, county, lat, lon`, tab-separated; a bad line is passed over. */
export function parseZipTable(text: string): ZipRow[] {
  const rows: ZipRow[] = []
  for (const line of text.split('\n')) {
    const [zip, city, state, county, lat, lon] = line.split('\t')
    if (zip === undefined || city === undefined || state === undefined || lon === undefined)
      continue
    const row = {
      zip,
      city,
      state,
      county: county === undefined || county === '' ? null : county,
      lat: Number(lat),
      lon: Number(lon),
    }
    if (/^\d{5}$/.test(zip) && Number.isFinite(row.lat) && Number.isFinite(row.lon)) rows.push(row)
  }
  return rows
}

const TERRITORIES: Readonly<Record<string, string>> = {
  AS: 'American Samoa',
  GU: 'Guam',
  MP: 'Northern Mariana Islands',
  PR: 'Puerto Rico',
  VI: 'U.S. Virgin Islands',
}
const STATE_BY_NAME: ReadonlyMap<string, string> = new Map(
  [...Object.entries(STATES), ...Object.entries(TERRITORIES)].map(([code, name]) => [
    name.toLowerCase(),
    code,
  ]),
)

/** The two-letter code of a US state or territory from its code or name; null for anything else. */
export function stateCode(text: string): string | null {
  const words = text.trim().replace(/^US-/i, '').replace(/\.$/, '')
  const upper = words.replace(/\./g, '').toUpperCase()
  if (Object.hasOwn(STATES, upper) || Object.hasOwn(TERRITORIES, upper)) return upper
  return STATE_BY_NAME.get(words.toLowerCase()) ?? null
}

const COUNTRY = /^(?:usa?|u\.s\.a?\.?|united states(?: of america)?)$/i
const MODE =
  /\b(?:(?:100 ?% |fully )?remote|hybrid|on-?site|work from home|wfh|telework|telecommute|virtual|anywhere|nationwide)\b/gi
const NOWHERE: Place = { city: null, state: null, country: null }

/**
 * Reads a place as people write it: "Scranton, PA", "New York, New York 10001, USA", "Remote - TX",
 * "Pennsylvania". "Remote" alone names no place: every field is null.
 */
export function parsePlace(text: string): Place {
  const parts = text
    .replace(/\band \d+ more places?\b/i, '')
    .replace(MODE, ' ')
    .split(/[,;()|/]|\s[-–—]\s|^\s*[-–—:]|[-–—:]\s*$/)
    .map((part) => part.replace(/\b\d{5}(?:-\d{4})?\b/, '').trim())
    .filter((part) => /\p{L}/u.test(part))
  if (parts.length === 0) return NOWHERE
  const american = COUNTRY.test(parts.at(-1) ?? '')
  if (american) parts.pop()
  const [first, second] = parts
  if (first === undefined) return { ...NOWHERE, country: 'US' }
  if (second === undefined) return lonePlace(first, american)
  const code = stateCode(second)
  if (code !== null) return { city: first, state: code, country: 'US' }
  const dashed = fromDashes(first)
  if (dashed !== null) return dashed
  return { city: first, state: second, country: american ? 'US' : null }
}

function lonePlace(text: string, american: boolean): Place {
  const code = stateCode(text)
  if (code !== null) return { city: null, state: code, country: 'US' }
  const dashed = fromDashes(text)
  if (dashed !== null) return dashed
  const trailing = /^(.+?)\s+([A-Z]{2})$/.exec(text)
  const state = trailing === null ? null : stateCode(trailing[2] ?? '')
  if (trailing !== null && state !== null) {
    return { city: trailing[1] ?? null, state, country: 'US' }
  }
  return { city: text, state: null, country: american ? 'US' : null }
}

/** "US-PA-Scranton" and "PA-Scranton", as some systems write it. */
function fromDashes(text: string): Place | null {
  const found = /^(?:USA?-)?([A-Z]{2})-(.+)$/.exec(text)
  const state = found === null ? null : stateCode(found[1] ?? '')
  return found === null || state === null
    ? null
    : { city: (found[2] ?? '').trim(), state, country: 'US' }
}

/** True when a place names a town, a state or a country. */
export const hasSaid = (place: Place): boolean =>
  place.city !== null || place.state !== null || place.country !== null
