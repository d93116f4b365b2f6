import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { draftListing } from '../../../core/domain/draft.ts'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../../core/domain/read/read-advert.ts'
import { createLogger } from '../../../core/log.ts'
import { retireDemo } from '../../../core/store/demo.ts'
import { getListing } from '../../../core/store/listings.ts'
import { membersOf, partPostings, unpartPostings } from '../../../core/store/part.ts'
import { closeGonePosting, savePostings } from '../../../core/store/postings.ts'
import { regroupBatch, unplacedCount } from '../../../core/store/regroup.ts'
import { replaceSources, sourceByKey, type Source } from '../../../core/store/sources.ts'
import { contentHash } from '../../../workers/jobs/read-feed.ts'
import { regroupPostings } from '../../../workers/jobs/regroup.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
let database: FreshDatabase
/** The employer's own board, and two aggregators. */
let own: Source
let copy: Source
let third: Source

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

beforeEach(async () => {
  for (const table of ['posting', 'listing', 'listing_band', 'employer', 'source'])
    await sql`delete from ${sql.table(table)}`.execute(database.db)
  const base = {
    kind: 'greenhouse',
    settings: {},
    policy: {},
    pace_ms: null,
    origin: 'file' as const,
    facts: {},
    paused: null,
    due: NOW,
  }
  await replaceSources(
    database.db,
    [
      { ...base, key: 'own', employer: 'Larkspur Family Clinic' },
      { ...base, key: 'copy', employer: null },
      { ...base, key: 'third', employer: null },
    ],
    NOW,
  )
  own = await source('own')
  copy = await source('copy')
  third = await source('third')
})

async function source(key: string): Promise<Source> {
  const found = await sourceByKey(database.db, key)
  if (found === undefined) throw new Error(`no source ${key}`)
  return found
}

const DUTIES = [
  'Code visits of three family doctors and two nurse practitioners the day after the visit',
  'Answer questions of the front desk about referrals and authorizations',
  'Work denials for missing modifiers together with the billing company in Dayton',
  'Keep the fee schedule and the superbill in step with the yearly changes',
  'Tell the providers in plain words what a note needs to carry its level',
]

function advert(id: string, change: Partial<RawPosting> & { years?: string } = {}): RawPosting {
  const { years = 'Two years', ...fields } = change
  return {
    external_id: id,
    title: 'Medical Coder',
    url: `https://jobs.example.org/${id}`,
    apply_url: null,
    employer: 'Larkspur Family Clinic',
    places: [{ city: 'Troy', state: 'OH', country: 'US' }],
    remote: false,
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: null,
    html: `<p>Larkspur is a small clinic on the Great Miami River that has cared for families since 1988.</p>
      <h3>What you do</h3><ul>${DUTIES.map((d) => `<li>${d}</li>`).join('')}</ul>
      <h3>Requirements</h3><ul><li>${years} of medical coding experience</li><li>CPC certification required</li></ul>
      <p>Weekdays from eight to half past four, with an hour at noon. Health plan and a pension.</p>`,
    structured: {},
    ...fields,
  }
}

async function save(at: Source, ...postings: RawPosting[]): Promise<void> {
  const batch = postings.map((posting) => ({
    posting,
    hash: contentHash(posting),
    version: null,
    draft: draftListing(posting, at.employer),
  }))
  await savePostings(database.db, at, batch, TAGGER_VERSION, NOW)
}

interface Shown {
  id: number
  title: string
  url: string | null
  lead: string
  open: boolean
  postings: number
}

