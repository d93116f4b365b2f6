import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { UNSUPPORTED } from '../workers/platforms.ts'
import { readSourceList } from '../workers/seed.ts'
import type { Adapter } from '../workers/sources/contract.ts'
import { ADAPTERS } from '../workers/sources/index.ts'
import { sourcesDocument } from '../workers/sources-document.ts'

const FILE = new URL('../docs/sources.md', import.meta.url)
const kinds = readSourceList(fileURLToPath(new URL('../seeds/sources.jsonl', import.meta.url))).map(
  (line) => line.kind,
)

it('docs/sources.md tells what the adapters tell (FOOTHOLD_WRITE_GOLDEN=1 rewrites it)', () => {
  const text = sourcesDocument(ADAPTERS, kinds)
  if (process.env.FOOTHOLD_WRITE_GOLDEN === '1') writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})

it('each platform of the trade that is not read is listed once with its reason, and none that is read', () => {
  const listed = UNSUPPORTED.map((p) => p.kind)
  expect([...listed].sort()).toEqual(listed)
  expect(new Set(listed).size).toBe(listed.length)
  const read = ADAPTERS.map((a) => a.kind)
  expect(listed.filter((kind) => read.includes(kind))).toEqual([])
  for (const { name, why } of UNSUPPORTED) {
    expect(name).toMatch(/\S/)
    expect(why).toMatch(/^[A-Z].*\.$/)
  }
  const unread = ['jazzhr', 'hrmdirect', 'e3applicants', 'paycom', 'adp', 'applicantstack']
  expect(listed).toEqual(
    expect.arrayContaining([...unread, 'avature', 'brassring', 'radancy', 'taleo', 'html']),
  )
})

it('shows terms, rhythm and traps of a platform, and the kinds of the list that nobody reads yet', () => {
  const [any] = ADAPTERS
  const adapter = {
    ...any,
    kind: 'slowboard',
    about: {
      ...any?.about,
      name: 'Slow Board',
      terms: 'Four readings | a day.',
      quirks: ['Dates are made up.'],
      proven: false,
      needs: ['USAJOBS_API_KEY'],
    },
    pace: 2000,
    policy: {
      ...any?.policy,
      min_interval_s: 21_600,
      daily_cap: 4,
      min_delay_s: 86_400,
      may_cache_text: false,
      may_export: false,
    },
    example: { query: 'coder' },
  } as Adapter
  const text = sourcesDocument([adapter], ['slowboard', 'newboard', 'newboard', 'taleo'])
  expect(text).toContain('| `slowboard` | Slow Board | documentation alone | `USAJOBS_API_KEY` |')
  expect(text).toContain('- Terms: Four readings | a day.')
  expect(text).toContain(
    '- Rhythm: at most once in 6 hours, at most 4 times a day, at least 2 seconds between two requests to a host.',
  )
  expect(text).toContain('only tags and the words behind them kept')
  expect(text).toContain('shown when 1 day old')
  expect(text).toContain('not in exports.')
  expect(text).toContain('- Trap: Dates are made up.')
  expect(text).toContain('- Example: `{"query":"coder"}`')
  expect(text).toContain('without a reader yet: `newboard`.')
})
