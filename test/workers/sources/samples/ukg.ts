import type { Sample } from './sample.ts'

const opportunity = (id: string) => ({ Id: id, Title: `Biller ${id}`, extra: { deep: [true] } })

export const ukg: Sample = {
  body: (ids) =>
    JSON.stringify({ opportunities: ids.map(opportunity), totalCount: ids.length, extra: 1 }),
  untitled: (ids, bad) =>
    JSON.stringify({ opportunities: [...ids.map(opportunity), { Id: bad }], totalCount: 3 }),
  wrongType: '{"opportunities": null}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-json' },
  loop: {
    settings: {
      url: 'https://recruiting.ultipro.com/ACME/JobBoard/00000000-0000-4000-8000-000000000001/',
    },
    body: JSON.stringify({ opportunities: [opportunity('1')], totalCount: 900_000 }),
  },
  fields: [
    'RequisitionNumber',
    'FullTime',
    'JobCategoryName',
    'Locations',
    'JobLocationType',
    'PostedDate',
    'BriefDescription',
    'Description',
    'PayRangeVisible',
    'PayRange',
    'PayRangeCurrencyCode',
  ],
}
