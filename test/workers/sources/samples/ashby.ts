import type { Sample } from './sample.ts'

const job = (id: string) => ({ id, title: `Biller ${id}`, extra: { deep: [1] } })

export const ashby: Sample = {
  body: (ids) => JSON.stringify({ jobs: ids.map(job), apiVersion: '1' }),
  untitled: (ids, bad) => JSON.stringify({ jobs: [...ids.map(job), { id: bad }] }),
  wrongType: '{"jobs": "none"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: '{"jobs": []}' },
  fields: [
    'department',
    'team',
    'employmentType',
    'location',
    'address',
    'secondaryLocations',
    'publishedAt',
    'isListed',
    'isRemote',
    'workplaceType',
    'jobUrl',
    'applyUrl',
    'descriptionHtml',
    'descriptionPlain',
    'shouldDisplayCompensationOnJobPostings',
    'compensation',
  ],
}
