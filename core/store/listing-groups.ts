import type { Kysely } from 'kysely'
import type { ListingDraft } from '../domain/draft.ts'
import type { PreparedJob } from '../domain/same/prepare.ts'
import { apartAtOnce, samePrepared } from '../domain/same/same-job.ts'
import { partedFrom, type Parted } from './kept-apart.ts'
import { CandidateIndex, candidatesFor, type Candidate } from './listing-candidates.ts'
import {
  employerIds,
  listingRow,
  type Likeness,
  type ListingRow,
  type PostingId,
} from './listing-columns.ts'
import { insertListings, postingKey, updateListings, type ListingUpdate } from './listing-writes.ts'
import { likenessOf } from './same-sketch.ts'
import type { Database } from './schema.ts'

/** The listing a posting stands in. */
export interface Standing {
  id: number
  /** It shows this posting. */
  lead: boolean
  /** How many more postings stand in it. */
  others: number
  bands: readonly number[]
}

/** A posting that is to be shown. */
export interface Placing extends PostingId {
  /** It stands on the employer's own board. */
  own: boolean
  draft: ListingDraft
  /** The draft as the same-job rule takes it. */
  job: PreparedJob
  standing: Standing | null
}

/** Why a posting is shown by another: `lead` is the one that its listing shows. */
export interface Join extends PostingId {
  lead: PostingId
  why: string
}

/** Where postings are shown now. */
export interface Placed {
  /** The listing of each, by its key. */
  listings: Map<string, number>
  joins: Join[]
}

/** What holds for a whole batch. */
export interface PlacingTerms {
  demo: boolean
  taggerVersion: number
  now: Date
}

/**
 * Puts postings into the listings of the same jobs, or makes new listings. The caller holds the locks of
 * their employers (`lockJobs`), and writes where each posting stands and why. A posting that its listing
 * shows keeps it (and the listing its id and first-seen date) however its words changed. A posting of the
 * employer's own board is shown before an aggregator's copy.
 */
export async function placeInListings(
  tx: Kysely<Database>,
  placings: readonly Placing[],
  terms: PlacingTerms,
): Promise<Placed> {
  const placed: Placed = { listings: new Map(), joins: [] }
  if (placings.length === 0) return placed
  const items = placings.map((p) => ({ ...p, like: likenessOf(p.job, p.draft.text) }))
  const employer = await employerIds(
    tx,
    items.map((item) => item.draft.employer),
  )
  const rowOf = (item: Item): ListingRow =>
    listingRow(
      { ...idOf(item), demo: terms.demo },
      item.draft,
      item.like,
      employer(item.draft.employer),
      terms.taggerVersion,
    )
  const seeking: Item[] = []
  const changed: ListingUpdate[] = []
  for (const item of items) {
    if (item.standing === null || !keepsItsListing(item.standing)) {
      seeking.push(item)
      continue
    }
    changed.push({ id: item.standing.id, row: rowOf(item), oldBands: item.standing.bands })
    placed.listings.set(postingKey(item), item.standing.id)
  }
  // The others must find these with their new words.
  await updateListings(tx, changed)

  const seats = await seat(tx, seeking, terms.demo, placed.joins)
  const groups = [...new Set(seats.values())]
  const made = await insertListings(
    tx,
    groups.flatMap((group) => (group.id === null && group.shown ? [rowOf(group.shown)] : [])),
    terms.now,
  )
  await updateListings(
    tx,
    groups.flatMap(({ id, shown, bands }) =>
      id === null || shown === null ? [] : [{ id, row: rowOf(shown), oldBands: bands }],
    ),
  )
  for (const [item, group] of seats) {
    const id = group.id ?? made.get(postingKey(group.lead))
    if (id === undefined) throw new Error(`No listing was made for ${postingKey(item)}.`)
    placed.listings.set(postingKey(item), id)
  }
  return placed
}

