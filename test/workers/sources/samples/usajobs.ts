import type { Sample } from './sample.ts'

const item = (id: string) => ({
  MatchedObjectId: id,
  MatchedObjectDescriptor: { PositionTitle: `Medical Records Technician ${id}`, Extra: 1 },
  Extra: {},
})
const answer = (items: unknown[]) =>
  JSON.stringify({
    SearchResult: {
      SearchResultItems: items,
      SearchResultCountAll: 900_000,
      UserArea: { NumberOfPages: '90000', Extra: null },
    },
    Extra: true,
  })

export const usajobs: Sample = {
  body: (ids) => answer(ids.map(item)),
  untitled: (ids, bad) =>
    answer([...ids.map(item), { MatchedObjectId: bad, MatchedObjectDescriptor: {} }]),
  wrongType: '{"SearchResult": {"SearchResultItems": {}}}',
  web: { body: '<!doctype html><title>Error</title>', problem: 'html-instead-of-json' },
  loop: { settings: { query: {} }, body: answer([item('1')]) },
  fields: [
    'PositionURI',
    'ApplyURI',
    'PositionLocationDisplay',
    'PositionLocation',
    'OrganizationName',
    'JobCategory',
    'JobGrade',
    'PositionSchedule',
    'PositionOfferingType',
    'PositionRemuneration',
    'PublicationStartDate',
    'ApplicationCloseDate',
    'QualificationSummary',
    'UserArea',
  ],
}
