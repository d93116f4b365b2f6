import type { Sample } from './sample.ts'

const position = (id: string) =>
  `<position><id>${id}</id><name>Coder ${id}</name><extra><deep>1</deep></extra></position>`
const feed = (positions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>${positions.join('')}</workzag-jobs>\n`

export const personio: Sample = {
  body: (ids) => feed(ids.map(position)),
  untitled: (ids, bad) => feed([...ids.map(position), `<position><id>${bad}</id></position>`]),
  wrongType: '<rss><channel></channel></rss>',
  web: { body: '<html><body>Checking your browser</body></html>', problem: 'html-instead-of-xml' },
  loop: { settings: { board: 'x' }, body: feed([position('1')]) },
  // Elements are spoilt in markup-feeds.test.ts.
  fields: ['extra'],
}
