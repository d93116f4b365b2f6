import type { RawPosting } from '../../../../core/domain/posting.ts'

/** What the common test needs to know of a platform: how a body of n postings looks, and how it can be wrong. */
export interface Sample {
  body(ids: string[]): string
  /** One posting among good ones that cannot be read (it has no title) but tells its id. */
  untitled(ids: string[], bad: string): string
  wrongType: string
  web: { body: string; problem: string }
  /** Settings and a body that always name a further page. */
  loop: { settings: unknown; body: string }
  /** Names of fields the adapter looks at, each to be spoilt in turn; a posting carries `"extra":` for the place. */
  fields: readonly string[]
  /** What the platform says of every posting by being what it is (a board of remote jobs alone). */
  silent?: Partial<RawPosting>
  /** For bodies that are not JSON: gives the first posting the field beside its own. */
  spoil?(body: string, field: string, value: unknown): string
}
