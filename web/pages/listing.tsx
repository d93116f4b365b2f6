import type { ListingDetail, ListingSource } from '../../core/domain/listing.ts'
import { hostOf, safeHref } from '../links.ts'
import { marksOf } from '../marks.ts'
import { EntryChip, entrySentence } from '../parts/chips.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { Age, Warnings, Who } from '../parts/listing-card.tsx'
import { ListingFacts } from '../parts/listing-facts.tsx'
import { WhoAsks, WordsBehind } from '../parts/listing-words.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { RequirementTree } from '../parts/requirement-tree.tsx'
import { When } from '../parts/time.tsx'
import { paths } from '../paths.ts'
import { mayBeFraud } from '../words.ts'

export interface ListingPageInput extends Frame {
  listing: ListingDetail
  /** ISO 8601. */
  now: string
}

function Apply({ listing }: { listing: ListingDetail }) {
  const original = safeHref(listing.url)
  const apply = safeHref(listing.apply_url)
  if (listing.demo) {
    return <p class="apply-row">There is nowhere to apply: this advert is invented.</p>
  }
  if (original === null && apply === null) {
    return <p class="apply-row unsaid">The feed gave no link to the original advert.</p>
  }
  return (
    <p class="apply-row">
      {apply !== null && listing.status === 'open' && (
        <a class="button" href={apply} rel="nofollow noopener">
          Apply at {hostOf(apply) ?? 'the employer'}
        </a>
      )}
      {original !== null && original !== apply && (
        <a href={original} rel="nofollow noopener">
          Read the original at {hostOf(original) ?? 'the employer'}
        </a>
      )}
    </p>
  )
}

function Closed({ listing, now }: ListingPageInput) {
  if (listing.status === 'open') return null
  return (
    <p class="closed-note">
      <strong>This advert is closed.</strong>{' '}
      {listing.closed_at === null ? (
        'The day it closed is not known.'
      ) : (
        <>
          It closed <When at={listing.closed_at} now={now} />.
        </>
      )}{' '}
      We keep it here so that your link still works.
    </p>
  )
}

function LookTwice({ listing }: { listing: ListingDetail }) {
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
    </section>
  )
}

function Source({ source, now }: { source: ListingSource; now: string }) {
  const href = safeHref(source.url)
  const name = source.employer ?? source.key
  return (
    <li>
      <p>
        {href === null ? (
          name
        ) : (
          <a href={href} rel="nofollow noopener">
            {name}
          </a>
        )}{' '}
        <span class="quiet">({source.kind})</span>: first seen{' '}
        <When at={source.first_seen} now={now} />
        {source.closed_at !== null ? (
          <>
            , closed <When at={source.closed_at} now={now} />
          </>
        ) : source.missing_since !== null ? (
          <>
            , missing there since <When at={source.missing_since} now={now} />
          </>
        ) : (
          ', still there at the last check'
        )}
        .
      </p>
      {source.credit_html !== null && (
        // Written by the adapters of this project, never by a feed.
        <p class="credit" dangerouslySetInnerHTML={{ __html: source.credit_html }} />
      )}
    </li>
  )
}

function Sources({ listing, now }: ListingPageInput) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Where we found it</h2>
      {listing.sources.length === 0 ? (
        <p class="unsaid">The source is no longer in our list.</p>
      ) : (
        <ul>
          {listing.sources.map((s) => (
            <Source key={s.key} source={s} now={now} />
          ))}
        </ul>
      )}
      <p class="quiet">
        {listing.last_checked === null ? (
          'Not checked in full yet.'
        ) : (
          <>
            Last checked <When at={listing.last_checked} now={now} />.
          </>
        )}{' '}
        {listing.closes_at === null ? (
          'No closing date stated.'
        ) : (
          <>
            Closing date: <When at={listing.closes_at} now={now} />.
          </>
        )}{' '}
        Is something wrong? <a href={paths.contact}>Tell us</a>.
      </p>
    </section>
  )
}

/** One job: the verdict, what it asks with the advert's words, who asks, its text, its sources. */
export function listingPage(input: ListingPageInput): string {
  const { listing, now } = input
  const marks = marksOf(listing)
  return renderPage({
    title: `${listing.title}${listing.employer === null ? '' : `, ${listing.employer}`}`,
    demo: input.demo ?? listing.demo,
    noindex: listing.demo || listing.status === 'closed',
    children: (
      <article class={listing.status === 'closed' ? 'listing closed' : 'listing'}>
        <header>
          <h1>{listing.title}</h1>
          <Who listing={listing} />
          <Closed listing={listing} now={now} />
          <p class="verdict">
            <EntryChip listing={listing} />{' '}
            <span class="verdict-words">{entrySentence(listing)}</span>
          </p>
          <Apply listing={listing} />
          <Age listing={listing} now={now} />
        </header>
        <LookTwice listing={listing} />
        <section aria-labelledby="asks">
          <h2 id="asks">What it asks</h2>
          <RequirementTree requirement={listing.requirement} />
        </section>
        <section class="short" aria-labelledby="facts">
          <h2 id="facts">The job in short</h2>
          <ListingFacts listing={listing} />
        </section>
        <WhoAsks listing={listing} marks={marks} />
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
        <Sources {...input} />
      </article>
    ),
  })
}
