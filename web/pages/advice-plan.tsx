import type { Advice, Step } from '../../core/domain/advice/advice.ts'
import type { HelpEntry } from '../../core/domain/help.ts'
import type { Profile } from '../../core/domain/profile.ts'
import { mayBeFraud } from '../../core/domain/search/keys.ts'
import type { AdviceView, ListingNames } from '../advice-view.ts'
import { counted, day } from '../format.ts'
import { listingPath, paths } from '../paths.ts'
import { AskAgain, CarriedAnswers } from '../parts/advice-carry.tsx'
import { Credits, NAMED, PayText, StepSource, gainText, timeText } from '../parts/advice-step.tsx'
import { Fact, Unsaid } from '../parts/facts.tsx'
import { Num, WithFigures } from '../parts/figures.tsx'
import { HelpEntryCard } from '../parts/help-entry.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { ListingLink } from '../parts/listing-link.tsx'
import { PlanRemoval } from '../parts/plan-removal.tsx'
import { Day } from '../parts/time.tsx'
import { VERDICT_WORDS } from '../words.ts'
import { AnswerLines, holdsTheA, type MatchItem, Standing } from './advice-result.tsx'

export interface AdvicePlanInput extends Frame {
  profile: Profile
  advice: Advice
  matches: { items: readonly MatchItem[]; counts: Advice['now'] }
  /** The steps of the plan, in their order. */
  steps: readonly Step[]
  names: ListingNames
  /** The directory as it serves the person's state. */
  help: readonly HelpEntry[]
  view: AdviceView
  now: string
}

/** Jobs named to apply for. */
const JOBS = 12
/** Entries of the directory that belong to a plan. */
const HELP_KINDS = ['chapter_finder', 'apprenticeship', 'workforce_board', 'jobs']

