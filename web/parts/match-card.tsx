import type { Listing } from '../../core/domain/listing.ts'
import type { Match, Reason } from '../../core/domain/profile.ts'
import { capital } from '../format.ts'
import { listingPath } from '../paths.ts'
import { VERDICT_ABOUT } from '../words.ts'
import { VerdictChip } from './chips.tsx'
import { Fact, PayLine, Unsaid, workText } from './facts.tsx'
import { Age, Warnings, Who } from './listing-card.tsx'

/** What the person has against a requirement; nothing where the advert itself is what is silent. */
function answerTo({ has, words }: Reason): string | null {
  if (has !== null) return capital(has)
  return words === null ? null : 'You did not say'
}

function ReasonLine({ reason }: { reason: Reason }) {
  const answer = answerTo(reason)
  const words = reason.words?.trim() ?? ''
  return (
    <li>
      {capital(reason.requirement)} {words !== '' && <q>{words}</q>}
      {(answer !== null || reason.gap !== null) && (
        <p>
          {answer !== null && <>{answer}. </>}
          {reason.gap !== null && <strong>{capital(reason.gap)}.</strong>}
        </p>
      )}
    </li>
  )
}

/** One listing held against a profile: the verdict, then each reason. */
export function MatchCard({ match, now }: { match: Match & { listing: Listing }; now: string }) {
  const { listing, verdict, reasons } = match
  return (
    <article class="card">
      <h3>
        <a href={listingPath(listing.id)}>{listing.title}</a>
      </h3>
      <Who listing={listing} />
      <p class="verdict">
        <VerdictChip verdict={verdict} /> <span>{VERDICT_ABOUT[verdict]}</span>
      </p>
      <Warnings listing={listing} />
      {reasons.length > 0 && (
        <ul class="reasons" aria-label="Reasons">
          {reasons.map((reason, at) => (
            <ReasonLine key={at} reason={reason} />
          ))}
        </ul>
      )}
      <dl class="facts">
        <Fact name="Pay">
          <PayLine listing={listing} />
        </Fact>
        <Fact name="Where">
          {listing.work_mode === 'not_stated' ? <Unsaid /> : workText(listing)}
        </Fact>
      </dl>
      <Age listing={listing} now={now} />
    </article>
  )
}
