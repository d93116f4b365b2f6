import type { ComponentChildren } from 'preact'

interface ChartProps {
  /** Unique on the page. */
  id: string
  title: string
  /** What a person who cannot see the drawing should know of it, figures included. */
  about: string
  height: number
  children: ComponentChildren
}

/**
 * One drawing with its name and description. It is as wide as its place: positions across are per cents, so
 * that letters keep their size on a phone and on a desk.
 */
export function Chart({ id, title, about, height, children }: ChartProps) {
  return (
    <figure class="chart">
      <figcaption id={`${id}_name`}>{title}</figcaption>
      <svg
        role="img"
        width="100%"
        height={height}
        aria-labelledby={`${id}_name`}
        aria-describedby={`${id}_about`}
        data-figure
      >
        <desc id={`${id}_about`}>{about}</desc>
        {children}
      </svg>
    </figure>
  )
}

/** "12.5%": a share of the width (0 to 100), short enough to read. */
export const across = (percent: number): string => `${Math.round(percent * 100) / 100}%`
