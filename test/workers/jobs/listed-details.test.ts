import { freePolicy } from '../../helpers/policy.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../../../core/log.ts'
import { replaceSources, sourceByKey } from '../../../core/store/sources.ts'
import { createHttp } from '../../../workers/http.ts'
import { ingestSource } from '../../../workers/jobs/dispatch.ts'
import type { IngestWorld } from '../../../workers/jobs/world.ts'
import { FeedServer } from '../../helpers/feed-server.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'

let database: FreshDatabase
let feed: FeedServer
let world: IngestWorld
let clock = Date.parse('2026-11-24T12:00:00Z')

beforeAll(async () => {
  database = await freshDatabase()
  feed = await FeedServer.start()
  const http = createHttp({
    userAgent: 'Foothold/test',
    offline: true,
    allow: [feed.host],
    reserve: () => Promise.resolve(0),
    now: () => Date.now(),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
  })
  const log = createLogger('test', 'silent')
  world = {
    db: database.db,
    http,
    secrets: {},
    log,
    now: () => new Date(clock),
    online: false,
    isOwn: () => true,
  }
})
afterAll(async () => {
  await world.http.close()
  await feed.close()
  await database.close()
})

async function poll() {
  clock += 3_600_000
  const source = await sourceByKey(database.db, 'bamboohr-acme')
  const report = source === undefined ? null : await ingestSource(world, source)
  if (report === null) throw new Error('no report')
  return report
}

test('of a list with titles only the pages of the trade are asked for, and each of them once', async () => {
  await replaceSources(
    database.db,
    [
      {
        key: 'bamboohr-acme',
        employer: 'Acme Health',
        kind: 'bamboohr',
        settings: { board: 'acme', base_url: feed.url('') },
        policy: freePolicy(),
        pace_ms: 0,
        origin: 'file',
        facts: {},
        paused: null,
        due: new Date(clock),
      },
    ],
    new Date(clock),
  )
  const place = { city: 'Erie', state: 'Pennsylvania' }
  const result = ['Medical Coder', 'Registered Nurse', 'Chef'].map((jobOpeningName, i) => ({
    id: String(41 + i),
    jobOpeningName,
    departmentLabel: 'Health Information',
    location: place,
    locationType: '0',
  }))
  feed
    .on('/careers/list', { body: JSON.stringify({ meta: { totalCount: 3 }, result }) })
    .on('/careers/41/detail', {
      body: JSON.stringify({
        result: {
          jobOpening: {
            jobOpeningName: 'Medical Coder',
            jobOpeningStatus: 'Open',
            datePosted: '2026-11-20',
            description:
              '<p>Assign ICD-10-CM and CPT codes.</p><h3>Requirements</h3><ul><li>CPC-A or CPC required</li></ul>',
          },
        },
      }),
    })
  expect(await poll()).toMatchObject({ outcome: 'ok', seen: 3, new: 1, rejected: 0, message: null })
  expect(await poll()).toMatchObject({ outcome: 'ok', seen: 3, new: 0, changed: 0, unchanged: 3 })
  const details = feed.seen.map((s) => s.path).filter((path) => path.endsWith('/detail'))
  expect(details).toEqual(['/careers/41/detail'])
  const [listing, ...more] = await database.db
    .selectFrom('listing')
    .select(['title', 'place', 'posted_at', 'work_mode'])
    .execute()
  expect(more).toEqual([])
  // Place and mode stand in the list alone.
  expect(listing).toMatchObject({ title: 'Medical Coder', place: 'Erie, PA', work_mode: 'onsite' })
  expect(listing?.posted_at?.toISOString()).toBe('2026-11-20T00:00:00.000Z')
})
