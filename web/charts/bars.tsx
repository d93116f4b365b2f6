import { scaleLinear } from 'd3-scale'
import { across, Chart } from './chart.tsx'

export interface Bar {
  label: string
  /** null = too few listings to say. */
  value: number | null
  /** The value in words, or why there is none. */
  text: string
}

const ROW = 46
/** The longest bar leaves room for the words at its end. */
const LONGEST = 64

/** Bars from one line; each with its name above it and its figure at its end. */
export function BarChart({
  id,
  title,
  bars,
  /** The value of the longest bar that could be; else the largest at hand. */
  full,
}: {
  id: string
  title: string
  bars: readonly Bar[]
  full?: number
}) {
  const most = full ?? Math.max(...bars.map(({ value }) => value ?? 0))
  const x = scaleLinear([0, most > 0 ? most : 1], [0, LONGEST])
  return (
    <Chart
      id={id}
      title={title}
      about={`Bars. ${bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`}
      height={bars.length * ROW}
    >
      {bars.map(({ label, value, text }, at) => (
        <g key={label}>
          <text class="bar-label" x="0" y={at * ROW + 15}>
            {label}
          </text>
          <rect
            class={value === null ? 'bar-silent' : 'bar'}
            x="0"
            y={at * ROW + 22}
            width={value === null ? across(2) : across(Math.max(0.6, x(value)))}
            height="14"
            rx="3"
          />
          <text
            class={value === null ? 'bar-unsaid' : 'bar-text'}
            x={across(value === null ? 2 : Math.max(0.6, x(value)))}
            dx="8"
            y={at * ROW + 34}
          >
            {text}
          </text>
        </g>
      ))}
    </Chart>
  )
}
