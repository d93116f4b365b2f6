import type { ComponentChildren } from 'preact'
import type { Reading } from '../../core/domain/reading.ts'
import { mayBeFraud } from '../../core/domain/search/keys.ts'
import { marksOf } from '../marks.ts'
import { Warnings } from './listing-card.tsx'
import { ListingFacts } from './listing-facts.tsx'
import { WhoAsks, WordsBehind } from './listing-words.tsx'
import { MarkedText } from './marked-text.tsx'
import { RequirementTree } from './requirement-tree.tsx'
import type { Wrong } from './this-is-wrong.tsx'

/** An advert as it was read: its tags, its tree, the words behind them, and the text they stand in. */
export type ReadAdvert = Reading & { text: string; employer: string | null }

function LookTwice({ listing, wrong }: { listing: Reading; wrong?: Wrong | undefined }) {
  if (listing.warnings.length === 0) return null
  return (
    <section class="warning-box" aria-labelledby="warnings">
      <h2 id="warnings">Look twice</h2>
      <Warnings listing={listing} />
      <ul class="quotes">
        {listing.warnings
          .filter((w) => w.words.trim() !== '')
          .map((w) => (
            <li key={w.code + w.words}>
              <q>{w.words.trim()}</q>
            </li>
          ))}
      </ul>
      {listing.warnings.some((w) => mayBeFraud(w.code)) && (
        <p>
          An honest employer never asks you to pay to be hired. If you think this is a fraud, report
          it to the Federal Trade Commission (FTC) at{' '}
          <a href="https://reportfraud.ftc.gov/">reportfraud.ftc.gov</a>.
        </p>
      )}
      {wrong?.('warnings')}
    </section>
  )
}

/** Everything read from one advert, drawn alike for a listing and for an advert that a person pasted. */
export function ReadingSections({
  listing,
  wrong,
  beyond,
}: {
  listing: ReadAdvert
  /** Draws the way to say that a tag is wrong; without it there is none. */
  wrong?: Wrong | undefined
  /** What is known from elsewhere of who asks and where, in sections of its own. */
  beyond?: ComponentChildren
}) {
  const marks = marksOf(listing)
  return (
    <>
      <LookTwice listing={listing} wrong={wrong} />
      <section aria-labelledby="asks">
        <h2 id="asks">What it asks</h2>
        <RequirementTree requirement={listing.requirement} />
        {wrong?.('min_months', 'max_months', 'credentials', 'education')}
      </section>
      <section class="short" aria-labelledby="facts">
        <h2 id="facts">The job in short</h2>
        <ListingFacts listing={listing} wrong={wrong} />
      </section>
      <WhoAsks listing={listing} marks={marks} wrong={wrong} />
      {beyond}
      <section aria-labelledby="text">
        <h2 id="text">The advert’s own text</h2>
        {listing.text.trim() === '' ? (
          <p class="unsaid">
            We may not show the text here, or the feed gave none. Read it at the source.
          </p>
        ) : (
          <>
            <p class="quiet">Marked words are those we read a point from.</p>
            <MarkedText text={listing.text} marks={marks} />
          </>
        )}
      </section>
      <WordsBehind listing={listing} marks={marks} />
    </>
  )
}
