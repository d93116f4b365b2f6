import type { Step } from '../../core/domain/advice/advice.ts'
import { safeHref } from '../links.ts'
import { capital, counted, monthSpan } from '../format.ts'
import { listingPath } from '../paths.ts'
import { Fact, Unsaid } from './facts.tsx'
import { Day } from './time.tsx'

/** Listings named before the rest is only counted. */
const NAMED = 5

function Source({ source }: { source: string }) {
  const href = safeHref(source)
  return href === null ? <>{capital(source)}</> : <a href={href}>{source}</a>
}

function Which({ step, titles }: { step: Step; titles: ReadonlyMap<number, string> }) {
  if (step.listing_ids.length === 0) return null
  const more = step.listing_ids.length - NAMED
  return (
    <details class="more">
      <summary>
        Which ones<span class="hidden"> would “{step.change.label}” open</span>
      </summary>
      <ul>
        {step.listing_ids.slice(0, NAMED).map((id) => (
          <li key={id}>
            <a href={listingPath(id)}>{titles.get(id) ?? `Listing ${id}`}</a>
          </li>
        ))}
        {more > 0 && <li>and {counted(more, 'more', 'more')}</li>}
      </ul>
    </details>
  )
}

function timeOf({ low, high }: NonNullable<Step['months']>): string {
  return high === 0 ? 'None' : monthSpan(low, high)
}

function gain({ opens, within_reach }: Step): string {
  const closer = counted(within_reach, 'listing')
  if (opens === 0) return `Opens none today, but brings ${closer} closer`
  const open = `Opens ${counted(opens, 'more listing')}`
  return within_reach === 0 ? open : `${open}, and brings ${closer} closer`
}

/** A step as an entry of the ranked list. What no source tells is said, never guessed. */
export function AdviceStepItem({
  step,
  titles,
}: {
  step: Step
  titles: ReadonlyMap<number, string>
}) {
  return (
    <li class="card">
      <h3>{step.change.label}</h3>
      <p class="gain">{gain(step)}</p>
      {step.note !== null && <p>{step.note}</p>}
      <Which step={step} titles={titles} />
      <dl class="facts">
        <Fact name="Cost">
          {step.cost === null ? <Unsaid>We have no sourced figure</Unsaid> : step.cost.text}
        </Fact>
        <Fact name="Time">
          {step.months === null ? <Unsaid>We have no sourced figure</Unsaid> : timeOf(step.months)}
        </Fact>
        <Fact name="Counted over">{counted(step.sample, 'listing')}</Fact>
        <Fact name="Source" wide>
          <Source source={step.source} />
          {step.as_of === null ? (
            <Unsaid>, undated</Unsaid>
          ) : (
            <span class="quiet">
              , as of <Day at={step.as_of} />
            </span>
          )}
        </Fact>
      </dl>
    </li>
  )
}
