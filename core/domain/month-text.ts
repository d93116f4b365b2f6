const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  /^(?:(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+|(?<first>\d{1,2})\/)?(?<year>(?:19|20)\d{2})(?:-(?<last>\d{1,2}))?$/i

const DAY = /^(?:19|20)\d{2}-\d{2}-\d{2}$/

/**
 * A month as a person writes it ("May 2027", "5/2027", "2027-05", or only "2027") as "2027-05" or "2027"; a day
 * written "2027-05-30" stays as it is; null when it is none of these.
 */
export function monthOf(text: string): string | null {
  if (DAY.test(text.trim())) return Number.isNaN(Date.parse(text.trim())) ? null : text.trim()
  const found = MONTH.exec(text.trim())?.groups
  if (found === undefined) return null
  const { name, first, last, year = '' } = found
  if (last !== undefined && (name ?? first) !== undefined) return null
  if (name !== undefined) return written(year, NAMES.indexOf(name.toLowerCase()) + 1)
  const number = first ?? last
  return number === undefined ? year : written(year, Number(number))
}

const written = (year: string, month: number): string | null =>
  month < 1 || month > 12 ? null : `${year}-${String(month).padStart(2, '0')}`
