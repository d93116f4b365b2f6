import { KEY_FILTERS, USUAL_RADIUS, type KeyFilter } from '../core/domain/search/query.ts'
import { changed, type Dropped, type Search, withoutFilter, withoutValue } from './address.ts'
import { facetWord, lastDays, monthStep, type Names } from './filter-words.ts'
import { counted, payStated } from './format.ts'

/** A filter that is on, in words. */
export interface Active {
  filter: Dropped | 'warnings'
  label: string
  /** The same search without it. */
  href: string
}

/** A value as it reads without the name of its filter above it. */
function alone(filter: KeyFilter, value: string, names: Names): string {
  const word = facetWord(filter, value, names)
  if (filter === 'credential') return `Names ${word}`
  if (filter === 'source') return `Found at ${word}`
  if (filter === 'work_mode' && value === 'not_stated') return 'Place of work not stated'
  if (filter === 'entry' && (value === 'not_stated' || value === 'contradictory')) {
    return `Experience: ${word}`
  }
  return word
}

function valuesOf(query: Search, filter: KeyFilter, names: Names, page?: string): Active[] {
  const no = `not_${filter}` as const
  return [
    ...(query[filter] ?? []).map((value) => ({
      filter,
      label: alone(filter, value, names),
      href: withoutValue(query, filter, value, page),
    })),
    ...(query[no] ?? []).map((value) => ({
      filter,
      label: `not ${alone(filter, value, names)}`,
      href: withoutValue(query, no, value, page),
    })),
  ]
}

function amountsOf(query: Search, page?: string): Active[] {
  const out: Active[] = []
  const put = (filter: Dropped, label: string) =>
    out.push({ filter, label, href: withoutFilter(query, filter, page) })
  if (query.accepts_apprentice !== undefined) {
    put(
      'accepts_apprentice',
      query.accepts_apprentice
        ? 'Says apprentices are welcome'
        : 'Does not say apprentices are welcome',
    )
  }
  if (query.max_months !== undefined) {
    const label = query.max_months === 0 ? 'No experience asked' : monthStep(query.max_months)
    put('max_months', query.unstated_months === 'include' ? `${label}, or not stated` : label)
  }
  if (query.pay_floor_hour !== undefined) out.push(payChip(query, 'hour', page))
  if (query.pay_floor_year !== undefined) out.push(payChip(query, 'year', page))
  if (query.posted_within !== undefined) {
    put('posted_within', `Posted ${lastDays(query.posted_within).replace('In', 'in')}`)
  }
  return out
}

function payChip(query: Search, unit: 'hour' | 'year', page?: string): Active {
  const name = `pay_floor_${unit}` as const
  return {
    filter: 'pay_floor',
    label: `Pays ${payStated({ min: query[name] ?? null, max: null, unit }) ?? ''}`,
    href: changed(query, { [name]: undefined }, page),
  }
}

/**
 * Every filter that is on, with the address of the search without it. The words and the place count too.
 * `page` is what shows the search.
 */
export function activeFilters(query: Search, names: Names, page?: string): Active[] {
  const out: Active[] = []
  if (query.q)
    out.push({ filter: 'q', label: `“${query.q}”`, href: withoutFilter(query, 'q', page) })
  if (query.near !== undefined) {
    const label = `Within ${counted(query.radius ?? USUAL_RADIUS, 'mile')} of ${query.near}`
    out.push({ filter: 'near', label, href: withoutFilter(query, 'near', page) })
  }
  for (const filter of KEY_FILTERS) out.push(...valuesOf(query, filter, names, page))
  for (const code of query.holds ?? []) {
    out.push({
      filter: 'holds',
      label: `I hold ${code}`,
      href: withoutValue(query, 'holds', code, page),
    })
  }
  out.push(...amountsOf(query, page))
  if (query.warnings !== undefined) {
    const label = query.warnings === 'only' ? 'Only marks of a fraud' : 'Marks of a fraud shown'
    out.push({ filter: 'warnings', label, href: changed(query, { warnings: undefined }, page) })
  }
  return out
}
