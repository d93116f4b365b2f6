import { afterAll, beforeAll, expect, it } from 'vitest'
import { sourcesSchema } from '../../api/wire/source.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { runCommand } from '../helpers/foothold-process.ts'
import { makePoll, makeSource } from '../helpers/listings.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

async function sources(...args: string[]): Promise<{ code: number | null; text: string }> {
  const command = ['--import', 'tsx', 'cli/sources.ts', ...args]
  const running = runCommand(process.execPath, command, { DATABASE_URL: database.url })
  const { code } = await running.ended
  return { code, text: running.output() }
}

it('says so when there is no source yet', async () => {
  expect(await sources()).toEqual({
    code: 0,
    text: 'No source is on the list yet; the first start brings it.\n',
  })
})

it('prints a table with what needs a look first, and the same as JSON', async () => {
  const { db } = database
  const well = await makeSource(db, { key: 'well' })
  await makePoll(db, well, '2026-11-24T06:30:00Z', { seen: 12, new: 3, closed: 1 })
  const reason = 'boards.example.org answered with status 503.'
  await makeSource(db, { key: 'ill', kind: 'lever', state: 'failing', reason })
  await makeSource(db, { key: 'gone', removed_at: '2026-11-01T00:00:00Z' })

  const { code, text } = await sources()
  expect(code).toBe(0)
  expect(text.split('\n')).toEqual([
    'SOURCE  KIND        STATE    LAST READ (UTC)   SEEN  NEW  CLOSED  NEXT (UTC)        WHY',
    'ill     lever       failing  -                 -     -    -       2026-11-24 12:00  boards.example.org answered with status 503.',
    'well    greenhouse  healthy  2026-11-24 06:30  12    3    1       2026-11-24 12:00',
    '',
    '2 sources: 1 failing, 1 healthy.',
    '',
  ])

  const json = await sources('--json')
  expect(sourcesSchema.parse(JSON.parse(json.text)).map((s) => [s.key, s.state])).toEqual([
    ['ill', 'failing'],
    ['well', 'healthy'],
  ])
})

it('refuses what it does not know with one sentence and its usage', async () => {
  const { code, text } = await sources('--colour')
  expect(code).toBe(1)
  expect(text).toMatch(/--colour[\s\S]*Usage: npm run -s sources/)
})
