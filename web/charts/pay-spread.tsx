import { scaleLinear } from 'd3-scale'
import type { ListingPage } from '../../core/domain/listing.ts'
import { changed, isOn, type Search } from '../address.ts'
import { counted } from '../format.ts'

/** A step of the chart: how many listings pay at least so many dollars an hour at the top of their range. */
interface Step {
  dollars: number
  count: number
}

/** The steps of the answer in rising order of pay; [] when too little pay is stated to draw. */
export function paySteps(page: Pick<ListingPage, 'facets'>): Step[] {
  return page.facets.pay_floor_hour
    .map(({ value, count }) => ({ dollars: Number(value), count }))
    .sort((a, b) => a.dollars - b.dollars)
}

/** Length of the longest bar, in the chart's own units. */
const FULL = 100

function Bars({ steps, query }: { steps: readonly Step[]; query: Search }) {
  const most = Math.max(...steps.map(({ count }) => count))
  const length = scaleLinear([0, most], [0, FULL])
  return (
    <ul class="bars">
      {steps.map(({ dollars, count }) => (
        <li key={dollars}>
          <a
            href={changed(query, { pay_floor_hour: dollars, pay_floor_year: undefined })}
            rel="nofollow"
          >
            ${dollars} an hour or more
          </a>
          <svg
            viewBox={`0 0 ${FULL} 10`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect width={length(count).toFixed(1)} height="10" />
          </svg>
          <span class="count">{counted(count, 'listing')}</span>
        </li>
      ))}
    </ul>
  )
}

function Sample({
  steps,
  query,
  page,
}: {
  steps: readonly Step[]
  query: Search
  page: ListingPage
}) {
  const first = steps[0]
  if (first === undefined) return null
  if (isOn(query, 'pay_floor')) {
    return <p class="quiet">Counted as if you had asked for no least pay.</p>
  }
  const rest = page.total - first.count
  return (
    <p>
      Of {counted(page.total, 'listing')}, {first.count.toLocaleString('en-US')} state a pay that
      reaches ${first.dollars} an hour at the top of its range.
      {rest > 0 && ` The other ${rest.toLocaleString('en-US')} state less, or no pay.`}
    </p>
  )
}

/** How the pay of what was found is spread: bars with their numbers, each a link that asks for that much. */
export function PaySpread({
  query,
  page,
  folded,
}: {
  query: Search
  page: ListingPage
  /** true: behind a line that opens it. */
  folded: boolean
}) {
  const steps = paySteps(page)
  if (steps.length === 0) {
    return folded ? null : <p class="unsaid">No advert of this search states its pay by time.</p>
  }
  const body = (
    <>
      <Sample steps={steps} query={query} page={page} />
      <Bars steps={steps} query={query} />
      <p class="quiet">Yearly and weekly pay is counted by the hour, at 2,080 hours a year.</p>
    </>
  )
  if (!folded) return body
  return (
    <details class="spread" data-part="spread">
      <summary>What they pay</summary>
      {body}
    </details>
  )
}
