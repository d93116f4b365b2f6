import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'cli/import-register.ts', ...args],
      { env: { ...process.env, DATABASE_URL: database.url, FOOTHOLD_OFFLINE: '1' } },
      (error, out, err) => resolve({ code: error === null ? 0 : 1, out, err }),
    )
  })
}

it('loads a file, says what came of it, and says so when there is nothing to do', async () => {
  const args = ['cms-nursing-home', 'seeds/registers/SAMPLE-cms-nursing-home.csv', '--sample']
  const first = await run(...args)
  expect(first).toEqual({
    code: 0,
    out: 'cms-nursing-home: SAMPLE-cms-nursing-home.csv (of 2026-07-01, a SAMPLE) loaded. 4 rows read, 4 kept, 0 passed over, 0 rejected; 0 rows of earlier files taken away. "npm run -s job -- employers" brings it to the employers, then "npm run -s job -- search-keys" to the search.\n',
    err: '4 rows (100 %)\n',
  })
  expect((await run(...args)).out).toBe(
    'cms-nursing-home: SAMPLE-cms-nursing-home.csv (of 2026-07-01, a SAMPLE) is loaded already; nothing changed.\n',
  )
}, 60_000)

it('refuses a wrong file, a wrong kind and a missing file with one clear sentence', async () => {
  const wrong = await run('cms-hospice', 'seeds/registers/SAMPLE-cms-nursing-home.csv')
  expect(wrong.code).toBe(1)
  expect(wrong.err).toContain('It looks like a file of the kind "cms-nursing-home".')
  const kind = await run('cms-clinic', 'x.csv')
  expect(kind.code).toBe(1)
  expect(kind.err).toContain('There is no register "cms-clinic".')
  const missing = await run('cms-hospice', 'no-such-file.csv')
  expect(missing.code).toBe(1)
  expect(missing.err).toContain('The file no-such-file.csv cannot be read')
}, 60_000)
