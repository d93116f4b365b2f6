import type { Sample } from './sample.ts'

const opening = (id: string) => ({ id, jobOpeningName: `Biller ${id}`, extra: { deep: [1] } })

export const bamboohr: Sample = {
  body: (ids) => JSON.stringify({ meta: { totalCount: ids.length }, result: ids.map(opening) }),
  untitled: (ids, bad) => JSON.stringify({ result: [...ids.map(opening), { id: bad }] }),
  wrongType: '{"result": {"jobOpenings": []}}',
  web: { body: '<!doctype html><title>BambooHR</title>', problem: 'html-instead-of-json' },
  loop: { settings: { board: 'x' }, body: '{"meta": {"totalCount": 900000}, "result": []}' },
  fields: [
    'jobOpeningShareUrl',
    'departmentLabel',
    'employmentStatusLabel',
    'employmentType',
    'location',
    'atsLocation',
    'isRemote',
    'locationType',
    'description',
    'compensation',
    'datePosted',
    'minimumExperience',
  ],
}
