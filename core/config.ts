import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { FootholdError } from './errors.ts'

const flag = z.enum(['', '0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true')
const port = z.coerce.number().int().min(0).max(65535)
const hostPort = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[^\s:,/]+):\d{1,5}$/, 'host:port, several separated by commas')

/** Each setting of the environment with the sentence that documents it (.env.example is held against this list by a test). */
export const settings = {
  PORT: { schema: port.default(4000), about: 'Port of the page and the API. 0 takes a free one.' },
  HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    about: 'Address the API listens on. Set 0.0.0.0 only behind a reverse proxy or in a container.',
  },
  FOOTHOLD_HOME: {
    schema: z.string().optional(),
    about:
      'Folder of the embedded database and the outbox. Default: .foothold in the project, for root /var/lib/foothold.',
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    about:
      'A PostgreSQL server (15 or newer) of your own. When set, no embedded server is touched.',
  },
  DATABASE_READ_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    about: 'A read replica for searches. Default: DATABASE_URL.',
  },
  FOOTHOLD_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    about:
      'The address people type, e.g. https://jobs.example.org. Feeds and the sitemap name it. Switches on HSTS when it is https.',
  },
  FOOTHOLD_OFFLINE: {
    schema: flag.default(false),
    about: '1 = no outward HTTP except to FOOTHOLD_ALLOW_PRIVATE_ADDRESSES.',
  },
  FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: {
    schema: z
      .string()
      .default('')
      .transform((s) =>
        s
          .split(',')
          .map((p) => p.trim())
          .filter((p) => p !== ''),
      )
      .pipe(z.array(hostPort)),
    about:
      'Exactly these private host:ports are open to outward HTTP, e.g. 127.0.0.1:4100. Every other private address stays refused.',
  },
  FOOTHOLD_SOURCES: {
    schema: z.string().optional(),
    about:
      'A file of JSON Lines {key, employer, kind, settings, policy?, pace_ms?} that replaces the seeded sources.',
  },
  FOOTHOLD_DEMO_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    about:
      'Where workers find the demo adverts when the API runs on another machine. Default: http://127.0.0.1:PORT/demo/jobs.',
  },
  FOOTHOLD_OPERATOR_TOKEN: {
    schema: z.string().min(16, 'at least 16 characters').optional(),
    about: 'Opens the operator routes (Authorization: Bearer). Without it they answer 404.',
  },
  FOOTHOLD_CONTACT: {
    schema: z.string().max(200).optional(),
    about:
      'E-mail or page named in the User-Agent and on the contact page, so that employers can reach you.',
  },
  USAJOBS_API_KEY: {
    schema: z.string().optional(),
    about: 'Key from developer.usajobs.gov; without it USAJOBS sources wait.',
  },
  USAJOBS_EMAIL: {
    schema: z.string().optional(),
    about: 'The e-mail that USAJOBS registered with the key.',
  },
  ADZUNA_APP_ID: {
    schema: z.string().optional(),
    about: 'Application id from developer.adzuna.com; without it Adzuna sources wait.',
  },
  ADZUNA_APP_KEY: {
    schema: z.string().optional(),
    about:
      'The key that belongs to ADZUNA_APP_ID. Its limits are for all sources together: keep one.',
  },
  FOOTHOLD_SEARCH_INDEX: {
    schema: z
      .enum(['on', 'off'])
      .default('on')
      .transform((v) => v === 'on'),
    about:
      'on = the API keeps every open listing in memory for searches, some 400 bytes each, with a copy in FOOTHOLD_HOME; off = the database answers.',
  },
  FOOTHOLD_TRUST_PROXY: {
    schema: z.coerce.number().int().min(0).max(5).default(0),
    about: 'How many reverse proxies stand in front of the API (0 = none).',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    about: 'How much is logged.',
  },
} as const

type Settings = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> }
export type Config = Readonly<Settings & { home: string }>

/**
 * The configuration of this process, read once in an entry file.
 * @throws FootholdError `bad-config`, naming every setting that is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv, who: { uid: number; cwd: string }): Config {
  const wrong: string[] = []
  const out: Record<string, unknown> = {}
  for (const [key, { schema }] of Object.entries(settings)) {
    const given = env[key] === '' ? undefined : env[key]
    const parsed = schema.safeParse(given)
    if (parsed.success) out[key] = parsed.data
    else wrong.push(`${key}: ${parsed.error.issues.map((i) => i.message).join(', ')}`)
  }
  if (wrong.length > 0) {
    throw new FootholdError(
      'bad-config',
      `The environment holds settings that cannot be used. ${wrong.join('; ')}.`,
    )
  }
  const config = out as Settings
  const fallback = who.uid === 0 ? '/var/lib/foothold' : join(who.cwd, '.foothold')
  const home = resolve(who.cwd, (config.FOOTHOLD_HOME ?? fallback).replace(/^~(?=\/|$)/, homedir()))
  return Object.freeze({ ...config, home })
}
