import type { Listing, WhyHere } from '../listing.ts'
import { hourlyEquivalent } from '../pay.ts'
import { catalogueCode } from '../vocabulary/credentials.ts'
import type { FoundWords, WordFinder } from './find-words.ts'
import { APPRENTICES, mayBeFraud, nameKey, REMOTE_ANY } from './keys.ts'
import { KEY_FILTERS, USUAL_RADIUS, type ListingQuery } from './query.ts'
import { keysOf, milesTo, type Question, type SourceIds } from './question.ts'

/** A listing that a search found. */
export interface FoundListing {
  listing: Listing
  /** The text of its advert; '' where it is not shown. */
  text: string
  /** The words of the search in that text; [] for a search without words. */
  found: readonly FoundWords[]
  /** Its search keys (keys.ts). */
  keys: readonly number[]
}

export interface Asked {
  query: ListingQuery
  question: Pick<Question, 'near' | 'now'>
  /** null for a search without words. */
  find: WordFinder | null
  sourceIds: SourceIds
}

/**
 * Why a listing is among the results: the words of the search in its title or employer's name, else in its
 * text; then each filter that is on with the value of it that the listing carries, in the order of the filters;
 * a remote job open to a state as that; then how far it is. Values of amounts are its own: months asked
 * ("12" or "not_stated"), dollars an hour, whole days since it was posted.
 */
export function whyHere(hit: FoundListing, asked: Asked): WhyHere[] {
  return [
    ...(asked.find === null ? [] : wordReasons(hit, asked.find)),
    ...keyReasons(hit, asked),
    ...amountReasons(hit, asked),
    ...placeReasons(hit, asked),
  ]
}

/** Words that were found more often than anyone wants to read. */
const MOST_WORDS = 8

function wordReasons({ listing, text, found }: FoundListing, find: WordFinder): WhyHere[] {
  const head = [listing.title, ...(listing.employer === null ? [] : [listing.employer])]
  const inHead = head.flatMap((part) => find(part).map((f) => ({ ...f, of: part })))
  const clauses = new Set(inHead.map((f) => f.clause))
  const inText = found.filter((f) => !clauses.has(f.clause))
  const reason = (where: 'title' | 'text', words: string[]): WhyHere[] =>
    words.length === 0 ? [] : [{ kind: 'words', where, words: words.slice(0, MOST_WORDS) }]
  return [
    ...reason('title', distinct(inHead.map((f) => f.of.slice(f.start, f.end)))),
    ...reason('text', distinct(inText.map((f) => text.slice(f.start, f.end)))),
  ]
}

/** Each once, however written; the first way stands, on one line. */
function distinct(words: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const word of words) {
    const flat = word.replace(/\s+/g, ' ')
    if (!seen.has(flat.toLowerCase())) seen.set(flat.toLowerCase(), flat)
  }
  return [...seen.values()]
}

function keyReasons({ keys }: FoundListing, { query, sourceIds }: Asked): WhyHere[] {
  return KEY_FILTERS.flatMap((filter) =>
    (query[filter] ?? []).flatMap((value): WhyHere[] => {
      if (filter === 'state' && !keys.includes(nameKey('place_state', value))) {
        return remotelyIn(keys, value) ? [{ kind: 'remote', state: value }] : []
      }
      const carried = keysOf(filter, value, sourceIds).some((key) => keys.includes(key))
      return carried ? [{ kind: 'filter', filter, value }] : []
    }),
  )
}

const remotelyIn = (keys: readonly number[], state: string): boolean =>
  keys.includes(REMOTE_ANY) || keys.includes(nameKey('remote_state', state))

function amountReasons({ listing, keys }: FoundListing, { query, question }: Asked): WhyHere[] {
  const reasons: WhyHere[] = []
  const add = (filter: string, value: string): void =>
    void reasons.push({ kind: 'filter', filter, value })
  if (query.holds !== undefined) add('holds', heldOf(listing, query.holds))
  if (query.accepts_apprentice !== undefined) {
    add('accepts_apprentice', String(keys.includes(APPRENTICES)))
  }
  if (query.max_months !== undefined) {
    add('max_months', listing.min_months === null ? 'not_stated' : String(listing.min_months))
  }
  const pay = hourlyEquivalent(listing.pay)
  const top = pay.max ?? pay.min
  const floor = query.pay_floor_hour ?? query.pay_floor_year
  if (floor !== undefined && top !== null) add('pay_floor', String(top))
  if (query.posted_within !== undefined) {
    const posted = Date.parse(listing.posted_at ?? listing.first_seen)
    add('posted_within', String(Math.max(0, Math.floor((question.now - posted) / DAY_MS))))
  }
  const fraud = listing.warnings.find(({ code }) => mayBeFraud(code))
  if (query.warnings !== undefined && fraud !== undefined) add('warnings', fraud.code)
  return reasons
}

const DAY_MS = 86_400_000

/** Which of the credentials held it asks for; `none_asked` when it asks for none, or for none of them now. */
function heldOf({ credentials }: Listing, holds: readonly string[]): string {
  const held = new Set(holds.map(catalogueCode))
  const met = credentials.required.filter((code) => held.has(code))
  if (met.length > 0) return met.join(', ')
  const asked = credentials.within_months_of_hire === null ? credentials.required_class : null
  return asked ?? 'none_asked'
}

function placeReasons({ keys }: FoundListing, { query, question }: Asked): WhyHere[] {
  const { near } = question
  if (near === null) return []
  const miles = milesTo(near, keys)
  if (miles !== null && miles <= (query.radius ?? USUAL_RADIUS)) {
    return [{ kind: 'distance', miles, label: near.label }]
  }
  return remotelyIn(keys, near.state) && !(query.state ?? []).includes(near.state)
    ? [{ kind: 'remote', state: near.state }]
    : []
}
