import { basename } from 'node:path'
import { readCsv, type CsvOptions, type CsvRecord } from './csv.ts'
import { isoDate } from './domain/registers/fields.ts'
import {
  openRegister,
  type OpenRegister,
  type Register,
  type RegisterKind,
  type RegisterRecord,
  type RowReading,
} from './domain/registers/register.ts'
import { REGISTERS, wrongFile } from './domain/registers/registers.ts'
import { FootholdError } from './errors.ts'
import { bytesFrom, inspectFile, notText, type FileFacts } from './register-bytes.ts'
import type { OpenDatabase } from './store/db.ts'
import {
  countRows,
  finishRun,
  giveUpRun,
  isSameFile,
  lastDoneRun,
  markSuspect,
  openRun,
  saveBatch,
  type Batch,
  type ImportFile,
  type ImportRun,
} from './store/imports.ts'

type Db = OpenDatabase['db']

export interface ImportOptions {
  kind: RegisterKind
  path: string
  /** ISO date; null = the date that the file or its name states. */
  asOf: string | null
  /** A file whose name begins with "sample" is a sample in any case. */
  sample: boolean
  /** Take a file that holds far fewer rows than the register did. */
  replace: boolean
  /** Rows of one transaction. Default 500. */
  batchRows?: number
}

export interface ImportReport {
  /** unchanged: this very file was loaded before; suspect: read, but nothing was taken away by it. */
  outcome: 'loaded' | 'unchanged' | 'suspect'
  /** Went on where a killed run stood. */
  resumed: boolean
  run: ImportRun
  /** Rows of earlier files that this one no longer holds. */
  removed: number
  /** For suspect: rows that this file lacks. */
  vanished: number
}

export interface ImportProgress {
  rows: number
  /** Bytes read and bytes in all; null where the file is packed and its length is not known. */
  bytes: number
  total: number | null
}

/**
 * Loads a register's file: streamed, in batches of one transaction each, going on where a killed run of the
 * same file stood. The same file twice changes nothing; a newer one replaces the rows that vanished. Bad rows
 * are counted with their lines and the rest is kept.
 * @throws FootholdError `unreadable-file`, `wrong-file`, `no-date`, `older-file`, `sample-over-real`,
 *   `import-taken-over`.
 */
export async function importRegister(
  db: Db,
  options: ImportOptions,
  now: () => Date,
  progress: (state: ImportProgress) => void = () => undefined,
): Promise<ImportReport> {
  const register = REGISTERS[options.kind]
  const facts = await inspectFile(options.path)
  const preview = await look(register, facts)
  const file: ImportFile = {
    kind: options.kind,
    scope: preview.scope,
    file: basename(options.path),
    sha256: facts.sha256,
    as_of: dateOf(options, preview.statedDate ?? register.namedDate(basename(options.path)), now()),
    sample: options.sample || /^sample/i.test(basename(options.path)),
    offset: preview.offset,
    line: preview.line,
  }
  const last = await lastDoneRun(db, file.kind, file.scope)
  if (last !== undefined && isSameFile(last, file))
    return { outcome: 'unchanged', resumed: false, run: last, removed: 0, vanished: 0 }
  refuseStepBack(last, file)
  await refuseWhole(register, facts, preview)
  const opened = await openRun(db, file, now())
  const run = await readRows(db, register, facts, preview, opened.run, options, progress)
  return { ...(await settle(db, run, options.replace, now())), resumed: opened.resumed }
}

function refuseStepBack(last: ImportRun | undefined, file: ImportFile): void {
  if (last === undefined || last.sample) return
  if (file.sample) {
    throw new FootholdError(
      'sample-over-real',
      `The register "${file.kind}" already holds the real file ${last.file}; a sample is not loaded over it.`,
    )
  }
  if (file.as_of < last.as_of) {
    throw new FootholdError(
      'older-file',
      `${file.file} is of ${file.as_of}, and the register "${file.kind}" already holds ${last.file} of ${last.as_of}.`,
    )
  }
}

interface Preview {
  opened: OpenRegister
  scope: string
  statedDate: string | null
  /** Where the first row of data begins. */
  offset: number
  line: number
}

const LOOK_ROWS = 1000

/** Reads the head of the file to know whether it is the right one, before anything is written. */
async function look(register: Register, facts: FileFacts): Promise<Preview> {
  const start = await firstBytes(facts)
  const wrong = notText(start)
  if (wrong !== null) throw notThis(register, wrong)
  const rows: CsvRecord[] = []
  for await (const records of readCsv(bytesFrom(facts, 0), csvOptions(register))) {
    rows.push(...records)
    if (rows.length >= LOOK_ROWS) break
  }
  const header = register.format === 'csv' ? rows.shift() : undefined
  const names = register.format === 'csv' ? (header?.fields ?? []) : Object.keys(register.required)
  const opened = openRegister(register, names)
  if ('missing' in opened)
    throw new FootholdError('wrong-file', wrongFile(register, opened.missing, opened.found))
  if (rows.length === 0) throw notThis(register, 'it has no row of data')
  return {
    opened,
    offset: header?.end ?? 0,
    line: header?.nextLine ?? 1,
    ...judge(register, opened, rows),
  }
}

function judge(
  register: Register,
  opened: OpenRegister,
  rows: readonly CsvRecord[],
): Pick<Preview, 'scope' | 'statedDate'> {
  const kept: RegisterRecord[] = []
  const reasons: string[] = []
  let scope = ''
  let statedDate: string | null = null
  for (const { fields, bad } of rows) {
    const row = bad === null ? opened.row(fields) : { bad }
    if (typeof row !== 'function') {
      reasons.push(row.bad)
      continue
    }
    scope ||= register.scope(row)
    statedDate ??= register.statedDate(row)
    const reading = register.read(row)
    if ('record' in reading) kept.push(reading.record)
    if ('bad' in reading) reasons.push(reading.bad)
  }
  if (reasons.length === rows.length)
    throw notThis(register, `none of its first ${rows.length} rows can be used (${reasons[0]})`)
  const suspicion = kept.length === 0 ? null : register.suspicion(kept)
  if (suspicion !== null) throw notThis(register, suspicion)
  return { scope, statedDate }
}

