import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { RawPosting } from '../core/domain/posting.ts'
import { htmlToText } from '../core/domain/text/html-to-text.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { decodeText } from '../workers/http-body.ts'
import type { Adapter } from '../workers/sources/contract.ts'
import { ADAPTERS, adapterFor } from '../workers/sources/index.ts'

const USAGE = `npm run -s adapter -- <kind> [--settings '{...}'] < body`

/** What the command shows of a posting: these keys, always all of them. */
interface AdapterLine {
  external_id: string
  title: string
  url: string | null
  apply_url: string | null
  employer: string | null
  places: RawPosting['places']
  remote: boolean | null
  posted_at: string | null
  expires_at: string | null
  pay: RawPosting['pay']
  employment_type: string | null
  /** Characters of the description's HTML; 0 when there is none. */
  html_length: number
  text: string
}

function lineOf(posting: RawPosting): AdapterLine {
  const { pay } = posting
  return {
    external_id: posting.external_id,
    title: posting.title,
    url: posting.url,
    apply_url: posting.apply_url,
    employer: posting.employer,
    places: posting.places.map(({ city, state, country }) => ({ city, state, country })),
    remote: posting.remote,
    posted_at: posting.posted_at,
    expires_at: posting.expires_at,
    pay: pay ? { min: pay.min ?? null, max: pay.max ?? null, unit: pay.unit ?? null } : null,
    employment_type: posting.employment_type,
    html_length: posting.html?.length ?? 0,
    text: posting.html === null ? '' : htmlToText(posting.html),
  }
}

function settingsOf(adapter: Adapter, given: string | undefined): unknown {
  if (given === undefined) return adapter.example
  let value: unknown
  try {
    value = JSON.parse(given)
  } catch {
    throw new FootholdError('bad-settings', '--settings is not JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FootholdError('bad-settings', '--settings must be a JSON object.')
  }
  // No request is made here, so what only a request needs (a board's name) may be left out.
  const parsed = adapter.settings.safeParse({ ...(adapter.example as object), ...value })
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((i) => `${i.path.join('.') || 'settings'}: ${i.message}`)
  throw new FootholdError('bad-settings', `--settings cannot be used (${wrong.join('; ')}).`)
}

function parseArguments(args: string[]) {
  try {
    const options = { settings: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [kind] = positionals
    if (kind !== undefined && positionals.length === 1) return { kind, settings: values.settings }
  } catch (error) {
    throw new FootholdError('usage', `${sentence(error)} Usage: ${USAGE}`, {}, error)
  }
  throw new FootholdError('usage', `Usage: ${USAGE}`)
}

async function bodyOf(input: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(chunk as Buffer)
  return decodeText(Buffer.concat(chunks), null)
}

/**
 * Reads one feed body with the adapter of a platform, without network or database. Further list pages and
 * detail pages that the body names are not asked for; how many there are, and what was rejected, goes to
 * `progress`. A posting whose text stands on a page of its own is told as far as the list tells it.
 * @throws FootholdError `usage`, `no-adapter`, `bad-settings`, `bad-encoding` or `bad-feed`.
 */
async function readBody(
  args: string[],
  input: Readable,
  progress: Writable,
): Promise<AdapterLine[]> {
  const { kind, settings } = parseArguments(args)
  const adapter = adapterFor(kind)
  if (adapter === undefined) {
    const known = ADAPTERS.map((a) => a.kind).join(', ')
    throw new FootholdError('no-adapter', `There is no adapter "${kind}"; there are: ${known}.`)
  }
  const checked = settingsOf(adapter, settings)
  const body = await bodyOf(input)
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  const read = adapter.read(page, checked)
  for (const r of read.rejected) progress.write(`rejected ${r.where}: ${r.reason}\n`)
  const waiting = read.next.length + read.details.length
  const listed = read.details.flatMap((stub) => (stub.listed === undefined ? [] : [stub.listed]))
  const postings = [...read.postings, ...listed]
  progress.write(`${postings.length} postings, ${waiting} further pages not asked for\n`)
  return postings.map(lineOf)
}

process.stdout.on('error', () => {
  // The reader of our output has closed it (head, for one): stop quietly.
  process.exit()
})
try {
  for (const line of await readBody(process.argv.slice(2), process.stdin, process.stderr)) {
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
} catch (error) {
  const { code, details } = error instanceof FootholdError ? error : { code: 'fault', details: {} }
  process.stdout.write(`${JSON.stringify({ error: sentence(error), code, ...details })}\n`)
  process.exitCode = 1
}