function Apply({ matches, advice, names }: AdvicePlanInput) {
  const jobs = matches.items
    .filter(({ verdict }) => verdict === 'open' || verdict === 'likely')
    .filter(({ listing }) => !listing.warnings.some((w) => mayBeFraud(w.code)))
    .slice(0, JOBS)
  return (
    <section aria-labelledby="apply" data-source>
      <h2 id="apply">Apply to these now</h2>
      {jobs.length === 0 ? (
        <p class="unsaid">None of the adverts we hold fits you today. Look again in a week.</p>
      ) : (
        <ul class="checks">
          {jobs.map(({ listing, verdict }) => (
            <li key={listing.id}>
              <label class="tick">
                <input type="checkbox" />
                <span>
                  <ListingLink
                    id={listing.id}
                    name={
                      names.get(listing.id) ?? {
                        title: listing.title,
                        employer: listing.employer,
                        place: listing.place,
                        doubtful: false,
                      }
                    }
                  />{' '}
                  <span class="quiet">
                    ({VERDICT_WORDS[verdict]}
                    {listing.closes_at !== null && (
                      <>
                        , closes <Day at={listing.closes_at} />
                      </>
                    )}
                    )
                  </span>
                  <span class="on-paper" data-name>
                    {' '}
                    {listing.url ?? listingPath(listing.id)}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <p class="source-line" data-source-line>
        From the adverts, as Foothold read them, <Day at={advice.as_of} />.
      </p>
    </section>
  )
}

function PlanStep({ step, names, at }: { step: Step; names: ListingNames; at: string }) {
  const time = timeText(step.months)
  // Nobody should carry the address of a fraud home on paper.
  const safe = step.listing_ids.filter((id) => names.get(id)?.doubtful === false)
  return (
    <li class="card" data-source>
      <h3>
        <label class="tick">
          <input type="checkbox" />
          <span>
            <WithFigures text={step.change.label} />
          </span>
        </label>
      </h3>
      <p class="gain">
        <WithFigures text={gainText(step)} />
      </p>
      {step.note !== null && (
        <p>
          <WithFigures text={step.note} />
        </p>
      )}
      <dl class="facts">
        <Fact name="Cost">
          {step.cost === null ? (
            <Unsaid>We have no sourced figure</Unsaid>
          ) : (
            <WithFigures text={step.cost.text} />
          )}
        </Fact>
        <Fact name="Time">
          {time === null ? <Unsaid>We have no sourced figure</Unsaid> : <WithFigures text={time} />}
        </Fact>
        {step.opens > 0 && (
          <Fact name="Typical pay of what opens">
            <PayText pay={step.pay} />
          </Fact>
        )}
      </dl>
      <Credits counts={step.counts_toward} />
      {safe.length > 0 && (
        <>
          <p>Some of what it opens:</p>
          <ul>
            {safe.slice(0, NAMED).map((id) => (
              <li key={id}>
                <ListingLink id={id} name={names.get(id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="write-line">Start by: </p>
      <StepSource step={step} at={at} />
    </li>
  )
}

function Steps({ steps, names, advice }: AdvicePlanInput) {
  return (
    <section class="plan" aria-labelledby="plan_steps">
      <h2 id="plan_steps">Your next steps</h2>
      {steps.length === 0 ? (
        <p class="unsaid">No single step would open more of the adverts we hold today.</p>
      ) : (
        <ol class="steps">
          {steps.map((step) => (
            <PlanStep key={step.key} step={step} names={names} at={advice.as_of} />
          ))}
        </ol>
      )}
      <Money steps={steps} at={advice.as_of} />
    </section>
  )
}

/** What all the steps cost together, where every price is known at both ends. */
function Money({ steps, at }: { steps: readonly Step[]; at: string }) {
  const known = steps.flatMap(({ cost }) =>
    cost?.low != null && cost.high != null ? [{ low: cost.low, high: cost.high }] : [],
  )
  if (known.length === 0) return null
  const sum = (end: 'low' | 'high') => known.reduce((total, cost) => total + cost[end], 0)
  const [low, high] = [sum('low'), sum('high')].map((n) => `$${n.toLocaleString('en-US')}`)
  const unknown = steps.length - known.length
  return (
    <div data-source>
      <p>
        All prices we know, added up: <Num>{low === high ? low : `${low} to ${high}`}</Num>.
        {unknown > 0 && (
          <>
            {' '}
            For <Num>{counted(unknown, 'step')}</Num> we know no price.
          </>
        )}
      </p>
      <p class="source-line" data-source-line>
        Added up by Foothold from the steps above, <Day at={at} />. Check each price before you pay.
      </p>
    </div>
  )
}

function Help({ help, profile }: AdvicePlanInput) {
  const entries = help.filter(({ kind }) => HELP_KINDS.includes(kind))
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="plan_help">
      <h2 id="plan_help">Who can help {profile.state === undefined ? 'you' : 'where you live'}</h2>
      {entries.map((entry) => (
        <HelpEntryCard key={entry.id} entry={entry} />
      ))}
      <p>
        <a href={paths.scams}>How to spot a fake job</a>: read this before you send papers to
        anyone.
      </p>
    </section>
  )
}

function Limits() {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">What this plan does not know</h2>
      <ul>
        <li>It counts only the adverts that our feeds bring. Many jobs never stand in one.</li>
        <li>Adverts come and go. Make a new plan each month.</li>
        <li>To meet what an advert asks is not to be hired. The employer decides.</li>
        <li>Prices and rules change. Ask the school or the body before you pay.</li>
      </ul>
    </section>
  )
}

/** A dated plan to print and keep: where the person stands, jobs, steps with boxes, proof for the A, help. */
export function advicePlanPage(input: AdvicePlanInput): string {
  const { profile, advice, matches, help, view, now, demo } = input
  const rule = help.find(({ kind }) => kind === 'drop_apprentice')
  return renderPage({
    title: `Your plan of ${day(now)}`,
    current: paths.advice,
    noindex: true,
    demo: demo ?? false,
    styles: [paths.chartsCss, paths.adviceCss],
    children: (
      <div class="narrow advice the-plan">
        <CarriedAnswers profile={profile} view={view} />
        <h1>
          Your plan of <Day at={now} />
        </h1>
        <p class="on-screen">
          We do not keep this page. To keep it, print it, or save it as a PDF in the print window of
          your browser.
        </p>
        <p class="on-screen">
          <AskAgain name="show" value="">
            Back to my result
          </AskAgain>
        </p>
        <section aria-labelledby="stand">
          <h2 id="stand">Where you stand</h2>
          <Standing counts={matches.counts} advice={advice} link={false} />
          <h3>What you told us</h3>
          <AnswerLines profile={profile} now={now} />
        </section>
        <Apply {...input} />
        <Steps {...input} />
        {rule !== undefined && holdsTheA(profile) && <PlanRemoval profile={profile} rule={rule} />}
        <Help {...input} />
        <Limits />
      </div>
    ),
  })
}
