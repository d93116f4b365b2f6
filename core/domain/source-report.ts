export const SOURCE_STATES = [
  'new',
  'healthy',
  'failing',
  'suspect',
  'paused',
  'forbidden',
] as const
export const POLL_OUTCOMES = ['ok', 'unchanged', 'partial', 'suspect', 'failed'] as const

/** How one feed is doing, as the API and the pages show it. Instants are ISO 8601, UTC. */
export interface SourceReport {
  key: string
  employer: string | null
  kind: string
  /** true for the feed of invented adverts. */
  demo: boolean
  state: (typeof SOURCE_STATES)[number]
  /** Why it is not healthy, or what else an operator should know, in one sentence; null when all is well. */
  reason: string | null
  next_due_at: string | null
  /** The credit its terms ask for, as HTML; null when they ask for none. */
  credit_html: string | null
  /** The newest reading; null before the first. */
  last_poll: {
    /** When it ended. */
    at: string
    outcome: (typeof POLL_OUTCOMES)[number]
    seen: number
    new: number
    changed: number
    closed: number
    rejected: number
    /** Stable name of what went wrong, e.g. "html-instead-of-json"; null when nothing did. */
    error: string | null
  } | null
}

const ORDER: readonly SourceReport['state'][] = [
  'failing',
  'suspect',
  'forbidden',
  'healthy',
  'new',
  'paused',
]

/** For sorting: feeds with a story to tell before those that only wait; else the given order stands. */
export function whatIsReadFirst(
  a: Pick<SourceReport, 'state'>,
  b: Pick<SourceReport, 'state'>,
): number {
  return ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
}
