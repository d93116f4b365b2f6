import { FULL_TIME_HOURS } from '../pay.ts'
import type { WageOccupation } from '../registers/oews.ts'
import { groupBy } from './asked.ts'
import { countOf, figure, quantile, type Figure, type Tally } from './tally.ts'

/** A listing that asks no more than this many months, or is open to newcomers, pays a beginner's wage. */
export const BEGINNER_MONTHS = 12

/** So many beginners' listings of a state (`US`: of all) whose stated pay begins at this many dollars an hour. */
export interface PayCount extends Tally {
  state: string
}

/** A row of the wage file with the file's name and day. */
export interface WageRow {
  soc: string
  state: string
  hour_p10: number | null
  hour_p25: number | null
  hour_median: number | null
  year_p10: number | null
  year_p25: number | null
  year_median: number | null
  sample: boolean
  /** The file. */
  source: string
  /** The day the publisher states: "2024-05-01". */
  as_of: string
}

/** Dollars an hour between which the lowest-paid tenth and the lowest-paid quarter of an occupation end. */
export interface WageBand {
  soc: WageOccupation
  /** null = the publisher does not give it. */
  low: number | null
  high: number | null
  median: number | null
  sample: boolean
  source: string
  as_of: string
}

export interface StatePay {
  state: string
  /** Dollars an hour at the low end of the pay that beginners' adverts state: the middle half, and the median. */
  adverts: { low: Figure; median: Figure; high: Figure }
  /** By occupation; empty where no wage file is loaded. */
  wages: WageBand[]
}

/** The occupations whose wages a beginner's advert is held against: coders and billers. */
const COMPARED: readonly WageOccupation[] = ['29-2072', '43-3021']

/** Pay in adverts beside the wages of the same state; the whole country (`US`) first, then by code. */
export function payOfStates(pay: readonly PayCount[], wages: readonly WageRow[]): StatePay[] {
  const adverts = groupBy(pay, ({ state }) => state)
  const byState = groupBy(wages, ({ state }) => state)
  const states = [...new Set([...adverts.keys(), ...byState.keys()])].sort(
    (a, b) => Number(b === 'US') - Number(a === 'US') || (a < b ? -1 : 1),
  )
  return states.map((state) => ({
    state,
    adverts: bandOf(adverts.get(state) ?? []),
    wages: COMPARED.flatMap((soc) =>
      (byState.get(state) ?? []).filter((row) => row.soc === soc).map((row) => wageBand(row, soc)),
    ),
  }))
}

function bandOf(tallies: readonly Tally[]): StatePay['adverts'] {
  const sample = countOf(tallies)
  const part = (share: number): Figure => figure(cents(quantile(tallies, share)), sample)
  return { low: part(0.25), median: part(0.5), high: part(0.75) }
}

function wageBand(row: WageRow, soc: WageOccupation): WageBand {
  return {
    soc,
    low: anHour(row.hour_p10, row.year_p10),
    high: anHour(row.hour_p25, row.year_p25),
    median: anHour(row.hour_median, row.year_median),
    sample: row.sample,
    source: row.source,
    as_of: row.as_of,
  }
}

/** The hourly figure, else the yearly one over a full-time year, as the publisher makes one from the other. */
const anHour = (hour: number | null, year: number | null): number | null =>
  hour ?? (year === null ? null : cents(year / FULL_TIME_HOURS))

const cents = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100
