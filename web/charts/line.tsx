import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { across, Chart } from './chart.tsx'

export interface Point {
  /** Name of its place across: a week. Each once. */
  label: string
  /** null = too few to say: the line has a gap there. */
  value: number | null
  text: string
}

const TOP = 22
const PLOT = 120
/** The scale's figures stand at the left, before the first point. */
const FROM = 14
const TO = 98

/** A line over time. A point without neighbours is still seen by its dot. */
export function LineChart({
  id,
  title,
  points,
  full,
  tick,
}: {
  id: string
  title: string
  points: readonly Point[]
  /** Top of the scale; else the largest value at hand, rounded up. */
  full?: number
  /** How the scale writes a value. */
  tick: (value: number) => string
}) {
  const most = full ?? Math.max(1, ...points.map(({ value }) => value ?? 0))
  const y = scaleLinear([0, most], [PLOT, 0])
  if (full === undefined) y.nice(3)
  const x = scalePoint(
    points.map(({ label }) => label),
    [FROM, TO],
  )
  const drawn = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ label }) => x(label) ?? 0)
    .y(({ value }) => y(value ?? 0))(points)
  const first = points[0]
  const last = points.at(-1)
  return (
    <Chart
      id={id}
      title={title}
      about={`A line by week. ${points.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`}
      height={TOP + PLOT + 28}
    >
      {y.ticks(3).map((value) => (
        <g key={value}>
          <line class="rule" x1="0" x2="100%" y1={TOP + y(value)} y2={TOP + y(value)} />
          <text class="tick" x="0" y={TOP + y(value) - 4}>
            {tick(value)}
          </text>
        </g>
      ))}
      <svg
        class="plot"
        x="0"
        y={TOP}
        width="100%"
        height={PLOT}
        viewBox={`0 0 100 ${PLOT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {drawn !== null && <path class="line" d={drawn} />}
      </svg>
      {points.map(({ label, value }) =>
        value === null ? null : (
          <circle
            key={label}
            class="dot"
            cx={across(x(label) ?? 0)}
            cy={TOP + y(value)}
            r={points.length > 14 ? 2.5 : 4}
          />
        ),
      )}
      {first !== undefined && (
        <text class="tick" x={across(FROM)} y={TOP + PLOT + 20}>
          {first.label}
        </text>
      )}
      {last !== undefined && last !== first && (
        <text class="tick end" x="100%" y={TOP + PLOT + 20}>
          {last.label}
        </text>
      )}
    </Chart>
  )
}
