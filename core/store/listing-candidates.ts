import { sql, type Kysely } from 'kysely'
import type { PreparedJob } from '../domain/same/prepare.ts'
import type { Place } from '../domain/posting.ts'
import type { PostingId } from './listing-columns.ts'
import { jobOfListing } from './same-sketch.ts'
import type { Database } from './schema.ts'

/** An open listing that may show the job of a posting. */
export interface Candidate {
  /** null for one that is not yet made. */
  id: number | null
  key: string
  bands: readonly number[]
  /** The posting it shows, and whether that stands on the employer's own board. */
  lead: PostingId
  own: boolean
  job: PreparedJob
}

/** Open listings by key, by band and by id, with their texts fetched late. */
export interface Pool {
  all: (Candidate & { id: number })[]
  /** Fetches the texts of these; must come before a job of theirs is compared by its text. */
  loadTexts: (ids: readonly number[]) => Promise<void>
}

/** So many listings under one band are one text sent out for many towns; the newest of them will do. */
const MOST_OF_A_BAND = 200

interface Row {
  id: number
  same_key: string
  bands: number[]
  lead_source_id: number
  lead_external_id: string
  own: boolean
  title: string
  employer: string | null
  places: Place[]
  url: string | null
  work_mode: string
  min_months: number | null
  credentials_required: string[]
  states_allowed: string[]
}

/**
 * The open listings (of the demo world, or of the real one) that share a key or a band with what is asked,
 * and those named by id, open or closed.
 */
export async function candidatesFor(
  tx: Kysely<Database>,
  asked: { keys: readonly string[]; bands: readonly number[]; ids: readonly number[] },
  demo: boolean,
): Promise<Pool> {
  const { rows } = await sql<Row>`
    with found as (
      select id from listing where same_key = any(${[...new Set(asked.keys)]}::text[])
      union
      select near.listing_id
      from unnest(${[...new Set(asked.bands)]}::integer[]) as q(v)
      cross join lateral (
        select b.listing_id from listing_band b where b.v = q.v
        order by b.listing_id desc limit ${MOST_OF_A_BAND}) near
      union
      select unnest(${[...new Set(asked.ids)]}::bigint[])
    )
    select l.id, l.same_key, l.bands, l.lead_source_id, l.lead_external_id,
      s.employer is not null as own, l.title, l.employer, l.places, l.url, l.work_mode, l.min_months,
      l.credentials_required, l.states_allowed
    from found join listing l on l.id = found.id
    left join source s on s.id = l.lead_source_id
    where l.demo = ${demo} and (l.closed_at is null or l.id = any(${[...new Set(asked.ids)]}::bigint[]))
    order by l.id`.execute(tx)
  const texts = new Map<number, string>()
  const all = rows.map((row) => ({
    id: row.id,
    key: row.same_key,
    bands: row.bands,
    lead: { source_id: row.lead_source_id, external_id: row.lead_external_id },
    own: row.own,
    job: jobOfListing(row, () => textIn(texts, row.id)),
  }))
  return {
    all,
    loadTexts: async (ids) => {
      const missing = [...new Set(ids)].filter((id) => !texts.has(id))
      if (missing.length === 0) return
      const found = await sql<{ id: number; text: string }>`
        select id, text from listing where id = any(${missing}::bigint[])`.execute(tx)
      for (const { id, text } of found.rows) texts.set(id, text)
    },
  }
}

function textIn(texts: ReadonlyMap<number, string>, id: number): string {
  const text = texts.get(id)
  if (text === undefined) throw new Error(`The text of listing ${id} was not loaded.`)
  return text
}

/** Candidates by what they share, for one posting after another. */
export class CandidateIndex<C extends Candidate> {
  readonly #byKey = new Map<string, C[]>()
  readonly #byBand = new Map<number, C[]>()

  add(candidate: C): void {
    put(this.#byKey, candidate.key, candidate)
    for (const v of candidate.bands) put(this.#byBand, v, candidate)
  }

  /** Every candidate that shares the key or a band, each once. */
  find(key: string, bands: readonly number[]): C[] {
    const found = new Set(this.#byKey.get(key) ?? [])
    for (const v of bands) for (const c of this.#byBand.get(v) ?? []) found.add(c)
    return [...found]
  }
}

function put<K, C>(map: Map<K, C[]>, key: K, candidate: C): void {
  const at = map.get(key)
  if (at === undefined) map.set(key, [candidate])
  else at.push(candidate)
}
