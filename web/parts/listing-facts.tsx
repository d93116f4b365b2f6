import type { Listing, ListingDetail } from '../../core/domain/listing.ts'
import { capital, payConverted, payStated } from '../format.ts'
import {
  ADJACENT_ROLE_WORDS,
  EMPLOYMENT_WORDS,
  LEVEL_WORDS,
  ROLE_WORDS,
  systemWord,
} from '../words.ts'
import { Asks } from './asks.tsx'
import { Fact, Unsaid, workText } from './facts.tsx'

function roleText(listing: Listing): string | null {
  if (listing.adjacent_role !== null) return ADJACENT_ROLE_WORDS[listing.adjacent_role]
  return listing.role === null ? null : ROLE_WORDS[listing.role]
}

/** The job in short: every tag with its value, or the word that it is not stated. */
export function ListingFacts({ listing }: { listing: ListingDetail }) {
  const stated = payStated(listing.pay)
  const converted = payConverted(listing.pay)
  return (
    <dl class="facts stacked">
      <Fact name="Pay, as stated">{stated === null ? <Unsaid /> : capital(stated)}</Fact>
      {stated !== null && (
        <Fact name="Pay, worked out">
          {converted === null ? (
            <Unsaid>It depends on how much work there is, so we do not convert it</Unsaid>
          ) : (
            <>
              About {converted} <span class="quiet">(at 2,080 paid hours a year, full time)</span>
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
      </Fact>
      <Fact name="Hours and contract">
        {listing.employment_type === null ? <Unsaid /> : EMPLOYMENT_WORDS[listing.employment_type]}
      </Fact>
      <Fact name="Kind of work">{roleText(listing) ?? <Unsaid />}</Fact>
      <Fact name="Level">
        {listing.level === 'unknown' ? (
          <Unsaid>{LEVEL_WORDS.unknown}</Unsaid>
        ) : (
          LEVEL_WORDS[listing.level]
        )}
      </Fact>
      <Fact name="Beside experience, it asks">
        <Asks listing={listing} />
      </Fact>
      <Fact name="Software">
        {listing.systems.length === 0 ? <Unsaid /> : listing.systems.map(systemWord).join(', ')}
      </Fact>
      <Fact name="Medical specialty">
        {listing.specialties.length === 0 ? (
          <Unsaid />
        ) : (
          listing.specialties.map((s) => s.replaceAll('_', ' ')).join(', ')
        )}
      </Fact>
    </dl>
  )
}
