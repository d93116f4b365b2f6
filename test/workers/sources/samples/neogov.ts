import type { Sample } from './sample.ts'
import { spoilXml } from './xml-spoil.ts'

const item = (id: string) =>
  `<item><title>Billing Clerk ${id}</title><joblisting:jobId>${id}</joblisting:jobId><extra>x</extra></item>`
const feed = (items: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:joblisting="http://www.neogov.com/namespaces/JobListing"><channel>${items.join('\n')}</channel></rss>`

export const neogov: Sample = {
  body: (ids) => feed(ids.map(item)),
  untitled: (ids, bad) =>
    feed([...ids.map(item), `<item><joblisting:jobId>${bad}</joblisting:jobId></item>`]),
  wrongType: '<sitemapindex></sitemapindex>',
  web: { body: '<!doctype html><title>Error</title>', problem: 'html-instead-of-xml' },
  loop: { settings: { agency: 'example' }, body: feed([item('1')]) },
  fields: [
    'link',
    'description',
    'pubDate',
    'joblisting:advertiseFromDate',
    'joblisting:advertiseToDateTime',
    'joblisting:advertiseToDateTimeUTC',
    'joblisting:minimumSalary',
    'joblisting:maximumSalary',
    'joblisting:salaryCurrency',
    'joblisting:salaryInterval',
    'joblisting:location',
    'joblisting:state',
    'joblisting:jobType',
    'joblisting:examplesofduties',
    'joblisting:categories',
  ],
  spoil: spoilXml,
}
