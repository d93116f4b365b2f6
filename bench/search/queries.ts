import type { ListingQuery } from '../../core/domain/search/query.ts'
import { US_STATES } from '../../core/domain/us-states.ts'
import { seededRandom } from '../../test/helpers/random.ts'
import { invented, pick, TRADE } from '../words.ts'
import { AliasTable } from './alias.ts'
import { PEOPLE } from './places.ts'

/** Hits of one answer. */
export const HITS = 25

/** The classes of perf.md §1, and U: searches as people of the trade would type them. */
export const CLASSES = {
  B: 'browse: filters only, newest',
  C: 'two very common words, best match',
  M: 'a middling and a common word, best match',
  D: 'the same, newest',
  R: 'one rare word',
  P: 'as C, at page 41',
  U: 'words of the trade with filters, as in use',
} as const
export type Class = keyof typeof CLASSES

export interface BenchQuery {
  class: Class
  query: ListingQuery
  /** Hits passed over before the page asked for. */
  skip: number
}

const MIX = new AliasTable([25, 25, 20, 15, 10, 5])
const MIXED: readonly Class[] = ['B', 'C', 'M', 'D', 'R', 'P']
const COMMON = TRADE.slice(0, 14)
const MIDDLING = TRADE.slice(40, 130)
const byPeople = new AliasTable(US_STATES.map((state) => PEOPLE[state] ?? 10))

/** `count` searches in the mix of perf.md §1, always the same. */
export function mixedQueries(count: number): BenchQuery[] {
  const random = seededRandom(20261124)
  return Array.from({ length: count }, () => mixedQuery(random))
}

function mixedQuery(random: () => number): BenchQuery {
  const cls = MIXED[MIX.draw(random)] ?? 'B'
  const common = oneOf(random, COMMON)
  const words = {
    B: undefined,
    C: `${common} ${oneOf(random, COMMON)}`,
    P: `${common} ${oneOf(random, COMMON)}`,
    M: `${oneOf(random, MIDDLING)} ${common}`,
    D: `${oneOf(random, MIDDLING)} ${common}`,
    R: invented(1500 + pick(random, 18_000)),
    U: undefined,
  }[cls]
  const filtered = cls === 'B' || (cls !== 'P' && random() < 0.5)
  const filters = filtered ? someFilters(random, 1 + pick(random, 3)) : {}
  const sort = cls === 'B' || cls === 'D' ? 'newest' : 'best'
  return {
    class: cls,
    query: { ...filters, ...(words === undefined ? {} : { q: words }), sort, limit: HITS },
    skip: cls === 'P' ? 40 * HITS : 0,
  }
}

/** So many different filters, drawn the way people narrow: place and work mode before the rest. */
function someFilters(random: () => number, count: number): Partial<ListingQuery> {
  const state = (): string => US_STATES[byPeople.draw(random)] ?? 'PA'
  const makers: (() => Partial<ListingQuery>)[] = [
    () => ({ state: [state()] }),
    () => ({ state: [state(), state()] }),
    () => ({ work_mode: ['remote'] }),
    () => ({ work_mode: ['remote', 'hybrid'] }),
    () => ({ role: [oneOf(random, ['coding', 'billing', 'both'])] }),
    () => ({ entry: ['open', 'open_with_credential'] }),
    () => ({ credential: [oneOf(random, ['CPC', 'CPC-A', 'CCS', 'RHIT', 'CPB'])] }),
    () => ({ holds: ['CPC-A'] }),
    () => ({ setting: [oneOf(random, ['snf', 'home_health', 'assisted_living', 'pace'])] }),
    () => ({ not_setting: ['memory_care'] }),
    () => ({ max_months: 12, unstated_months: 'include' }),
    () => ({ pay_floor_hour: oneOf(random, [18, 20, 25]) }),
    () => ({ posted_within: oneOf(random, [3, 7, 30]) }),
    () => ({ employment_type: ['full_time'] }),
    () => ({ not_employer: [String(1 + pick(random, 40))] }),
  ]
  const filters: Partial<ListingQuery> = {}
  while (Object.keys(filters).length < count) Object.assign(filters, oneOf(random, makers)())
  return filters
}

const oneOf = <T>(random: () => number, values: readonly T[]): T => {
  const value = values[pick(random, values.length)]
  if (value === undefined) throw new Error('Nothing to draw from.')
  return value
}

const USED_WORDS = [
  'medical biller',
  'medical coder',
  'billing specialist',
  'patient accounts',
  'denials',
  'payment posting',
  'risk adjustment coder',
  'inpatient coder',
  'outpatient coding',
  'charge entry',
  'medical records clerk',
  'release of information',
  'revenue cycle',
  'claims follow up',
  'insurance verification',
  'biller -manager',
  'coder or biller',
  'home health billing',
  'radiology coding',
  'front desk',
]

/** Every kind of narrowing that a newcomer's search has, over words of the trade. */
export function usedQueries(count: number): BenchQuery[] {
  const random = seededRandom(5)
  const state = (): string => US_STATES[byPeople.draw(random)] ?? 'PA'
  const makers: (() => Partial<ListingQuery>)[] = [
    () => ({}),
    () => ({ state: [state()] }),
    () => ({ work_mode: ['remote'], state: [state()] }),
    () => ({ entry: ['open', 'open_with_credential'] }),
    () => ({ entry: ['open', 'open_with_credential'], state: [state()] }),
    () => ({ max_months: 12, work_mode: ['remote'] }),
    () => ({ holds: ['CPC-A'], state: [state()], posted_within: 14 }),
    () => ({ pay_floor_hour: 20, not_setting: ['snf'], sort: 'pay' as const }),
    () => ({ near: oneOf(random, ['10001', '60601', '77002', '15213', '33101']), radius: 50 }),
    () => ({ state: [state()], sort: 'least_experience' as const }),
  ]
  return Array.from({ length: count }, (_, i) => ({
    class: 'U',
    query: {
      q: USED_WORDS[i % USED_WORDS.length],
      ...oneOf(random, makers)(),
      limit: HITS,
    },
    skip: 0,
  }))
}
