import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Ends the demo world once a real source has delivered a listing: its source is paused and its rows are
 * deleted, so that no invented advert stands beside a real one.
 * @returns how many demo listings went.
 */
export async function retireDemo(db: Kysely<Database>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ real: boolean; demo: boolean }>`
      select exists (select 1 from listing where not demo and closed_at is null) as real,
             exists (select 1 from source where origin = 'demo' and removed_at is null and state <> 'paused')
               or exists (select 1 from listing where demo) as demo`.execute(tx)
    if (rows[0]?.real !== true || !rows[0].demo) return 0
    await tx
      .updateTable('source')
      .set({
        state: 'paused',
        reason: 'Real sources have delivered, so the demo adverts are gone.',
        failures: 1,
      })
      .where('origin', '=', 'demo')
      .execute()
    await sql`delete from posting p using source s where s.id = p.source_id and s.origin = 'demo'`.execute(
      tx,
    )
    await sql`delete from listing_band b using listing l where l.id = b.listing_id and l.demo`.execute(
      tx,
    )
    const gone = await sql`delete from listing where demo`.execute(tx)
    return Number(gone.numAffectedRows ?? 0)
  })
}

/** Whether what the pages show is the demo world. */
export async function demoStands(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('listing')
    .select('id')
    .where('demo', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
