import { PUBLISHED_PAY } from '../../core/domain/market/published-pay.ts'
import type { MarketFacts } from '../../core/domain/market/market-facts.ts'
import type { StatePay, WageBand } from '../../core/domain/market/starting-pay.ts'
import { BandChart, type Lane } from '../charts/bands.tsx'
import { stateName } from '../words.ts'
import { Num, Sourced } from './figures.tsx'
import { countedFrom, tooFew } from './market-groups.tsx'
import { SampleMark } from './sample-mark.tsx'
import { Day } from './time.tsx'

/** States drawn at most; the table holds all. */
const DRAWN = 12
const NOT_GIVEN = 'not given'

const placeName = (state: string): string =>
  state === 'US' ? 'The whole country' : stateName(state)

const dollars = (n: number): string => `$${n.toFixed(2)}`

const wageOf = (pay: StatePay, soc: WageBand['soc']): WageBand | undefined =>
  pay.wages.find((band) => band.soc === soc)

/** "$16.00 to $18.50"; of adverts, the reason when there are too few. */
const advertText = ({ adverts }: StatePay): string =>
  adverts.low.value === null || adverts.high.value === null
    ? tooFew(adverts.low)
    : `${dollars(adverts.low.value)} to ${dollars(adverts.high.value)}`

const wageText = (band: WageBand | undefined): string =>
  band === undefined || (band.low === null && band.high === null)
    ? NOT_GIVEN
    : `${band.low === null ? NOT_GIVEN : dollars(band.low)} to ${band.high === null ? NOT_GIVEN : dollars(band.high)}`

function lanesOf(pay: StatePay): Lane[] {
  const { low, median, high } = pay.adverts
  const wage = (kind: 'coders' | 'billers', band: WageBand | undefined): Lane[] =>
    band === undefined
      ? []
      : [
          {
            kind,
            band:
              band.low === null || band.high === null
                ? null
                : { low: band.low, high: band.high, middle: null },
            text: `${kind}: ${wageText(band)}`,
          },
        ]
  return [
    {
      kind: 'adverts',
      band:
        low.value === null || high.value === null
          ? null
          : { low: low.value, high: high.value, middle: median.value },
      text: low.value === null ? `adverts: ${tooFew(low)}` : `adverts: ${advertText(pay)}`,
    },
    ...wage('coders', wageOf(pay, '29-2072')),
    ...wage('billers', wageOf(pay, '43-3021')),
  ]
}

const KEY = [
  [
    'adverts',
    'Where the pay in adverts for beginners starts (the middle half; the line is the middle)',
  ],
  [
    'coders',
    'Coders: from what the lowest paid tenth to what the lowest paid quarter earn at most',
  ],
  ['billers', 'Billers: the same'],
] as const

function Key({ wages }: { wages: boolean }) {
  return (
    <ul class="key">
      {KEY.filter(([kind]) => wages || kind === 'adverts').map(([kind, words]) => (
        <li key={kind}>
          <svg width="28" height="12" aria-hidden="true" focusable="false">
            <rect class={`band ${kind}`} width="28" height="12" rx="3" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}

function PayTable({ pay }: { pay: readonly StatePay[] }) {
  return (
    <details>
      <summary>The numbers behind this chart</summary>
      <table class="stack">
        <caption class="hidden">Dollars an hour, by state</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Adverts for beginners begin at</th>
            <th scope="col">Adverts counted</th>
            <th scope="col">Coders, lowest paid</th>
            <th scope="col">Billers, lowest paid</th>
          </tr>
        </thead>
        <tbody>
          {pay.map((row) => (
            <tr key={row.state}>
              <th scope="row">{placeName(row.state)}</th>
              <td data-label="Adverts for beginners begin at" data-figure>
                {advertText(row)}
              </td>
              <td data-label="Adverts counted" data-figure>
                {row.adverts.low.sample}
              </td>
              <td data-label="Coders, lowest paid" data-figure>
                {wageText(wageOf(row, '29-2072'))}
              </td>
              <td data-label="Billers, lowest paid" data-figure>
                {wageText(wageOf(row, '43-3021'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** What others have published of the whole country, each figure with its own source and day. */
function Published() {
  return (
    <>
      <p>
        No file of wages by state is loaded here, so there is nothing to hold the adverts against.
        For the whole country others give these figures:
      </p>
      <ul>
        {PUBLISHED_PAY.map(({ words, dollars_year, source, as_of }) => (
          <li key={words} data-source>
            {words}: <Num>${dollars_year.toLocaleString('en-US')} a year</Num>.{' '}
            <span class="source-line" data-source-line>
              {source}, <Day at={as_of} />.
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The country first, then states by how many adverts name their pay, as the drawing holds a few only. */
const spoken = ({ state, adverts }: StatePay): number =>
  state === 'US' ? Number.MAX_SAFE_INTEGER : adverts.low.sample

/** Pay in adverts for beginners beside the wages of the lowest paid, by state. */
export function MarketPay({ facts }: { facts: MarketFacts }) {
  const wage = facts.pay.flatMap(({ wages }) => wages)[0]
  const drawn = facts.pay
    .filter(({ adverts, wages }) => adverts.low.value !== null || wages.length > 0)
    .sort((a, b) => spoken(b) - spoken(a))
  return (
    <Sourced
      id="pay"
      source={countedFrom(facts)}
      at={facts.as_of}
      after={
        wage !== undefined && (
          <>
            {' '}
            Wages: Bureau of Labor Statistics, Occupational Employment and Wage Statistics, file{' '}
            {wage.source}, <Day at={wage.as_of.slice(0, 7)} />.
            <SampleMark sample={wage.sample} />
          </>
        )
      }
    >
      <h2 id="pay">What a beginner is paid</h2>
      <p>
        We take adverts that are open to newcomers or ask for a year or less. Then we look at where
        their pay begins. Full-time pay by the week or year is turned into pay by the hour.
      </p>
      {drawn.some(
        ({ adverts, wages }) => adverts.low.value !== null || wages.some((w) => w.low !== null),
      ) ? (
        <>
          <Key wages={wage !== undefined} />
          <div class="charts one">
            <BandChart
              id="pay_bands"
              title="Dollars an hour"
              tick={(value) => `$${value}`}
              rows={drawn
                .slice(0, DRAWN)
                .map((pay) => ({ label: placeName(pay.state), lanes: lanesOf(pay) }))}
            />
          </div>
          {drawn.length > DRAWN && <p class="quiet">The table holds the other states.</p>}
        </>
      ) : (
        <p class="unsaid">Too few adverts for beginners name their pay.</p>
      )}
      {facts.pay.length > 0 && <PayTable pay={facts.pay} />}
      {wage === undefined && <Published />}
    </Sourced>
  )
}
