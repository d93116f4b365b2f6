import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveFeedback, type NewFeedback } from '../../core/store/feedback.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing, makeSource } from '../helpers/listings.ts'

let database: FreshDatabase
let folder: string
const ids: number[] = []

beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'foothold-export-'))
  const text = 'Fully remote.\n$20 an hour.'
  const open = await makeListing(database.db, { title: 'Medical Biller', text })
  const shut = async (key: string, row: object) =>
    makeListing(database.db, {
      lead_source_id: await makeSource(database.db, { key, ...row }),
      text: 'Not for export.',
    })
  const listings = [
    open,
    await shut('forbids', { policy: '{"may_export": false}' }),
    // A platform whose usual terms do not allow it.
    await shut('silent', { kind: 'jsonld' }),
    await shut('demo', { kind: 'jsonld', origin: 'demo' }),
  ]
  for (const listing_id of listings) {
    const said: NewFeedback = {
      listing_id,
      tag: 'work_mode',
      shown: 'onsite',
      words: ['Fully remote'],
      correct: 'It is\n"remote".',
      tagger_version: 4,
    }
    ids.push((await saveFeedback(database.db, said, new Date('2026-11-24T12:00:00Z'))).id)
  }
  await database.db
    .updateTable('feedback')
    .set({ status: 'refused' })
    .where('id', '=', ids[1] ?? 0)
    .execute()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

function run(file: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', file, ...args],
      { env: { ...process.env, DATABASE_URL: database.url, FOOTHOLD_OFFLINE: '1' } },
      (error, out, err) => resolve({ code: error === null ? 0 : 1, out, err }),
    )
  })
}
const exported = (...args: string[]) => run('cli/export-feedback.ts', ...args)
const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('writes what is new, oldest first, one JSON line each, without text where the terms forbid it', async () => {
  const { out, err, code } = await exported()
  expect(code).toBe(0)
  const written = lines(out)
  expect(written[0]).toEqual({
    id: `feedback-${ids[0]}`,
    title: 'Medical Biller',
    employer: 'Mercy Hill Hospital',
    place: 'Scranton, PA',
    text: 'Fully remote.\n$20 an hour.',
    tag: 'work_mode',
    shown: 'onsite',
    words: ['Fully remote'],
    correct: 'It is\n"remote".',
    tagger_version: 4,
  })
  expect(written.map((line) => [line.id, line.text === null])).toEqual([
    [`feedback-${ids[0]}`, false],
    [`feedback-${ids[2]}`, true],
    [`feedback-${ids[3]}`, false],
  ])
  expect(err).toContain('3 written, 1 without the text.')
}, 60_000)

it('writes another status, or all, when asked', async () => {
  const refused = await exported('--status', 'refused')
  expect(lines(refused.out).map((line) => [line.id, line.text])).toEqual([
    [`feedback-${ids[1]}`, null],
  ])
  expect(lines((await exported('--status', 'all')).out)).toHaveLength(4)
  const used = await exported('--status', 'used')
  expect(used).toMatchObject({ code: 0, out: '' })
  const wrong = await exported('--status', 'done')
  expect(wrong.code).toBe(1)
  expect(wrong.err).toContain('There is no status "done".')
}, 60_000)

it('becomes a labelled case by the recipe of its --help', async () => {
  const help = (await exported('--help')).out
  expect(help).toContain('{"id": "feedback-12", "expect": {"pay":')
  const adverts = join(folder, 'adverts.jsonl')
  const labels = join(folder, 'labels.jsonl')
  writeFileSync(adverts, (await exported()).out)
  writeFileSync(
    labels,
    JSON.stringify({ id: `feedback-${ids[0]}`, expect: { work_mode: 'remote' } }),
  )
  const { out } = await run('cli/eval.ts', '--adverts', adverts, '--labels', labels, '--json')
  const report = JSON.parse(out)
  expect(report.all.tags).toMatchObject([{ tag: 'work_mode', n: 1, exact: 1 }])
}, 60_000)
