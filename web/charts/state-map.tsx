import { scaleThreshold } from 'd3-scale'
import { MAP_BOX, stateShapes } from './state-shapes.ts'

/** Where the shades of the map may begin. */
const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]
/** Shades beside that of none. */
const SHADES = 5

/** The least count of each shade, rising; the first is 1. The largest count falls into the last shade. */
export function shadesFor(largest: number): number[] {
  const within = ROUND.filter((n) => n <= largest)
  return within.length <= SHADES ? within : [1, ...within.slice(1 - SHADES)]
}

/** Each shade in words: "None", "1 to 4", "5 or more". */
export function shadeWords(starts: readonly number[]): string[] {
  const figure = (n: number) => n.toLocaleString('en-US')
  return [
    'None',
    ...starts.map((start, at) => {
      const next = starts[at + 1]
      if (next === undefined) return `${figure(start)} or more`
      return next - 1 === start ? figure(start) : `${figure(start)} to ${figure(next - 1)}`
    }),
  ]
}

/** What is said of a state, and where a click on it leads. */
export interface StateOnMap {
  code: string
  /** What its shade shows. */
  count: number
  /** The whole sentence: "Ohio: 12 listings". */
  label: string
  href: string
}

/** The states with how many listings each holds by its shade, each a link. The same numbers must stand in a table. */
export function StateMap({ states, label }: { states: readonly StateOnMap[]; label: string }) {
  const byCode = new Map(states.map((state) => [state.code, state]))
  const starts = shadesFor(Math.max(0, ...states.map(({ count }) => count)))
  const shade = scaleThreshold<number, number>(
    starts,
    [0, ...starts].map((_, at) => at),
  )
  return (
    <figure class="map">
      <svg viewBox={Object.values(MAP_BOX).join(' ')} role="group" aria-label={label}>
        {stateShapes().map(({ code, d }) => {
          const state = byCode.get(code)
          if (state === undefined) return <path key={code} d={d} class="shade-0" />
          return (
            <a key={code} href={state.href} aria-label={state.label} rel="nofollow">
              <title>{state.label}</title>
              <path d={d} class={`shade-${shade(state.count)}`} />
            </a>
          )
        })}
      </svg>
      <figcaption>
        <ul class="legend" aria-label="What the shades mean">
          {shadeWords(starts).map((words, at) => (
            <li key={words}>
              <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <rect width="20" height="20" rx="3" class={`shade-${at}`} />
              </svg>
              {words}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
