import type { Sample } from './sample.ts'

const offer = (id: string) => ({ id: Number(id), title: `Biller ${id}`, extra: { deep: [1] } })

export const recruitee: Sample = {
  body: (ids) => JSON.stringify({ offers: ids.map(offer) }),
  untitled: (ids, bad) => JSON.stringify({ offers: [...ids.map(offer), { id: Number(bad) }] }),
  wrongType: '{"offers": "none"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: '{"offers": []}' },
  fields: [
    'status',
    'careers_url',
    'careers_apply_url',
    'company_name',
    'city',
    'country_code',
    'location',
    'locations',
    'remote',
    'hybrid',
    'on_site',
    'published_at',
    'close_at',
    'salary',
    'employment_type_code',
    'experience_code',
    'education_code',
    'description',
    'requirements',
    'tags',
    'open_questions',
  ],
}