/** A posting that its listing shows, or that stands alone in it, stays there. */
export const keepsItsListing = ({ lead, others }: Standing): boolean => lead || others === 0

interface Item extends Placing {
  like: Likeness
}

const idOf = ({ source_id, external_id }: PostingId): PostingId => ({ source_id, external_id })

/** A listing in the making: one that stands (`id`) or one that is begun in this batch. */
interface Group extends Candidate {
  /** The posting whose words it will show, where they are not yet written. */
  shown: Item | null
  /** Keys of the postings that have joined it in this batch. */
  joined: Set<string>
}

/** Finds for each posting the group of its job, or begins one. */
async function seat(
  tx: Kysely<Database>,
  items: readonly Item[],
  demo: boolean,
  joins: Join[],
): Promise<Map<Item, Group>> {
  const seats = new Map<Item, Group>()
  if (items.length === 0) return seats
  const possible = await standingGroups(tx, items, demo)
  const parted = await partedFrom(tx, items)
  const begun = new CandidateIndex<Group>()
  for (const item of items) {
    const apart = parted.get(postingKey(item))
    const found =
      firstSame(item, possible.get(item) ?? [], apart) ??
      firstSame(item, begun.find(item.like.key, item.like.bands), apart)
    const group = found?.group ?? begin(item)
    if (found === null) begun.add(group)
    else joins.push(...join(found.group, item, found.why))
    group.joined.add(postingKey(item))
    seats.set(item, group)
  }
  return seats
}

/** The listings that may show the job of each posting, with their texts at hand, the oldest first. */
async function standingGroups(
  tx: Kysely<Database>,
  items: readonly Item[],
  demo: boolean,
): Promise<Map<Item, Group[]>> {
  const pool = await candidatesFor(
    tx,
    {
      keys: items.map((item) => item.like.key),
      bands: items.flatMap((item) => item.like.bands),
      ids: items.flatMap((item) => item.standing?.id ?? []),
    },
    demo,
  )
  const index = new CandidateIndex<Group>()
  const byId = new Map<number, Group>()
  for (const candidate of pool.all) {
    const group = { ...candidate, shown: null, joined: new Set<string>() }
    index.add(group)
    byId.set(candidate.id, group)
  }
  const possible = new Map<Item, Group[]>()
  for (const item of items) {
    const found = new Set(index.find(item.like.key, item.like.bands))
    const own = byId.get(item.standing?.id ?? -1)
    if (own !== undefined) found.add(own)
    const near = [...found].filter((group) => apartAtOnce(item.job, group.job) === null)
    // The listing it stands in comes first, then the oldest.
    near.sort((a, b) => Number(b === own) - Number(a === own) || (a.id ?? 0) - (b.id ?? 0))
    possible.set(item, near)
  }
  await pool.loadTexts([...possible.values()].flat().flatMap((group) => group.id ?? []))
  return possible
}

function firstSame(
  item: Item,
  groups: readonly Group[],
  apart: Parted | undefined,
): { group: Group; why: string } | null {
  for (const group of groups) {
    if (apart !== undefined && holds(group, apart)) continue
    const { same, why } = samePrepared(item.job, group.job)
    if (same) return { group, why }
  }
  return null
}

/** True when a posting stands in the group from which a person has parted this one. */
const holds = (group: Group, apart: Parted): boolean =>
  (group.id !== null && apart.listings.has(group.id)) ||
  [...group.joined].some((key) => apart.postings.has(key))

function begin(item: Item): Group {
  const { own, job, like } = item
  return { id: null, ...like, lead: idOf(item), own, job, shown: item, joined: new Set() }
}

/** Lets a posting join; one of the employer's own board takes the lead from an aggregator's copy. */
function join(group: Group, item: Item, why: string): Join[] {
  const was = group.lead
  if (!item.own || group.own) return [{ ...idOf(item), lead: was, why }]
  Object.assign(group, { lead: idOf(item), own: true, job: item.job, shown: item })
  return [{ ...was, lead: idOf(item), why }]
}
