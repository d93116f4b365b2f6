import type { ComponentChildren } from 'preact'
import { Day } from './time.tsx'

/**
 * A figure that the page states. It must stand inside a `Sourced` block, which names where it comes from and
 * of which day it is: test/helpers/figures.ts walks the pages for figures without one.
 */
export function Num({ children }: { children: ComponentChildren }) {
  return <span data-figure>{children}</span>
}

/** A text whose figures are marked as such. */
export function WithFigures({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(\$?\d[\d,.]*\d|\$?\d)/)
        .map((part, at) => (at % 2 === 0 ? part : <Num key={at}>{part}</Num>))}
    </>
  )
}

/** A block of figures of one source; the line below says which, and of which day. */
export function Sourced({
  id,
  source,
  at,
  after,
  children,
}: {
  /** Of the heading that names the block. */
  id?: string
  source: ComponentChildren
  /** ISO date, as precise as it is known. */
  at: string
  /** More to say of the source: that it is a sample. */
  after?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <section data-source aria-labelledby={id}>
      {children}
      <p class="source-line" data-source-line>
        {source}, <Day at={at} />.{after}
      </p>
    </section>
  )
}
