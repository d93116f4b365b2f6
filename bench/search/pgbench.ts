import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** One statement as a client sent it. */
export interface Sent {
  text: string
  values: unknown[]
}

/** The statement with its values written into it. */
export function literalStatement({ text, values }: Sent): string {
  const one = text.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1]))
  return `${one.replace(/;\s*$/, '')};`
}

function literal(value: unknown): string {
  const prepared = prepareValue(value)
  return typeof prepared === 'string' ? pg.escapeLiteral(prepared) : 'null'
}

/** As pg itself turns a value into text. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (v: unknown) => unknown } })
  .utils

/**
 * Milliseconds that pgbench needs for `script`, with one client; nothing is prepared before.
 * @throws Error with pgbench's words when a statement fails.
 */
export async function pgbenchMs(
  programs: string,
  url: string,
  file: string,
  script: string,
  runs: number,
): Promise<number> {
  await writeFile(file, script)
  const { hostname, port, username, password, pathname } = new URL(url)
  const words = ['-n', '-M', 'simple', '-c', '1', '-t', String(runs), '-f', file]
  const { stdout, stderr } = await run(
    join(programs, 'pgbench'),
    ['-h', hostname, '-p', port, '-U', username, ...words, pathname.slice(1)],
    { env: { PGPASSWORD: password, LC_ALL: 'C' }, maxBuffer: 2 ** 26 },
  )
  const average = /latency average = ([\d.]+) ms/.exec(stdout)?.[1]
  if (average === undefined || /aborted|ERROR/.test(stderr)) {
    throw new Error(`pgbench: ${stderr.slice(0, 600)}`)
  }
  return Number(average)
}
