import { normaliseTown } from '../places.ts'
import { SETTINGS, type Setting } from '../tags.ts'
import { facilityNameNorm, isDistinctive } from './facility-name.ts'
import type { RegisterKind } from './register.ts'

/** A facility of a register beside what its file says of itself. */
export interface FacilityCandidate {
  register: RegisterKind
  id: string
  name: string
  operator: string | null
  chain: string | null
  /** Empty for a general hospital. */
  settings: readonly Setting[]
  city: string | null
  state: string | null
  zip5: string | null
  source: string
  /** ISO date of the file. */
  as_of: string
  /** From a sample file of ours: invented, never a real facility. */
  sample: boolean
}

/** What the employer's own adverts say: the setting was read in `listings` of its `of` adverts. */
export interface TextCue {
  setting: Setting
  listings: number
  of: number
  /** One such advert and its words. */
  listing_id: number
  words: string
}

export interface EmployerToMatch {
  name: string
  /** Register numbers known to be this employer's: "cms-hospital:391300". */
  facility_ids: readonly string[]
  cues: readonly TextCue[]
}

/** Where an employer hires; `zip5` only where an advert wrote it. */
export interface EmployerPlace {
  city: string | null
  state: string | null
  zip5: string | null
}

export const MATCH_RULES = ['id', 'name_zip', 'name_city', 'chain', 'text'] as const
export type MatchRule = (typeof MATCH_RULES)[number]

/**
 * Order of trust, best first. These are our own ordering marks, not probabilities: nobody has measured
 * how often each rule is right.
 */
export const CONFIDENCE: Readonly<Record<MatchRule, number>> = {
  id: 1,
  name_zip: 0.95,
  name_city: 0.9,
  chain: 0.7,
  text: 0.6,
}

export type SettingEvidence =
  | {
      rule: Exclude<MatchRule, 'text'>
      register: RegisterKind
      id: string
      name: string
      city: string | null
      state: string | null
      zip5: string | null
      source: string
      as_of: string
      sample: boolean
    }
  | { rule: 'text'; listing_id: number; words: string; listings: number; of: number }

/** What is known of an employer: the answer to "whom does it serve?", never to "where does it stand?". */
export interface EmployerSetting {
  setting: Setting
  /** An ordering mark of ours (CONFIDENCE), not a probability. */
  confidence: number
  /** The facilities or words behind it, at most five. */
  evidence: SettingEvidence[]
}

const MOST_EVIDENCE = 5
/** As many facilities of one register must bear the very same name before it counts as a chain's. */
const CHAIN_SIZE = 3

/**
 * The best supported setting of an employer, or null when nothing says what it is. See `matchSettings`.
 */
export function matchFacility(
  employer: EmployerToMatch,
  places: readonly EmployerPlace[],
  candidates: readonly FacilityCandidate[],
): EmployerSetting | null {
  return matchSettings(employer, places, candidates)[0] ?? null
}

/**
 * Every setting that the registers or its own adverts give an employer, best first. Each setting stands on
 * its best rule: exact number, then the same name and ZIP code, the same name and town, a chain's name, and
 * last the words of its adverts (in at least half of them). A name of generic words alone ("Community
 * Health") counts only with its ZIP code. Where a general hospital answers to the name just as well, the
 * registers decide nothing: a health system that owns a hospice is not a hospice.
 */
export function matchSettings(
  employer: EmployerToMatch,
  places: readonly EmployerPlace[],
  candidates: readonly FacilityCandidate[],
): EmployerSetting[] {
  const hits = rank(employer, places, candidates)
  const general = hits
    .filter((h) => h.candidate.settings.length === 0)
    .reduce((best, h) => Math.max(best, CONFIDENCE[h.rule]), 0)
  const found: EmployerSetting[] = []
  for (const setting of SETTINGS) {
    const match = fromRegisters(setting, hits, general) ?? fromText(setting, employer.cues)
    if (match !== null) found.push(match)
  }
  return found.sort(
    (a, b) =>
      b.confidence - a.confidence || SETTINGS.indexOf(a.setting) - SETTINGS.indexOf(b.setting),
  )
}

