import type { Sample } from './sample.ts'
import { spoilXml } from './xml-spoil.ts'

const job = (id: string) =>
  `<job><title><![CDATA[Medical Coder ${id}]]></title><referencenumber><![CDATA[${id}]]></referencenumber><extra>x</extra></job>`
const file = (jobs: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<source><publisher>Example</publisher>${jobs.join('\n')}</source>`

export const indeed: Sample = {
  body: (ids) => file(ids.map(job)),
  untitled: (ids, bad) =>
    file([...ids.map(job), `<job><referencenumber>${bad}</referencenumber></job>`]),
  wrongType: '<rss><channel></channel></rss>',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-xml' },
  loop: { settings: { url: 'https://careers.example.org/jobs.xml' }, body: file([job('1')]) },
  fields: [
    'date',
    'expirationdate',
    'url',
    'company',
    'city',
    'state',
    'country',
    'description',
    'salary',
    'jobtype',
    'remotetype',
    'experience',
    'education',
    'location',
  ],
  spoil: spoilXml,
}
