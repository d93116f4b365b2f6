import { readConfig } from '../core/config.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import {
  membersOf,
  partPostings,
  unpartPostings,
  type Member,
  type PostingName,
} from '../core/store/part.ts'
import { withDatabase } from './database.ts'

const USAGE = `Usage:
  npm run -s part -- --listing ID                            shows the postings of a listing, and why they are one job
  npm run -s part -- SOURCE/ID SOURCE/ID [--note "TEXT"]     keeps two postings apart for good
  npm run -s part -- --undo SOURCE/ID SOURCE/ID              lets the rule decide again`

/** `npm run -s part`: what an operator does where two postings were wrongly taken for one job. */
async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help') {
    console.error(USAGE)
    return args.length === 0 ? 1 : 0
  }
  const asked = parse(args)
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  return withDatabase(config, async ({ db }) => {
    if ('listing' in asked) {
      const members = await membersOf(db, asked.listing)
      if (members.length === 0)
        throw new FootholdError('no-listing', `There is no listing ${asked.listing} with postings.`)
      for (const member of members) console.log(line(member))
      return 0
    }
    const [one, other] = asked.postings
    const report = asked.undo
      ? await unpartPostings(db, one, other, new Date())
      : await partPostings(db, one, other, asked.note, new Date())
    console.log(
      report.one === report.other
        ? `Both stand in listing ${report.one ?? 'none'}.`
        : `They stand in the listings ${report.one ?? 'none'} and ${report.other ?? 'none'}.`,
    )
    return 0
  })
}

type Asked =
  { listing: number } | { postings: [PostingName, PostingName]; undo: boolean; note: string | null }

function parse(args: readonly string[]): Asked {
  const [first, second, ...rest] = args
  if (first === '--listing' && second !== undefined && /^\d+$/.test(second) && rest.length === 0)
    return { listing: Number(second) }
  const undo = first === '--undo'
  const [one, other, flag, note, ...more] = undo ? args.slice(1) : args
  const noted = !undo && flag === '--note' && note !== undefined && more.length === 0
  if (one === undefined || other === undefined || !(noted || flag === undefined))
    throw new FootholdError('bad-usage', USAGE)
  return { postings: [nameOf(one), nameOf(other)], undo, note: noted ? note : null }
}

/** "greenhouse-acme/12345": the source's key holds no slash, an id may. */
function nameOf(text: string): PostingName {
  const at = text.indexOf('/')
  if (at < 1 || at === text.length - 1)
    throw new FootholdError('bad-usage', `"${text}" is not SOURCE/ID. ${USAGE}`)
  return { source: text.slice(0, at), external_id: text.slice(at + 1) }
}

function line(member: Member): string {
  const state = member.open ? '' : ' (closed)'
  const words = member.shown ? 'shown' : (member.why ?? 'joined by older rules')
  return `${member.source}/${member.external_id}${state}: ${member.title ?? 'no title'}, ${member.employer ?? 'no employer'}. ${words}`
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentence(error))
    process.exit(1)
  },
)
