import { advertOf } from './draft.ts'
import type { RawPosting } from './posting.ts'
import { readAdvert } from './read/read-advert.ts'
import type { Evidence, Requirement } from './reading.ts'

/**
 * A posting as it may be kept where the terms forbid keeping its text: the feed's fields, the tags, and
 * the few words that earned each tag, which stand outside any text (`start` and `end` 0). The advert itself
 * is read at its link. Newer rules cannot read it again from what is kept: the next poll does.
 */
export function withholdText(posting: RawPosting, sourceEmployer: string | null): RawPosting {
  const read = readAdvert(advertOf(posting, posting.employer ?? sourceEmployer))
  const reading = {
    ...read,
    text: '',
    requirement: outsideText(read.requirement),
    evidence: Object.fromEntries(
      Object.entries(read.evidence).map(([tag, found]) => [tag, found.map(outsideText)]),
    ),
  }
  const structured = { ...posting.structured, other: null }
  return { ...posting, html: null, structured, reading }
}

function outsideText<T extends Requirement | Evidence>(words: T): T {
  if ('of' in words) return { ...words, of: words.of.map(outsideText) }
  return { ...words, start: 0, end: 0 }
}
