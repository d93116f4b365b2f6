import type { Place } from '../../core/domain/posting.ts'
import { text } from './shape.ts'

const STATES =
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico,VI U.S. Virgin Islands'

const CODES = new Set<string>()
const BY_NAME = new Map<string, string>()
for (const entry of STATES.split(',')) {
  const code = entry.slice(0, 2)
  CODES.add(code)
  BY_NAME.set(entry.slice(3).toLowerCase(), code)
}
BY_NAME.set('virgin islands', 'VI').set('washington dc', 'DC').set('washington, d.c.', 'DC')
BY_NAME.set('d.c.', 'DC')

/** The two-letter code of a US state or territory, from its code ("pa", "US-PA") or its name; else null. */
export function usState(value: string | null): string | null {
  const given = (value ?? '').trim().replace(/^US-/i, '')
  const code = given.toUpperCase()
  if (CODES.has(code)) return code
  return BY_NAME.get(given.toLowerCase()) ?? null
}

const COUNTRIES = new Map<string, string>()
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
/** The living code that a withdrawn one became (DD: DE, UK: GB). */
const current = (code: string) => new Intl.Locale(`und-${code}`).region ?? code
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
for (const a of LETTERS) {
  for (const b of LETTERS) {
    // Withdrawn codes bear the name of a living one (DD is East Germany's): those are passed over.
    const name = current(a + b) === a + b ? regionNames.of(a + b) : undefined
    if (name !== undefined) COUNTRIES.set(name.toLowerCase(), a + b)
  }
}
const ALIASES: Record<string, string> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  us: 'US',
  'united states of america': 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  'northern ireland': 'GB',
  uae: 'AE',
  // Names in everyday use where the table of names has another.
  'hong kong': 'HK',
  macau: 'MO',
  'czech republic': 'CZ',
  turkey: 'TR',
  'the netherlands': 'NL',
  'ivory coast': 'CI',
  myanmar: 'MM',
  palestine: 'PS',
  'the bahamas': 'BS',
}

/** The ISO 3166-1 alpha-2 code of a country, from its code, its English name or a usual alias; else null. */
export function countryCode(value: string | null): string | null {
  const given = (value ?? '').trim()
  const alias = ALIASES[given.toLowerCase()]
  if (alias) return alias
  if (/^[A-Z]{2}$/.test(given))
    return regionNames.of(current(given)) === undefined ? null : current(given)
  const name = given.toLowerCase()
  const short = name.replace(' and ', ' & ').replace(/^saint /, 'st. ')
  return COUNTRIES.get(name) ?? COUNTRIES.get(short) ?? null
}

const NO_TOWN =
  /^(remote|anywhere|multiple|various|nationwide|statewide|multiple (locations|cities)|various locations)$/i

/** A place from fields of its own. A US state implies its country; nothing else is inferred. */
export function placeOf(fields: {
  city: unknown
  region: unknown
  country: unknown
}): Place | null {
  const named = text(fields.city)
  const city = named === null || NO_TOWN.test(named) ? null : named
  const region = text(fields.region)
  const country = countryCode(text(fields.country))
  const state = country === null || country === 'US' ? usState(region) : null
  const place = {
    city,
    state: state ?? region,
    country: country ?? (state === null ? null : 'US'),
  }
  return city === null && place.state === null && place.country === null ? null : place
}

const MODE_WORDS =
  /\b(fully |100% )?(remote|hybrid|work from home|wfh|telework|telecommute|virtual|in[- ]?office|on[- ]?site|anywhere)\b/gi

const ZIP = /\s*\b\d{5}(-\d{4})?$/

/** The parts of a place line, without words on the mode of work, brackets and ZIP codes. */
function partsOf(words: string): string[] {
  return words
    .replace(MODE_WORDS, ' ')
    .replace(/[()]/g, ',')
    .split(/,|\s[-–—]\s|^\s*[-–—]|[-–—]\s*$/)
    .map((part) => part.replace(ZIP, '').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !NO_TOWN.test(part))
}

