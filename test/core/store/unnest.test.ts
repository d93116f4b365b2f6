import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rowsOf } from '../../../core/store/unnest.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const COLUMNS = {
  n: 'bigint',
  words: 'text',
  list: 'text[]',
  numbers: 'integer[]',
  json: 'jsonb',
  bytes: 'bytea',
  at: 'timestamptz',
  yes: 'boolean',
} as const

it('brings every value back as it went, whatever stands in it', async () => {
  const at = new Date('2026-11-24T12:34:56.789Z')
  const rows = [
    {
      n: 1,
      words: 'a "quoted", \\back\\slashed {text}\nNULL',
      list: ['', 'NULL', '{a,b}', 'say "x"', 'C:\\temp', 'é, ü'],
      numbers: [-1, 0, 2_147_483_647],
      json: JSON.stringify({ a: ['"', '\\', 1, null] }),
      bytes: Buffer.from([0, 255, 92, 34]),
      at,
      yes: true,
    },
    { n: 2, words: null, list: [], numbers: [], json: null, bytes: null, at: null, yes: null },
    { n: 3, words: '', list: null, numbers: null, json: '[]', bytes: null, at, yes: false },
  ]
  const back = await sql`select * from ${rowsOf(COLUMNS, rows)} order by n`.execute(database.db)
  expect(back.rows).toEqual([
    { ...rows[0], json: { a: ['"', '\\', 1, null] } },
    rows[1],
    { ...rows[2], json: [] },
  ])
})

it('is empty for no rows', async () => {
  const back = await sql`select * from ${rowsOf(COLUMNS, [])}`.execute(database.db)
  expect(back.rows).toEqual([])
})