async function listings(): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select l.id, l.title, l.url, s.key || '/' || l.lead_external_id as lead, l.closed_at is null as open,
      (select count(*)::integer from posting p where p.listing_id = l.id) as postings
    from listing l join source s on s.id = l.lead_source_id order by l.id`.execute(database.db)
  return rows
}

const openListings = async (): Promise<Shown[]> => (await listings()).filter((l) => l.open)
const name = (key: string, external_id: string) => ({ source: key, external_id })
const world = () => ({
  db: database.db,
  log: createLogger('test', 'silent'),
  now: () => NOW,
})

describe('one job from several sources', () => {
  it('is one listing with the words and the link of the employer’s own board, whichever came first', async () => {
    await save(copy, advert('c1', { title: 'Coder, Medical' }))
    const [before] = await listings()
    expect(before).toMatchObject({ lead: 'copy/c1', postings: 1 })
    await save(own, advert('o1'))
    await save(third, advert('t1', { title: 'Medical Coder (Full Time)' }))
    expect(await listings()).toEqual([
      {
        id: before?.id,
        title: 'Medical Coder',
        url: 'https://jobs.example.org/o1',
        lead: 'own/o1',
        open: true,
        postings: 3,
      },
    ])
  })

  it('keeps why each was joined', async () => {
    await save(copy, advert('c1'))
    await save(own, advert('o1'))
    await save(third, advert('t1'))
    const [listing] = await listings()
    const members = await membersOf(database.db, listing?.id ?? 0)
    expect(members.map((m) => [m.source, m.shown, m.why])).toEqual([
      ['own', true, null],
      ['copy', false, 'The same employer, job and place, and the same text.'],
      ['third', false, 'The same employer, job and place, and the same text.'],
    ])
  })

  it('is found within one batch too', async () => {
    await save(copy, advert('c1'), advert('c2'), advert('c3', { title: 'Medical Coder II' }))
    expect((await listings()).map((l) => [l.title, l.postings])).toEqual([
      ['Medical Coder', 2],
      ['Medical Coder II', 1],
    ])
  })

  it('is found by its text where a feed leaves the employer out', async () => {
    await save(own, advert('o1'))
    await save(copy, advert('c1', { employer: null }))
    expect((await listings()).map((l) => [l.lead, l.postings])).toEqual([['own/o1', 2]])
  })

  it('is not made of one text for two towns, nor of two years and five', async () => {
    await save(own, advert('o1'), advert('o2', { years: 'Five years' }))
    await save(copy, advert('c1', { places: [{ city: 'Piqua', state: 'OH', country: 'US' }] }))
    expect((await listings()).map((l) => l.postings)).toEqual([1, 1, 1])
  })

  it('is not made of an advert for two towns and one for the first of them', async () => {
    const towns = ['Troy', 'Piqua'].map((city) => ({ city, state: 'OH', country: 'US' }))
    await save(own, advert('o1', { places: towns }))
    await save(copy, advert('c1'))
    expect((await listings()).map((l) => l.postings)).toEqual([1, 1])
  })

  it('is one listing when several workers bring it at the same moment, in whatever order', async () => {
    // The employer is known before, so that adding it does not make the workers wait for each other.
    await save(own, advert('known', { title: 'Patient Access Representative' }))
    // Three connections stand ready, so that none comes too late to meet the others.
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.1)`.execute(database.db)))
    const titles = [
      'Coder',
      'Biller',
      'Claims Specialist',
      'Payment Poster',
      'Medical Records Clerk',
    ]
    const adverts = (id: string) => titles.map((title, n) => advert(`${id}${n}`, { title }))
    await Promise.all([
      save(own, ...adverts('o')),
      save(copy, ...adverts('c').reverse()),
      save(third, ...adverts('t').map((a, n) => ({ ...a, employer: n === 2 ? null : a.employer }))),
    ])
    expect((await openListings()).map((l) => l.postings)).toEqual([1, 3, 3, 3, 3, 3])
  })

  it('writes nothing for a batch that is kept already', async () => {
    await save(own, advert('o1'), advert('o2', { title: 'Registered Nurse' }))
    await save(copy, advert('c1'))
    const before = await writes()
    await save(own, advert('o1'), advert('o2', { title: 'Registered Nurse' }))
    await save(copy, advert('c1'))
    expect(await writes()).toEqual(before)
  })

  it('parts at once what a change has made another job, and the shown one keeps its listing', async () => {
    await save(own, advert('o1'))
    await save(copy, advert('c1'))
    const [listing] = await listings()
    await save(own, advert('o1', { years: 'Five years' }))
    expect((await listings()).map((l) => [l.id === listing?.id, l.lead, l.postings])).toEqual([
      [true, 'own/o1', 1],
      [false, 'copy/c1', 1],
    ])
    expect(await membersOf(database.db, (await listings())[1]?.id ?? 0)).toMatchObject([
      { shown: true, why: null },
    ])
  })

  it('is shown by the posting that stands once the shown one has closed', async () => {
    await save(own, advert('o1'))
    await save(copy, advert('c1'))
    await closeGonePosting(database.db, own.id, 'o1', NOW)
    expect(await regroupPostings(world())).toMatchObject({ leads: 1 })
    expect(await listings()).toMatchObject([{ lead: 'copy/c1', open: true, postings: 2 }])
    expect(await regroupPostings(world())).toMatchObject({ leads: 0 })
  })
})

