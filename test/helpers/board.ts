/** One town for each job, so that no two jobs of a board are the same. */
const TOWNS = [
  'Scranton, PA',
  'Erie, PA',
  'Reno, NV',
  'Tulsa, OK',
  'Boise, ID',
  'Macon, GA',
  'Salem, OR',
  'Gary, IN',
]

/** A billing job in the shape that Greenhouse documents; `n` decides its id, its town and what it asks. */
export function boardJob(n: number, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 1000 + n,
    title: 'Medical Biller',
    absolute_url: `https://boards.greenhouse.io/example/jobs/${1000 + n}`,
    first_published: '2026-11-01T10:00:00-05:00',
    company_name: 'Example Community Health Center',
    location: { name: TOWNS[n % TOWNS.length] },
    content: `<p>Our clinic bills for its patients.</p><h3>Requirements</h3><ul><li>${n + 1} years of medical billing experience required</li></ul>`,
    ...change,
  }
}

/** A whole Greenhouse board. */
export const boardBody = (jobs: readonly unknown[]): string =>
  JSON.stringify({ jobs, meta: { total: jobs.length } })

/** Where the board of a token is asked for. */
export const boardPath = (token: string): string => `/v1/boards/${token}/jobs?content=true`
