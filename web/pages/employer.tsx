import type { EmployerDetail } from '../../core/domain/listing.ts'
import { searchAddress } from '../address.ts'
import { counted } from '../format.ts'
import { EmployerServes } from '../parts/employer-serves.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { ListingCard } from '../parts/listing-card.tsx'

export interface EmployerPageInput extends Frame {
  employer: EmployerDetail
  /** ISO 8601. */
  now: string
}

function OpenListings({ employer, now }: EmployerPageInput) {
  const { open, listings, id } = employer
  const all = searchAddress({ employer: [String(id)] })
  return (
    <section aria-labelledby="open">
      <h2 id="open">{counted(open, 'open listing')}</h2>
      {open === 0 && <p class="unsaid">It has no open listing of this trade today.</p>}
      {open > 0 && (
        <p>
          <a href={all}>See and filter its billing and coding jobs</a>
        </p>
      )}
      {listings.map((listing) => (
        <ListingCard key={listing.id} listing={listing} now={now} />
      ))}
      {listings.length < open && (
        <p>
          These are the newest {listings.length}. <a href={all}>See the others in the search</a>.
        </p>
      )}
      <p class="quiet">
        Not for you?{' '}
        <a href={searchAddress({ not_employer: [String(id)] })} rel="nofollow">
          Search without this employer
        </a>
        .
      </p>
    </section>
  )
}

/** One employer: whom it serves with the evidence, and what it offers now. */
export function employerPage(input: EmployerPageInput): string {
  const { employer } = input
  return renderPage({
    title: employer.name,
    demo: input.demo ?? employer.demo,
    noindex: employer.demo || employer.open === 0,
    children: (
      <div class="employer narrow">
        <header>
          <h1>{employer.name}</h1>
          {employer.demo && (
            <p class="who">
              <span class="demo-mark">Demo, invented</span>
            </p>
          )}
        </header>
        <EmployerServes
          employerId={employer.id}
          name={employer.name}
          settings={employer.settings}
          more={false}
        />
        <OpenListings {...input} />
      </div>
    ),
  })
}
