import type { Sample } from './sample.ts'

const job = (id: string) => ({ data: { slug: id, title: `Coder ${id}`, extra: { deep: [1] } } })
const answer = (jobs: unknown[], totalCount: number) =>
  JSON.stringify({ jobs, totalCount, count: jobs.length })

export const jibe: Sample = {
  body: (ids) => answer(ids.map(job), ids.length),
  untitled: (ids, bad) => answer([...ids.map(job), { data: { slug: bad } }], ids.length + 1),
  wrongType: '{"jobs": {}}',
  web: { body: '<!doctype html><title>Careers</title>', problem: 'html-instead-of-json' },
  loop: { settings: { host: 'careers.example.org' }, body: answer([job('1')], 900_000) },
  fields: [
    'req_id',
    'city',
    'state',
    'country',
    'country_code',
    'full_location',
    'additional_locations',
    'location_type',
    'description',
    'responsibilities',
    'qualifications',
    'benefits',
    'categories',
    'hiring_organization',
    'employment_type',
    'posted_date',
    'posting_expiry_date',
    'apply_url',
    'salary_value',
    'salary_min_value',
    'salary_max_value',
    'salary_currency',
    'salary_frequency',
    'internal',
    'meta_data',
  ],
}
