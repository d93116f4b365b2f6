import type { Sample } from './sample.ts'

const job = (id: string) => ({ id: Number(id), name: `Medical Coder ${id}`, extra: { deep: [1] } })
const answer = (results: unknown[]) => JSON.stringify({ page: 0, results, extra: 1 })

export const themuse: Sample = {
  body: (ids) => answer(ids.map(job)),
  untitled: (ids, bad) => answer([...ids.map(job), { id: Number(bad) }]),
  wrongType: '{"results": "none"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: {
    settings: { categories: ['Healthcare'] },
    // Twenty adverts: a full page, whose like might follow for ever.
    body: JSON.stringify({
      page_count: 90_000,
      results: Array.from({ length: 20 }, (_, i) => job(String(i + 1))),
    }),
  },
  fields: [
    'contents',
    'type',
    'publication_date',
    'locations',
    'categories',
    'levels',
    'tags',
    'refs',
    'company',
  ],
}
