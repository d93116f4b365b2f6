import type { Logger } from '../../core/log.ts'
import type { OpenDatabase } from '../../core/store/db.ts'
import type { Http } from '../http.ts'

/** All that a job takes from outside: nothing below reads a clock, a setting or the network by itself. */
export interface IngestWorld {
  db: OpenDatabase['db']
  http: Http
  /** Values for the placeholders of requests, by configuration key. */
  secrets: Record<string, string>
  log: Logger
  now: () => Date
  /** false = no request to public addresses (FOOTHOLD_OFFLINE). */
  online: boolean
  /** true for an address that the operator opened (FOOTHOLD_ALLOW_PRIVATE_ADDRESSES): a machine of their own. */
  isOwn: (address: string) => boolean
}
