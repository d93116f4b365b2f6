import type { Listing } from '../../core/domain/listing.ts'
import { listingPath, paths } from '../paths.ts'
import { mayBeFraud, warningWord } from '../words.ts'
import { Asks } from './asks.tsx'
import { EntryChip, entrySentence } from './chips.tsx'
import { Fact, PayLine, SettingsLine, Unsaid, workText } from './facts.tsx'
import { When } from './time.tsx'

/** Employer and place in one line; what is missing is said. `href` leads to the employer's own page. */
export function Who({ listing, href }: { listing: Listing; href?: string | undefined }) {
  const employer = listing.employer ?? 'Employer not named'
  return (
    <p class="who">
      <span>{href === undefined ? employer : <a href={href}>{employer}</a>}</span>
      <span>{listing.place ?? 'Place not stated'}</span>
      {listing.demo && <span class="demo-mark">Demo, invented</span>}
    </p>
  )
}

/** How old a listing is, in the order a reader trusts it. */
export function Age({ listing, now }: { listing: Listing; now: string }) {
  return (
    <p class="age">
      {listing.posted_at === null ? (
        <span>Posting date not stated</span>
      ) : (
        <span>
          Posted <When at={listing.posted_at} now={now} />
        </span>
      )}
      <span>
        first seen <When at={listing.first_seen} now={now} />
      </span>
      {listing.last_checked !== null && (
        <span>
          last checked <When at={listing.last_checked} now={now} />
        </span>
      )}
      {listing.status === 'open' && listing.closes_at !== null && (
        <span>
          closes <When at={listing.closes_at} now={now} />
        </span>
      )}
    </p>
  )
}

/** The warnings of a listing, each in a sentence; nothing when there are none. */
export function Warnings({ listing }: { listing: Pick<Listing, 'warnings'> }) {
  if (listing.warnings.length === 0) return null
  const codes = [...new Set(listing.warnings.map((w) => w.code))]
  return (
    <>
      <ul class="warnings" aria-label="Warnings">
        {codes.map((code) => (
          <li key={code}>{warningWord(code)}</li>
        ))}
      </ul>
      {codes.some(mayBeFraud) && (
        <p class="warning-more">
          <a href={paths.scams}>How to spot a fake job</a>
        </p>
      )}
    </>
  )
}

/** One listing in a list. */
export function ListingCard({ listing, now }: { listing: Listing; now: string }) {
  return (
    <article class={listing.status === 'closed' ? 'card closed' : 'card'}>
      <h3>
        <a href={listingPath(listing.id)}>{listing.title}</a>
      </h3>
      <Who listing={listing} />
      <p class="verdict">
        <EntryChip listing={listing} /> <span class="verdict-words">{entrySentence(listing)}</span>
      </p>
      {listing.status === 'closed' && <p class="closed-note">This advert is closed.</p>}
      <Warnings listing={listing} />
      <dl class="facts">
        <Fact name="Also asks" wide>
          <Asks listing={listing} />
        </Fact>
        <Fact name="Pay">
          <PayLine listing={listing} />
        </Fact>
        <Fact name="Where">
          {listing.work_mode === 'not_stated' && listing.states_allowed.length === 0 ? (
            <Unsaid />
          ) : (
            workText(listing)
          )}
        </Fact>
        <Fact name="Employer type">
          <SettingsLine listing={listing} />
        </Fact>
      </dl>
      <Age listing={listing} now={now} />
    </article>
  )
}
