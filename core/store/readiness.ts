import { readdir } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import { migrationsFolder } from './migrate.ts'
import type { Database } from './schema.ts'

/**
 * The migrations that stand in the folder but not yet in the database, oldest first.
 * @throws whatever the driver throws when the database does not answer.
 */
export async function pendingMigrations(db: Kysely<Database>): Promise<string[]> {
  const shipped = (await readdir(migrationsFolder))
    .flatMap((file) => /^(?<name>.+)\.(?:ts|js)$/.exec(file)?.groups?.name ?? [])
    .filter((name) => !name.endsWith('.d'))
    .sort()
  const table = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return shipped
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = new Set(rows.map((row) => row.name))
  return shipped.filter((name) => !done.has(name))
}
