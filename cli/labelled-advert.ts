import { advertSchema, type Advert, type Structured } from '../core/domain/advert.ts'
import { readAdvert } from '../core/domain/read/read-advert.ts'
import { FootholdError } from '../core/errors.ts'

type Row = Record<string, unknown>

const words = (...values: unknown[]): string | null => {
  const found = values.find((v) => typeof v === 'string' && v.trim() !== '')
  return typeof found === 'string' ? found : null
}

const record = (value: unknown): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {}

/** A pay field as feeds write it: "20.75 24.0 HOURLY", "$27.87/hour - $35.31/hour", "$55,000 - $70,000". */
function payOf(row: Row): Structured['pay'] {
  const said = words(row.salary)
  if (said === null) return null
  const text = said.replace(/^([\d.,]+)\s+([\d.,]+)\s+([a-z]+)$/i, '$$$1 - $$$2 $3')
  return readAdvert({ title: '', text: `Pay: ${text}` }).pay
}

/** Marks a board sets beside an advert ("Permanently Remote"), wherever they stand in its labels. */
function modeOf(row: Row): string | null {
  const marks = Object.values(record(row.employer_labels)).flat()
  return (
    marks.find(
      (mark): mark is string =>
        typeof mark === 'string' && /^[\w %-]{0,20}\b(?:remote|hybrid)$/i.test(mark),
    ) ?? null
  )
}

/**
 * The advert of a labelled row. Shapes met: company or employer, location or place, description, text or
 * html; what the board said in fields of its own (`salary`, `employer_labels`) goes in as structured.
 * @throws FootholdError `advert-shape`
 */
export function labelledAdvert(row: Row): Advert {
  const structured = record(row.structured)
  const parsed = advertSchema.safeParse({
    id: row.id,
    title: words(row.title) ?? '',
    employer: words(row.employer, row.company),
    place: words(row.place, row.location),
    html: words(row.html, row.description_html),
    text: words(row.text, row.description),
    structured: {
      ...structured,
      pay: structured.pay ?? payOf(row),
      work_mode: structured.work_mode ?? modeOf(row),
    },
  })
  if (parsed.success) return parsed.data
  throw new FootholdError(
    'advert-shape',
    `advert ${String(row.id)}: ${parsed.error.issues[0]?.message ?? 'wrong shape'}`,
  )
}