describe('looking again which adverts are one job', () => {
  /** Two listings of one job, as an older rule may have left them. */
  async function twoOfOneJob(): Promise<[number, number]> {
    await save(copy, advert('c1'))
    await save(own, advert('o1', { years: 'Five years' }))
    const [first, second] = await listings()
    await save(own, advert('o1'))
    expect(await openListings()).toHaveLength(2)
    return [first?.id ?? 0, second?.id ?? 0]
  }

  it('joins two listings into the older one, and the younger leads there', async () => {
    const [first, second] = await twoOfOneJob()
    expect(await unplacedCount(database.db)).toBe(1)
    expect(await regroupPostings(world())).toMatchObject({ looked: 1, merged: 1, parted: 0 })
    expect(await openListings()).toMatchObject([{ id: first, lead: 'own/o1', postings: 2 }])
    expect(await getListing(database.db, second)).toMatchObject({ id: first, status: 'open' })
    expect(await membersOf(database.db, first)).toMatchObject([
      { source: 'own', shown: true },
      { source: 'copy', why: 'The same employer, job and place, and the same text.' },
    ])
    expect(await regroupPostings(world())).toMatchObject({ looked: 0 })
  })

  it('finds nothing to do where a new rule finds the same, and looks at each once', async () => {
    await save(own, advert('o1'), advert('o2', { title: 'Medical Biller' }))
    await save(copy, advert('c1'), advert('c2', { title: 'Medical Biller' }))
    await sql`update posting set same_version = 0`.execute(database.db)
    const before = await listings()
    expect(await regroupPostings(world())).toMatchObject({ looked: 4, merged: 0, parted: 0 })
    expect(await listings()).toEqual(before)
    expect(await unplacedCount(database.db)).toBe(0)
  })

  it('parts what the present rule does not take for one job', async () => {
    await save(own, advert('o1'))
    await save(copy, advert('c1', { years: 'Five years' }), advert('c2', { years: 'Five years' }))
    const [first] = await listings()
    await sql`update posting set listing_id = ${first?.id}, same_version = 0`.execute(database.db)
    expect(await regroupPostings(world())).toMatchObject({ parted: 2 })
    const open = (await openListings()).filter((l) => l.postings > 0)
    expect(open.map((l) => [l.lead, l.postings])).toEqual([
      ['own/o1', 1],
      ['copy/c1', 2],
    ])
  })

  it('goes on where a killed run stood, batch by batch', async () => {
    await save(own, ...['a', 'b', 'c', 'd', 'e'].map((id) => advert(id, { title: `Coder ${id}x` })))
    await sql`update posting set same_version = 0`.execute(database.db)
    const first = await regroupBatch(database.db, null, 2, NOW)
    expect(first).toMatchObject({ looked: 2, last: { external_id: 'b' } })
    expect(await unplacedCount(database.db)).toBe(3)
    // A new run begins at the beginning and meets only what is left.
    expect(await regroupBatch(database.db, null, 2, NOW)).toMatchObject({
      looked: 2,
      last: { external_id: 'd' },
    })
    expect(await regroupBatch(database.db, null, 2, NOW)).toMatchObject({ looked: 1 })
    expect(await regroupBatch(database.db, null, 2, NOW)).toMatchObject({ looked: 0, last: null })
  })

  it('leaves readers and the keeping of other tables alone while it works', async () => {
    await save(own, advert('o1'))
    await sql`update posting set same_version = 0`.execute(database.db)
    await database.db.transaction().execute(async (tx) => {
      await sql`select 1 from posting for update`.execute(tx)
      // The row is in other hands: passed over, not waited for.
      expect(await regroupBatch(database.db, null, 10, NOW)).toMatchObject({ looked: 0 })
    })
    expect(await regroupBatch(database.db, null, 10, NOW)).toMatchObject({ looked: 1 })
  })
})

