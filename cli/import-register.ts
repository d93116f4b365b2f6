import { parseArgs } from 'node:util'
import { readConfig } from '../core/config.ts'
import { REGISTER_KINDS, type RegisterKind } from '../core/domain/registers/register.ts'
import { REGISTERS } from '../core/domain/registers/registers.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { importRegister, type ImportProgress, type ImportReport } from '../core/import-register.ts'
import { withDatabase } from './database.ts'

const USAGE = `Usage: npm run import:register -- <kind> <file> [--as-of YYYY-MM-DD] [--sample] [--replace]

Kinds:
${REGISTER_KINDS.map((kind) => `  ${kind.padEnd(20)}${REGISTERS[kind].about}`).join('\n')}`

/** Loads one register's file and prints what came of it. 0 when it is loaded, 1 when not. */
async function main(args: string[]): Promise<number> {
  const given = read(args)
  if (given === null) {
    console.error(USAGE)
    return args.includes('--help') ? 0 : 1
  }
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const report = await withDatabase(config, ({ db }) =>
    importRegister(db, given, () => new Date(), progressLine()),
  )
  console.log(describe(given.kind, report))
  for (const { line, reason } of report.run.rejected.slice(0, 10))
    console.log(`  line ${line}: ${reason}`)
  return report.outcome === 'suspect' ? 1 : 0
}

function read(args: string[]) {
  const { values, positionals } = parse(args)
  const [kind, path, ...more] = positionals
  if (values.help || kind === undefined || path === undefined || more.length > 0) return null
  if (!isKind(kind))
    throw new FootholdError('bad-usage', `There is no register "${kind}".\n\n${USAGE}`)
  const { sample, replace } = values
  return { kind, path, sample, replace, asOf: values['as-of'] ?? null }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        sample: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new FootholdError('bad-usage', `${sentence(error)}\n\n${USAGE}`)
  }
}

const isKind = (text: string): text is RegisterKind =>
  (REGISTER_KINDS as readonly string[]).includes(text)

const EVERY_ROWS = 5000

function progressLine(): (state: ImportProgress) => void {
  let next = 0
  return ({ rows, bytes, total }) => {
    if (rows < next) return
    next = rows + EVERY_ROWS
    const part = total === null ? '' : ` (${Math.floor((bytes / total) * 100)} %)`
    console.error(`${rows} rows${part}`)
  }
}

function describe(kind: RegisterKind, report: ImportReport): string {
  const { run, outcome, removed, vanished, resumed } = report
  const mark = run.sample ? ', a SAMPLE' : ''
  const file = `${run.file} (of ${run.as_of}${mark})`
  if (outcome === 'unchanged') return `${kind}: ${file} is loaded already; nothing changed.`
  const counts = `${run.rows_read} rows read, ${run.rows_kept} kept, ${run.rows_passed} passed over, ${run.rows_rejected} rejected`
  if (outcome === 'suspect')
    return `${kind}: ${file} lacks ${vanished} rows that the register held, more than it brought; nothing was taken away. ${counts}. If the file is right, say so with --replace.`
  const how = resumed ? ', taken up where the last run stopped' : ''
  return `${kind}: ${file} loaded${how}. ${counts}; ${removed} rows of earlier files taken away.${kind === 'oews' ? ' The page /insights shows it within minutes.' : ' "npm run -s job -- employers" brings it to the employers.'}`
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentence(error))
    process.exit(1)
  },
)
