import type { ComponentChildren } from 'preact'
import type { Listing, Tags } from '../../core/domain/listing.ts'
import { US_STATES } from '../../core/domain/us-states.ts'
import { about, capital, counted, payConverted, payStated, series } from '../format.ts'
import { WORK_MODE_WORDS, settingWord, stateName } from '../words.ts'

/** A name with what is known about it. */
export function Fact({
  name,
  wide,
  children,
}: {
  name: string
  /** true: takes the whole width of its list. */
  wide?: boolean
  children: ComponentChildren
}) {
  return (
    <div class={wide ? 'full' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A value that the advert does not give. Said, never left blank. */
export function Unsaid({ children = 'Not stated' }: { children?: ComponentChildren }) {
  return <span class="unsaid">{children}</span>
}

/** Where the work is done, with the limits on where you may live. */
export function workText(listing: Tags): string {
  const days = listing.hybrid_days_onsite
  const base =
    listing.work_mode === 'hybrid' && days !== null
      ? `${WORK_MODE_WORDS.hybrid} (${counted(days, 'office day')} a week)`
      : WORK_MODE_WORDS[listing.work_mode]
  const allowed = listing.states_allowed
  const shut = listing.states_excluded
  const limits = [
    allowed.length > 0 &&
      !US_STATES.every((s) => allowed.includes(s)) &&
      (allowed.length > 6
        ? `only if you live in one of ${allowed.length} states`
        : `only if you live in ${series(allowed.map(stateName), 'or')}`),
    shut.length > 0 && `not if you live in ${series(shut.map(stateName), 'or')}`,
  ].filter((part) => part !== false)
  return limits.length > 0 ? `${base}, ${limits.join('; ')}` : base
}

/** Pay for a list, hourly first and by the year beside it: a yearly wage leads with what it comes to by the hour. */
export function PayLine({ listing }: { listing: Listing }) {
  const stated = payStated(listing.pay)
  if (stated === null) return <Unsaid />
  const converted = payConverted(listing.pay)
  if (converted === null) return <>{capital(stated)}</>
  if (listing.pay?.unit === 'hour') {
    return (
      <>
        {capital(stated)}, <span class="quiet">{about(converted)}</span>
      </>
    )
  }
  return (
    <>
      {capital(about(converted))} <span class="quiet">(stated as {stated})</span>
    </>
  )
}

/** What the employer is, by the advert, and apart from that what only a register says it is. */
export function SettingsLine({ listing }: { listing: Listing }) {
  const more = listing.register_settings.filter((s) => !listing.settings.includes(s))
  return (
    <>
      {listing.settings.length === 0 ? <Unsaid /> : listing.settings.map(settingWord).join(', ')}
      {more.length > 0 && (
        <span class="quiet"> (by a government register: {more.map(settingWord).join(', ')})</span>
      )}
    </>
  )
}
