import type { Listing } from '../../core/domain/listing.ts'
import type { Match, Reason } from '../../core/domain/profile.ts'
import { AGAIN } from '../advice-view.ts'
import { capital } from '../format.ts'
import { listingPath } from '../paths.ts'
import { VERDICT_ABOUT } from '../words.ts'
import { VerdictChip } from './chips.tsx'
import { Fact, PayLine, Unsaid, workText } from './facts.tsx'
import { WithFigures } from './figures.tsx'
import { Age, Warnings, Who } from './listing-card.tsx'
import { Day } from './time.tsx'

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
      <WithFigures text={capital(reason.requirement)} />{' '}
      {words !== '' && <q data-figure>{words}</q>}
      {(answer !== null || reason.gap !== null) && (
        <p>
          {answer !== null && <WithFigures text={`${answer}. `} />}
          {reason.gap !== null && (
            <strong>
              <WithFigures text={`${capital(reason.gap)}.`} />
            </strong>
          )}
        </p>
      )}
    </li>
  )
}

/** One listing held against a profile: the verdict, then each reason; with a box to put it out of sight. */
export function MatchCard({ match, now }: { match: Match & { listing: Listing }; now: string }) {
  const { listing, verdict, reasons } = match
  return (
    <article class="card" data-source>
      <h3 data-name>
        <a href={listingPath(listing.id)}>{listing.title}</a>
      </h3>
      <div data-name>
        <Who listing={listing} />
      </div>
      <p class="verdict">
        <VerdictChip verdict={verdict} /> <span>{VERDICT_ABOUT[verdict]}</span>
      </p>
      <div data-figure>
        <Warnings listing={listing} />
      </div>
      {reasons.length > 0 && (
        <ul class="reasons" aria-label="Reasons">
          {reasons.map((reason, at) => (
            <ReasonLine key={at} reason={reason} />
          ))}
        </ul>
      )}
      <dl class="facts">
        <Fact name="Pay">
          <span data-figure>
            <PayLine listing={listing} />
          </span>
        </Fact>
        <Fact name="Where">
          {listing.work_mode === 'not_stated' ? (
            <Unsaid />
          ) : (
            <WithFigures text={workText(listing)} />
          )}
        </Fact>
      </dl>
      <Age listing={listing} now={now} />
      <label class="tick hide-tick">
        <input type="checkbox" form={AGAIN} name="hide" value={listing.id} />
        <span>
          Seen it: hide it
          <span class="hidden" data-name>
            : {listing.title}
          </span>
        </span>
      </label>
      <p class="source-line" data-source-line>
        From the advert, as Foothold read it,{' '}
        <Day at={listing.last_checked ?? listing.first_seen} />.
      </p>
    </article>
  )
}
