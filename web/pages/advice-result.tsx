import type { Advice } from '../../core/domain/advice/advice.ts'
import type { Listing } from '../../core/domain/listing.ts'
import { formFromProfile } from '../../core/domain/profile-form/fill-form.ts'
import { type Match, type Profile, VERDICTS, type Verdict } from '../../core/domain/profile.ts'
import { mayBeFraud } from '../../core/domain/search/keys.ts'
import { heldCode, withoutApprenticeMark } from '../../core/domain/vocabulary/credentials.ts'
import type { AdviceView, ListingNames } from '../advice-view.ts'
import { counted } from '../format.ts'
import { AskAgain, CarriedAnswers } from '../parts/advice-carry.tsx'
import { AdviceForm } from '../parts/advice-form.tsx'
import { AdviceSteps, HideButtons } from '../parts/advice-steps.tsx'
import { Fact, Unsaid } from '../parts/facts.tsx'
import { Num, WithFigures } from '../parts/figures.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { MatchCard } from '../parts/match-card.tsx'
import { Day } from '../parts/time.tsx'
import { paths } from '../paths.ts'
import { profileLines } from '../profile-words.ts'
import { VERDICT_ABOUT, VERDICT_WORDS } from '../words.ts'

export type MatchItem = Match & { listing: Listing }

export interface AdviceResultInput extends Frame {
  profile: Profile
  advice: Advice
  matches: {
    items: readonly MatchItem[]
    counts: Partial<Record<Verdict, number>>
    /** How many the person has put out of sight. */
    hidden: number
  }
  view: AdviceView
  /** Names of the listings that the steps open or bring closer, as far as the page names them. */
  names: ListingNames
  /** ISO 8601. */
  now: string
}

/** Jobs shown in full before the link to the rest. */
const SHOWN = 10

/** Whether the profile holds a credential with the A. */
export const holdsTheA = ({ credentials }: Profile): boolean =>
  (credentials ?? []).some((held) => withoutApprenticeMark(heldCode(held)) !== null)

/** How the listings stand, with the sample and the day. */
export function Standing({
  counts,
  advice,
  link,
}: {
  counts: Partial<Record<Verdict, number>>
  advice: Advice
  /** true: the counts lead to the lists. */
  link: boolean
}) {
  const apart = advice.sample - Object.values(counts).reduce((sum, n) => sum + n, 0)
  return (
    <div data-source>
      <ul class="tally">
        {VERDICTS.map((verdict) => (
          <li key={verdict} class={`tally-${verdict}`}>
            <b data-figure>{(counts[verdict] ?? 0).toLocaleString('en-US')}</b>
            <strong>{VERDICT_WORDS[verdict]}</strong>
            <small>{VERDICT_ABOUT[verdict]}</small>
            {link && LISTED.includes(verdict) && (counts[verdict] ?? 0) > 0 && (
              <AskAgain name="show" value={verdict}>
                See them all<span class="hidden">: {VERDICT_WORDS[verdict]}</span>
              </AskAgain>
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">
        From <Num>{counted(advice.sample, 'open listing')}</Num>.
        {apart > 0 && (
          <>
            {' '}
            <Num>{counted(apart, 'job')}</Num> beside the trade, such as front desk work,{' '}
            {apart === 1 ? 'is' : 'are'} counted only when you ask for such work.
          </>
        )}
      </p>
      <p class="source-line" data-source-line>
        Counted by Foothold from the adverts it holds, <Day at={advice.as_of} />.
      </p>
    </div>
  )
}

/** Verdicts whose listings may be listed whole. */
const LISTED: readonly Verdict[] = ['open', 'likely', 'stretch']

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
function Jobs({ matches, now, advice }: AdviceResultInput) {
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
        <details class="more" data-source>
          <summary>
            <Num>{counted(doubtful.length, 'more advert')}</Num> would fit, but may be a fraud. Look
            twice.
          </summary>
          <Cards matches={doubtful} now={now} />
          <p class="source-line" data-source-line>
            Counted by Foothold, <Day at={advice.as_of} />.
          </p>
        </details>
      )}
      {matches.items.length > 0 && <HideButtons hidden={matches.hidden} at={now} />}
      <p>
        You may apply to any job, whatever we say here.{' '}
        <a href={paths.search}>Search all listings</a>.
      </p>
    </section>
  )
}

/** What the person told us, as they told it. */
export function AnswerLines({ profile, now }: { profile: Profile; now: string }) {
  return (
    <div data-source>
      <dl class="facts wide">
        {profileLines(profile).map(({ name, text }) => (
          <Fact key={name} name={name}>
            {text === null ? <Unsaid>You did not say</Unsaid> : <WithFigures text={text} />}
          </Fact>
        ))}
      </dl>
      <p class="source-line" data-source-line>
        Your own answers, <Day at={now} />.
      </p>
    </div>
  )
}

function Answers({ profile, now }: { profile: Profile; now: string }) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Your answers</h2>
      <AnswerLines profile={profile} now={now} />
      <details class="details">
        <summary>Change my answers</summary>
        <AdviceForm values={formFromProfile(profile)} errors={[]} />
      </details>
    </section>
  )
}

/** The answer to the advice form: where the person stands, the first jobs, the next steps, the answers. */
export function adviceResultPage(input: AdviceResultInput): string {
  const { profile, advice, matches, view, names, now, demo } = input
  const given = Object.values(matches.counts).some((n) => n > 0)
  const silent = Object.keys(profile).length === 0
  return renderPage({
    title: 'Your jobs and next steps',
    current: paths.advice,
    noindex: true,
    demo: demo ?? false,
    styles: [paths.chartsCss, paths.adviceCss],
    children: (
      <div class="narrow advice">
        <CarriedAnswers profile={profile} view={view} />
        <h1>Where you stand today</h1>
        {silent && (
          <p class="lead">
            You have not told us enough to say. <a href="#answers">Answer one question</a> and we
            can start to compare.
          </p>
        )}
        <Standing counts={given ? matches.counts : advice.now} advice={advice} link />
        <Jobs {...input} />
        <AdviceSteps advice={advice} view={view} names={names} apprentice={holdsTheA(profile)} />
        <Answers profile={profile} now={now} />
      </div>
    ),
  })
}
