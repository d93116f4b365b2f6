import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { labelledAdvert } from './labelled-advert.ts'
import { score, type Expected, type Miss, type Scores } from '../core/domain/evaluation/score.ts'
import { readAdvert } from '../core/domain/read/read-advert.ts'
import type { Reading } from '../core/domain/reading.ts'
import { FootholdError, sentence } from '../core/errors.ts'

const USAGE =
  'npm run -s eval -- --adverts FILE|FOLDER --labels FILE|FOLDER [--negatives FILE] [--json] [--report FILE] [--misses N]'

interface Negatives {
  n: number
  in_domain: number
  adjacent: number
  taken: { id: string; title: string; role: string | null; rule: string }[]
}

interface Report {
  all: Scores
  /** Federal applicant questionnaires repeat each other, so they are counted apart. */
  federal: Scores
  other: Scores
  negatives: Negatives | null
  /** in_domain over the labelled adverts and the negatives together. */
  domain: { precision: number; recall: number; f1: number; n: number } | null
}

type Row = Record<string, unknown>

/** Rows of a .jsonl file, or of every .jsonl file in a folder, in name order. */
function rowsOf(path: string): Row[] {
  let files: string[]
  try {
    files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
          .map((name) => join(path, name))
      : [path]
  } catch {
    throw new FootholdError(
      'no-such-file',
      `${path} is not there; give a .jsonl file or a folder of them.`,
    )
  }
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(line, file, at + 1)])),
  )
}

function rowOf(line: string, file: string, number: number): Row {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row
  } catch {
    // Falls through to the one message below.
  }
  throw new FootholdError('bad-line', `${file}, line ${number}: this is not a JSON object.`)
}

function labelOf(row: Row): Expected {
  const { id, expect, federal } = row
  if (
    (typeof id !== 'string' && typeof id !== 'number') ||
    typeof expect !== 'object' ||
    expect === null
  )
    throw new FootholdError(
      'label-shape',
      'a label is {id, federal?, expect: {...}}; one line has another shape.',
    )
  return { id: String(id), federal: federal === true, expect: expect as Row }
}

function evaluate(adverts: string, labels: string, negatives: string | undefined): Report {
  const expected = rowsOf(labels).map(labelOf)
  const wanted = new Set(expected.map((l) => l.id))
  const readings = new Map<string, Reading>()
  for (const row of rowsOf(adverts)) {
    if (wanted.has(String(row.id))) readings.set(String(row.id), readAdvert(labelledAdvert(row)))
  }
  if (readings.size === 0)
    throw new FootholdError('nothing-to-score', 'no advert has an id that the labels name.')
  const all = score(expected, readings)
  const outside = negatives === undefined ? null : scoreNegatives(rowsOf(negatives))
  return {
    all,
    federal: score(
      expected.filter((l) => l.federal === true),
      readings,
    ),
    other: score(
      expected.filter((l) => l.federal !== true),
      readings,
    ),
    negatives: outside,
    domain: outside === null ? null : domainOf(expected, readings, outside),
  }
}

function scoreNegatives(rows: readonly Row[]): Negatives {
  const result: Negatives = { n: rows.length, in_domain: 0, adjacent: 0, taken: [] }
  for (const row of rows) {
    const reading = readAdvert(labelledAdvert(row))
    if (reading.in_domain) {
      result.in_domain += 1
      const rule = reading.evidence.in_domain?.[0]?.rule ?? ''
      result.taken.push({
        id: String(row.id),
        title: typeof row.title === 'string' ? row.title : '',
        role: reading.role,
        rule,
      })
    } else if (reading.role === 'adjacent') result.adjacent += 1
  }
  return result
}

function domainOf(
  expected: readonly Expected[],
  readings: ReadonlyMap<string, Reading>,
  negatives: Negatives,
): { precision: number; recall: number; f1: number; n: number } {
  let right = 0
  let read = negatives.in_domain
  let labelled = 0
  let n = negatives.n
  for (const { id, expect } of expected) {
    const got = readings.get(id)?.in_domain
    if (got === undefined || typeof expect.in_domain !== 'boolean') continue
    n += 1
    if (got) read += 1
    if (expect.in_domain) labelled += 1
    if (got && expect.in_domain) right += 1
  }
  const part = (whole: number) => (whole === 0 ? 1 : right / whole)
  return {
    precision: part(read),
    recall: part(labelled),
    f1: (2 * right) / Math.max(1, read + labelled),
    n,
  }
}

const percent = (value: number | null): string =>
  value === null ? '     -' : `${(value * 100).toFixed(1).padStart(5)}%`

function table(name: string, scores: Scores): string {
  const lines = [
    `${name}: ${scores.adverts} adverts`,
    'tag                        n   exact  precis  recall      F1  macroF1',
  ]
  for (const t of scores.tags) {
    const mark = t.n < 30 ? ' (n below 30: reported, not gated)' : ''
    lines.push(
      `${t.tag.padEnd(23)}${String(t.n).padStart(5)}  ${percent(t.exact)}  ${percent(t.precision)}  ${percent(t.recall)}  ${percent(t.f1)}   ${percent(t.macro_f1)}${mark}`,
    )
  }
  const { n, wrong, share } = scores.invented_barriers
  lines.push(
    `invented barriers      ${String(n).padStart(5)}  ${percent(share)}  (${wrong} adverts)`,
  )
  return lines.join('\n')
}

function missLine(miss: Miss): string {
  const found = miss.words.length === 0 ? 'no words' : miss.words.join(' | ').replace(/\s+/g, ' ')
  return `${miss.tag}  ${miss.id}: expected ${JSON.stringify(miss.expected)}, read ${JSON.stringify(miss.got)}; ${found}`
}

function render(report: Report, misses: number): string {
  const parts = [table('All', report.all)]
  if (report.federal.adverts > 0 && report.other.adverts > 0)
    parts.push(
      table('Without federal questionnaires', report.other),
      table('Federal questionnaires', report.federal),
    )
  if (report.negatives !== null) {
    const { n, in_domain, adjacent, taken } = report.negatives
    parts.push(
      [
        `Outside the trade: ${n} adverts, ${in_domain} wrongly taken in, ${adjacent} kept as first rung`,
        ...taken.map((t) => `  ${t.id}: ${t.title} (${t.role ?? 'no role'}, ${t.rule})`),
      ].join('\n'),
    )
  }
  if (report.domain !== null)
    parts.push(
      `in_domain, labelled and negatives together: n ${report.domain.n}, precision ${percent(report.domain.precision)}, recall ${percent(report.domain.recall)}, F1 ${percent(report.domain.f1)}`,
    )
  if (report.all.misses.length > 0)
    parts.push(['Misses', ...report.all.misses.slice(0, misses).map(missLine)].join('\n'))
  return `${parts.join('\n\n')}\n`
}

function main(): void {
  const { values } = parseArgs({
    options: {
      adverts: { type: 'string' },
      labels: { type: 'string' },
      negatives: { type: 'string' },
      report: { type: 'string' },
      misses: { type: 'string', default: '40' },
      json: { type: 'boolean', default: false },
    },
  })
  if (values.adverts === undefined || values.labels === undefined)
    throw new FootholdError('usage', `Both --adverts and --labels are needed. ${USAGE}`)
  const report = evaluate(values.adverts, values.labels, values.negatives)
  const text = render(report, Number(values.misses) || 40)
  if (values.report !== undefined) writeFileSync(values.report, text)
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : text)
}

try {
  main()
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  process.exitCode = 2
}
