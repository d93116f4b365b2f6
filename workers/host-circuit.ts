import type { FootholdError } from '../core/errors.ts'
import type { Logger } from '../core/log.ts'
import { hostRest, noteHostAnswer, noteHostFailure } from '../core/store/hosts.ts'
import type { OpenDatabase } from '../core/store/db.ts'

/** What is known of hosts that fail, for all processes on one database. */
export interface HostCircuit {
  /** Why the host of an address is left alone and until when; null when it may be asked. */
  resting(url: URL, now: Date): Promise<{ until: Date; why: string } | null>
  /** The host gave an answer that can be used. */
  answered(url: URL): Promise<void>
  /** A request to the host failed for good, after its retries. */
  failed(url: URL, error: FootholdError, now: Date): Promise<void>
}

/** Failures that say something of the host; the others say something of us or of what it holds. */
const HOST_FAULTS = new Set(['network', 'timeout', 'rate-limited'])

/** The circuit of hosts, kept in the database (rule: core/domain/circuit.ts). `isOwn` machines need no rest. */
export function hostCircuit(
  db: OpenDatabase['db'],
  log: Logger,
  isOwn: (address: string) => boolean,
): HostCircuit {
  return {
    resting: async (url, now) => (isOwn(url.href) ? null : hostRest(db, url.host, now)),
    answered: async (url) => {
      if (!isOwn(url.href)) await noteHostAnswer(db, url.host)
    },
    failed: async (url, error, now) => {
      if (isOwn(url.href) || !isHostFault(error)) return
      const asked = error.details['retryAfterMs']
      const askedMs = typeof asked === 'number' ? asked : null
      const failure = { sentence: error.message, askedMs }
      const rest = await noteHostFailure(db, url.host, failure, now)
      if (rest !== null) log.warn({ ...rest, host: url.host, alert: true }, 'host rests')
    },
  }
}

function isHostFault(error: FootholdError): boolean {
  const status = error.details['status']
  return HOST_FAULTS.has(error.code) || (typeof status === 'number' && status >= 500)
}
