import type { Sample } from './sample.ts'
import { spoilXml } from './xml-spoil.ts'

const item = (id: string) =>
  `<item><guid isPermaLink="false">${id}</guid><title>Medical Biller ${id}</title><extra>x</extra></item>`
const feed = (items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Jobs</title>${items.join('\n')}</channel></rss>`

export const rss: Sample = {
  body: (ids) => feed(ids.map(item)),
  untitled: (ids, bad) => feed([...ids.map(item), `<item><guid>${bad}</guid></item>`]),
  wrongType: '<?xml version="1.0"?><urlset></urlset>',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-xml' },
  loop: {
    settings: { url: 'https://careers.example.org/jobs.atom' },
    body: '<feed><link rel="next" href="/jobs.atom?page=2"/></feed>',
  },
  fields: [
    'link',
    'description',
    'content:encoded',
    'pubDate',
    'expires_at',
    'location',
    'region',
    'city',
    'state',
    'country',
    'company',
    'type',
    'salary',
    'remote',
    'category',
    'dc:date',
  ],
  spoil: spoilXml,
}
