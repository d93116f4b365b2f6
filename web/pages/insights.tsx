import type { MarketFacts, MarketGroup } from '../../core/domain/market/market-facts.ts'
import type { Figure } from '../../core/domain/market/tally.ts'
import type { Role } from '../../core/domain/tags.ts'
import { capital, counted, months } from '../format.ts'
import { Num } from '../parts/figures.tsx'
import { renderPage } from '../parts/layout.tsx'
import { MarketGroups, MarketSection, monthsText, shareText } from '../parts/market-groups.tsx'
import { MarketPay } from '../parts/market-pay.tsx'
import { MarketTrend } from '../parts/market-trend.tsx'
import { paths } from '../paths.ts'
import { ROLE_WORDS, stateName } from '../words.ts'

export interface InsightsInput {
  facts: MarketFacts
}

const MODE_NAMES: Record<string, string> = {
  remote: 'Remote',
  onsite: 'On site',
  not_stated: 'Does not say',
}
const SETTING_NAMES: Record<string, string> = {
  underserved: 'Serves the underserved',
  other: 'All other employers',
}
const nameIn = (names: Record<string, string>) => (value: string) => names[value] ?? value

/** States and credentials drawn at most. */
const DRAWN = 10

/** What the adverts at hand ask and pay, counted: each figure with its sample, its source and its day. */
export function insightsPage({ facts }: InsightsInput): string {
  const demo = facts.basis === 'demo'
  return renderPage({
    title: 'What the market says',
    description:
      'What medical billing and coding adverts ask for and pay, counted from the adverts.',
    current: paths.insights,
    demo,
    noindex: demo,
    styles: [paths.chartsCss],
    children: (
      <div class="market">
        <h1>What the market says</h1>
        <p class="lead">
          Many people say: two years of work, or no job. Here is what the adverts themselves ask
          for. We counted.
        </p>
        {demo && (
          <p class="note">
            All of these adverts are invented. The figures show how this page works. They tell you
            nothing about the real market.
          </p>
        )}
        {facts.all.listings === 0 ? (
          <p class="nothing">No advert is held yet, so there is nothing to count.</p>
        ) : (
          <Sections facts={facts} />
        )}
      </div>
    ),
  })
}

function Sections({ facts }: { facts: MarketFacts }) {
  const [remote, onsite] = facts.work_mode
  const [underserved, other] = facts.setting
  return (
    <>
      <MarketSection id="all" title="All open adverts" facts={facts}>
        <ul class="tally">
          <li>
            <b data-figure>{facts.all.listings.toLocaleString('en-US')}</b> open adverts
          </li>
          <li>
            <b data-figure>{monthsText(facts.all.median_months)}</b> of work asked, middle value
            <small>
              from <Num>{facts.all.median_months.sample.toLocaleString('en-US')}</Num> that name an
              amount
            </small>
          </li>
          <li>
            <b data-figure>{shareText(facts.all.open_to_newcomers)}</b> open to newcomers
          </li>
        </ul>
      </MarketSection>
      <MarketSection id="mode" title="Remote or on site" facts={facts}>
        <Compared one={remote} two={onsite} names={['remote adverts', 'work on site']} />
        <MarketGroups
          id="mode_chart"
          groups={facts.work_mode}
          named={nameIn(MODE_NAMES)}
          column="Where the work is done"
        />
      </MarketSection>
      <MarketSection id="setting" title="Employers that serve the underserved" facts={facts}>
        <p>
          Nursing homes, health centers, rural clinics and the like: care for people whom others
          often leave out.
        </p>
        <Compared one={underserved} two={other} names={['these employers', 'all others']} />
        <MarketGroups
          id="setting_chart"
          groups={facts.setting}
          named={nameIn(SETTING_NAMES)}
          column="Kind of employer"
        />
      </MarketSection>
      <MarketSection id="role" title="Kind of work" facts={facts}>
        <MarketGroups
          id="role_chart"
          groups={facts.role}
          named={(value) => ROLE_WORDS[value as Role]}
          column="Kind of work"
        />
      </MarketSection>
      <MarketSection id="credential" title="Credentials they name" facts={facts}>
        <p>An advert counts here if it asks for the credential, likes it or takes it.</p>
        <MarketGroups
          id="credential_chart"
          groups={facts.credential}
          named={(value) => value}
          first={DRAWN}
          column="Credential"
        />
      </MarketSection>
      <MarketSection id="state" title="State by state" facts={facts}>
        <p>By the place of work. A remote job with no office named counts in no state.</p>
        <MarketGroups
          id="state_chart"
          groups={facts.state}
          named={stateName}
          first={DRAWN}
          column="State"
        />
      </MarketSection>
      <MarketPay facts={facts} />
      <MarketSection id="trend" title="Week by week" facts={facts}>
        <MarketTrend weeks={facts.trend} />
      </MarketSection>
      <HowWeCount facts={facts} />
    </>
  )
}

function HowWeCount({ facts }: { facts: MarketFacts }) {
  return (
    <MarketSection id="how" title="How we count" facts={facts}>
      <ul>
        <li>
          Each advert counts once, also when it stands on several boards. Only jobs of the trade
          count.
        </li>
        <li>
          Put all the adverts in a row, from the fewest months to the most. The middle value is that
          of the advert in the middle.
        </li>
        <li>
          Open to newcomers: the advert says that no paid work is needed. It may still ask for a
          credential or a course. An advert that is silent does not count as open.
        </li>
        <li>
          Below <Num>{facts.least_sample}</Num> adverts we say nothing. So few could be chance.
        </li>
        <li>
          <Num>{counted(facts.suspicious, 'advert')}</Num> with a{' '}
          <a href={paths.scams}>mark of a scam</a> {facts.suspicious === 1 ? 'is' : 'are'} left out.
        </li>
        <li>We do not see every job. These are the adverts that our feeds bring.</li>
      </ul>
      <p>
        Programs can read the same figures at <a href="/api/v1/insights">the data address</a>.
      </p>
    </MarketSection>
  )
}

/** What two groups ask, side by side; silent when either has too few adverts. */
function Compared({
  one,
  two,
  names,
}: {
  one: MarketGroup | undefined
  two: MarketGroup | undefined
  names: readonly [string, string]
}) {
  const asked = (figure: Figure) => <Num>{monthsText(figure)}</Num>
  if (one === undefined || two === undefined) return null
  const [a, b] = [one.median_months, two.median_months]
  if (a.value === null || b.value === null) {
    return (
      <p class="unsaid">There are too few adverts to compare the two by the months they ask.</p>
    )
  }
  const gap = Math.abs(a.value - b.value)
  return (
    <p>
      The middle value for {names[0]} is {asked(a)}. For {names[1]} it is {asked(b)}.{' '}
      {gap !== 0 && (
        <>
          {capital(names[0])} ask for <Num>{months(gap)}</Num> {a.value > b.value ? 'more' : 'less'}
          .
        </>
      )}
    </p>
  )
}
