import type { Sample } from './sample.ts'

const job = (guid: string) => ({ guid, title: `Medical Coder ${guid}`, extra: { deep: [1] } })
const answer = (jobs: unknown[]) => JSON.stringify({ jobs, extra: 1 })

export const himalayas: Sample = {
  body: (ids) => answer(ids.map(job)),
  untitled: (ids, bad) => answer([...ids.map(job), { guid: bad }]),
  wrongType: '{"jobs": "none"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: {
    settings: { terms: ['medical billing'] },
    body: JSON.stringify({ totalCount: 90_000, jobs: [job('1')] }),
  },
  fields: [
    'companyName',
    'companySlug',
    'employmentType',
    'minSalary',
    'maxSalary',
    'salaryPeriod',
    'currency',
    'seniority',
    'locationRestrictions',
    'timezoneRestrictions',
    'categories',
    'parentCategories',
    'description',
    'excerpt',
    'pubDate',
    'expiryDate',
    'applicationLink',
  ],
  silent: { remote: true },
}