/** Asks every row before anything is written: half a file of another series would be worse than none. */
async function refuseWhole(register: Register, facts: FileFacts, preview: Preview): Promise<void> {
  const { refusal } = register
  if (refusal === null) return
  const from = { offset: preview.offset, line: preview.line }
  for await (const records of readCsv(bytesFrom(facts, from.offset), {
    ...csvOptions(register),
    ...from,
  })) {
    for (const { fields, bad } of records) {
      const row = bad === null ? preview.opened.row(fields) : { bad }
      const why = typeof row === 'function' ? refusal(row) : null
      if (why !== null) throw new FootholdError('wrong-file', why)
    }
  }
}

const notThis = (register: Register, why: string): FootholdError =>
  new FootholdError(
    'wrong-file',
    `This is not a file of the kind "${register.kind}" (${register.about}): ${why}.`,
  )

async function firstBytes(facts: FileFacts): Promise<Buffer> {
  for await (const chunk of bytesFrom(facts, 0)) return chunk.subarray(0, 512)
  return Buffer.alloc(0)
}

const csvOptions = (register: Register): CsvOptions =>
  register.format === 'csv' ? {} : { delimiter: '\t', quotes: false }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The date given, else the one in the rows, else the one in the file's name ("_2026-07-29_", "_Jul2026"). */
function dateOf(options: ImportOptions, stated: string | null, now: Date): string {
  const name = basename(options.path)
  const month = /(?:^|[_-])([a-z]{3})[a-z]*[_-]?(20\d\d)(?:[_.-]|$)/i.exec(name)
  const number = month === null ? 0 : MONTHS.indexOf((month[1] ?? '').toLowerCase()) + 1
  const ofMonth = number > 0 ? `${month?.[2]}-${String(number).padStart(2, '0')}-01` : null
  const day = isoDate(/20\d\d-\d\d-\d\d/.exec(name)?.[0] ?? '')
  const date = options.asOf === null ? (stated ?? day ?? ofMonth) : isoDate(options.asOf)
  if (date === null) {
    throw new FootholdError(
      'no-date',
      options.asOf === null
        ? 'Neither the file nor its name says of which day it is; add --as-of YYYY-MM-DD.'
        : `"${options.asOf}" is not a date; write --as-of YYYY-MM-DD.`,
    )
  }
  if (date > new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10))
    throw new FootholdError('no-date', `The date ${date} lies in the future; check --as-of.`)
  return date
}

async function readRows(
  db: Db,
  register: Register,
  facts: FileFacts,
  preview: Preview,
  start: ImportRun,
  options: ImportOptions,
  progress: (state: ImportProgress) => void,
): Promise<ImportRun> {
  let run = start
  if (run.state === 'suspect') return run
  const size = options.batchRows ?? 500
  const from = { offset: run.resume_offset, line: run.resume_line }
  const csv = readCsv(bytesFrom(facts, from.offset), { ...csvOptions(register), ...from })
  let waiting: CsvRecord[] = []
  const save = async (rows: readonly CsvRecord[]) => {
    run = await saveBatch(db, run, readBatch(register, preview, rows))
    const total = facts.gzip ? null : facts.bytes
    progress({ rows: run.rows_read, bytes: run.resume_offset, total })
  }
  for await (const records of csv) {
    waiting.push(...records)
    while (waiting.length >= size) {
      await save(waiting.slice(0, size))
      waiting = waiting.slice(size)
    }
  }
  if (waiting.length > 0) await save(waiting)
  return run
}

function readBatch(register: Register, preview: Preview, rows: readonly CsvRecord[]): Batch {
  const records: RegisterRecord[] = []
  const rejected: { line: number; reason: string }[] = []
  let passed = 0
  for (const csv of rows) {
    const reading = csv.bad === null ? readRow(register, preview, csv.fields) : { bad: csv.bad }
    if ('record' in reading) records.push(reading.record)
    else if ('passed' in reading) passed += 1
    else rejected.push({ line: csv.line, reason: reading.bad })
  }
  const last = rows[rows.length - 1]
  return {
    records,
    read: rows.length,
    passed,
    rejected,
    offset: last?.end ?? 0,
    line: last?.nextLine ?? 0,
  }
}

function readRow(register: Register, preview: Preview, fields: readonly string[]): RowReading {
  const row = preview.opened.row(fields)
  if (typeof row !== 'function') return row
  const scope = register.scope(row)
  return scope === preview.scope || scope === ''
    ? register.read(row)
    : { bad: 'it belongs to another part of the register than the rows before it' }
}

/** More rows would vanish than remain: rather a broken download than a register that halved overnight. */
async function settle(
  db: Db,
  run: ImportRun,
  replace: boolean,
  now: Date,
): Promise<Omit<ImportReport, 'resumed'>> {
  const { brought, vanished } = await countRows(db, run)
  if (brought === 0) {
    await giveUpRun(db, run, now)
    throw new FootholdError(
      'wrong-file',
      `${run.file} holds no row for the register "${run.kind}"; what was there before stays.`,
    )
  }
  if (vanished > brought && !replace) {
    await markSuspect(db, run, now)
    return { outcome: 'suspect', run, removed: 0, vanished }
  }
  const removed = await finishRun(db, run, now)
  return { outcome: 'loaded', run, removed, vanished: 0 }
}
