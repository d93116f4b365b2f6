import type { Listing } from '../../core/domain/listing.ts'
import type { Verdict } from '../../core/domain/profile.ts'
import type { Strength } from '../../core/domain/tags.ts'
import { months } from '../format.ts'
import { ENTRY_WORDS, STRENGTH_WORDS, VERDICT_ABOUT, VERDICT_WORDS } from '../words.ts'

type Entry = Pick<Listing, 'entry' | 'min_months'>

/** The verdict as a chip says it: "Asks 24 months" where a number is known. */
export function entryChipText({ entry, min_months }: Entry): string {
  return entry === 'asks_experience' && min_months !== null && min_months > 0
    ? `Asks ${min_months} ${min_months === 1 ? 'month' : 'months'}`
    : ENTRY_WORDS[entry]
}

/** The verdict in one sentence. */
export function entrySentence({ entry, min_months }: Entry): string {
  const asked = min_months === null ? null : months(min_months)
  switch (entry) {
    case 'open':
      return 'No paid experience and no credential needed.'
    case 'open_with_credential':
      return 'No paid experience needed, but a credential or a course is.'
    case 'asks_experience':
      return asked === null || min_months === 0
        ? 'Paid experience is asked, without a number.'
        : `At least ${asked} of paid work.`
    case 'not_stated':
      return 'The advert is silent on how much paid experience it needs.'
    case 'contradictory':
      return asked === null
        ? 'It sounds like a first job, yet asks for experience.'
        : `It sounds like a first job, yet asks ${asked}.`
  }
}

export function EntryChip({ listing }: { listing: Entry }) {
  return (
    <span class={`chip chip-${listing.entry}`}>
      <span class="hidden">Experience: </span>
      {entryChipText(listing)}
    </span>
  )
}

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`chip chip-${verdict}`} title={VERDICT_ABOUT[verdict]}>
      {VERDICT_WORDS[verdict]}
    </span>
  )
}

export function StrengthChip({ strength }: { strength: Strength }) {
  return <span class={`chip chip-small chip-${strength}`}>{STRENGTH_WORDS[strength]}</span>
}
