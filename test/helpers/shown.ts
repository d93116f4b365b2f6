import type { RawPosting } from '../../core/domain/posting.ts'
import type { FeedRead } from '../../workers/sources/contract.ts'

/** A reading with all that its page shows of postings: the whole ones, and what a list says of those whose text stands elsewhere. */
export function shown(read: FeedRead): FeedRead & { postings: RawPosting[] } {
  const listed = read.details.flatMap((stub) => (stub.listed === undefined ? [] : [stub.listed]))
  return { ...read, postings: [...read.postings, ...listed] }
}
