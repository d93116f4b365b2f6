import type { Sample } from './sample.ts'

const card = (id: string, title = `Coder ${id}`) =>
  `<li class="iCIMS_JobCardItem"><div class="row"><div class="col-xs-12 title"><a class="iCIMS_Anchor" href="https://careers-acme.icims.com/jobs/${id}/coder/job?in_iframe=1"><h3>${title}</h3></a></div></div></li>`
const page = (cards: string[], marker = '') =>
  `<html><body><div class="iCIMS_MainWrapper iCIMS_ListingsPage"><ul class="iCIMS_JobsTable">${cards.join('')}</ul>${marker}</div></body></html>`

export const icims: Sample = {
  body: (ids) => page(ids.map((id) => card(id))),
  untitled: (ids, bad) => page([...ids.map((id) => card(id)), card(bad, '')]),
  wrongType: '<html><body><ul><li>Coder</li></ul></body></html>',
  web: { body: '<html><title>Human Verification</title></html>', problem: 'mis-shaped' },
  loop: {
    settings: { host: 'careers-acme.icims.com' },
    body: page([card('1')], '<h2>Search Results Page 1 of 900000</h2>'),
  },
  // Cards are spoilt in markup-feeds.test.ts.
  fields: ['extra'],
}
