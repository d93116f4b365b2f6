import type { Tags } from '../../core/domain/listing.ts'
import { about, capital, payConverted, payStated } from '../format.ts'
import {
  ADJACENT_ROLE_WORDS,
  EMPLOYMENT_WORDS,
  LEVEL_WORDS,
  ROLE_WORDS,
  systemWord,
} from '../words.ts'
import { Asks } from './asks.tsx'
import { Fact, Unsaid, workText } from './facts.tsx'
import type { Wrong } from './this-is-wrong.tsx'

function roleText(listing: Tags): string | null {
  if (listing.adjacent_role !== null) return ADJACENT_ROLE_WORDS[listing.adjacent_role]
  return listing.role === null ? null : ROLE_WORDS[listing.role]
}

/** The job in short: every tag with its value, or the word that it is not stated. */
export function ListingFacts({ listing, wrong }: { listing: Tags; wrong?: Wrong | undefined }) {
  const stated = payStated(listing.pay)
  const converted = payConverted(listing.pay)
  return (
    <dl class="facts stacked">
      <Fact name="Pay, as stated">
        {stated === null ? <Unsaid /> : capital(stated)}
        {wrong?.('pay')}
      </Fact>
      {stated !== null && (
        <Fact name="Pay, worked out">
          {converted === null ? (
            <Unsaid>It depends on how much work there is, so we do not convert it</Unsaid>
          ) : (
            <>
              {capital(about(converted))}{' '}
              <span class="quiet">(at 2,080 paid hours a year, full time)</span>
            </>
          )}
        </Fact>
      )}
      <Fact name="Where the work is done">
        {listing.work_mode === 'not_stated' && listing.states_allowed.length === 0 ? (
          <Unsaid />
        ) : (
          workText(listing)
        )}
        {wrong?.('work_mode', 'hybrid_days_onsite', 'states_allowed', 'states_excluded')}
      </Fact>
      <Fact name="Hours and contract">
        {listing.employment_type === null ? <Unsaid /> : EMPLOYMENT_WORDS[listing.employment_type]}
        {wrong?.('employment_type')}
      </Fact>
      <Fact name="Kind of work">
        {roleText(listing) ?? <Unsaid />}
        {wrong?.('role', 'adjacent_role', 'in_domain')}
      </Fact>
      <Fact name="Level">
        {listing.level === 'unknown' ? (
          <Unsaid>{LEVEL_WORDS.unknown}</Unsaid>
        ) : (
          LEVEL_WORDS[listing.level]
        )}
        {wrong?.('level')}
      </Fact>
      <Fact name="Beside experience, it asks">
        <Asks listing={listing} />
        {wrong?.('credentials', 'education', 'preferred_months')}
      </Fact>
      <Fact name="Software">
        {listing.systems.length === 0 ? <Unsaid /> : listing.systems.map(systemWord).join(', ')}
        {wrong?.('systems')}
      </Fact>
      <Fact name="Medical specialty">
        {listing.specialties.length === 0 ? (
          <Unsaid />
        ) : (
          listing.specialties.map((s) => s.replaceAll('_', ' ')).join(', ')
        )}
        {wrong?.('specialties')}
      </Fact>
    </dl>
  )
}
