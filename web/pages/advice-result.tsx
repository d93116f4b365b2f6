import type { Advice } from '../../core/domain/advice/advice.ts'
import type { Listing } from '../../core/domain/listing.ts'
import { type Match, type Profile, VERDICTS, type Verdict } from '../../core/domain/profile.ts'
import { formFromProfile } from '../../core/domain/profile-form/fill-form.ts'
import { counted } from '../format.ts'
import { AdviceForm } from '../parts/advice-form.tsx'
import { AdviceStepItem } from '../parts/advice-step.tsx'
import { Fact, Unsaid } from '../parts/facts.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { MatchCard } from '../parts/match-card.tsx'
import { Day } from '../parts/time.tsx'
import { paths } from '../paths.ts'
import { profileLines } from '../profile-words.ts'
import { VERDICT_ABOUT, VERDICT_WORDS, mayBeFraud } from '../words.ts'

export type MatchItem = Match & { listing: Listing }

export interface AdviceResultInput extends Frame {
  profile: Profile
  advice: Advice
  matches: { items: readonly MatchItem[]; counts: Partial<Record<Verdict, number>> }
  /** ISO 8601. */
  now: string
}

/** Jobs shown in full before the link to search. */
const SHOWN = 10
/** Steps shown before the rest is folded away. */
const SHOWN_STEPS = 8

function Tally({ counts }: { counts: Partial<Record<Verdict, number>> }) {
  return (
    <ul class="tally">
      {VERDICTS.map((verdict) => (
        <li key={verdict} class={`tally-${verdict}`}>
          <b>{(counts[verdict] ?? 0).toLocaleString('en-US')}</b>
          <strong>{VERDICT_WORDS[verdict]}</strong>
          <small>{VERDICT_ABOUT[verdict]}</small>
        </li>
      ))}
    </ul>
  )
}

const fits = ({ verdict }: MatchItem) => verdict === 'open' || verdict === 'likely'
const flagged = ({ listing }: MatchItem) => listing.warnings.some((w) => mayBeFraud(w.code))

function Cards({ matches, now }: { matches: readonly MatchItem[]; now: string }) {
  return (
    <>
      {matches.map((match) => (
        <MatchCard key={match.listing.id} match={match} now={now} />
      ))}
    </>
  )
}

/** What fits comes first; adverts with the marks of a fraud come last and apart, but are not hidden. */
function Jobs({ matches, now }: AdviceResultInput) {
  const near = matches.items.filter(fits)
  const safe = near.filter((m) => !flagged(m))
  const doubtful = near.filter(flagged)
  const closest = matches.items.filter((m) => m.verdict === 'stretch' && !flagged(m)).slice(0, 3)
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">Jobs to look at first</h2>
      {safe.length === 0 && (
        <p>
          None of the adverts we hold is open to you on what you told us.{' '}
          {closest.length > 0 && 'These come closest.'}
        </p>
      )}
      <Cards matches={safe.length > 0 ? safe.slice(0, SHOWN) : closest} now={now} />
      {doubtful.length > 0 && (
        <details class="more">
          <summary>
            {counted(doubtful.length, 'more advert')} would fit, but may be a fraud. Look twice.
          </summary>
          <Cards matches={doubtful} now={now} />
        </details>
      )}
      <p>
        You may apply to any job, whatever we say here.{' '}
        <a href={paths.search}>Search all listings</a>.
      </p>
    </section>
  )
}

function StepList({
  steps,
  titles,
}: {
  steps: Advice['steps']
  titles: ReadonlyMap<number, string>
}) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <AdviceStepItem key={step.change.label} step={step} titles={titles} />
      ))}
    </ol>
  )
}

function Steps({ advice, matches }: AdviceResultInput) {
  const titles = new Map(matches.items.map((m) => [m.listing.id, m.listing.title]))
  return (
    <section class="plan" aria-labelledby="steps">
      <h2 id="steps">What would open more</h2>
      {advice.steps.length === 0 ? (
        <p class="unsaid">
          We found no single step that would open more of the adverts we hold today.
        </p>
      ) : (
        <>
          <p>
            For each step we changed that one thing in your answers and compared again. The numbers
            are counts of the adverts we hold, not promises.
          </p>
          <StepList steps={advice.steps.slice(0, SHOWN_STEPS)} titles={titles} />
          {advice.steps.length > SHOWN_STEPS && (
            <details class="more">
              <summary>
                {counted(advice.steps.length - SHOWN_STEPS, 'more step')}, which open less
              </summary>
              <StepList steps={advice.steps.slice(SHOWN_STEPS)} titles={titles} />
            </details>
          )}
          {advice.left_out > 0 && (
            <p class="quiet">
              We also tried {counted(advice.left_out, 'other step')} that would change nothing
              today.
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Answers({ profile }: { profile: Profile }) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Your answers</h2>
      <dl class="facts wide">
        {profileLines(profile).map(({ name, text }) => (
          <Fact key={name} name={name}>
            {text ?? <Unsaid>You did not say</Unsaid>}
          </Fact>
        ))}
      </dl>
      <details class="details">
        <summary>Change my answers</summary>
        <AdviceForm values={formFromProfile(profile)} errors={[]} />
      </details>
    </section>
  )
}

function counts({ matches, advice }: AdviceResultInput): Partial<Record<Verdict, number>> {
  const given = Object.values(matches.counts).some((n) => n > 0)
  return given ? matches.counts : advice.now
}

/** The answer to the advice form: where the person stands, the first jobs, the next steps, the answers. */
export function adviceResultPage(input: AdviceResultInput): string {
  const { profile, advice, demo } = input
  const tally = counts(input)
  const apart = advice.sample - Object.values(tally).reduce((sum, n) => sum + n, 0)
  const silent = Object.keys(profile).length === 0
  return renderPage({
    title: 'Your jobs and next steps',
    current: paths.advice,
    noindex: true,
    demo: demo ?? false,
    children: (
      <div class="narrow advice">
        <h1>Where you stand today</h1>
        {silent && (
          <p class="lead">
            You have not told us enough to say. <a href="#answers">Answer one question</a> and we
            can start to compare.
          </p>
        )}
        <Tally counts={tally} />
        <p class="quiet">
          From {counted(advice.sample, 'open listing')}, as of <Day at={advice.as_of} />.
          {apart > 0 &&
            ` ${counted(apart, 'job')} beside the trade, such as front desk work, ${apart === 1 ? 'is' : 'are'} counted only when you ask for such work.`}
        </p>
        <Jobs {...input} />
        <Steps {...input} />
        <Answers profile={profile} />
      </div>
    ),
  })
}
