import { sql, type Kysely, type Selectable } from 'kysely'
import { FootholdError } from '../errors.ts'
import type { RegisterKind, RegisterRecord } from '../domain/registers/register.ts'
import { saveAreaFacts, savePlaces } from './areas.ts'
import { saveFacilities } from './facilities.ts'
import type { Database, ImportRunTable, RejectedRow } from './schema.ts'
import { saveWages } from './wages.ts'

export type ImportRun = Selectable<ImportRunTable>

/** A file about to be read. */
export interface ImportFile {
  kind: RegisterKind
  scope: string
  file: string
  sha256: Buffer
  as_of: string
  sample: boolean
  /** Where its first row of data begins. */
  offset: number
  line: number
}

const REJECTED_KEPT = 50

/** The newest run of this part of the register that was read to its end. */
export async function lastDoneRun(
  db: Kysely<Database>,
  kind: RegisterKind,
  scope: string,
): Promise<ImportRun | undefined> {
  return db
    .selectFrom('import_run')
    .selectAll()
    .where('kind', '=', kind)
    .where('scope', '=', scope)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * The run to go on with: the unfinished one of this very file, else a new one. An unfinished run of
 * another file is given up; whoever still works at it is told at its next batch.
 */
export async function openRun(
  db: Kysely<Database>,
  file: ImportFile,
  now: Date,
): Promise<{ run: ImportRun; resumed: boolean }> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`foothold:import:${file.kind}:${file.scope}`}, 0))`.execute(
      tx,
    )
    const open = await tx
      .selectFrom('import_run')
      .selectAll()
      .where('kind', '=', file.kind)
      .where('scope', '=', file.scope)
      .where('state', 'in', ['running', 'suspect'])
      .executeTakeFirst()
    if (open !== undefined && isSameFile(open, file)) return { run: open, resumed: true }
    if (open !== undefined) {
      await tx
        .updateTable('import_run')
        .set({ state: 'abandoned', finished_at: now })
        .where('id', '=', open.id)
        .execute()
    }
    const { offset, line, ...columns } = file
    const run = await tx
      .insertInto('import_run')
      .values({
        ...columns,
        state: 'running',
        resume_offset: offset,
        resume_line: line,
        started_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return { run, resumed: false }
  })
}

/** Whether the run read these very bytes, under the same date and mark. */
export const isSameFile = (run: ImportRun, file: ImportFile): boolean =>
  run.sha256.equals(file.sha256) && run.as_of === file.as_of && run.sample === file.sample

export interface Batch {
  records: readonly RegisterRecord[]
  read: number
  passed: number
  rejected: readonly RejectedRow[]
  /** Byte and line after its last row. */
  offset: number
  line: number
}

/**
 * Keeps one batch and moves the run's mark past it, in one transaction: a killed run goes on right after it.
 * @throws FootholdError `import-taken-over` when another process has moved or given up the run.
 * @returns the run as it now stands.
 */
export async function saveBatch(
  db: Kysely<Database>,
  run: ImportRun,
  batch: Batch,
): Promise<ImportRun> {
  return db.transaction().execute(async (tx) => {
    const rejected = [...run.rejected, ...batch.rejected].slice(0, REJECTED_KEPT)
    const moved = await tx
      .updateTable('import_run')
      .set({
        rows_read: run.rows_read + batch.read,
        rows_kept: run.rows_kept + batch.records.length,
        rows_passed: run.rows_passed + batch.passed,
        rows_rejected: run.rows_rejected + batch.rejected.length,
        rejected: JSON.stringify(rejected),
        resume_offset: batch.offset,
        resume_line: batch.line,
      })
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .where('resume_offset', '=', run.resume_offset)
      .returningAll()
      .executeTakeFirst()
    if (moved === undefined) throw takenOver(run)
    const mark = { register: run.kind, sample: run.sample, run_id: run.id }
    await saveFacilities(tx, pick(batch.records, 'facility'), mark)
    await saveAreaFacts(tx, pick(batch.records, 'area_fact'), mark)
    await savePlaces(tx, pick(batch.records, 'place'), mark)
    await saveWages(tx, pick(batch.records, 'wage'), mark)
    return moved
  })
}

function pick<T extends RegisterRecord['table']>(
  records: readonly RegisterRecord[],
  table: T,
): Extract<RegisterRecord, { table: T }>[] {
  return records.filter((r): r is Extract<RegisterRecord, { table: T }> => r.table === table)
}

const takenOver = (run: ImportRun): FootholdError =>
  new FootholdError(
    'import-taken-over',
    `Another process imports the register "${run.kind}" at this moment; this one stopped, and nothing is lost.`,
  )

/** How many rows of this part of the register the run brought, and how many real ones (no samples) it did not. */
export async function countRows(
  db: Kysely<Database>,
  run: ImportRun,
): Promise<{ brought: number; vanished: number }> {
  const { table, part } = rowsOf(run)
  const { rows } = await sql<{ brought: number; vanished: number }>`
    select count(*) filter (where run_id = ${run.id}) as brought,
      count(*) filter (where run_id <> ${run.id} and not sample) as vanished
    from ${table} where ${part}`.execute(db)
  return rows[0] ?? { brought: 0, vanished: 0 }
}

/** The rows that files of this kind and scope bring. */
function rowsOf(run: ImportRun) {
  switch (run.kind) {
    case 'places':
      return { table: sql`place`, part: sql`true` }
    case 'oews':
      return { table: sql`wage`, part: sql`true` }
    case 'hrsa-hpsa':
    case 'hrsa-mua':
    case 'ruca':
      return {
        table: sql`area_fact`,
        part: sql`register = ${run.kind} and ${run.scope} in ('', fact)`,
      }
    case 'cms-nursing-home':
    case 'cms-home-health':
    case 'cms-hospice':
    case 'cms-hospital':
    case 'hrsa-health-center':
      return { table: sql`facility`, part: sql`register = ${run.kind}` }
  }
}

/** Ends a run: takes away what it did not bring. @returns how many rows were taken away. */
export async function finishRun(db: Kysely<Database>, run: ImportRun, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const done = await tx
      .updateTable('import_run')
      .set({ state: 'done', finished_at: now })
      .where('id', '=', run.id)
      .where('state', 'in', ['running', 'suspect'])
      .where('resume_offset', '=', run.resume_offset)
      .returning('id')
      .executeTakeFirst()
    if (done === undefined) throw takenOver(run)
    return takeAwayVanished(tx, run)
  })
}

async function takeAwayVanished(tx: Kysely<Database>, run: ImportRun): Promise<number> {
  const { table, part } = rowsOf(run)
  const gone = await sql`delete from ${table} where run_id <> ${run.id} and ${part}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** Marks a run that was read to its end and brought so little that nothing is taken away by it. */
export async function markSuspect(db: Kysely<Database>, run: ImportRun, now: Date): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ state: 'suspect', finished_at: now })
    .where('id', '=', run.id)
    .where('state', '=', 'running')
    .execute()
}

/** Ends a run of a file that brought nothing. */
export async function giveUpRun(db: Kysely<Database>, run: ImportRun, now: Date): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ state: 'abandoned', finished_at: now })
    .where('id', '=', run.id)
    .execute()
}