describe('two postings that a person has parted', () => {
  it('stay parted, whatever comes after', async () => {
    await save(own, advert('o1'))
    await save(copy, advert('c1'))
    const [shared] = await listings()
    const report = await partPostings(
      database.db,
      name('copy', 'c1'),
      name('own', 'o1'),
      'Two desks, I asked them.',
      NOW,
    )
    expect(report.other).toBe(shared?.id)
    expect(report.one).not.toBe(shared?.id)
    expect((await openListings()).map((l) => l.lead).sort()).toEqual(['copy/c1', 'own/o1'])

    await sql`update posting set same_version = 0`.execute(database.db)
    await regroupPostings(world())
    await save(copy, advert('c1', { url: 'https://jobs.example.org/changed' }))
    await regroupPostings(world())
    expect(await openListings()).toHaveLength(2)
    // A third one joins one of them, and does not bring them together again.
    await save(third, advert('t1'))
    await sql`update posting set same_version = 0`.execute(database.db)
    await regroupPostings(world())
    expect((await openListings()).map((l) => l.postings).sort()).toEqual([1, 2])
  })

  it('stand again in the listings they had before these were joined', async () => {
    await save(copy, advert('c1'))
    await save(own, advert('o1', { years: 'Five years' }))
    const [first, second] = await listings()
    await save(own, advert('o1'))
    await regroupPostings(world())
    expect(await openListings()).toHaveLength(1)
    await partPostings(database.db, name('own', 'o1'), name('copy', 'c1'), null, NOW)
    expect((await openListings()).map((l) => [l.id, l.lead])).toEqual([
      [first?.id, 'copy/c1'],
      [second?.id, 'own/o1'],
    ])
    expect(await getListing(database.db, second?.id ?? 0)).toMatchObject({ id: second?.id })
  })

  it('are joined again when the parting is taken back', async () => {
    await save(own, advert('o1'))
    await save(copy, advert('c1'))
    await partPostings(database.db, name('own', 'o1'), name('copy', 'c1'), null, NOW)
    expect(await openListings()).toHaveLength(2)
    const report = await unpartPostings(database.db, name('own', 'o1'), name('copy', 'c1'), NOW)
    expect(report.one).toBe(report.other)
    expect(await openListings()).toMatchObject([{ lead: 'own/o1', postings: 2 }])
    await expect(
      unpartPostings(database.db, name('own', 'o1'), name('copy', 'c1'), NOW),
    ).rejects.toThrow('Nobody has parted')
  })

  it('must both be kept', async () => {
    await save(own, advert('o1'))
    await expect(
      partPostings(database.db, name('own', 'o1'), name('copy', 'x'), null, NOW),
    ).rejects.toThrow('There is no shown posting "x" of the source "copy".')
    await expect(
      partPostings(database.db, name('own', 'o1'), name('own', 'o1'), null, NOW),
    ).rejects.toThrow('from itself')
  })
})

it('the bands of the demo world go with it', async () => {
  await sql`update source set origin = 'demo' where key = 'copy'`.execute(database.db)
  await save(await source('copy'), advert('c1'))
  await save(own, advert('o1'))
  expect((await listings()).map((l) => l.postings)).toEqual([1, 1])
  expect(await retireDemo(database.db)).toBe(1)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::integer as n from listing_band`.execute(database.db)
  expect(rows).toEqual([{ n: 16 }])
})

/** Every row's writing transaction and place in its table: any insert, update or delete changes this. */
async function writes(): Promise<unknown> {
  const tables = ['listing', 'listing_band', 'posting', 'posting_body', 'employer', 'same_job']
  const parts = tables.map(
    (t) => sql`select ${t} as t, ctid::text, xmin::text from ${sql.table(t)}`,
  )
  const { rows } = await sql`${sql.join(parts, sql` union all `)} order by 1, 2`.execute(
    database.db,
  )
  return rows
}
