import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draftListing } from '../../../core/domain/draft.ts'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../../core/domain/read/read-advert.ts'
import { openDatabase, type OpenDatabase } from '../../../core/store/db.ts'
import { savePostings } from '../../../core/store/postings.ts'
import { replaceSources, sourceByKey } from '../../../core/store/sources.ts'
import { contentHash } from '../../../workers/jobs/read-feed.ts'
import { regroupPostings } from '../../../workers/jobs/regroup.ts'
import { createLogger } from '../../../core/log.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { seededRandom } from '../../helpers/random.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const SEED = Number(process.env.FOOTHOLD_SEED ?? Date.now() % 1_000_000)
const KEYS = ['own', 'copy', 'third']
const BATCHES = 2
const SIZE = 8
/** A batch is cut off so often before it is left in peace. */
const CUTS = 8

let calm: FreshDatabase
let stormy: FreshDatabase
let killer: OpenDatabase

beforeAll(async () => {
  calm = await freshDatabase()
  stormy = await freshDatabase()
  killer = openDatabase(stormy.url, { max: 1, applicationName: 'killer' })
  for (const { db } of [calm, stormy]) {
    const sources = KEYS.map((key) => ({
      key,
      employer: key === 'own' ? 'Example Clinic' : null,
      kind: 'greenhouse',
      settings: {},
      policy: {},
      pace_ms: null,
      origin: 'file' as const,
      facts: {},
      paused: null,
      due: NOW,
    }))
    await replaceSources(db, sources, NOW)
  }
})
afterAll(async () => {
  await killer.close()
  await calm.close()
  await stormy.close()
})

/** Every job stands in each of the three sources; a later edition of it asks another amount. */
function advert(key: string, n: number, edition: number): RawPosting {
  return {
    external_id: `${key}-${n}`,
    title: `Medical Biller ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(n % 26)}team`,
    url: `https://${key}.example.org/${n}`,
    apply_url: null,
    employer: key === 'third' && n % 4 === 0 ? null : 'Example Clinic',
    places: [
      { city: n % 2 === 0 ? 'Erie' : 'Reno', state: n % 2 === 0 ? 'PA' : 'NV', country: 'US' },
    ],
    remote: null,
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: null,
    html: `<p>Team ${n} of our clinic sends claims for ${n} doctors and follows them until they are paid.</p>
      <h3>Requirements</h3><ul><li>${1 + ((n + edition) % 5)} years of medical billing experience required</li>
      <li>Patience with payers, a quick hand with figures and a friendly voice on the telephone</li></ul>`,
    structured: {},
  }
}

async function bring({ db }: OpenDatabase, keep: (work: () => Promise<void>) => Promise<void>) {
  for (const edition of [0, 1]) {
    for (const key of KEYS) {
      for (let batch = 0; batch < BATCHES; batch++) {
        const changes = Array.from({ length: SIZE }, (_, i) => {
          const posting = advert(key, batch * SIZE + i, edition)
          const draft = draftListing(posting, key === 'own' ? 'Example Clinic' : null)
          return { posting, hash: contentHash(posting), version: null, draft }
        })
        await keep(async () => {
          const source = await sourceByKey(db, key)
          if (source === undefined) throw new Error(`no source ${key}`)
          await savePostings(db, source, changes, TAGGER_VERSION, NOW)
        })
      }
    }
    const world = { db, log: createLogger('test', 'silent'), now: () => NOW }
    await keep(async () => void (await regroupPostings(world)))
  }
}

/** Everything that is kept, without the ids that a server makes. */
async function state({ db }: OpenDatabase): Promise<unknown> {
  const { rows } = await sql`
    select s.key, p.external_id, encode(p.content_hash, 'hex') as hash, p.same_version, p.tagger_version,
      l.title, l.min_months, l.url, l.closed_at, ls.key || '/' || l.lead_external_id as lead, j.why, b.html is not null as body,
      (select array_agg(v order by v) from listing_band lb where lb.listing_id = l.id) = (select array_agg(v order by v) from unnest(l.bands) v) as bands
    from posting p join source s on s.id = p.source_id
    left join listing l on l.id = p.listing_id
    left join source ls on ls.id = l.lead_source_id
    left join posting_body b on b.source_id = p.source_id and b.external_id = p.external_id
    left join same_job j on j.source_id = p.source_id and j.external_id = p.external_id
    order by 1, 2`.execute(db)
  const { rows: counts } = await sql`
    select (select count(*) from listing where closed_at is null) as open,
      (select count(*) from listing l where not exists (select from posting p where p.listing_id = l.id)
        and l.moved_to is null) as empty,
      (select count(*) from employer) as employers`.execute(db)
  return { rows, counts }
}

it(`ends as an undisturbed run though its connections are cut at random moments (seed ${SEED})`, async () => {
  const random = seededRandom(SEED)
  await bring(calm, (work) => work())
  let cuts = 0
  const cut = async (): Promise<void> => {
    const { rows } = await sql<{ n: number }>`
      select count(pg_terminate_backend(pid))::integer as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(killer.db)
    cuts += rows[0]?.n ?? 0
  }
  let usual = 30
  await bring(stormy, async (work) => {
    for (let attempt = 0; ; attempt++) {
      const started = performance.now()
      const cutting = attempt < CUTS ? sleep(random() * usual).then(cut) : Promise.resolve()
      const failed = await work().then(
        () => false,
        () => true,
      )
      await cutting
      // How long it takes undisturbed tells where its middle is.
      if (attempt >= CUTS && !failed) usual = performance.now() - started
      if (!failed) return
    }
  })
  expect(cuts).toBeGreaterThan(CUTS)
  expect(await state(stormy)).toEqual(await state(calm))
})
