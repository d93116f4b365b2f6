import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { schemaText } from '../../helpers/schema-text.ts'

const golden = new URL('../../golden/schema.txt', import.meta.url)

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

it('the migrated tables are those of test/golden/schema.txt (FOOTHOLD_WRITE_GOLDEN=1 rewrites it)', async () => {
  const text = await schemaText(fresh.db)
  if (process.env.FOOTHOLD_WRITE_GOLDEN === '1') await writeFile(golden, text)
  expect(text).toBe(await readFile(golden, 'utf8'))
})
