import type { Step, TypicalPay } from '../../core/domain/advice/advice.ts'
import { type ListingNames, TO_PLAN } from '../advice-view.ts'
import { capital, counted, monthSpan } from '../format.ts'
import { safeHref } from '../links.ts'
import { AskAgain } from './advice-carry.tsx'
import { Fact, Unsaid } from './facts.tsx'
import { Num, WithFigures } from './figures.tsx'
import { ListingLink } from './listing-link.tsx'
import { Day } from './time.tsx'

/** Listings named on the page itself; the whole list has a page of its own. */
export const NAMED = 5

type Gain = Pick<
  Step,
  'opens' | 'listing_ids' | 'within_reach' | 'within_reach_ids' | 'pay' | 'cost' | 'months'
>

export function Source({ source }: { source: string }) {
  const href = safeHref(source)
  return href === null ? <>{capital(source)}</> : <a href={href}>{source}</a>
}

/** Some of a group of listings by name, folded, and a button to the page that lists exactly these. */
function Which({
  ids,
  names,
  show,
  about,
  what,
}: {
  ids: readonly number[]
  names: ListingNames
  /** What the page of the whole list is asked for, e.g. `step:credential:CCA`. */
  show: string
  about: string
  what: string
}) {
  if (ids.length === 0) return null
  return (
    <details class="more">
      <summary>
        {what}
        <span class="hidden" data-name>
          {' '}
          by “{about}”
        </span>
      </summary>
      <ul>
        {ids.slice(0, NAMED).map((id) => (
          <li key={id}>
            <ListingLink id={id} name={names.get(id)} />
          </li>
        ))}
      </ul>
      {ids.length > NAMED && (
        <p>
          <AskAgain name="show" value={show}>
            See all <Num>{ids.length.toLocaleString('en-US')}</Num>
            <span class="hidden" data-name>
              {' '}
              that it {show.startsWith('reach:') ? 'brings closer' : 'opens'}: {about}
            </span>
          </AskAgain>
        </p>
      )}
    </details>
  )
}

export function timeText(months: Step['months']): string | null {
  if (months === null) return null
  return months.high === 0 ? 'None' : capital(monthSpan(months.low, months.high))
}

export function gainText({ opens, within_reach }: Pick<Gain, 'opens' | 'within_reach'>): string {
  const closer = counted(within_reach, 'listing')
  if (opens === 0) return `Opens none today, but brings ${closer} closer`
  const open = `Opens ${counted(opens, 'more listing')}`
  return within_reach === 0 ? open : `${open}, and brings ${closer} closer`
}

/** The middle pay of what a step opens; silent below the least sample. */
export function PayText({ pay }: { pay: TypicalPay }) {
  if (pay.sample === 0) return <Unsaid>None of them states it</Unsaid>
  const from = counted(pay.sample, 'listing')
  if (pay.median_hour === null) {
    return (
      <Unsaid>
        Too few state it (<Num>{from}</Num>)
      </Unsaid>
    )
  }
  return (
    <>
      <Num>${pay.median_hour.toFixed(2)}</Num> an hour, the middle of <Num>{from}</Num>
    </>
  )
}

/** What a step or a pair brings and takes. */
export function GainFacts({
  gain,
  names,
  list,
  about,
  sample,
}: {
  gain: Gain
  names: ListingNames
  /** The name of its lists, as `step:<key>` without the kind of list. */
  list: { opens: string; reach: string | null }
  about: string
  sample: number
}) {
  const { cost, months } = gain
  const time = timeText(months)
  return (
    <>
      <Which
        ids={gain.listing_ids}
        names={names}
        show={list.opens}
        about={about}
        what="Which ones it opens"
      />
      {list.reach !== null && (
        <Which
          ids={gain.within_reach_ids}
          names={names}
          show={list.reach}
          about={about}
          what="Which ones it brings closer"
        />
      )}
      <dl class="facts">
        <Fact name="Cost">
          {cost === null ? (
            <Unsaid>We have no sourced figure</Unsaid>
          ) : (
            <WithFigures text={cost.text} />
          )}
        </Fact>
        <Fact name="Time">
          {time === null ? <Unsaid>We have no sourced figure</Unsaid> : <WithFigures text={time} />}
        </Fact>
        {gain.opens > 0 && (
          <Fact name="Typical pay of what opens">
            <PayText pay={gain.pay} />
          </Fact>
        )}
        <Fact name="Counted over">
          <Num>{counted(sample, 'listing')}</Num>
        </Fact>
      </dl>
    </>
  )
}

const HIRING_WORDS = { high: 'Much', medium: 'Some', some: 'A little', none: 'No' } as const
const REMOVAL_WORDS = { all: 'All of it', part: 'In part', maybe: 'Perhaps', none: 'No' } as const

/** Two credits that are easily mixed up, each with its own label. */
export function Credits({ counts }: { counts: Step['counts_toward'] }) {
  const { hiring, a_removal } = counts
  return (
    <dl class="facts credits">
      <Fact name="Helps you get hired">
        <b>{HIRING_WORDS[hiring.level]}.</b> <WithFigures text={hiring.text} />
      </Fact>
      <Fact name="Counts toward dropping the A">
        <b>{REMOVAL_WORDS[a_removal.level]}.</b> <WithFigures text={a_removal.text} />
      </Fact>
    </dl>
  )
}

/** Where the counts and where the cost and time come from. */
export function StepSource({ step, at }: { step: Pick<Step, 'source' | 'as_of'>; at: string }) {
  return (
    <p class="source-line" data-source-line>
      Counted by Foothold, <Day at={at} />. Cost and time: <Source source={step.source} />
      {step.as_of === null ? (
        ', without a date'
      ) : (
        <>
          , as of <Day at={step.as_of} />
        </>
      )}
      .
    </p>
  )
}

/** A step as an entry of the ranked list. What no source tells is said, never guessed. */
export function AdviceStepItem({
  step,
  names,
  at,
}: {
  step: Step
  names: ListingNames
  /** The instant the listings were counted. */
  at: string
}) {
  const { key, change } = step
  return (
    <li class="card" data-source>
      <h3>
        <WithFigures text={change.label} />
      </h3>
      <p class="gain">
        <WithFigures text={gainText(step)} />
      </p>
      {step.note !== null && (
        <p>
          <WithFigures text={step.note} />
        </p>
      )}
      <GainFacts
        gain={step}
        names={names}
        list={{ opens: `step:${key}`, reach: `reach:${key}` }}
        about={change.label}
        sample={step.sample}
      />
      <Credits counts={step.counts_toward} />
      <label class="tick">
        <input type="checkbox" form={TO_PLAN} name="step" value={key} />
        <span>
          Put this in my plan
          <span class="hidden" data-name>
            : {change.label}
          </span>
        </span>
      </label>
      <StepSource step={step} at={at} />
    </li>
  )
}
