import type { Sample } from './sample.ts'

const job = (id: string) => ({ id, name: `Coder ${id}`, extra: { deep: [1] } })
const answer = (content: unknown[], totalFound: number) =>
  JSON.stringify({ offset: 0, limit: 100, totalFound, content })

export const smartrecruiters: Sample = {
  body: (ids) => answer(ids.map(job), ids.length),
  untitled: (ids, bad) => answer([...ids.map(job), { id: bad }], ids.length + 1),
  wrongType: '{"content": {}}',
  web: { body: '<!doctype html><title>Error</title>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: answer([job('1')], 900_000) },
  fields: [
    'uuid',
    'refNumber',
    'company',
    'releasedDate',
    'location',
    'industry',
    'department',
    'function',
    'typeOfEmployment',
    'experienceLevel',
    'customField',
    'language',
    'postingUrl',
    'applyUrl',
  ],
}
