import { parseArgs } from 'node:util'
import { readConfig } from '../core/config.ts'
import { whatIsReadFirst, type SourceReport } from '../core/domain/source-report.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { sourceReports } from '../core/store/source-reports.ts'
import { withDatabase } from './database.ts'

const USAGE = `Usage: npm run -s sources [-- --json]

Prints every source in use with its state, its last reading and the reason in one sentence, those that
need a look first. --json prints what GET /api/v1/sources answers. Reads the database and asks nobody.`

/** Shows how the sources are doing. 0 = shown. */
async function main(args: string[]): Promise<number> {
  const { json, help } = parse(args)
  if (help) {
    console.log(USAGE)
    return 0
  }
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const reports = await withDatabase(config, ({ db }) => sourceReports(db, new Date()))
  console.log(json ? JSON.stringify(reports, null, 2) : table(reports))
  return 0
}

function parse(args: string[]): { json: boolean; help: boolean } {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    return { json: values.json ?? false, help: values.help ?? false }
  } catch (error) {
    throw new FootholdError('bad-usage', `${sentence(error)}\n\n${USAGE}`)
  }
}

const HEAD = ['SOURCE', 'KIND', 'STATE', 'LAST READ (UTC)', 'SEEN', 'NEW', 'CLOSED', 'NEXT (UTC)']

function table(reports: readonly SourceReport[]): string {
  if (reports.length === 0) return 'No source is on the list yet; the first start brings it.'
  const sorted = [...reports].sort(whatIsReadFirst)
  const rows = [HEAD, ...sorted.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row, index) => {
    const reason = index === 0 ? 'WHY' : (sorted[index - 1]?.reason ?? '')
    const shown = row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
    return [...shown, reason].join('  ').trimEnd()
  })
  return [...lines, '', summary(reports)].join('\n')
}

function cells({ key, kind, state, last_poll, next_due_at }: SourceReport): string[] {
  const counts = [last_poll?.seen, last_poll?.new, last_poll?.closed]
  return [
    key,
    kind,
    state,
    short(last_poll?.at ?? null),
    ...counts.map((n) => String(n ?? '-')),
    short(next_due_at),
  ]
}

const short = (instant: string | null): string =>
  instant === null ? '-' : instant.slice(0, 16).replace('T', ' ')

/** "12 sources: 9 healthy, 2 failing, 1 paused." */
function summary(reports: readonly SourceReport[]): string {
  const counts = new Map<string, number>()
  for (const { state } of [...reports].sort(whatIsReadFirst))
    counts.set(state, (counts.get(state) ?? 0) + 1)
  const states = [...counts].map(([state, n]) => `${n} ${state}`).join(', ')
  return `${reports.length} ${reports.length === 1 ? 'source' : 'sources'}: ${states}.`
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(sentence(error))
    process.exitCode = 1
  },
)
