import type { TrendWeek } from '../../core/domain/market/trend.ts'
import { LineChart } from '../charts/line.tsx'
import { counted, day } from '../format.ts'
import { AskedCells, monthsText, shareText } from './market-groups.tsx'

const weekName = ({ week }: TrendWeek): string => day(week).replace(/, \d{4}$/, '')

/** New adverts, months asked and room for newcomers week by week; silent before two weeks have ended. */
export function MarketTrend({ weeks }: { weeks: readonly TrendWeek[] }) {
  const ended = weeks.filter(({ complete }) => complete)
  if (ended.length < 2) {
    return (
      <p class="unsaid">
        The first weeks are not over yet, so there is no trend to show. Come back later.
      </p>
    )
  }
  const points = (value: (week: TrendWeek) => number | null, text: (week: TrendWeek) => string) =>
    ended.map((week) => ({ label: weekName(week), value: value(week), text: text(week) }))
  return (
    <>
      <p>
        By the week in which we first saw an advert. Closed ones count too. The first week can stand
        out: it holds all that stood when we began. The present week is not drawn.
      </p>
      <div class="charts three">
        <LineChart
          id="trend_count"
          title="New adverts"
          points={points(
            (week) => week.listings,
            (week) => counted(week.listings, 'advert'),
          )}
          tick={(value) => value.toLocaleString('en-US')}
        />
        <LineChart
          id="trend_months"
          title="Months asked, middle value"
          points={points(
            (week) => week.median_months.value,
            (week) => monthsText(week.median_months),
          )}
          tick={(value) => String(value)}
        />
        <LineChart
          id="trend_open"
          title="Share open to newcomers"
          full={100}
          points={points(
            ({ open_to_newcomers: { value } }) => (value === null ? null : value * 100),
            (week) => shareText(week.open_to_newcomers),
          )}
          tick={(value) => `${value}%`}
        />
      </div>
      <TrendTable weeks={weeks} />
    </>
  )
}

function TrendTable({ weeks }: { weeks: readonly TrendWeek[] }) {
  return (
    <details>
      <summary>The numbers behind these charts</summary>
      <table class="stack">
        <caption class="hidden">What came week by week</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">New adverts</th>
            <th scope="col">Months asked, middle value</th>
            <th scope="col">Adverts that name an amount</th>
            <th scope="col">Open to newcomers</th>
          </tr>
        </thead>
        <tbody>
          {[...weeks].reverse().map((week) => (
            <tr key={week.week}>
              <th scope="row">
                <time dateTime={week.week}>{day(week.week)}</time>
                {!week.complete && <small>not over yet</small>}
              </th>
              <AskedCells asked={week} adverts="New adverts" />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
