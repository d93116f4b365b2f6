import type { Sample } from './sample.ts'

const job = (id: string) => ({ id: Number(id), title: `Biller ${id}`, extra: { deep: [1] } })

export const greenhouse: Sample = {
  body: (ids) => JSON.stringify({ jobs: ids.map(job), meta: { total: ids.length }, extra: 1 }),
  untitled: (ids, bad) => JSON.stringify({ jobs: [...ids.map(job), { id: Number(bad) }] }),
  wrongType: '{"jobs": "none"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { token: 'x' }, body: '{"jobs": []}' },
  fields: [
    'absolute_url',
    'company_name',
    'location',
    'first_published',
    'application_deadline',
    'content',
    'language',
    'requisition_id',
    'departments',
    'offices',
    'metadata',
    'pay_input_ranges',
  ],
}
