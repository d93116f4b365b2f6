import { sql, type Kysely } from 'kysely'
import { judgePlatform, PLATFORM_MEMORY_MS, type PlatformPoll } from '../domain/circuit.ts'
import type { Database } from './schema.ts'

/** Why a platform is left alone and until when; null when its sources may be asked. */
export async function platformRest(
  db: Kysely<Database>,
  kind: string,
  now: Date,
): Promise<{ until: Date; why: string } | null> {
  const row = await db
    .selectFrom('platform_rest')
    .select(['until', 'why'])
    .where('kind', '=', kind)
    .where('until', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Lets a platform rest when its newest polls show that it, and not a single source, has failed. */
export async function restPlatform(
  db: Kysely<Database>,
  platform: { kind: string; name: string },
  now: Date,
): Promise<{ until: Date; why: string } | null> {
  const { rows } = await sql<PlatformPoll>`
    select s.key, p.outcome, p.error, p.status
    from source s
    join lateral (select * from poll where source_id = s.id order by started_at desc limit 1) p on true
    where s.kind = ${platform.kind} and s.removed_at is null
      and p.finished_at > ${new Date(now.getTime() - PLATFORM_MEMORY_MS)}
    order by p.finished_at desc limit 3`.execute(db)
  const rest = judgePlatform(platform.name, rows, now)
  if (rest === null) return null
  await db
    .insertInto('platform_rest')
    .values({ kind: platform.kind, ...rest })
    .onConflict((c) => c.column('kind').doUpdateSet(rest))
    .execute()
  return rest
}

/** How many platforms are left alone now. */
export async function countRestingPlatforms(db: Kysely<Database>, now: Date): Promise<number> {
  const { n } = await db
    .selectFrom('platform_rest')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('until', '>', now)
    .executeTakeFirstOrThrow()
  return n
}
