import { open, mkdir, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { SEARCH_VERSION } from '../domain/search/keys.ts'
import type { Demand } from '../domain/search/demand.ts'
import type { ChangePosition } from '../store/search-rows.ts'
import type { Block } from './block.ts'
import { arraysOf, blockFrom, typed, type Kind, type Typed } from './flat.ts'
import { pause } from './slices.ts'
import { DemandTable, KeyTable, MonthsTable, type Tables } from './tables.ts'
import { Terms } from './terms.ts'

/** Goes up with every change of what stands in the file. */
const FORMAT = 3
/** The first bytes of the file: a name, then how long the head is. */
const NAME = 'FHSRCH'
const START = 12
const LONGEST_HEAD = 64 * 1024 * 1024

/** What a snapshot holds: an index, and up to where it had followed the changes of its database. */
export interface Snapshot {
  tables: Tables
  blocks: Block[]
  position: ChangePosition
}

interface Head {
  format: number
  search_version: number
  /** Numbers are written as this machine keeps them. */
  first_byte: number
  position: ChangePosition
  demands: Demand[]
  months: (number | null)[]
  blocks: { n: number; alive: number; newestPosted: number }[]
  arrays: [kind: Kind, length: number][]
}

/**
 * Writes a snapshot beside the old one and puts it in its place only when it is whole on the disk. What the index
 * takes in meanwhile is not in it, and does no harm.
 * @throws the system's error when the folder cannot be written.
 */
export async function writeSnapshot(
  file: string,
  {
    tables,
    blocks,
    position,
  }: { tables: Tables; blocks: readonly Block[]; position: ChangePosition },
): Promise<void> {
  const kept = blocks.map((block) => ({ ...block, live: block.live.slice() }))
  const { letters, ends } = tables.terms.parts()
  const keys = tables.keys.keys.subarray(0, tables.keys.size)
  const arrays: Typed[] = [letters, ends, keys, ...kept.flatMap(arraysOf)]
  const head: Head = {
    format: FORMAT,
    search_version: SEARCH_VERSION,
    first_byte: firstByte(),
    position,
    demands: [...tables.demands.demands],
    months: [...tables.months.months],
    blocks: kept.map(({ n, alive, newestPosted }) => ({ n, alive, newestPosted })),
    arrays: arrays.map((array) => [typed.kindOf(array), array.length]),
  }
  const text = Buffer.from(JSON.stringify(head))
  const start = Buffer.alloc(START)
  start.write(NAME)
  start.writeUInt32LE(text.length, START - 4)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await removeLeftOver(file)
  const beside = `${file}.${process.pid}.tmp`
  const handle = await open(beside, 'w', 0o600)
  try {
    let sum = 0
    for (const bytes of [start, text, ...arrays.map(typed.bytesOf)]) {
      sum = await checksum(bytes, sum)
      await writeAll(handle, bytes)
    }
    const end = Buffer.alloc(4)
    end.writeUInt32LE(sum)
    await writeAll(handle, end)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
  await syncFolder(dirname(file))
}

/**
 * @returns null where there is none, or one that does not fit this program or is not whole.
 * @throws the system's error when a file that is there cannot be read.
 */
export async function readSnapshot(file: string): Promise<Snapshot | null> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    return await readFrom(handle)
  } finally {
    await handle.close()
  }
}

async function readFrom(handle: FileHandle): Promise<Snapshot | null> {
  const start = Buffer.alloc(START)
  if (!(await fill(handle, start)) || start.toString('latin1', 0, NAME.length) !== NAME) return null
  const length = start.readUInt32LE(START - 4)
  const { size } = await handle.stat()
  if (length > Math.min(size, LONGEST_HEAD)) return null
  const text = Buffer.alloc(length)
  if (!(await fill(handle, text))) return null
  const head = headIn(text)
  if (head === null) return null
  // A length that was spoilt must not be taken for one: it could ask for all memory there is.
  const expected = head.arrays.reduce((sum, [kind, n]) => sum + n * typed.widths[kind], 0)
  if (START + length + expected + 4 !== size) return null
  let sum = await checksum(text, await checksum(start, 0))
  const arrays: Typed[] = []
  for (const [kind, n] of head.arrays) {
    const array = typed.make(kind, n)
    const bytes = typed.bytesOf(array)
    if (!(await fill(handle, bytes))) return null
    sum = await checksum(bytes, sum)
    arrays.push(array)
  }
  const end = Buffer.alloc(4)
  if (!(await fill(handle, end)) || end.readUInt32LE(0) !== sum) return null
  return assemble(head, arrays)
}

function headIn(text: Buffer): Head | null {
  try {
    const head = JSON.parse(text.toString()) as Head
    const fits =
      head.format === FORMAT &&
      head.search_version === SEARCH_VERSION &&
      head.first_byte === firstByte()
    return fits ? head : null
  } catch {
    return null
  }
}

function assemble({ position, demands, months, blocks }: Head, arrays: Typed[]): Snapshot {
  const [letters, ends, keys, ...rest] = arrays
  const each = rest.length / Math.max(1, blocks.length)
  return {
    tables: {
      terms: Terms.from({ letters: letters as Uint8Array, ends: ends as Uint32Array }),
      keys: new KeyTable(keys as Uint32Array),
      demands: new DemandTable(demands),
      months: new MonthsTable(months),
    },
    blocks: blocks.map((block, i) => blockFrom(block, rest.slice(i * each, (i + 1) * each))),
    position,
  }
}

const firstByte = (): number => new Uint8Array(new Uint32Array([1]).buffer)[0]!

const CHECKED_AT_ONCE = 1024 * 1024

/** CRC-32, in slices. */
async function checksum(bytes: Uint8Array, before: number): Promise<number> {
  let sum = before
  for (let at = 0; at < bytes.length; at += CHECKED_AT_ONCE) {
    sum = crc32(bytes.subarray(at, at + CHECKED_AT_ONCE), sum)
    if (bytes.length > CHECKED_AT_ONCE) await pause()
  }
  return sum
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
  }
}

/** @returns false where the file ends before. */
async function fill(handle: FileHandle, bytes: Uint8Array): Promise<boolean> {
  for (let at = 0; at < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at)
    if (bytesRead === 0) return false
    at += bytesRead
  }
  return true
}

const LEFT_OVER_MS = 600_000

/** Files that processes began and did not live to finish; one that another is writing now is younger. */
async function removeLeftOver(file: string): Promise<void> {
  const folder = dirname(file)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(file)}.`) || !name.endsWith('.tmp')) continue
    const path = join(folder, name)
    const made = await stat(path).catch(() => null)
    if (made !== null && Date.now() - made.mtimeMs > LEFT_OVER_MS) await rm(path, { force: true })
  }
}

/** Without it the new name may be lost with the power, though the file is not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
