import type { Listing, ListingDetail, ListingSource } from '../../core/domain/listing.ts'
import { hostOf, safeHref } from '../links.ts'
import { EntryChip, entrySentence } from '../parts/chips.tsx'
import { EmployerServes } from '../parts/employer-serves.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { Age, ListingCard, Who } from '../parts/listing-card.tsx'
import { PlaceUnderserved } from '../parts/place-underserved.tsx'
import { ReadingSections } from '../parts/reading-sections.tsx'
import { ThisIsWrong, type Wrong } from '../parts/this-is-wrong.tsx'
import { When } from '../parts/time.tsx'
import { employerPath, paths } from '../paths.ts'

export interface ListingPageInput extends Frame {
  listing: ListingDetail
  /** Open listings like it, the likest first. */
  similar?: readonly Listing[]
  /** ISO 8601. */
  now: string
  /** true: the visitor just told us that a tag is wrong. */
  told?: boolean
  /** The advert as schema.org JobPosting, where it may be marked up. */
  jobPosting?: Record<string, unknown> | null
}

function Told() {
  return (
    <p class="told" role="status">
      <strong>Thank you.</strong> We kept what you told us, so that a person can check it. The
      points on this page stay as they are until then.
    </p>
  )
}

/** Ways to the original. Without `nofollow`: several feeds ask for links that search engines may follow. */
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
        <a class="button" href={apply} rel="noopener">
          Apply at {hostOf(apply) ?? 'the employer'}
        </a>
      )}
      {original !== null && (original !== apply || listing.status !== 'open') && (
        <a href={original} rel="noopener">
          Read the original at {hostOf(original) ?? 'the employer'}
        </a>
      )}
    </p>
  )
}

/** The name that the feed's terms want beside its adverts; a line of theirs stands with the source below. */
function Credit({ listing: { credit, demo } }: { listing: ListingDetail }) {
  if (credit?.name == null || demo) return null
  return <p class="credit">This advert comes from {credit.name}.</p>
}

function Closed({ listing, similar = [], now }: ListingPageInput) {
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
      {similar.length > 0 && (
        <>
          {' '}
          <a href="#similar">See similar jobs that are open</a>
        </>
      )}
    </p>
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
          <a href={href} rel="noopener">
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

function Similar({ listing, similar = [], now }: ListingPageInput) {
  if (similar.length === 0) return null
  return (
    <section class="similar" aria-labelledby="similar">
      <h2 id="similar">
        {listing.status === 'closed' ? 'Similar jobs that are open' : 'Similar jobs'}
      </h2>
      {similar.map((other) => (
        <ListingCard key={other.id} listing={other} now={now} />
      ))}
    </section>
  )
}

/** What registers say, kept apart: whom the employer serves, and what the place is like. */
function Beyond({ listing }: { listing: ListingDetail }) {
  return (
    <>
      <EmployerServes
        employerId={listing.employer_id}
        name={listing.employer}
        settings={listing.employer_settings}
        more
      />
      <PlaceUnderserved places={listing.place_facts} workMode={listing.work_mode} />
    </>
  )
}

/**
 * One job: the verdict, what it asks with the advert's words, who asks and where, its text, its sources, others like it.
 */
export function listingPage(input: ListingPageInput): string {
  const { listing, now } = input
  const employerHref = listing.employer_id === null ? undefined : employerPath(listing.employer_id)
  const wrong: Wrong = (...tags) => <ThisIsWrong listing={listing} tags={tags} />
  return renderPage({
    title: `${listing.title}${listing.employer === null ? '' : `, ${listing.employer}`}`,
    demo: input.demo ?? listing.demo,
    noindex: listing.demo || listing.status === 'closed',
    linkedData: input.jobPosting == null ? [] : [input.jobPosting],
    children: (
      <article class={listing.status === 'closed' ? 'listing closed' : 'listing'}>
        {input.told && <Told />}
        <header>
          <h1>{listing.title}</h1>
          <Who listing={listing} href={employerHref} />
          <Closed {...input} />
          <p class="verdict">
            <EntryChip listing={listing} />{' '}
            <span class="verdict-words">{entrySentence(listing)}</span>
          </p>
          {wrong('entry')}
          <Apply listing={listing} />
          <Credit listing={listing} />
          <Age listing={listing} now={now} />
        </header>
        <ReadingSections listing={listing} wrong={wrong} beyond={<Beyond listing={listing} />} />
        <Sources {...input} />
        <Similar {...input} />
      </article>
    ),
  })
}
