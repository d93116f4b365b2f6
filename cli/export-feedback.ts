import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { readConfig } from '../core/config.ts'
import { FEEDBACK_STATUSES, type FeedbackStatus } from '../core/domain/feedback.ts'
import { allows } from '../core/domain/policy.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { feedbackCases, type FeedbackCase } from '../core/store/feedback.ts'
import { adapterFor } from '../workers/sources/index.ts'
import { withDatabase } from './database.ts'

const USAGE = `Usage: npm run -s export:feedback [-- --status new|used|refused|all]   (default: new)

Writes what people called wrong as JSON Lines on standard output, oldest first:
  {id, title, employer, place, text, tag, shown, words, correct, tagger_version}
"shown" is the value the page showed (null = not stated), "words" the words it gave as the reason,
"correct" what the person says in their own words. "text" is null where the feed's terms forbid export.

To make a labelled case: read the advert, decide what is right by the definitions of the tags, and write
one line with the same id and the tag's right value:
  {"id": "feedback-12", "expect": {"pay": {"min": 18, "max": 21.5, "unit": "hour"}}}
In "expect", credentials are "credentials_required", "credentials_preferred", "accepted_apprentice" and
"within_months_of_hire"; education is its level; warnings are a list of codes. Then
  npm run -s export:feedback > adverts.jsonl
  npm run -s eval -- --adverts adverts.jsonl --labels labels.jsonl
A person can be wrong too: a line without an "expect" of yours is not scored.`

/** Writes the statements and says on standard error how many. 0 when all were written, 1 when not. */
async function main(args: string[]): Promise<number> {
  const status = statusOf(args)
  if (status === null) {
    console.log(USAGE)
    return 0
  }
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const { written, withheld } = await withDatabase(config, ({ db }) =>
    write(feedbackCases(db, status)),
  )
  const without = withheld === 0 ? '' : `, ${withheld} without the text`
  console.error(`${written} written${without}.`)
  return 0
}

/** The status asked for, undefined for all, null for help. */
function statusOf(args: string[]): FeedbackStatus | undefined | null {
  const { values } = parse(args)
  if (values.help) return null
  if (values.status === 'all') return undefined
  const status = FEEDBACK_STATUSES.find((known) => known === values.status)
  if (status !== undefined) return status
  throw new FootholdError('bad-usage', `There is no status "${values.status}".\n\n${USAGE}`)
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        status: { type: 'string', default: 'new' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new FootholdError('bad-usage', `${sentence(error)}\n\n${USAGE}`)
  }
}

async function write(
  cases: AsyncIterable<FeedbackCase>,
): Promise<{ written: number; withheld: number }> {
  const { stdout } = process
  let gone = false
  // The reader of our output has closed it (head, for one): stop quietly.
  stdout.on('error', () => (gone = true))
  let [written, withheld] = [0, 0]
  for await (const one of cases) {
    if (gone) break
    const text = mayExport(one) ? one.text : null
    if (text === null) withheld += 1
    written += 1
    const { title, employer, place, tag, shown, words, correct, tagger_version } = one
    const id = `feedback-${one.id}`
    const line = { id, title, employer, place, text, tag, shown, words, correct, tagger_version }
    if (!stdout.write(`${JSON.stringify(line)}\n`)) {
      await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]).catch(() => undefined)
    }
  }
  return { written, withheld }
}

/** What the feed's terms say; where its entry is silent, its platform's usual terms; our own demo adverts always. */
function mayExport({ source: { kind, origin, policy } }: FeedbackCase): boolean {
  if (origin === 'demo') return true
  return allows({ ...adapterFor(kind)?.policy, ...policy }, 'export')
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentence(error))
    process.exit(1)
  },
)
