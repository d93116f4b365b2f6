import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftListing } from '../../core/domain/draft.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import { savePostings } from '../../core/store/postings.ts'
import { replaceSources, sourceByKey } from '../../core/store/sources.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
let database: FreshDatabase
let listing: number

beforeAll(async () => {
  database = await freshDatabase()
  const sources = ['own', 'copy'].map((key) => ({
    key,
    employer: key === 'own' ? 'Larkspur Clinic' : null,
    kind: 'greenhouse',
    settings: {},
    policy: {},
    pace_ms: null,
    origin: 'file' as const,
    facts: {},
    paused: null,
    due: NOW,
  }))
  await replaceSources(database.db, sources, NOW)
  for (const key of ['own', 'copy']) {
    const source = await sourceByKey(database.db, key)
    if (source === undefined) throw new Error('no source')
    // An id may hold a slash and a space.
    const posting = advert(key === 'own' ? 'jobs/7 a' : '7')
    const draft = draftListing(posting, source.employer)
    await savePostings(
      database.db,
      source,
      [{ posting, hash: Buffer.from(key), version: null, draft }],
      1,
      NOW,
    )
  }
  const row = await database.db.selectFrom('listing').select('id').executeTakeFirstOrThrow()
  listing = row.id
})
afterAll(() => database.close())

function advert(id: string): RawPosting {
  return {
    external_id: id,
    title: 'Medical Biller',
    url: null,
    apply_url: null,
    employer: 'Larkspur Clinic',
    places: [{ city: 'Troy', state: 'OH', country: 'US' }],
    remote: null,
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: null,
    html: '<p>Send claims for three doctors, post what comes back and call the payers about the rest. One year of medical billing experience required. We close at four on Fridays.</p>',
    structured: {},
  }
}

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'cli/part.ts', ...args],
      { env: { ...process.env, DATABASE_URL: database.url, FOOTHOLD_OFFLINE: '1' } },
      (error, out, err) => resolve({ code: error === null ? 0 : 1, out, err }),
    )
  })
}

describe('the part command', { timeout: 90_000 }, () => {
  it('shows why postings are one job, parts them, and takes it back', async () => {
    expect(await run('--listing', String(listing))).toMatchObject({
      code: 0,
      out: [
        'own/jobs/7 a: Medical Biller, Larkspur Clinic. shown',
        'copy/7: Medical Biller, Larkspur Clinic. The same employer, job and place, and the same text.',
        '',
      ].join('\n'),
    })
    const parted = await run('own/jobs/7 a', 'copy/7', '--note', 'Two desks.')
    expect(parted.out).toMatch(new RegExp(`^They stand in the listings ${listing} and \\d+\\.\\n$`))
    const kept = await database.db.selectFrom('kept_apart').select('note').execute()
    expect(kept).toEqual([{ note: 'Two desks.' }])
    expect(await run('--undo', 'copy/7', 'own/jobs/7 a')).toMatchObject({
      code: 0,
      out: `Both stand in listing ${listing}.\n`,
    })
  })

  it.each([
    [['own/jobs/7 a'], /^Usage:/],
    [['own', 'copy/7'], /"own" is not SOURCE\/ID/],
    [['own/x', 'copy/7'], /There is no shown posting "x" of the source "own"\./],
    [['--listing', '999'], /There is no listing 999 with postings\./],
    [['--listing', 'x'], /is not SOURCE\/ID|Usage/],
  ])('says in words what is wrong with %j', async (args, words) => {
    const { code, err } = await run(...args)
    expect(code).toBe(1)
    expect(err).toMatch(words)
  })
})
