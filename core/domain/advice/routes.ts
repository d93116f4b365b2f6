import type { Change, Cost, CountsToward, Span } from './advice.ts'

/** What a way forward takes, from the ladder of routes in the domain notes; figures are ranges to check. */
export interface Route {
  months: Span | null
  cost: Cost | null
  source: string
  /** As precise as the source; null = undated. */
  as_of: string | null
}

/** A step before it is tried on the listings. */
export interface PossibleStep {
  /** As in `Step`. */
  key: string
  change: Change
  counts: CountsToward
  route: Route
  note: string | null
  /** Steps of one ladder, smallest first: a larger one that gains nothing more is not worth naming. */
  ladder: string | null
  /** Keys of steps that ask less of the same kind: when one of them gains as much, this is not worth naming. */
  broader: readonly string[]
}

const GENERAL = 'general knowledge, to be checked'
const AAPC_RULE = 'aapc.com page on completing the CPC apprenticeship (rule)'

export const AT_ONCE: Route = {
  months: { low: 0, high: 0 },
  cost: { low: 0, high: 0, text: 'Nothing: it is your own choice.' },
  source: 'your own choice',
  as_of: null,
}

/** A choice whose price is the person's own journey or move. */
export const MOVING: Route = {
  months: { low: 0, high: 0 },
  cost: null,
  source: 'your own choice',
  as_of: null,
}

/** A registered apprenticeship: 2,000 hours paid and 144 hours of class. */
export const APPRENTICESHIP: Route = {
  months: { low: 12, high: 12 },
  cost: { low: 0, high: 0, text: 'Nothing: you are paid while you learn.' },
  source: 'codingclarified.com on apprenticeships (2026-03); journal.ahima.org (2016)',
  as_of: '2026-03',
}

/** Paid work: the months are the step itself. */
export const paidWork = (months: number): Route => ({
  months: { low: months, high: months },
  cost: { low: 0, high: 0, text: 'Nothing: you are paid while you do it.' },
  source: 'the months themselves; journal.ahima.org on first jobs in the field (2016)',
  as_of: '2016',
})

export const COURSE_AND_PRACTICODE: Route = {
  months: { low: 2, high: 6 },
  cost: {
    low: 1500,
    high: 4000,
    text: 'About $1,500 to $4,000 with a course package; Practicode alone far less. Check the price.',
  },
  source: `${AAPC_RULE}; ${GENERAL} (money)`,
  as_of: null,
}

/** Work that takes off the A, `months` of it still to do; `paid` = nothing else is to be bought. */
export const workToDropTheA = (months: number, paid: boolean): Route => ({
  months: { low: months, high: months },
  cost: paid ? { low: 0, high: 0, text: 'Nothing: you are paid while you do it.' } : null,
  source: AAPC_RULE,
  as_of: null,
})

export const COLLEGE_CERTIFICATE: Route = {
  months: { low: 4, high: 12 },
  cost: { low: 1500, high: 6000, text: 'About $1,500 to $6,000 at public colleges.' },
  source: `healthjob.org career page (time); ${GENERAL} (money)`,
  as_of: null,
}

export const ACCREDITED_ASSOCIATE: Route = {
  months: { low: 15, high: 24 },
  cost: { low: 5000, high: 15000, text: 'About $5,000 to $15,000.' },
  source: `healthjob.org career page (time); ${GENERAL} (money)`,
  as_of: null,
}