/**
 * The larger place first, as some platforms write it: "US, CA, Santa Clara", "Ohio - Cleveland". A bare
 * code counts only beside its country, for "IN, Bangalore" and "DE, Berlin" are no US states.
 */
function largerFirst(parts: string[], country: string | null): Place | null {
  const led = countryCode(parts[0] ?? null) === 'US'
  const [first, town] = led ? parts.slice(1) : parts
  if (first === undefined || parts.length > 4) return null
  const sure = led || country === 'US' || (first.length > 2 && !/^georgia$/i.test(first))
  const state = sure ? usState(first) : null
  if (state === null) return null
  if (town === undefined) return led ? { city: null, state, country: 'US' } : null
  if (usState(town) !== null || countryCode(town) !== null) return null
  return { city: town, state, country: 'US' }
}

/** One place from its parts: "Scranton, PA", "London, England, United Kingdom", "Texas, US". */
function placeFrom(parts: string[]): Place | null {
  const [first, second] = parts
  if (first === undefined || parts.length > 4) return null
  if (second === undefined) return lone(first)
  const country = countryCode(parts.at(-1) as string)
  const at = parts.findIndex((part, i) => i > 0 && usState(part) !== null)
  // "PA" is also Panama and "CA" Canada: after a town the state is meant.
  if (at > 0 && (at < parts.length - 1 ? country === null || country === 'US' : true)) {
    return { city: parts[at - 1] as string, state: usState(parts[at] as string), country: 'US' }
  }
  // "IN, Bangalore": a code is no town, and whose code it is stays open.
  if (country === null && /^[A-Z]{2}$/.test(first)) return null
  if (country === null) return { city: first, state: second, country: null }
  if (parts.length > 2) return placeOf({ city: first, region: parts.at(-2), country })
  const state = country === 'US' ? usState(first) : null
  return { city: state === null ? first : null, state, country }
}

/** A single word group: a country, a state ("Texas", "TX"), else a town. */
function lone(words: string): Place {
  const country = countryCode(words)
  const state = usState(words)
  // Washington is a town and a state, Georgia a state and a country: which one is not said.
  if (/^washington$/i.test(words)) return { city: words, state: null, country: null }
  if (/^georgia$/i.test(words)) return { city: null, state: words, country: null }
  if (state !== null) return { city: null, state, country: 'US' }
  if (country !== null) return { city: null, state: null, country }
  return { city: words, state: null, country: null }
}

/** "Austin, TX, Denver, CO" is a list of pairs. */
function pairs(parts: string[]): string[][] | null {
  if (parts.length < 4 || parts.length % 2 === 1) return null
  if (!parts.every((part, i) => i % 2 === 0 || usState(part) !== null)) return null
  return parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] as string]] : []))
}

/**
 * Reads the places of one line as people write it: "Austin, TX; Denver, CO", "Tampa, FL or Remote",
 * "Remote - US". Words on the mode of work are passed over; a line of nothing else gives no place.
 * `country` is the ISO code that the feed gives in a field of its own.
 */
export function placesFromWords(words: string | null, country: string | null = null): Place[] {
  if (words === null) return []
  const places = words
    .split(/;|\||\s\/\s|\s+or\s+/i)
    .map(partsOf)
    .flatMap((parts) => pairs(parts) ?? [parts])
    .map((parts) => largerFirst(parts, country) ?? placeFrom(parts))
    .filter((p) => p !== null)
    .map((p) => within(p, country))
  return distinct(places)
}

/** The place with the country known from elsewhere, where its own line names none. */
function within(place: Place, country: string | null): Place {
  if (country === null || place.country !== null) return place
  const state = country === 'US' ? (usState(place.state) ?? place.state) : place.state
  return { ...place, state, country }
}

/** The same place once. */
export function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>()
  return places.filter((p) => {
    const key = JSON.stringify([p.city, p.state, p.country])
    return seen.has(key) ? false : seen.add(key)
  })
}
