import type { Sample } from './sample.ts'

const job = (id: string) => ({ id: Number(id), jobTitle: `Biller ${id}`, extra: { deep: [1] } })
const answer = (jobs: unknown[]) => JSON.stringify({ apiVersion: '2', jobs, extra: 1 })

export const jobicy: Sample = {
  body: (ids) => answer(ids.map(job)),
  untitled: (ids, bad) => answer([...ids.map(job), { id: Number(bad) }]),
  wrongType: '{"jobs": {}}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { query: { tag: 'billing' } }, body: '{"jobCount": 900, "jobs": []}' },
  fields: [
    'url',
    'jobSlug',
    'companyName',
    'jobIndustry',
    'jobType',
    'jobGeo',
    'jobLevel',
    'jobExcerpt',
    'jobDescription',
    'pubDate',
    'salaryMin',
    'salaryMax',
    'salaryCurrency',
    'salaryPeriod',
    'annualSalaryMin',
    'annualSalaryMax',
  ],
  silent: { remote: true },
}
