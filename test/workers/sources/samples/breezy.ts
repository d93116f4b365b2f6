import type { Sample } from './sample.ts'

const position = (id: string) => ({ id, name: `Coder ${id}`, extra: { deep: true } })

export const breezy: Sample = {
  body: (ids) => JSON.stringify(ids.map(position)),
  untitled: (ids, bad) => JSON.stringify([...ids.map(position), { id: bad }]),
  wrongType: '{"error": "not found"}',
  web: { body: '<html><body>Sign in</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: JSON.stringify([position('1')]) },
  fields: [
    'friendly_id',
    'url',
    'published_date',
    'type',
    'location',
    'locations',
    'department',
    'salary',
    'description',
    'company',
    'category',
    'experience',
    'education',
    'requisition_id',
  ],
}
