import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../core/log.ts'
import { createIndex, type Index, type IndexDeps } from '../../../core/search/create-index.ts'
import { readSnapshot, writeSnapshot } from '../../../core/search/snapshot.ts'
import type { Database } from '../../../core/store/schema.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { searchFor, wordsOf } from '../../helpers/indexed-rows.ts'
import { makeListing } from '../../helpers/listings.ts'

let database: FreshDatabase
let home: string
const made: Index[] = []
let clock = Date.parse('2026-11-24T12:00:00Z')

beforeEach(async () => {
  database = await freshDatabase()
  home = await mkdtemp(join(tmpdir(), 'foothold-follower-'))
})
afterEach(async () => {
  for (const index of made.splice(0)) await index.stop()
  await database.close()
  await rm(home, { recursive: true })
})

function newIndex(over: Partial<IndexDeps> = {}): Index {
  const log = createLogger('index-test', 'silent')
  const index = createIndex({ db: database.db, home, log, now: () => new Date(clock), ...over })
  made.push(index)
  return index
}

async function idsIn(index: Index): Promise<number[]> {
  expect(index.ready()).toBe(true)
  const { hits } = await index.find(searchFor(), { after: null, limit: 100 })
  return hits.map(({ id }) => id).sort((a, b) => a - b)
}

/** A transaction that stands open until it is ended. */
async function begin<T>(
  work: (tx: Kysely<Database>) => Promise<T>,
): Promise<{ made: T; commit: () => Promise<void>; rollBack: () => Promise<void> }> {
  let end: (good: boolean) => void = () => undefined
  const ended = new Promise<boolean>((resolve) => (end = resolve))
  let told: (value: T) => void = () => undefined
  const done = new Promise<T>((resolve) => (told = resolve))
  const transaction = database.db
    .transaction()
    .execute(async (tx) => {
      told(await work(tx))
      if (!(await ended)) throw new Error('rolled back')
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'rolled back') throw error
    })
  const finish = (good: boolean) => () => {
    end(good)
    return transaction
  }
  return { made: await done, commit: finish(true), rollBack: finish(false) }
}

/** Of the source that is there: to name it anew would wait for transactions that hold on to it. */
const ONE_SOURCE = { lead_source_id: 1 }

describe('transactions that end out of turn', () => {
  it('are all taken in, each as soon as it has ended', async () => {
    const first = await makeListing(database.db)
    const index = newIndex()
    await index.catchUp()
    const slow = await begin((tx) => makeListing(tx, ONE_SOURCE))
    const lost = await begin((tx) => makeListing(tx, ONE_SOURCE))
    const quick = await makeListing(database.db, ONE_SOURCE)
    await index.catchUp()
    expect(await idsIn(index)).toEqual([first, quick])
    const later = await makeListing(database.db, ONE_SOURCE)
    await lost.rollBack()
    await index.catchUp()
    await index.catchUp()
    expect(await idsIn(index)).toEqual([first, quick, later])
    await slow.commit()
    await index.catchUp()
    expect(await idsIn(index)).toEqual([first, slow.made, quick, later])
    // The numbers of the changes say that it was not the order of commits.
    expect(slow.made).toBeLessThan(quick)
    expect(index.stats().loads).toBe(1)
  })

  it('are not missed when they began before the index was read whole', async () => {
    await makeListing(database.db)
    const before = await begin((tx) => makeListing(tx, ONE_SOURCE))
    const index = newIndex()
    await index.catchUp()
    expect((await idsIn(index)).includes(before.made)).toBe(false)
    await before.commit()
    await index.catchUp()
    expect((await idsIn(index)).includes(before.made)).toBe(true)
  })

  it('are not missed by a snapshot that was written meanwhile', async () => {
    await makeListing(database.db)
    const index = newIndex()
    await index.catchUp()
    const slow = await begin((tx) => makeListing(tx, ONE_SOURCE))
    const quick = await makeListing(database.db, ONE_SOURCE)
    await index.catchUp()
    await index.stop()
    await slow.commit()
    const again = newIndex()
    await again.catchUp()
    expect(again.stats()).toMatchObject({ restores: 1, loads: 0 })
    expect(await idsIn(again)).toEqual(expect.arrayContaining([slow.made, quick]))
  })
})

describe('a listing', () => {
  it('leaves when it closes, and comes back', async () => {
    const id = await makeListing(database.db)
    const index = newIndex()
    await index.catchUp()
    const close = (at: string | null) =>
      database.db.updateTable('listing').set({ closed_at: at }).where('id', '=', id).execute()
    await close('2026-11-24T11:00:00Z')
    await index.catchUp()
    expect(await idsIn(index)).toEqual([])
    await close(null)
    await index.catchUp()
    expect(await idsIn(index)).toEqual([id])
  })
})

