import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { readConfig } from '../core/config.ts'
import { advertSchema, type Advert } from '../core/domain/advert.ts'
import { readAdvert } from '../core/domain/read/read-advert.ts'
import { advertText } from '../core/domain/text/document.ts'
import { looksLikeHtml } from '../core/domain/text/html-to-text.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { getListing } from '../core/store/listings.ts'
import { withDatabase } from './database.ts'
import { showAdvert, type ShownAdvert } from './show-advert.ts'

const USAGE = `Usage: npm run -s show -- <file.json | file.txt | file.html | -> [--title T] [--employer E] [--place P] [--color]
       npm run -s show -- --listing ID [--color]

Prints one advert with the words that earned tags marked, what it asks as a tree, and each tag with its
value, rule and words. JSON has the shape that "npm run -s read" takes; of text and HTML the first line is
the title unless --title says it. "-" reads standard input. Without a terminal or --color a mark is
[[words]]{tags}; a name that begins with "tree:" is a part of the tree.`

/** Shows one advert read. 0 when it was shown, 1 when not. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const [path, ...more] = positionals
  const fromListing = values.listing !== undefined
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (more.length > 0 || fromListing === (path !== undefined)) {
    throw new FootholdError('bad-usage', `Name one file, or one listing.\n\n${USAGE}`)
  }
  const advert =
    path === undefined
      ? await storedAdvert(values.listing ?? '')
      : readNow(advertOf(path, await contentOf(path), values))
  const colour = values.color ?? process.stdout.isTTY ?? false
  process.stdout.write(showAdvert(advert, { colour }))
  return 0
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        employer: { type: 'string' },
        place: { type: 'string' },
        listing: { type: 'string' },
        color: { type: 'boolean' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new FootholdError('bad-usage', `${sentence(error)}\n\n${USAGE}`)
  }
}

async function contentOf(path: string): Promise<string> {
  if (path === '-') return readAll(process.stdin)
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new FootholdError('no-such-file', `The file ${path} cannot be read: ${sentence(error)}`)
  }
}

type Given = {
  title?: string | undefined
  employer?: string | undefined
  place?: string | undefined
}

/** The advert in a file, by the file's ending; of standard input by what it looks like. */
function advertOf(path: string, raw: string, given: Given): Advert {
  const content = raw.replace(/^\uFEFF/, '')
  const kind = /\.(?<ending>json|html?|txt)$/i.exec(path)?.groups?.ending?.toLowerCase()
  if (kind === 'json' || (path === '-' && content.trimStart().startsWith('{'))) {
    return { ...jsonAdvert(path, content), ...named(given) }
  }
  const isHtml = kind === undefined ? looksLikeHtml(content) : kind.startsWith('htm')
  const body = isHtml ? { html: content } : { text: content }
  const shown = advertText({ title: '', ...body }).text
  const first = shown.split('\n').find((line) => line.trim() !== '')
  if (first === undefined) throw new FootholdError('empty-advert', `${nameOf(path)} holds no text.`)
  return { title: first.trim(), ...named(given), ...body }
}

/** Only what was given: an absent option must not hide what the file says. */
const named = (given: Given): Given =>
  Object.fromEntries(
    (['title', 'employer', 'place'] as const).flatMap((key) =>
      given[key] === undefined ? [] : [[key, given[key]]],
    ),
  )

const nameOf = (path: string): string => (path === '-' ? 'Standard input' : path)

function jsonAdvert(path: string, content: string): Advert {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw new FootholdError('not-json', `${nameOf(path)} is not JSON: ${sentence(error)}`)
  }
  const parsed = advertSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.join('.')
  throw new FootholdError(
    'advert-shape',
    `${nameOf(path)} is not an advert (${where}: ${issue?.message ?? 'wrong shape'}); an advert is {title, employer?, place?, html? or text?, structured?}.`,
  )
}

function readNow(advert: Advert): ShownAdvert {
  const { title, employer = null, place = null } = advert
  return { title, employer, place, ...readAdvert(advert) }
}

/** A listing as the database holds it: read by the rules of its day, which the page shows too. */
async function storedAdvert(id: string): Promise<ShownAdvert> {
  if (!/^[1-9]\d{0,14}$/.test(id))
    throw new FootholdError('bad-usage', `"${id}" is not the number of a listing.`)
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const listing = await withDatabase(config, ({ db }) => getListing(db, Number(id)))
  if (listing === null) throw new FootholdError('no-listing', `There is no listing ${id}.`)
  console.error(`Listing ${id}, read by version ${listing.tagger_version} of the rules.`)
  return listing
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(sentence(error))
    process.exitCode = 1
  },
)
