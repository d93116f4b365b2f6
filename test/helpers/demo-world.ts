import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDemoAdverts, type DemoAdvert } from '../../core/domain/demo.ts'
import type { MatchFacts } from '../../core/domain/match/facts.ts'
import { readAdvert } from '../../core/domain/read/read-advert.ts'

const FOLDER = fileURLToPath(new URL('../../seeds/demo/', import.meta.url))
const DAY = 86_400_000

export type DemoListing = MatchFacts & { id: number }

/** The adverts of the demo world as ingest would read them on the day of `now`, numbered from 1. */
export function demoListings(now: string): DemoListing[] {
  return readdirSync(FOLDER)
    .filter((name) => /^adverts-\d{2}\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => readDemoAdverts(readFileSync(FOLDER + name, 'utf8')))
    .map((advert, i) => ({ ...factsOf(advert, Date.parse(now)), id: i + 1 }))
}

function factsOf(advert: DemoAdvert, nowMs: number): MatchFacts {
  const { title, employer, city, state, remote, states, pay, html } = advert
  const named = [city, state].filter((part) => part !== null).join(', ')
  const expires = advert.expires_in_days
  return {
    ...readAdvert({
      title,
      employer,
      place: named === '' ? (remote === true ? 'Remote' : null) : named,
      html,
      structured: {
        remote,
        states,
        pay,
        employment_type: advert.employment_type,
        months_of_experience: advert.months_of_experience,
      },
    }),
    title,
    employer,
    places: named === '' ? [] : [{ city, state, country: 'US' }],
    status: 'open',
    closes_at: expires === null ? null : new Date(nowMs + expires * DAY).toISOString(),
    posted_at: new Date(nowMs - advert.posted_days_ago * DAY).toISOString(),
    first_seen: new Date(nowMs).toISOString(),
  }
}
