import type { Sample } from './sample.ts'

const job = (id: string) => ({ id, text: `Coder ${id}`, extra: { deep: [1] } })

export const lever: Sample = {
  body: (ids) => JSON.stringify(ids.map(job)),
  untitled: (ids, bad) => JSON.stringify([...ids.map(job), { id: bad }]),
  wrongType: '{"ok": false, "error": "Document not found"}',
  web: { body: '<!doctype html><title>Not found</title>', problem: 'html-instead-of-json' },
  // A site that shows the same full page whatever is skipped.
  loop: {
    settings: { board: 'x' },
    body: JSON.stringify(Array.from({ length: 100 }, (_, i) => job(String(i)))),
  },
  fields: [
    'categories',
    'country',
    'workplaceType',
    'createdAt',
    'description',
    'descriptionPlain',
    'lists',
    'additional',
    'additionalPlain',
    'salaryRange',
    'salaryDescription',
    'hostedUrl',
    'applyUrl',
  ],
}
