import type { Config } from '../core/config.ts'
import type { Logger } from '../core/log.ts'
import { reserveHost } from '../core/store/clock.ts'
import { hostTurns } from '../core/store/hosts.ts'
import type { OpenDatabase } from '../core/store/db.ts'
import { createHttp } from './http.ts'
import type { IngestWorld } from './jobs/world.ts'
import { hostCircuit } from './host-circuit.ts'
import { demoAllowance, ownAddresses } from './seed.ts'
import type { SecretKey } from './sources/contract.ts'

const SECRETS = [
  'USAJOBS_API_KEY',
  'USAJOBS_EMAIL',
  'ADZUNA_APP_ID',
  'ADZUNA_APP_KEY',
] as const satisfies readonly SecretKey[]

/** Everything a job takes from outside, made once per process from its configuration. */
export function openWorld(
  database: Pick<OpenDatabase, 'db'>,
  config: Config,
  log: Logger,
  version: string,
): IngestWorld {
  const contact = config.FOOTHOLD_CONTACT
  const isOwn = ownAddresses(config)
  const turns = hostTurns(database.db)
  const http = createHttp({
    userAgent: `Foothold/${version} (job listings for medical billing and coding${contact === undefined ? '' : `; +${contact}`})`,
    offline: config.FOOTHOLD_OFFLINE,
    allow: [...config.FOOTHOLD_ALLOW_PRIVATE_ADDRESSES, ...demoAllowance(config)],
    reserve: (host, gapMs) => reserveHost(database.db, host, gapMs),
    turns,
    circuit: hostCircuit(database.db, log, isOwn),
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: () => Math.random(),
  })
  const secrets: Record<string, string> = {}
  for (const key of SECRETS) {
    const value = config[key]
    if (value !== undefined) secrets[key] = value
  }
  return {
    db: database.db,
    http,
    secrets,
    log,
    now: () => new Date(),
    online: !config.FOOTHOLD_OFFLINE,
    isOwn,
  }
}
