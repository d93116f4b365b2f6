import type { Sample } from './sample.ts'

const notice = { last_updated: 1, legal: 'API Terms of Service: link back.' }
const job = (id: string) => ({ id, position: `Medical Coder ${id}`, extra: { deep: [1] } })

export const remoteok: Sample = {
  body: (ids) => JSON.stringify([notice, ...ids.map(job)]),
  untitled: (ids, bad) => JSON.stringify([notice, ...ids.map(job), { id: bad }]),
  wrongType: '{"jobs": []}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: {}, body: JSON.stringify([notice]) },
  fields: [
    'slug',
    'url',
    'apply_url',
    'company',
    'tags',
    'description',
    'location',
    'salary_min',
    'salary_max',
    'date',
    'epoch',
  ],
  silent: { remote: true },
}
