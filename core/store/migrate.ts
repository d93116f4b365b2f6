import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Migrator, sql, type Kysely, type Migration, type MigrationResult } from 'kysely'
import { FootholdError, sentence } from '../errors.ts'
import type { Database } from './schema.ts'

/** Where the shipped migrations lie, as a file URL relative to this file. */
export const migrationsFolder = new URL('../../migrations/', import.meta.url)

/**
 * Brings the database to the newest migration of `folder`; all pending ones run in one transaction, so a
 * failure leaves the database as it was. Any number of callers may do this at once: one does the work
 * (kysely holds an advisory lock), the others wait and find nothing to do.
 * @returns the names of the migrations that this call carried out.
 * @throws FootholdError `migration-failed` with the migration's name and the database's own sentence;
 *   `newer-database` when the database holds migrations that `folder` lacks.
 */
export async function migrateToLatest(
  db: Kysely<Database>,
  folder: string | URL = migrationsFolder,
): Promise<string[]> {
  const known = await readMigrations(folder)
  refuseNewer(await doneMigrations(db), known)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(known) },
  })
  // `results` says "Success" even for migrations that were rolled back with a later one: only `error` counts.
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) {
    // Another, newer program may have migrated while we waited for the lock.
    refuseNewer(await doneMigrations(db), known)
    throw failed(error, results ?? [])
  }
  return (results ?? []).map((r) => r.migrationName)
}

/** The migrations of a folder by name: each .ts or .js file that exports `up`. */
async function readMigrations(folder: string | URL): Promise<Record<string, Migration>> {
  const base = folder instanceof URL ? folder : pathToFileURL(join(folder, '/'))
  const found: Record<string, Migration> = {}
  // Not kysely's own file provider: it cannot import TypeScript inside the test runner, and a bare path
  // is no valid import on Windows.
  for (const file of (await readdir(base)).sort()) {
    const name = /^(?<name>.+)\.(?:ts|mts|js|mjs)$/.exec(file)?.groups?.name
    if (name === undefined || name.endsWith('.d')) continue
    const module = await load(new URL(file, base), name)
    if (typeof module.up === 'function') found[name] = module as Migration
  }
  return found
}

async function load(file: URL, name: string): Promise<Partial<Migration>> {
  try {
    return (await import(file.href)) as Partial<Migration>
  } catch (error) {
    throw new FootholdError(
      'migration-failed',
      `The migration ${name} cannot be read: ${sentence(error)}`,
      { migration: name },
      error,
    )
  }
}

async function doneMigrations(db: Kysely<Database>): Promise<string[]> {
  const table = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return []
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    db,
  )
  return done.rows.map((row) => row.name)
}

function refuseNewer(done: string[], known: Record<string, Migration>): void {
  const foreign = done.filter((name) => !Object.hasOwn(known, name))
  if (foreign.length === 0) return
  throw new FootholdError(
    'newer-database',
    `The database was last used by a newer Foothold: it holds the migration ${foreign[0]}, which this one does not know; update Foothold or point it to another database.`,
    { migrations: foreign },
  )
}

function failed(error: unknown, results: MigrationResult[]): FootholdError {
  const migration = results.find((r) => r.status === 'Error')?.migrationName
  const where = migration === undefined ? 'The migrations' : `The migration ${migration}`
  return new FootholdError(
    'migration-failed',
    `${where} failed and the database was left as it was: ${sentence(error)}`,
    { migration: migration ?? null },
    error,
  )
}
