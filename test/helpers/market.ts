import type { Kysely } from 'kysely'
import type { Database } from '../../core/store/schema.ts'
import { makeListing, type ListingRow } from './listings.ts'

const STATES = ['PA', 'OH', 'TX', 'CA']
const CREDENTIALS = ['CPC', 'CCS', 'CPB', 'RHIT']

/**
 * Adverts enough for every figure of the page on the market to speak, over five weeks and four states; in Wyoming
 * too few. Two in three remote ones ask for 36 months; the rest for 12, or nothing.
 */
export async function makeMarket(db: Kysely<Database>, more: ListingRow = {}): Promise<void> {
  for (let i = 0; i < 64; i += 1) {
    const remote = i % 3 === 0
    const newcomer = i % 4 === 1
    await makeListing(db, {
      title: `Medical Coder ${i}`,
      work_mode: remote ? 'remote' : i % 7 === 0 ? 'not_stated' : 'onsite',
      role: i % 2 === 0 ? 'coding' : 'billing',
      settings: i % 5 === 0 ? ['fqhc'] : [],
      states: i === 63 ? ['WY'] : [STATES[i % 4] ?? 'PA'],
      credentials_required: [CREDENTIALS[i % 3] ?? 'CPC'],
      accepted_apprentice: newcomer,
      entry: newcomer ? 'open' : 'asks_experience',
      min_months: newcomer ? 0 : remote ? 36 : 12,
      pay_hour_min: 15 + (i % 8),
      pay_hour_max: 25,
      first_seen: new Date(Date.UTC(2026, 10, 24 - (i % 5) * 7, 9)).toISOString(),
      ...more,
    })
  }
}
