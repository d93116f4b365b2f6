import { renderToString } from 'preact-render-to-string'
import { DOCS_FILES, paths } from '../paths.ts'

/**
 * What programs can ask, with a form to try each request. The widget is Swagger UI, served by us; without
 * script the page leads to the description itself. A document of its own: the widget's style and ours would
 * change each other's forms and tables.
 */
export function docsPage(): string {
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>For programs (API) · Foothold</title>
        <link rel="icon" href={paths.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={DOCS_FILES.css} />
        <link rel="stylesheet" href="/assets/docs.css" />
        <script src={DOCS_FILES.js} defer />
        <script src="/assets/docs.js" defer />
      </head>
      <body>
        <header>
          <p>
            <a href={paths.search}>Foothold: find jobs</a>
          </p>
          <h1>Foothold for programs</h1>
          <p>
            Everything the pages show can be asked for as JSON. No key is needed. The{' '}
            <a href={paths.openapi}>OpenAPI description</a> is what this page is drawn from; the
            folder <code>docs/client</code> of the project holds types made from it.
          </p>
          <p>
            Any search is also a feed, under the same query string: <a href={paths.rss}>RSS</a>,{' '}
            <a href={paths.jsonFeed}>JSON Feed</a> and, for job boards,{' '}
            <a href={paths.jobXml}>XML</a>.
          </p>
          <noscript>
            <p>
              The list of requests below is drawn by a script. Without it, read the{' '}
              <a href={paths.openapi}>description</a> itself.
            </p>
          </noscript>
        </header>
        <div id="requests" data-description={paths.openapi} />
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}