interface Hit {
  candidate: FacilityCandidate
  rule: Exclude<MatchRule, 'text'>
}

function rank(
  employer: EmployerToMatch,
  places: readonly EmployerPlace[],
  candidates: readonly FacilityCandidate[],
): Hit[] {
  const norm = facilityNameNorm(employer.name)
  const distinctive = isDistinctive(norm)
  const here = new PlacesSaid(places)
  const namesakes = countNamesakes(norm, candidates)
  const hits: Hit[] = []
  for (const candidate of candidates) {
    const rule = ruleOf(candidate)
    if (rule !== null) hits.push({ candidate, rule })
  }
  return hits

  function ruleOf(c: FacilityCandidate): Hit['rule'] | null {
    if (employer.facility_ids.includes(`${c.register}:${c.id}`)) return 'id'
    if (norm === '') return null
    const named = isNamed(norm, c)
    if (named && here.hasZip(c)) return 'name_zip'
    if (!distinctive) return null
    if (named && here.hasTown(c)) return 'name_city'
    const family =
      (c.chain !== null && facilityNameNorm(c.chain) === norm) ||
      (named && (namesakes.get(c.register) ?? 0) >= CHAIN_SIZE)
    return family ? 'chain' : null
  }
}

const isNamed = (norm: string, c: FacilityCandidate): boolean =>
  facilityNameNorm(c.name) === norm ||
  (c.operator !== null && facilityNameNorm(c.operator) === norm)

function countNamesakes(
  norm: string,
  candidates: readonly FacilityCandidate[],
): Map<RegisterKind, number> {
  const count = new Map<RegisterKind, number>()
  for (const c of candidates) {
    if (isNamed(norm, c)) count.set(c.register, (count.get(c.register) ?? 0) + 1)
  }
  return count
}

class PlacesSaid {
  private readonly zips: Set<string>
  private readonly towns: Set<string>

  constructor(places: readonly EmployerPlace[]) {
    this.zips = new Set(places.flatMap((p) => (p.zip5 === null ? [] : [p.zip5])))
    this.towns = new Set(
      places.flatMap((p) => (p.city === null || p.state === null ? [] : [town(p.city, p.state)])),
    )
  }

  hasZip(c: FacilityCandidate): boolean {
    return c.zip5 !== null && this.zips.has(c.zip5)
  }

  hasTown(c: FacilityCandidate): boolean {
    return c.city !== null && c.state !== null && this.towns.has(town(c.city, c.state))
  }
}

const town = (city: string, state: string): string =>
  `${normaliseTown(city)}|${state.toUpperCase()}`

function fromRegisters(
  setting: Setting,
  hits: readonly Hit[],
  general: number,
): EmployerSetting | null {
  const own = hits.filter((h) => h.candidate.settings.includes(setting))
  const best = own.reduce((most, h) => Math.max(most, CONFIDENCE[h.rule]), 0)
  if (best === 0 || best <= general) return null
  const evidence = own
    .filter((h) => CONFIDENCE[h.rule] === best)
    .map(({ candidate: c, rule }) => ({
      rule,
      register: c.register,
      id: c.id,
      name: c.name,
      city: c.city,
      state: c.state,
      zip5: c.zip5,
      source: c.source,
      as_of: c.as_of,
      sample: c.sample,
    }))
    .sort((a, b) => compare(a.register, b.register) || compare(a.id, b.id))
  return { setting, confidence: best, evidence: evidence.slice(0, MOST_EVIDENCE) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function fromText(setting: Setting, cues: readonly TextCue[]): EmployerSetting | null {
  const cue = cues.find((c) => c.setting === setting && c.listings * 2 >= c.of && c.listings > 0)
  if (cue === undefined) return null
  const { listing_id, words, listings, of } = cue
  return {
    setting,
    confidence: CONFIDENCE.text,
    evidence: [{ rule: 'text', listing_id, words, listings, of }],
  }
}
