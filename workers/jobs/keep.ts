import { draftListing } from '../../core/domain/draft.ts'
import { isOldEnough, type Policy } from '../../core/domain/policy.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { soundDates } from '../../core/domain/sound-dates.ts'
import { withholdText } from '../../core/domain/withhold-text.ts'
import { savePostings, type KnownPosting, type PostingChange } from '../../core/store/postings.ts'
import type { Source } from '../../core/store/sources.ts'
import { contentHash } from './read-feed.ts'
import type { IngestWorld } from './world.ts'

/** Rules that no posting was ever read by: marks one that the terms do not let be shown yet. */
const NOT_READ_YET = 0

/** What is to be kept of a posting; `tooYoung` = its id only, since its terms do not let it be shown yet. */
export type Keeping = PostingChange & { tooYoung: boolean }

/**
 * What may be kept of a posting now, under the terms of its source. The hash is that of the posting as the
 * feed gave it, so that what the terms left out does not look like a change.
 */
export function keepingOf(
  posting: RawPosting,
  version: string | null,
  under: { policy: Policy; employer: string | null; was: KnownPosting | undefined; now: Date },
): Keeping {
  const { policy, employer, was, now } = under
  const hash = contentHash(posting)
  const sound = soundDates(posting, now)
  // What stands listed already stays: an advert does not grow younger.
  const shown = was !== undefined && was.listing_id !== null
  const age = { postedAt: sound.posted_at, firstSeen: was?.first_seen ?? now }
  if (!shown && !isOldEnough(policy, age, now)) {
    return { posting, hash, version, draft: null, tooYoung: true }
  }
  const kept = policy.may_cache_text ? sound : withholdText(sound, employer)
  return { posting: kept, hash, version, draft: draftListing(kept, employer), tooYoung: false }
}

/** true for a posting that is read again though its feed did not change it. */
export function mustReadAgain(was: KnownPosting, policy: Policy): boolean {
  if (was.tagger_version === TAGGER_VERSION) return false
  // Newer rules may find that something left out belongs to the trade after all. What is kept with its
  // text is read again by `retag`; without the text only its feed can tell.
  return was.listing_id === null || !policy.may_cache_text
}

/** true while a posting waits to be old enough: it is counted once it may be shown. */
export function isWaiting(was: KnownPosting | undefined): boolean {
  return was !== undefined && was.listing_id === null && was.tagger_version === NOT_READ_YET
}

/** Keeps one batch of postings, those too young to be shown by their id alone. */
export async function keep(
  world: IngestWorld,
  source: Source,
  batch: readonly Keeping[],
): Promise<void> {
  for (const [young, version] of [
    [false, TAGGER_VERSION],
    [true, NOT_READ_YET],
  ] as const) {
    const some = batch.filter((k) => k.tooYoung === young)
    if (some.length > 0) await savePostings(world.db, source, some, version, world.now())
  }
}
