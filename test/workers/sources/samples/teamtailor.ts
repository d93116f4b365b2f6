import type { Sample } from './sample.ts'

const item = (id: string) =>
  `<item><title>Coder ${id}</title><guid>${id}</guid><tt:extra>1</tt:extra></item>`
const feed = (items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel>${items.join('')}</channel></rss>`
const full = Array.from({ length: 200 }, (_, i) => item(String(i)))

export const teamtailor: Sample = {
  body: (ids) => feed(ids.map(item)),
  untitled: (ids, bad) => feed([...ids.map(item), `<item><guid>${bad}</guid></item>`]),
  wrongType: '<workzag-jobs></workzag-jobs>',
  web: { body: '<!DOCTYPE html><html></html>', problem: 'html-instead-of-xml' },
  loop: { settings: { host: 'x.teamtailor.com' }, body: feed(full) },
  // Elements are spoilt in markup-feeds.test.ts.
  fields: ['extra'],
}
