import type { Sample } from './sample.ts'

const job = (id: string) => ({
  id: Number(id),
  title: `Medical Biller ${id}`,
  extra: { deep: [1] },
})
const answer = (jobs: unknown[]) =>
  JSON.stringify({ '0-legal-notice': 'Please link back.', jobs, extra: 1 })

export const remotive: Sample = {
  body: (ids) => answer(ids.map(job)),
  untitled: (ids, bad) => answer([...ids.map(job), { id: Number(bad) }]),
  wrongType: '{"jobs": 7}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { query: { search: 'billing' } }, body: '{"job-count": 900, "jobs": []}' },
  fields: [
    'url',
    'company_name',
    'category',
    'tags',
    'job_type',
    'publication_date',
    'candidate_required_location',
    'salary',
    'description',
  ],
  silent: { remote: true },
}
