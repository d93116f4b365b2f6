import { afterAll, beforeAll, expect, it } from 'vitest'
import { getEmployer } from '../../../core/store/employers.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, registered } from '../../helpers/listings.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const closed = { closed_at: '2026-11-23T00:00:00Z', close_reason: 'missing' }

it('an employer comes with what is known of it and its newest open listings, all of them counted', async () => {
  const id = await makeEmployer(database.db, 'Mercy Hill', [registered('snf')])
  const own = { employer_id: id }
  const old = await makeListing(database.db, { ...own, first_seen: '2026-11-01T00:00:00Z' })
  const desk = await makeListing(database.db, {
    ...own,
    in_domain: false,
    role: 'adjacent',
    first_seen: '2026-11-03T00:00:00Z',
  })
  const young = await makeListing(database.db, { ...own, first_seen: '2026-11-09T00:00:00Z' })
  await makeListing(database.db, { ...own, ...closed })
  await makeListing(database.db, { ...own, in_domain: false, role: null })
  await makeListing(database.db)
  const found = await getEmployer(database.db, id, 2)
  expect(found).toMatchObject({ id, name: 'Mercy Hill', open: 3, demo: false })
  expect(found?.settings).toEqual([registered('snf')])
  expect(found?.listings.map((l) => l.id)).toEqual([young, desk])
  expect((await getEmployer(database.db, id, 9))?.listings.map((l) => l.id)).toEqual([
    young,
    desk,
    old,
  ])
})

it('an employer is invented when all its listings are, and gone when none is kept', async () => {
  const id = await makeEmployer(database.db, 'Laurel Hollow')
  expect(await getEmployer(database.db, id, 9)).toBeNull()
  await makeListing(database.db, { employer_id: id, demo: true, ...closed })
  expect(await getEmployer(database.db, id, 9)).toMatchObject({ demo: true, open: 0, listings: [] })
  await makeListing(database.db, { employer_id: id })
  expect(await getEmployer(database.db, id, 9)).toMatchObject({ demo: false, open: 1 })
  expect(await getEmployer(database.db, 999_999, 9)).toBeNull()
})
