import { rss } from './rss.ts'
import type { Sample } from './sample.ts'

export const ymcareers: Sample = {
  ...rss,
  loop: {
    settings: { site: 'https://careers.example.org' },
    body: '<rss><channel><link>https://careers.example.org/jobs/?page=2</link></channel></rss>',
  },
  fields: ['link', 'description', 'pubDate', 'location', 'company', 'category'],
}
