import { scaleLinear } from 'd3-scale'
import { across, Chart } from './chart.tsx'

/** One band from a low to a high value, with a mark for its middle where that is known. */
export interface Lane {
  /** A class of the style sheet: which kind of band it is. */
  kind: 'adverts' | 'coders' | 'billers'
  /** null = not known: the lane says `text` in place of a band. */
  band: { low: number; high: number; middle: number | null } | null
  text: string
}

export interface BandRow {
  label: string
  lanes: readonly Lane[]
}

const LANE = 17
const HEAD = 22
const AXIS = 24
const EDGE = 1.5

/** Bands over one scale, grouped by row; the scale stands on top and does not begin at zero. */
export function BandChart({
  id,
  title,
  rows,
  tick,
}: {
  id: string
  title: string
  rows: readonly BandRow[]
  tick: (value: number) => string
}) {
  const ends = rows.flatMap(({ lanes }) =>
    lanes.flatMap(({ band }) => (band === null ? [] : [band.low, band.high])),
  )
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [EDGE, 100 - EDGE]).nice(4)
  const height = AXIS + rows.reduce((sum, row) => sum + HEAD + row.lanes.length * LANE + 8, 0)
  const told = rows.map(
    ({ label, lanes }) => `${label}: ${lanes.map(({ text }) => text).join(', ')}`,
  )
  let top = AXIS
  return (
    <Chart id={id} title={title} about={`Bands. ${told.join('; ')}.`} height={height}>
      {x.ticks(4).map((value, at, all) => (
        <g key={value}>
          <line
            class="rule"
            x1={across(x(value))}
            x2={across(x(value))}
            y1={AXIS - 6}
            y2={height}
          />
          <text
            class={at === 0 ? 'tick' : at === all.length - 1 ? 'tick end' : 'tick mid'}
            x={across(x(value))}
            y="12"
          >
            {tick(value)}
          </text>
        </g>
      ))}
      {rows.map((row) => {
        const start = top
        top += HEAD + row.lanes.length * LANE + 8
        return (
          <g key={row.label}>
            <text class="bar-label" x="0" y={start + 15}>
              {row.label}
            </text>
            {row.lanes.map((lane, at) => (
              <LaneDrawn key={lane.kind} lane={lane} y={start + HEAD + at * LANE} x={x} />
            ))}
          </g>
        )
      })}
    </Chart>
  )
}

function LaneDrawn({ lane, y, x }: { lane: Lane; y: number; x: (value: number) => number }) {
  const { band, kind, text } = lane
  if (band === null) {
    return (
      <text class="bar-unsaid" x="0" y={y + 11}>
        {text}
      </text>
    )
  }
  const left = x(band.low)
  return (
    <>
      <rect
        class={`band ${kind}`}
        x={across(left)}
        y={y}
        width={across(Math.max(0.8, x(band.high) - left))}
        height="12"
        rx="3"
      />
      {band.middle !== null && (
        <line
          class="middle"
          x1={across(x(band.middle))}
          x2={across(x(band.middle))}
          y1={y - 1}
          y2={y + 13}
        />
      )}
    </>
  )
}
