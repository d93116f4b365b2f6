import type { Sample } from './sample.ts'

const job = (id: string) => ({ id, title: `Medical Biller ${id}`, extra: { deep: [1] } })
const answer = (results: unknown[]) => JSON.stringify({ results, extra: 1 })

export const adzuna: Sample = {
  body: (ids) => answer(ids.map(job)),
  untitled: (ids, bad) => answer([...ids.map(job), { id: bad }]),
  wrongType: '{"results": {}}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: {
    settings: { terms: ['medical billing'] },
    body: JSON.stringify({ count: 90_000, results: [job('1')] }),
  },
  fields: [
    'description',
    'created',
    'redirect_url',
    'company',
    'location',
    'category',
    'contract_type',
    'contract_time',
    'salary_min',
    'salary_max',
    'salary_is_predicted',
    'latitude',
  ],
}
