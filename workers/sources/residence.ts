import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { FeedPage } from './contract.ts'
import { countryCode, distinct, placesFromWords, usState } from './places.ts'

/** Where a worker of a remote job may live, as a worldwide board says it. */
export interface Residence {
  /** Countries and US states named; [] when none is (worldwide, a region, nothing said). */
  places: Place[]
  /** Two-letter codes of the US states named. */
  states: string[]
  /** false only when every word surely names somewhere else: an unknown word keeps the advert. */
  us: boolean
}

const ANYWHERE =
  /^(?:anywhere(?: in the world)?|world ?wide|global(?:ly)?|international|everywhere|any(?: location| country)?|flexible)$/i
const WITH_US = /^(?:north(?:ern)? america|(?:the )?americas|amer|noram)$/i
const WITHOUT_US =
  /^(?:emea|europe|european union|e\.?u\.?|eea|apac|asia(?:[- ]pacific)?|latam|latin america|south america|central america|africa|oceania|middle east|mena|australasia|anz|dach|nordics|scandinavia|benelux|baltics|balkans|caribbean)$/i
const TERRITORIES = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'VI'])

/** The parts of a residence line: "EMEA,  LATAM,  Canada,  USA", "Remote (USA only)", "USA, CST (UTC-6)". */
function partsOf(line: string): string[] {
  return line
    .split(/[,;|()/]|\s[-–—]\s/)
    .map((part) => part.replace(/\b(?:only|based|residents?|remote)\b/gi, ' '))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
}

const twoLetters = (part: string) => /^[A-Za-z]{2}$/.test(part)

/** "CA" is California and Canada, "Georgia" a state and a country: beside a country nobody can tell. */
function stateIn(part: string, parts: readonly string[]): string | null {
  if (/^(?:georgia|washington)$/i.test(part)) return null
  const state = usState(part)
  if (state === null || !twoLetters(part) || countryCode(part.toUpperCase()) === null) return state
  const beside = parts.filter((p) => p !== part)
  return beside.some((p) => countryCode(p) !== null) ? null : state
}

function countryIn(part: string, state: string | null): string | null {
  if (state !== null || /^georgia$/i.test(part)) return null
  return twoLetters(part) && usState(part) !== null ? null : countryCode(part)
}

function surelyElsewhere(part: string, country: string | null): boolean {
  return WITHOUT_US.test(part) || (country !== null && !TERRITORIES.has(country))
}

/** Reads one line as people write it; a line that is absent names nothing and keeps the advert. */
export function residenceIn(line: string | null): Residence {
  const parts = partsOf(line ?? '')
  const read = parts.map((part) => {
    const state = stateIn(part, parts)
    return { part, state, country: countryIn(part, state) }
  })
  return residenceOf(read)
}

/** Reads a list of countries, each named in full ("Georgia" is the country here). */
export function residenceInCountries(names: readonly string[]): Residence {
  return residenceOf(names.map((part) => ({ part, state: null, country: countryCode(part) })))
}

function residenceOf(
  read: readonly { part: string; state: string | null; country: string | null }[],
): Residence {
  const states = [...new Set(read.flatMap(({ state }) => (state === null ? [] : [state])))]
  const places = read.flatMap(({ state, country }): Place[] => {
    if (state !== null) return [{ city: null, state, country: 'US' }]
    // "Texas, USA" is one place: the state says the country.
    if (country === null || (country === 'US' && states.length > 0)) return []
    return [{ city: null, state: null, country }]
  })
  const us = read.length === 0 || read.some((r) => !surelyElsewhere(r.part, r.country))
  return { places: distinct(places), states, us }
}

/** The places of a line that may also say "Worldwide", "EMEA" or "USA only": regions are no places. */
export function placesIn(line: string | null): Place[] {
  const named = (line ?? '')
    .split(/;|\||\s\/\s/)
    .map((part) =>
      part
        .replace(/\bonly\b/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => ![ANYWHERE, WITH_US, WITHOUT_US].some((region) => region.test(part)))
  return distinct(named.flatMap((part) => placesFromWords(part)))
}

/**
 * In the context of a poll's requests: keep only what is open to people in the US. A body that is read
 * outside of a poll (by hand, in a test) is shown whole.
 */
export const US_ONLY = { us_only: true } as const

/** The postings without those of `elsewhere` (ids), when the poll asked for that. */
export function keptByPoll(
  page: FeedPage,
  postings: RawPosting[],
  elsewhere: ReadonlySet<string>,
): RawPosting[] {
  if (page.context.us_only !== true) return postings
  return postings.filter((p) => !elsewhere.has(p.external_id))
}
