import type { Sample } from './sample.ts'

const row = (id: string, title = `Coder ${id}`) =>
  `<tr><td class="jv-job-list-name"><a href="/acme/job/${id}">${title}</a></td></tr>`
const page = (rows: string[], more = '') =>
  `<html><body><div class="jv-page-body"><table class="jv-job-list">${rows.join('')}</table>${more}</div></body></html>`

export const jobvite: Sample = {
  body: (ids) => page(ids.map((id) => row(id))),
  untitled: (ids, bad) => page([...ids.map((id) => row(id)), row(bad, ' ')]),
  wrongType: '<html><body><table><tr><td>Coder</td></tr></table></body></html>',
  web: { body: '<html><body>Sorry</body></html>', problem: 'mis-shaped' },
  loop: {
    settings: { board: 'acme' },
    body: page(
      [row('1')],
      '<a href="/acme/search?c=Clinical&amp;p=0">Show More</a><div class="jv-pagination-text">1 - 50 of 900000</div>',
    ),
  },
  // Rows are spoilt in markup-feeds.test.ts.
  fields: ['extra'],
}