describe('a restart', () => {
  it('begins with the snapshot and what changed since, and finds what a new reading would', async () => {
    const [kept, closed] = [await makeListing(database.db), await makeListing(database.db)]
    const index = newIndex()
    await index.catchUp()
    await index.stop()
    await sql`update listing set closed_at = now() where id = ${closed}`.execute(database.db)
    const added = await makeListing(database.db, { title: 'Rare Zebra Coder' })
    const again = newIndex()
    await again.catchUp()
    expect(again.stats()).toMatchObject({ restores: 1, loads: 0, listings: 2 })
    expect(await idsIn(again)).toEqual([kept, added])
    const whole = newIndex({ home: null })
    await whole.catchUp()
    for (const text of [null, wordsOf('zebra'), wordsOf('bill')]) {
      const page = { after: null, limit: 10 }
      const found = await again.find(searchFor({}, text), page)
      expect(found).toEqual(await whole.find(searchFor({}, text), page))
    }
  })

  const restarted = async (spoil: (file: string) => Promise<void>): Promise<Index> => {
    await makeListing(database.db)
    const index = newIndex()
    await index.catchUp()
    await index.stop()
    await spoil(join(home, 'search-index.bin'))
    const added = await makeListing(database.db)
    const again = newIndex()
    await again.catchUp()
    expect(await idsIn(again)).toEqual(expect.arrayContaining([added]))
    expect(again.stats().listings).toBe(2)
    return again
  }

  it('reads all anew where the snapshot is spoilt', async () => {
    const again = await restarted(async (file) => {
      const bytes = await readFile(file)
      bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
      await writeFile(file, bytes)
    })
    expect(again.stats()).toMatchObject({ restores: 0, loads: 1 })
  })

  it('reads all anew where the notes of changes may be gone', async () => {
    const again = await restarted(async (file) => {
      const old = await readSnapshot(file)
      if (old === null) throw new Error('There is no snapshot.')
      const at = old.position.at - 86_400_000
      await writeSnapshot(file, { ...old, position: { ...old.position, at } })
    })
    expect(again.stats()).toMatchObject({ restores: 1, loads: 1 })
  })

  it('reads all anew where the snapshot is of another database', async () => {
    const other = await freshDatabase()
    const foreign = createIndex({
      db: other.db,
      home,
      log: createLogger('index-test', 'silent'),
      now: () => new Date(clock),
    })
    for (let n = 0; n < 3; n++) await makeListing(other.db)
    await foreign.catchUp()
    await foreign.stop()
    await other.close()
    const only = await makeListing(database.db)
    const index = newIndex()
    await index.catchUp()
    expect(await idsIn(index)).toEqual([only])
    expect(index.stats()).toMatchObject({ restores: 1, loads: 1 })
  })

  it('reads all anew where the listings were made anew behind its back', async () => {
    await makeListing(database.db)
    const index = newIndex()
    await index.catchUp()
    // No trigger tells of it.
    await sql`truncate listing cascade`.execute(database.db)
    await index.catchUp()
    expect(await idsIn(index)).toEqual([])
    expect(index.stats().loads).toBe(2)
  })
})

describe('following', () => {
  it('goes on after failures, and says that it is not ready while it cannot be level', async () => {
    const waits: number[] = []
    let go: () => void = () => undefined
    const wait = (ms: number, signal: AbortSignal): Promise<void> => {
      waits.push(ms)
      return new Promise((resolve) => {
        go = resolve
        signal.addEventListener('abort', () => resolve())
      })
    }
    const id = await makeListing(database.db)
    const index = newIndex({ wait })
    expect(index.ready()).toBe(false)
    index.start()
    await expect.poll(() => waits.length).toBe(1)
    expect(await idsIn(index)).toEqual([id])
    await sql`alter table listing_change rename to hidden`.execute(database.db)
    for (let n = 2; n <= 4; n++) {
      go()
      await expect.poll(() => waits.length).toBe(n)
    }
    expect(waits).toEqual([500, 1000, 2000, 4000])
    expect(index.ready()).toBe(true)
    clock += 20_000
    expect(index.ready()).toBe(false)
    // The database answers meanwhile.
    const page = { after: null, limit: 5 }
    expect((await index.find(searchFor(), page)).hits.map((hit) => hit.id)).toEqual([id])
    await sql`alter table hidden rename to listing_change`.execute(database.db)
    go()
    await expect.poll(() => waits.length).toBe(5)
    expect(waits[4]).toBe(500)
    expect(await idsIn(index)).toEqual([id])
  })

  it('asks the database where words must stand side by side', async () => {
    const together = await makeListing(database.db, { title: 'Medical Coder' })
    await makeListing(database.db, { title: 'Coder, Medical' })
    const index = newIndex()
    await index.catchUp()
    const phrase = { lexemes: ['medic', 'coder'], tsquery: "'medic' <-> 'coder'", phrase: true }
    const question = searchFor({}, { all: [[phrase]], none: [] })
    expect(index.canAnswer(question)).toBe(false)
    const { hits } = await index.find(question, { after: null, limit: 5 })
    expect(hits.map(({ id }) => id)).toEqual([together])
  })

  it('stops in the middle of reading all, and in a folder that cannot be written', async () => {
    for (let n = 0; n < 20; n++) await makeListing(database.db)
    const file = join(home, 'a-file')
    await writeFile(file, '')
    const index = newIndex({ home: file })
    index.start()
    await index.stop()
    await index.stop()
    const other = newIndex({ home: file })
    await other.catchUp()
    expect(other.stats().listings).toBe(20)
  })
})
