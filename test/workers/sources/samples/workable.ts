import type { Sample } from './sample.ts'

const job = (id: string) => ({ shortcode: id, title: `Biller ${id}`, extra: { deep: [1] } })

export const workable: Sample = {
  body: (ids) => JSON.stringify({ jobs: ids.map(job) }),
  untitled: (ids, bad) => JSON.stringify({ jobs: [...ids.map(job), { shortcode: bad }] }),
  wrongType: '{"jobs": "none"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: '{"jobs": []}' },
  fields: [
    'code',
    'employment_type',
    'telecommuting',
    'department',
    'url',
    'application_url',
    'published_on',
    'country',
    'city',
    'state',
    'education',
    'experience',
    'function',
    'industry',
    'locations',
    'description',
  ],
}
