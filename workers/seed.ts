import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Config } from '../core/config.ts'
import { UNPROVEN } from '../core/domain/lifecycle.ts'
import { ownTerms, readPolicy } from '../core/domain/policy.ts'
import { FootholdError } from '../core/errors.ts'
import { keepFirstFact } from '../core/store/clock.ts'
import type { OpenDatabase } from '../core/store/db.ts'
import { replaceSources, type SourceEntry } from '../core/store/sources.ts'
import { hostPort } from './address-guard.ts'
import { whyNoReader } from './platforms.ts'
import type { Adapter } from './sources/contract.ts'
import { adapterFor } from './sources/index.ts'

const SEEDS = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'seeds')

const lineSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'lower-case letters, digits, dots and dashes'),
  employer: z.string().nullish(),
  kind: z.string().min(1),
  settings: z.record(z.string(), z.unknown()),
  policy: z.record(z.string(), z.unknown()).nullish(),
  pace_ms: z.number().int().min(0).max(600_000).nullish(),
  facts: z.record(z.string(), z.unknown()).nullish(),
})
type SourceLine = z.infer<typeof lineSchema>

/**
 * The sources of a JSON Lines file.
 * @throws FootholdError `bad-source-list`, naming the file, the line and what is wrong with it.
 */
export function readSourceList(file: string): SourceLine[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new FootholdError(
      'bad-source-list',
      `The source list ${file} cannot be read.`,
      { file },
      error,
    )
  }
  const seen = new Set<string>()
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const where = `${file}, line ${index + 1}`
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new FootholdError('bad-source-list', `${where}: this is not JSON.`)
    }
    const parsed = lineSchema.safeParse(value)
    if (!parsed.success) {
      const wrong = parsed.error.issues.map((i) => `${i.path.join('.') || 'line'}: ${i.message}`)
      throw new FootholdError('bad-source-list', `${where}: ${wrong.join('; ')}.`)
    }
    if (seen.has(parsed.data.key)) {
      throw new FootholdError(
        'bad-source-list',
        `${where}: the key "${parsed.data.key}" stands twice.`,
      )
    }
    seen.add(parsed.data.key)
    return [parsed.data]
  })
}

/** Seconds between the first polls of two seeded sources, so that a new machine does not ask them all at once. */
const STAGGER_S = 20

/**
 * Brings the sources of this installation into the database: FOOTHOLD_SOURCES when set (and then nothing
 * else), otherwise the shipped list and the demo world. Idempotent: a second run writes nothing.
 */
export async function seedDatabase(
  db: OpenDatabase['db'],
  config: Config,
  now: Date,
): Promise<{ sources: number; demo: boolean }> {
  const fromFile = config.FOOTHOLD_SOURCES
  const list = fromFile === undefined ? join(SEEDS, 'sources.jsonl') : fromFile
  const origin = fromFile === undefined ? 'seed' : 'file'
  const lines = fromFile === undefined && !existsSync(list) ? [] : readSourceList(list)
  const entries = lines.map((line, i): SourceEntry => {
    const adapter = adapterFor(line.kind)
    const delayS = origin === 'seed' ? i * STAGGER_S : 0
    const policy = policyOf(line, adapter, config)
    return {
      ...baseEntry(line),
      policy,
      origin,
      paused: whyPaused(line, adapter, config) ?? readPolicy(policy).why,
      unproven: adapter?.about.proven === false ? UNPROVEN : null,
      due: new Date(now.getTime() + delayS * 1000),
    }
  })
  if (fromFile === undefined) entries.push(demoEntry(config, now))
  await keepFirstFact(db, 'demo_epoch', now.toISOString().slice(0, 10), now)
  const sources = await replaceSources(db, entries, now)
  return { sources, demo: fromFile === undefined }
}

function baseEntry(line: SourceLine) {
  return {
    key: line.key,
    employer: line.employer ?? null,
    kind: line.kind,
    settings: line.settings,
    pace_ms: line.pace_ms ?? null,
    facts: line.facts ?? {},
  }
}

/**
 * The platform's terms with the line's own changes, and its name and terms for the credits page. The
 * platform's least interval spares the platform's machines: at an address that the operator opened it
 * falls away unless the line asks for one. A daily cap stands anywhere.
 */
function policyOf(
  line: Pick<SourceLine, 'settings' | 'policy'>,
  adapter: Adapter | undefined,
  config: Config,
): Record<string, unknown> {
  const own = ownTerms(line.policy ?? {})
  if (adapter === undefined) return own
  return {
    ...adapter.policy,
    ...(readsOwnMachine(line.settings, adapter, config) ? { min_interval_s: 0 } : {}),
    platform: adapter.about.name,
    terms: adapter.about.terms,
    ...own,
  }
}

function readsOwnMachine(
  given: Record<string, unknown>,
  adapter: Adapter,
  config: Config,
): boolean {
  const settings = adapter.settings.safeParse(given)
  if (!settings.success) return false
  const isOwn = ownAddresses(config)
  return adapter.first(settings.data).every((request) => isOwn(request.url))
}

/** Tells of an address whether the operator opened it (or it is the demo world's): a machine of their own. */
export function ownAddresses(config: Config): (address: string) => boolean {
  const open = new Set(
    [...config.FOOTHOLD_ALLOW_PRIVATE_ADDRESSES, ...demoAllowance(config)].map((e) =>
      e.toLowerCase(),
    ),
  )
  return (address) => {
    if (!URL.canParse(address)) return false
    const { hostname, port, protocol } = new URL(address)
    return open.has(hostPort(hostname, port, protocol))
  }
}

/** Why a source of the list cannot run here and now; null when it can. */
function whyPaused(line: SourceLine, adapter: Adapter | undefined, config: Config): string | null {
  if (adapter === undefined) return whyNoReader(line.kind)
  const settings = adapter.settings.safeParse(line.settings)
  if (!settings.success) {
    const wrong = settings.error.issues.map(
      (i) => `${i.path.join('.') || 'settings'}: ${i.message}`,
    )
    return `The settings of this source cannot be used (${wrong.join('; ')}).`
  }
  const missing = adapter.about.needs.filter((key) => config[key] === undefined)
  if (missing.length > 0)
    return `Waits for ${missing.join(' and ')}: ${adapter.about.name} gives its feed only with a key.`
  return null
}

/** The demo world: an ordinary source whose feed the API itself serves. */
function demoEntry(config: Config, now: Date): SourceEntry {
  const settings = { page: demoAddress(config) }
  return {
    key: 'demo',
    employer: null,
    kind: 'jsonld',
    settings,
    policy: policyOf({ settings }, adapterFor('jsonld'), config),
    pace_ms: 0,
    origin: 'demo',
    facts: {},
    paused: null,
    due: now,
  }
}

/** Where the demo adverts are served to the workers. */
export function demoAddress(config: Config): string {
  return config.FOOTHOLD_DEMO_URL ?? `http://127.0.0.1:${config.PORT}/demo/jobs`
}

/** The host:port that the demo world needs open beside FOOTHOLD_ALLOW_PRIVATE_ADDRESSES; none when sources come from a file. */
export function demoAllowance(config: Config): string[] {
  if (config.FOOTHOLD_SOURCES !== undefined) return []
  const url = new URL(demoAddress(config))
  return [
    `${url.hostname}:${url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port}`,
  ]
}
