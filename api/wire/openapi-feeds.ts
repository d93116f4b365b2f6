import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { paths } from '../../web/paths.ts'
import { listingQuerySchema } from './listing-query.ts'
import { problems, readHeaders } from './openapi-parts.ts'

const ABOUT =
  'The same query string as `GET /api/v1/listings`. Always from the newest listing, `limit` of them (at most and ' +
  'without it 100); `sort`, `cursor` and `warnings` say nothing here. Only listings that the terms of their sources let ' +
  'out, with the credit they ask for, and without the text where they forbid keeping it.'

const feed = (
  operationId: string,
  summary: string,
  type: string,
  schema: z.ZodType,
  example: unknown,
): { get: ZodOpenApiOperationObject } => ({
  get: {
    operationId,
    tags: ['Feeds'],
    summary,
    description: ABOUT,
    requestParams: { query: listingQuerySchema },
    responses: {
      200: {
        description: 'The feed.',
        content: { [type]: { schema, example } },
        headers: readHeaders,
      },
      ...problems(400, 429, 503),
    },
  },
})

export const jsonFeedSchema = z
  .looseObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    items: z.array(
      z.looseObject({
        id: z.string(),
        url: z.string(),
        external_url: z.string().optional().meta({ description: 'The original advert.' }),
        title: z.string(),
        content_html: z.string(),
        summary: z.string(),
        date_published: z.iso.datetime(),
        tags: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'JsonFeed', description: 'JSON Feed 1.1.' })

const jsonFeedExample: z.input<typeof jsonFeedSchema> = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Foothold: medical billing and coding jobs',
  home_page_url: 'https://jobs.example.org/?state=PA',
  feed_url: 'https://jobs.example.org/feeds/listings.json?state=PA',
  items: [
    {
      id: 'foothold:listing:4711',
      url: 'https://jobs.example.org/listings/4711',
      external_url: 'https://laurel-hollow.example.org/4711',
      title: 'Medical Billing Specialist I, Laurel Hollow (Altoona, PA)',
      content_html: '<ul><li>At least 6 months of paid work.</li></ul><p>Six months …</p>',
      summary: 'At least 6 months of paid work. · On site',
      date_published: '2026-11-20T06:00:12.345Z',
      tags: ['billing', 'asks_experience', 'onsite', 'snf'],
    },
  ],
}

const RSS_EXAMPLE =
  '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Foothold: medical billing and coding jobs</title>' +
  '<item><title>Medical Billing Specialist I, Laurel Hollow (Altoona, PA)</title>' +
  '<link>https://jobs.example.org/listings/4711</link></item></channel></rss>\n'

const XML_EXAMPLE =
  '<?xml version="1.0" encoding="utf-8"?>\n<source><publisher>Foothold</publisher><job>' +
  '<title><![CDATA[Medical Billing Specialist I]]></title><referencenumber><![CDATA[4711]]></referencenumber>' +
  '<city><![CDATA[Altoona]]></city><state><![CDATA[PA]]></state></job></source>\n'

const xml = z.string()

/** Any search as a feed. */
export const feedPaths: ZodOpenApiPathsObject = {
  [paths.rss]: feed('rssFeed', 'A search as RSS 2.0', 'application/rss+xml', xml, RSS_EXAMPLE),
  [paths.jsonFeed]: feed(
    'jsonFeed',
    'A search as JSON Feed 1.1',
    'application/feed+json',
    jsonFeedSchema,
    jsonFeedExample,
  ),
  [paths.jobXml]: feed(
    'jobXml',
    'A search in the XML that job boards exchange',
    'application/xml',
    xml,
    XML_EXAMPLE,
  ),
}
