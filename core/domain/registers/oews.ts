import { stateCode } from '../places.ts'
import { numberIn } from './fields.ts'
import { defineRegister, type Row, type WageRecord } from './register.ts'

/** The occupations kept, by the classification of 2018: the trade itself, and the jobs beside it. */
export const WAGE_OCCUPATIONS = {
  '29-2072': 'Medical records specialists (coders are here)',
  '43-3021': 'Billing and posting clerks',
  '43-6013': 'Medical secretaries',
  '29-9021': 'Health technologists and registrars',
} as const
export type WageOccupation = keyof typeof WAGE_OCCUPATIONS

/** Until the classification of 2018 one code stood for what are 29-2072 and 29-9021 since. */
const SPLIT = '29-2071'

type Field =
  | 'area'
  | 'title'
  | 'areaType'
  | 'state'
  | 'industry'
  | 'soc'
  | 'jobs'
  | 'hour10'
  | 'hour25'
  | 'hourMedian'
  | 'hour75'
  | 'hour90'
  | 'year10'
  | 'year25'
  | 'yearMedian'
  | 'year75'
  | 'year90'

/**
 * Occupational Employment and Wage Statistics of the Bureau of Labor Statistics: the sheet by state (or the
 * national one) saved as CSV. A work of the federal government. `*` and `**` stand for a figure that is not
 * published, `#` for one above the highest that is: both are kept as null.
 */
export const oews = defineRegister<Field>({
  kind: 'oews',
  about: 'BLS OEWS wages by state, state_M2024_dl.xlsx saved as CSV (2018 occupation codes)',
  required: {
    area: ['AREA'],
    title: ['AREA_TITLE'],
    state: ['PRIM_STATE'],
    soc: ['OCC_CODE'],
    jobs: ['TOT_EMP'],
    year10: ['A_PCT10'],
    year25: ['A_PCT25'],
    yearMedian: ['A_MEDIAN'],
  },
  optional: {
    areaType: ['AREA_TYPE'],
    industry: ['I_GROUP'],
    hour10: ['H_PCT10'],
    hour25: ['H_PCT25'],
    hourMedian: ['H_MEDIAN'],
    hour75: ['H_PCT75'],
    hour90: ['H_PCT90'],
    year75: ['A_PCT75'],
    year90: ['A_PCT90'],
  },
  // "state_M2024_dl": the survey is of each May.
  namedDate: (file) => {
    const year = /_M(20\d\d)(?:_|\.|$)/i.exec(file)?.[1]
    return year === undefined ? null : `${year}-05-01`
  },
  refusal: (row) =>
    row('soc') === SPLIT
      ? `The file speaks of occupation ${SPLIT}, so its codes are older than 2018. That code was split into 29-2072 and 29-9021, and the two series are not comparable. Load the file of May 2021 or later.`
      : null,
  read: (row) => {
    const soc = row('soc')
    if (!isKept(soc)) return { passed: 'another occupation' }
    const industry = row('industry').toLowerCase()
    if (industry !== '' && industry !== 'cross-industry') return { passed: 'one industry alone' }
    const state = stateOf(row)
    if (state === null) return { passed: 'neither a state nor the whole country' }
    const figures = figuresOf(row)
    if ('bad' in figures) return figures
    if (
      figures.year_p10 !== null &&
      figures.year_p25 !== null &&
      figures.year_p10 > figures.year_p25
    )
      return { bad: 'the tenth percentile lies above the twenty-fifth' }
    return { record: { table: 'wage', soc, state, ...figures } }
  },
})

const isKept = (soc: string): soc is WageOccupation => Object.hasOwn(WAGE_OCCUPATIONS, soc)

/** A row of a metropolitan area names its main state too: only codes of two digits are states. */
function stateOf(row: Row<Field>): string | null {
  if (!/^\d{1,2}$/.test(row('area')) || !/^[123]?$/.test(row('areaType'))) return null
  return row('area') === '99' ? 'US' : stateCode(row('state'))
}

const COLUMNS = {
  jobs: ['jobs', 0, 1e9],
  hour_p10: ['hour10', 1, 200],
  hour_p25: ['hour25', 1, 200],
  hour_median: ['hourMedian', 1, 200],
  hour_p75: ['hour75', 1, 200],
  hour_p90: ['hour90', 1, 200],
  year_p10: ['year10', 5_000, 400_000],
  year_p25: ['year25', 5_000, 400_000],
  year_median: ['yearMedian', 5_000, 400_000],
  year_p75: ['year75', 5_000, 400_000],
  year_p90: ['year90', 5_000, 400_000],
} as const satisfies Record<string, readonly [Field, number, number]>
type Figures = Pick<WageRecord, keyof typeof COLUMNS>

function figuresOf(row: Row<Field>): Figures | { bad: string } {
  const found: Partial<Figures> = {}
  for (const [name, [field, min, max]] of Object.entries(COLUMNS)) {
    const text = row(field).replace(/[$,]/g, '')
    const value = numberIn(text, min, max)
    if (value === null && !/^(?:|\*{1,2}|#)$/.test(text))
      return { bad: `"${text.slice(0, 20)}" is no figure that ${field} can hold` }
    found[name as keyof Figures] = value
  }
  return found as Figures
}
