import type { Sample } from './sample.ts'

const job = (id: string) => ({ Id: id, Title: `Coder ${id}`, extra: { deep: [1] } })
const answer = (requisitionList: unknown[], TotalJobsCount: number) =>
  JSON.stringify({ items: [{ TotalJobsCount, requisitionList }], hasMore: false })

export const oracle: Sample = {
  body: (ids) => answer(ids.map(job), ids.length),
  untitled: (ids, bad) => answer([...ids.map(job), { Id: bad }], ids.length + 1),
  wrongType: '{"items": {}}',
  web: { body: '<!doctype html><title>Sign in</title>', problem: 'html-instead-of-json' },
  loop: {
    settings: { host: 'x.example.org', site_number: 'CX_1' },
    body: answer([job('1')], 900_000),
  },
  fields: [
    'PostedDate',
    'PostingEndDate',
    'PrimaryLocation',
    'PrimaryLocationCountry',
    'secondaryLocations',
    'workLocation',
    'otherWorkLocations',
    'WorkplaceTypeCode',
    'WorkplaceType',
    'LegalEmployer',
    'StudyLevel',
    'JobSchedule',
    'ContractType',
    'ShortDescriptionStr',
    'ExternalQualificationsStr',
    'skills',
    'requisitionFlexFields',
    'JobFamily',
  ],
}
