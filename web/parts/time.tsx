import { ago, day } from '../format.ts'

/** An instant as a reader says it ("3 days ago"), with the exact instant for machines and on hover. */
export function When({ at, now }: { at: string; now: string }) {
  return (
    <time dateTime={at} title={day(at)}>
      {ago(at, now)}
    </time>
  )
}

/** The date itself: "Nov 24, 2026". */
export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{day(at)}</time>
}
