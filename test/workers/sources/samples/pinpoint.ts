import type { Sample } from './sample.ts'

const posting = (id: string) => ({ id, title: `Coder ${id}`, extra: { deep: true } })

export const pinpoint: Sample = {
  body: (ids) => JSON.stringify({ data: ids.map(posting), extra: 1 }),
  untitled: (ids, bad) => JSON.stringify({ data: [...ids.map(posting), { id: bad }] }),
  wrongType: '{"jobs": []}',
  web: { body: '<html><body>404</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: '{"data": []}' },
  fields: [
    'url',
    'location',
    'job',
    'workplace_type',
    'workplace_type_text',
    'employment_type',
    'employment_type_text',
    'compensation',
    'compensation_visible',
    'compensation_minimum',
    'compensation_maximum',
    'compensation_currency',
    'compensation_frequency',
    'deadline_at',
    'description',
    'key_responsibilities',
    'key_responsibilities_header',
    'benefits',
  ],
}
