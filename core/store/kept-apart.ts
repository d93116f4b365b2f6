import { sql, type Kysely } from 'kysely'
import type { PostingId } from './listing-columns.ts'
import { postingKey } from './listing-writes.ts'
import type { Database } from './schema.ts'

/** Whom a person has parted a posting from. */
export interface Parted {
  /** Keys of those postings. */
  postings: ReadonlySet<string>
  /** The listings they stand in. */
  listings: ReadonlySet<number>
}

/** For each of these postings that was parted from others, from which; by its key. */
export async function partedFrom(
  tx: Kysely<Database>,
  ids: readonly PostingId[],
): Promise<Map<string, Parted>> {
  const { rows } = await sql<
    PostingId & { other_source_id: number; other_external_id: string; listing_id: number | null }
  >`
    with asked as (
      select * from unnest(${ids.map((i) => i.source_id)}::integer[], ${ids.map((i) => i.external_id)}::text[])
        as a(source_id, external_id)
    ), pairs as (
      select k.source_id, k.external_id, k.other_source_id, k.other_external_id
      from kept_apart k join asked a on a.source_id = k.source_id and a.external_id = k.external_id
      union all
      select k.other_source_id, k.other_external_id, k.source_id, k.external_id
      from kept_apart k join asked a on a.source_id = k.other_source_id and a.external_id = k.other_external_id
    )
    select pairs.*, p.listing_id from pairs
    join posting p on p.source_id = pairs.other_source_id and p.external_id = pairs.other_external_id`.execute(
    tx,
  )
  const found = new Map<string, { postings: Set<string>; listings: Set<number> }>()
  for (const row of rows) {
    const key = postingKey(row)
    const parted = found.get(key) ?? { postings: new Set<string>(), listings: new Set<number>() }
    found.set(key, parted)
    parted.postings.add(
      postingKey({ source_id: row.other_source_id, external_id: row.other_external_id }),
    )
    if (row.listing_id !== null) parted.listings.add(row.listing_id)
  }
  return found
}

/** True when a person has parted a posting of the one listing from one of the other. */
export async function anyParted(
  tx: Kysely<Database>,
  one: number,
  other: number,
): Promise<boolean> {
  const { rows } = await sql<{ parted: boolean }>`
    select exists (
      select from kept_apart k
      join posting a on a.source_id = k.source_id and a.external_id = k.external_id
      join posting b on b.source_id = k.other_source_id and b.external_id = k.other_external_id
      where (a.listing_id, b.listing_id) in ((${one}::bigint, ${other}::bigint), (${other}::bigint, ${one}::bigint))
    ) as parted`.execute(tx)
  return rows[0]?.parted === true
}
