import type { Kysely } from 'kysely'
import type { Logger } from '../../core/log.ts'
import type { Database } from '../../core/store/schema.ts'
import type { Http } from '../http.ts'

/** All that a job takes from outside: nothing below reads a clock, a setting or the network by itself. */
export interface IngestWorld {
  db: Kysely<Database>
  http: Http
  /** Values for the placeholders of requests, by configuration key. */
  secrets: Record<string, string>
  log: Logger
  now(): Date
  /** false = no request to public addresses (FOOTHOLD_OFFLINE). */
  online: boolean
}
