import type { Advice, Step } from '../../core/domain/advice/advice.ts'
import { AGAIN, type AdviceView, type ListingNames, TO_PLAN } from '../advice-view.ts'
import { BarChart } from '../charts/bars.tsx'
import { counted } from '../format.ts'
import { AskAgain } from './advice-carry.tsx'
import { AdvicePairs } from './advice-pairs.tsx'
import { AdviceStepItem } from './advice-step.tsx'
import { Num } from './figures.tsx'
import { Day } from './time.tsx'
import { TwoCredits } from './two-credits.tsx'

export interface StepsInput {
  advice: Advice
  view: AdviceView
  names: ListingNames
  /** The person holds an apprentice's credential. */
  apprentice: boolean
}

/** Steps shown before the rest is folded away. */
const SHOWN = 8
/** Bars of the drawing. */
const DRAWN = 8
/** A label of the drawing is cut so that it stays inside on a phone. */
const LONGEST_LABEL = 36

/** The steps in the order the person asked for. */
export function ordered({ steps, by_cost }: Advice, { order }: AdviceView): Step[] {
  if (order === 'gain') return steps
  const byKey = new Map(steps.map((step) => [step.key, step]))
  return by_cost.flatMap((key) => byKey.get(key) ?? [])
}

function Order({ view }: { view: AdviceView }) {
  const by = (order: AdviceView['order'], words: string) =>
    order === view.order ? (
      <strong aria-current="true">{words}</strong>
    ) : (
      <AskAgain name="order" value={order}>
        {words}
      </AskAgain>
    )
  return (
    <p class="order">
      Order: {by('gain', 'most doors for a month of effort')}, or {by('cost', 'least cost first')}
    </p>
  )
}

function shortLabel(label: string): string {
  if (label.length <= LONGEST_LABEL) return label
  const cut = label.slice(0, LONGEST_LABEL - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`
}

/** Labels cut short must not fall together: a bar is known by its label. */
function bars(steps: readonly Step[]) {
  const seen = new Map<string, number>()
  return steps.map(({ change, opens }) => {
    const label = shortLabel(change.label)
    const n = (seen.get(label) ?? 0) + 1
    seen.set(label, n)
    return {
      label: n === 1 ? label : `${label} (${n})`,
      value: opens,
      text: opens.toLocaleString('en-US'),
    }
  })
}

function Drawing({ steps, at }: { steps: readonly Step[]; at: string }) {
  const drawn = steps.filter(({ opens }) => opens > 0).slice(0, DRAWN)
  if (drawn.length < 2) return null
  return (
    <div data-source class="drawing">
      <BarChart id="steps_chart" title="Listings each step opens" bars={bars(drawn)} />
      <p class="source-line" data-source-line>
        Counted by Foothold from the adverts it holds, <Day at={at} />. The list below says the same
        in words.
      </p>
    </div>
  )
}

function StepList({
  steps,
  advice,
  names,
}: {
  steps: readonly Step[]
  advice: Advice
  names: ListingNames
}) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <AdviceStepItem key={step.key} step={step} names={names} at={advice.as_of} />
      ))}
    </ol>
  )
}

function MakePlan() {
  return (
    <p class="apply">
      <button type="submit" form={TO_PLAN}>
        Make my plan to print
      </button>{' '}
      <span class="quiet">Tick steps above, or we take the first three.</span>
    </p>
  )
}

/** What would open more: a drawing, the steps one by one, pairs, and what each counts toward. */
export function AdviceSteps({ advice, view, names, apprentice }: StepsInput) {
  const steps = ordered(advice, view)
  if (steps.length === 0 && advice.pairs.length === 0) {
    return (
      <section aria-labelledby="steps">
        <h2 id="steps">What would open more</h2>
        <p class="unsaid">
          We found no single step that would open more of the adverts we hold today.
        </p>
      </section>
    )
  }
  return (
    <>
      <section class="plan" aria-labelledby="steps">
        <h2 id="steps">What would open more</h2>
        <p>
          For each step we changed that one thing in your answers. Then we compared again. The
          numbers are counts of the adverts we hold. They are no promise.
        </p>
        <Order view={view} />
        <Drawing steps={steps} at={advice.as_of} />
        <StepList steps={steps.slice(0, SHOWN)} advice={advice} names={names} />
        {steps.length > SHOWN && (
          <details class="more" data-source>
            <summary>
              <Num>{counted(steps.length - SHOWN, 'more step')}</Num>, further down in this order
            </summary>
            <StepList steps={steps.slice(SHOWN)} advice={advice} names={names} />
            <p class="source-line" data-source-line>
              Counted by Foothold, <Day at={advice.as_of} />.
            </p>
          </details>
        )}
        {advice.left_out > 0 && (
          <div data-source>
            <p class="quiet">
              We also tried <Num>{counted(advice.left_out, 'other step')}</Num>. They would change
              nothing today, or no more than a shorter step.
            </p>
            <p class="source-line" data-source-line>
              Counted by Foothold, <Day at={advice.as_of} />.
            </p>
          </div>
        )}
        <MakePlan />
      </section>
      <AdvicePairs advice={advice} names={names} />
      <TwoCredits steps={steps} apprentice={apprentice} at={advice.as_of} />
    </>
  )
}

/** Puts the ticked jobs out of sight, or all of them back. */
export function HideButtons({ hidden, at }: { hidden: number; at: string }) {
  return (
    <div class="hide-buttons" data-source>
      <button type="submit" form={AGAIN} class="quiet-button">
        Hide the jobs I ticked
      </button>
      {hidden > 0 && (
        <>
          <p class="quiet">
            You have hidden <Num>{counted(hidden, 'job')}</Num>.{' '}
            <AskAgain name="unhide" value="yes">
              Show all jobs again
            </AskAgain>
          </p>
          <p class="source-line" data-source-line>
            Your own choice in this visit, <Day at={at} />.
          </p>
        </>
      )}
    </div>
  )
}
