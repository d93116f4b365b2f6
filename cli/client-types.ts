import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { openApiDocument } from '../api/wire/openapi.ts'

/** Where the types stand that were made last. */
export const CLIENT_FILE = fileURLToPath(
  new URL('../docs/client/foothold-api.d.ts', import.meta.url),
)

const HEAD = `// Made from the description of the interface by \`npm run -s client\`. Do not edit.
// Use it with openapi-fetch: createClient<paths>({ baseUrl: 'http://127.0.0.1:4000' }).

`

/** TypeScript types of every request and answer, in the form that openapi-fetch takes. */
export async function clientTypes(): Promise<string> {
  // The version of the product stands in no type, and worked examples would be most of the file.
  const text = JSON.stringify(openApiDocument(''))
  const document = JSON.parse(text, (key, value: unknown) =>
    key === 'example' || key === 'examples' ? undefined : value,
  ) as Parameters<typeof openapiTS>[0]
  // What has a default may be left out of a request.
  return HEAD + astToString(await openapiTS(document, { defaultNonNullable: false }))
}
