import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importRegister } from '../../../core/import-register.ts'
import { createLogger } from '../../../core/log.ts'
import { employerSettings } from '../../../core/store/facilities.ts'
import { refreshEmployerSettings } from '../../../workers/jobs/employers.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeListing, makeSource, type ListingRow } from '../../helpers/listings.ts'

const log = createLogger('test', 'silent')
const scranton = [{ city: 'Scranton', state: 'PA', country: 'US' }]
const tampa = [{ city: 'Tampa', state: 'FL', country: 'US' }]
let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  for (const kind of ['cms-nursing-home', 'cms-hospital', 'hrsa-health-center'] as const) {
    const path = fileURLToPath(
      new URL(`../../../seeds/registers/SAMPLE-${kind}.csv`, import.meta.url),
    )
    const options = { kind, path, asOf: '2026-07-01', sample: true, replace: false }
    await importRegister(database.db, options, () => new Date('2026-11-24T12:00:00Z'))
  }
})
afterAll(() => database.close())

async function employer(name: string, ...adverts: ListingRow[]): Promise<number> {
  const { id } = await database.db
    .insertInto('employer')
    .values({ name, name_norm: name.toLowerCase() })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const advert of adverts)
    await makeListing(database.db, { employer: name, employer_id: id, ...advert })
  return id
}

const run = () => refreshEmployerSettings({ db: database.db, log })
const known = async (id: number) =>
  (await employerSettings(database.db, id)).map((s) => [
    s.setting,
    s.confidence,
    s.evidence[0]?.rule,
  ])

it('gives employers their settings with evidence, and a second run changes nothing', async () => {
  const said = {
    settings: ['assisted_living'],
    evidence: {
      settings: [{ start: 0, end: 15, words: 'assisted living', rule: 'settings.assisted_living' }],
    },
  }
  const rook = await employer(
    'Sample Rook Hollow Nursing and Rehab Center',
    { places: scranton, states: ['PA'], text: 'Apply at 1 Sample Street, Scranton, PA 18503.' },
    { places: scranton, ...said },
  )
  const larkmont = await employer('Sample Larkmont Healthcare', { places: tampa })
  const northgate = await employer('Sample Northgate Community Health', { places: scranton })
  const erie = await employer('Sample Meridian Hospital', {
    places: [{ city: 'Erie', state: 'PA', country: 'US' }],
  })
  const byNumber = await employer('Prairie Health', {
    lead_source_id: await makeSource(database.db, {
      key: 'prairie',
      employer: 'Prairie Health',
      facts: JSON.stringify({ facility_ids: ['cms-hospital:991301'] }),
    }),
  })
  const first = await run()
  expect(first).toEqual({ employers: 5, known: 4, changed: 5 })
  expect(await known(rook)).toEqual([
    ['snf', 0.95, 'name_zip'],
    ['assisted_living', 0.6, 'text'],
  ])
  expect(await known(larkmont)).toEqual([['snf', 0.7, 'chain']])
  expect(await known(northgate)).toEqual([['fqhc', 0.9, 'name_city']])
  expect(await known(erie)).toEqual([])
  expect(await known(byNumber)).toEqual([['critical_access', 1, 'id']])
  const [fqhc] = await employerSettings(database.db, northgate)
  expect(fqhc?.evidence).toEqual([
    {
      rule: 'name_city',
      register: 'hrsa-health-center',
      id: 'BPS-H80-990001',
      name: 'Sample Juniper Street Clinic',
      city: 'Scranton',
      state: 'PA',
      zip5: '18503',
      source: 'SAMPLE-hrsa-health-center.csv',
      as_of: '2026-07-01',
      sample: true,
    },
  ])
  expect(await run()).toEqual({ employers: 5, known: 4, changed: 0 })
})

it('what no longer holds is taken away, and open adverts speak before closed ones', async () => {
  const id = await employer(
    'Sample Quiet Words',
    { settings: ['hospice'], closed_at: '2026-11-01T00:00:00Z', close_reason: 'missing' },
    { settings: ['behavioral'] },
  )
  await run()
  expect(await known(id)).toEqual([['behavioral', 0.6, 'text']])
  await database.db
    .updateTable('listing')
    .set({ settings: [] })
    .where('employer_id', '=', id)
    .execute()
  expect((await run()).changed).toBe(1)
  expect(await known(id)).toEqual([])
})
