import type { Place } from './posting.ts'
import { numberKey } from './search/keys.ts'
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

/** A place that a person searches near. */
export interface Spot {
  point: Point
  /** As shown: "Scranton, PA" or "18503 (Scranton, PA)". */
  label: string
  state: string
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
  /**
   * What a person means by "18503", "18503-1234", "Scranton, PA 18503", "Scranton, PA", "scranton pennsylvania";
   * null when the table holds no such ZIP code or town.
   */
  near: (text: string) => Spot | null
  /** Towns within so many miles of a point, by their search keys (search/keys.ts), with the miles to 0.1. */
  townsWithin: (point: Point, miles: number) => Map<number, number>
  /** The lowest ZIP code of a town, as a number; null when it is not in the table or the place names no town. */
  townKey: (place: Place) => number | null
  size: number
}

interface Town extends Point {
  /** "Scranton, PA", as the table writes it. */
  label: string
  /** The lowest of its ZIP codes. */
  zip: number
}

export function buildPlaceIndex(rows: readonly ZipRow[]): PlaceIndex {
  const zips = new Map(rows.map((row) => [row.zip, row]))
  const towns = townsOf(rows)
  const byLatitude = [...towns.values()].sort((a, b) => a.lat - b.lat)
  const byZip = (zip: string): ZipRow | null => zips.get(zip) ?? null
  const townOf = ({ city, state }: Pick<Place, 'city' | 'state'>): Town | null =>
    city === null || state === null ? null : (towns.get(townName(city, state)) ?? null)
  return {
    byZip,
    byCityState: (city, state) => {
      const town = townOf({ city, state })
      return town === null ? null : { lat: town.lat, lon: town.lon }
    },
    distance: (zip, place) => {
      const from = byZip(zip)
      const to = townOf(place)
      return from === null || to === null ? null : milesBetween(from, to)
    },
    stateOf: (zip) => byZip(zip)?.state ?? null,
    near: (text) => nearZip(text, byZip) ?? nearTown(text, townOf),
    townsWithin: (point, miles) => within(byLatitude, point, miles),
    townKey: (place) => townOf(place)?.zip ?? null,
    size: zips.size,
  }
}

const townName = (city: string, state: string): string =>
  `${normaliseTown(city)}|${state.toUpperCase()}`

function townsOf(rows: readonly ZipRow[]): Map<string, Town> {
  const groups = new Map<string, ZipRow[]>()
  for (const row of rows) {
    const name = townName(row.city, row.state)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return new Map([...groups].map(([name, group]) => [name, townFrom(group)]))
}

function townFrom(group: readonly ZipRow[]): Town {
  const sum = (of: (row: ZipRow) => number): number => group.reduce((all, row) => all + of(row), 0)
  const lowest = group.reduce((low, row) => (row.zip < low.zip ? row : low))
  return {
    lat: sum((row) => row.lat) / group.length,
    lon: sum((row) => row.lon) / group.length,
    label: `${lowest.city}, ${lowest.state}`,
    zip: Number(lowest.zip),
  }
}

function nearZip(text: string, byZip: PlaceIndex['byZip']): Spot | null {
  const zip = /(?:^|[\s,])(\d{5})(?:-\d{4})?\s*$/.exec(text)?.[1]
  const row = zip === undefined ? null : byZip(zip)
  if (row === null) return null
  const { lat, lon, city, state } = row
  return { point: { lat, lon }, label: `${row.zip} (${city}, ${state})`, state }
}

function nearTown(
  text: string,
  townOf: (place: Pick<Place, 'city' | 'state'>) => Town | null,
): Spot | null {
  for (const place of townsNamed(text)) {
    const town = townOf(place)
    if (town === null || place.state === null) continue
    const { lat, lon, label } = town
    return { point: { lat, lon }, label, state: place.state }
  }
  return null
}

/** "scranton pa" and "Scranton Pennsylvania" have no comma: the state is the last word, or the last two or three. */
function townsNamed(text: string): Place[] {
  const words = text.trim().split(/\s+/)
  const ends = [1, 2, 3].filter((n) => n < words.length)
  const tails = ends.map((n) => `${words.slice(0, -n).join(' ')}, ${words.slice(-n).join(' ')}`)
  return [text, ...(text.includes(',') ? [] : tails)].map(parsePlace)
}

const MILES_A_DEGREE = (2 * Math.PI * EARTH_RADIUS_MILES) / 360
/** A box is drawn a little too wide rather than too narrow. */
const SPARE_DEGREES = 0.01

/** Only towns of the right latitudes are looked at, and of those only what lies in the right longitudes is measured. */
function within(byLatitude: readonly Town[], point: Point, miles: number): Map<number, number> {
  const found = new Map<number, number>()
  const high = miles / MILES_A_DEGREE + SPARE_DEGREES
  const wide = high / Math.max(0.01, Math.cos(radians(Math.min(90, Math.abs(point.lat) + high))))
  for (let at = firstFrom(byLatitude, point.lat - high); at < byLatitude.length; at += 1) {
    const town = byLatitude[at]
    if (town === undefined || town.lat > point.lat + high) break
    // The far Aleutians lie beyond the 180th degree.
    const apart = Math.abs(town.lon - point.lon)
    if (Math.min(apart, 360 - apart) > wide) continue
    const far = milesBetween(point, town)
    if (far <= miles) found.set(numberKey('town', town.zip), Math.round(far * 10) / 10)
  }
  return found
}

function firstFrom(byLatitude: readonly Town[], lat: number): number {
  let low = 0
  let high = byLatitude.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byLatitude[middle]?.lat ?? 0) < lat) low = middle + 1
    else high = middle
  }
  return low
}

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
