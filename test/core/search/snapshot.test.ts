import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SEARCH_VERSION } from '../../../core/domain/search/keys.ts'
import { indexOfRows, SearchIndex } from '../../../core/search/search-index.ts'
import { atOnce } from '../../../core/search/slices.ts'
import { readSnapshot, writeSnapshot } from '../../../core/search/snapshot.ts'
import { indexedRow, searchFor, wordsOf } from '../../helpers/indexed-rows.ts'

const position = { identity: '7-1-5-3', xid: '1234', at: 1_795_000_000_000 }
const page = { after: null, limit: 25 }
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foothold-snapshot-'))
  file = join(folder, 'index.bin')
})
afterAll(() => rm(folder, { recursive: true }))

function someIndex(): SearchIndex {
  const rows = Array.from({ length: 300 }, (_, id) =>
    indexedRow(
      id,
      {
        lexemes: ['biller', `word${id % 7}`, 'é'],
        head: ['biller'],
        pay: id % 2 ? 20 : null,
        min_months: id % 3 ? 4.6 : null,
      },
      { states: [id % 5 ? 'PA' : 'OH'], credentials_required: id % 4 ? [] : ['CPC'] },
    ),
  )
  const index = indexOfRows(rows)
  atOnce(index.change([3, 500], [indexedRow(500, { lexemes: ['late'] })]))
  return index
}

const searches = [
  searchFor(),
  searchFor({ state: ['OH'], sort: 'pay' }, wordsOf('biller', 'word3')),
  searchFor({ max_months: 6, holds: ['CPC'] }, wordsOf('é')),
  searchFor({}, wordsOf('late')),
]
const answers = (index: SearchIndex) => searches.map((question) => index.find(question, page))

const write = (index: SearchIndex) =>
  writeSnapshot(file, { tables: index.tables, blocks: index.blocks, position })

describe('a snapshot', () => {
  it('gives back the index that was written, which goes on as it would have', async () => {
    const index = someIndex()
    await write(index)
    const read = await readSnapshot(file)
    expect(read?.position).toEqual(position)
    const again = new SearchIndex(read ?? undefined)
    expect(answers(again)).toEqual(answers(index))
    expect(answers(again)[3]?.total).toBe(1)
    for (const one of [index, again]) {
      atOnce(one.change([4, 501], [indexedRow(501, { lexemes: ['new', 'late'], pay: 33 })]))
    }
    expect(answers(again)).toEqual(answers(index))
    expect(answers(again)[3]?.total).toBe(2)
  })

  it('holds what stood when it was begun, whatever changes while it is written', async () => {
    const index = someIndex()
    const before = answers(index)
    const writing = write(index)
    atOnce(index.change([1, 2, 600], [indexedRow(600, { lexemes: ['late', 'unheard'] })]))
    await writing
    const read = await readSnapshot(file)
    expect(answers(new SearchIndex(read ?? undefined))).toEqual(before)
  })

  it('of an index of nothing is one too', async () => {
    await write(new SearchIndex())
    const read = await readSnapshot(file)
    expect(read?.blocks).toEqual([])
    expect(new SearchIndex(read ?? undefined).size).toBe(0)
  })

  it('is none where there is no file', async () => {
    expect(await readSnapshot(join(folder, 'nothing.bin'))).toBeNull()
  })
})

describe('a file that does not fit is refused', () => {
  let whole: Buffer
  beforeEach(async () => {
    await write(someIndex())
    whole = await readFile(file)
  })
  const read = async (bytes: Buffer) => {
    const spoilt = join(folder, 'spoilt.bin')
    await writeFile(spoilt, bytes)
    return readSnapshot(spoilt)
  }
  /** The head with one value replaced by another of the same length. */
  const withHead = (from: string, to: string): Buffer => {
    const at = whole.indexOf(from)
    expect(at).toBeGreaterThan(0)
    const changed = Buffer.from(whole)
    changed.write(to, at)
    return changed
  }

  it('when a bit of it is turned, wherever that is', async () => {
    expect(await read(whole)).not.toBeNull()
    for (let part = 0; part < 60; part++) {
      const at = Math.floor((part / 60) * whole.length)
      const spoilt = Buffer.from(whole)
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x10
      expect(await read(spoilt), `byte ${at} of ${whole.length}`).toBeNull()
    }
    const last = Buffer.from(whole)
    last[whole.length - 1] = (last[whole.length - 1] ?? 0) ^ 1
    expect(await read(last)).toBeNull()
  })

  it.each([0, 5, 12, 100, -4, -1])('when it is cut at %i', async (at) => {
    expect(await read(whole.subarray(0, at < 0 ? whole.length + at : at))).toBeNull()
  })

  it('when something follows it', async () => {
    expect(await read(Buffer.concat([whole, Buffer.from('more')]))).toBeNull()
  })

  it('when another version of the format, of the keys or of numbers wrote it', async () => {
    expect(await read(withHead('"format":3', '"format":2'))).toBeNull()
    expect(
      await read(withHead(`"search_version":${SEARCH_VERSION}`, '"search_version":0')),
    ).toBeNull()
    expect(await read(withHead('"first_byte":1', '"first_byte":0'))).toBeNull()
  })
})

describe('writing', () => {
  it('leaves nothing beside it, and takes away what a killed process left long ago', async () => {
    const left = `${file}.999999.tmp`
    const young = `${file}.999998.tmp`
    for (const path of [left, young]) await writeFile(path, 'half')
    const hourAgo = new Date(Date.now() - 3_600_000)
    await utimes(left, hourAgo, hourAgo)
    await write(someIndex())
    const beside = (await readdir(folder)).filter((name) => name.endsWith('.tmp'))
    expect(beside).toEqual(['index.bin.999998.tmp'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await rm(young)
  })

  it('puts the old one out of place only when the new one is whole: kills leave one or the other', async () => {
    await write(someIndex())
    const script = fileURLToPath(new URL('../../fixtures/write-snapshots.ts', import.meta.url))
    for (let kill = 0; kill < 6; kill++) {
      const child = spawn(
        process.execPath,
        ['--import', import.meta.resolve('tsx'), script, file],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      const ended = new Promise((resolve) => child.once('exit', resolve))
      // It says a word when it has begun to write, over and over.
      await new Promise((resolve) => child.stdout.once('data', resolve))
      await new Promise((resolve) => setTimeout(resolve, kill * 7))
      child.kill('SIGKILL')
      await ended
      const read = await readSnapshot(file)
      expect(read?.blocks.length, `kill ${kill}`).toBeGreaterThan(0)
    }
  })
})
