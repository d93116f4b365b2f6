import type { Asked } from '../../core/domain/market/asked.ts'
import type { ComponentChildren } from 'preact'
import type { MarketFacts, MarketGroup } from '../../core/domain/market/market-facts.ts'
import type { Figure } from '../../core/domain/market/tally.ts'
import { BarChart } from '../charts/bars.tsx'
import { counted, months } from '../format.ts'
import { Num, Sourced } from './figures.tsx'

/** What is said in place of a figure that rests on too few listings. */
export const tooFew = (figure: Figure): string =>
  figure.sample === 0 ? 'none to count' : `too few to say (${figure.sample})`

/** "18 months (1.5 years)"; in words where nothing is asked, or too few adverts say. */
export const monthsText = (figure: Figure): string =>
  figure.value === null ? tooFew(figure) : figure.value === 0 ? 'none' : months(figure.value)

/** The same without the years: a drawing has little room. */
const shortMonths = (figure: Figure): string =>
  figure.value === null || figure.value === 0 ? monthsText(figure) : counted(figure.value, 'month')

export const shareText = (figure: Figure): string =>
  figure.value === null ? tooFew(figure) : `${Math.round(figure.value * 100)}%`

/** The cells of a table row that tell what some adverts ask; `adverts` is the head over their number. */
export function AskedCells({ asked, adverts }: { asked: Asked; adverts: string }) {
  return (
    <>
      <td data-label={adverts} data-figure>
        {asked.listings.toLocaleString('en-US')}
      </td>
      <td data-label="Months asked, middle value" data-figure>
        {monthsText(asked.median_months)}
      </td>
      <td data-label="Adverts that name an amount" data-figure>
        {asked.median_months.sample.toLocaleString('en-US')}
      </td>
      <td data-label="Open to newcomers" data-figure>
        {shareText(asked.open_to_newcomers)}
      </td>
    </>
  )
}

/** Where the counted figures come from: the adverts at hand, real or invented. */
export const countedFrom = (facts: MarketFacts): string =>
  facts.basis === 'demo'
    ? 'Counted by Foothold from its invented demo adverts'
    : 'Counted by Foothold from the adverts it holds'

const OF_ALL = 100

/** Two drawings and the table behind them: what each group asks, and how much of it is open to newcomers. */
export function MarketGroups({
  id,
  groups,
  named,
  first,
  column,
}: {
  id: string
  groups: readonly MarketGroup[]
  named: (value: string) => string
  /** Groups drawn at most; the table holds all. */
  first?: number
  /** Heading of the first column. */
  column: string
}) {
  const drawn = groups.slice(0, first ?? groups.length)
  return (
    <>
      <div class="charts">
        <BarChart
          id={`${id}_months`}
          title="Months of work asked, middle value"
          bars={drawn.map((group) => ({
            label: named(group.value),
            value: group.median_months.value,
            text: shortMonths(group.median_months),
          }))}
        />
        <BarChart
          id={`${id}_open`}
          title="Share open to newcomers"
          full={OF_ALL}
          bars={drawn.map((group) => ({
            label: named(group.value),
            value:
              group.open_to_newcomers.value === null
                ? null
                : group.open_to_newcomers.value * OF_ALL,
            text: shareText(group.open_to_newcomers),
          }))}
        />
      </div>
      <details>
        <summary>The numbers behind these charts</summary>
        <table class="stack">
          <caption class="hidden">{column}: what the adverts ask</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">Adverts</th>
              <th scope="col">Months asked, middle value</th>
              <th scope="col">Adverts that name an amount</th>
              <th scope="col">Open to newcomers</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.value}>
                <th scope="row">{named(group.value)}</th>
                <AskedCells asked={group} adverts="Adverts" />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

/** One section of the page: a heading, a sentence that compares, the drawings, the source. */
export function MarketSection({
  id,
  title,
  facts,
  children,
}: {
  id: string
  title: string
  facts: MarketFacts
  children: ComponentChildren
}) {
  return (
    <Sourced
      id={id}
      source={
        <>
          {countedFrom(facts)}: <Num>{counted(facts.all.listings, 'open advert')}</Num> in all
        </>
      }
      at={facts.as_of}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </Sourced>
  )
}
