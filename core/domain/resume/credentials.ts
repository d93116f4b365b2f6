import {
  CODING_CUE,
  LONG_PATTERN,
  nameOf,
  SHORT_PATTERN,
} from '../read/requirement/credential-words.ts'
import { fold } from '../text/fold.ts'
import { lastDate, monthIndex } from './dates.ts'
import type { ResumeLine } from './lines.ts'
import { quoted, type HeldCredential, type LeftOut } from './resume.ts'

const SHORT = new RegExp(SHORT_PATTERN.source, 'g')
/** Above the first heading stand the name and the letters behind it. */
const TOP_LINES = 6

/** Words beside a credential that say it is not held, or not yet. */
const NOT_YET =
  /\b(?:in[ -]progress|pursu\w+|expect\w*|anticipat\w*|candidate|eligible|scheduled|studying|preparing|preparation|prep|working (?:toward|on)\w*|student|planned|plan(?:s|ning)? to|pending|upcoming|to be (?:taken|earned|obtained)|will (?:take|sit|test|earn)|sit(?:ting)? for|exam (?:date|on)|goal|seeking|hope|hoping|desired|enrolled|not yet|training for)\b/
const GONE = /\b(?:lapsed|expired|inactive|former(?:ly)?|retired|no longer)\b/
const EARNED =
  /\b(?:earned|obtained|passed|achieved|received|hold|certified|credentialed|certification|member|active|current)\b/

interface Mention {
  code: string
  start: number
  end: number
}

/** The credentials a résumé says are held. One that is in progress, planned or lapsed is not held. */
export function readCredentials(
  lines: readonly ResumeLine[],
  now: string,
): { credentials: HeldCredential[]; left_out: LeftOut[] } {
  const held = new Map<string, HeldCredential>()
  const not = new Map<string, LeftOut>()
  const later = new Map<string, LeftOut>()
  lines.forEach((line, at) => {
    if (!speaksOfThePerson(line, at)) return
    for (const { mentions, text } of clausesOf(line.text)) {
      for (const { code } of mentions) {
        const words = quoted(line.text)
        const why = doubt(line, text, now)
        // A line that doubts outweighs letters behind the name: nothing is ticked that the résumé itself puts
        // off. Only the account of a course ("exam preparation") says nothing against a credential held since.
        if (why !== null) (line.section === 'school' ? later : not).set(code, { why, words })
        else if (!held.has(code) || held.get(code)?.since === null)
          held.set(code, { code, since: sinceOf(text, now), words })
      }
    }
  })
  for (const code of not.keys()) held.delete(code)
  for (const full of ['CPC', 'COC', 'CIC']) oneOfTwo(held, full)
  for (const [code, doubt] of later) if (!held.has(code) && !not.has(code)) not.set(code, doubt)
  return { credentials: [...held.values()], left_out: [...not.values()] }
}

/** Where both forms are named, the A stands unless the full credential is the later one. */
function oneOfTwo(held: Map<string, HeldCredential>, full: string): void {
  const [whole, apprentice] = [held.get(full), held.get(`${full}-A`)]
  if (whole === undefined || apprentice === undefined) return
  const later = whole.since !== null && whole.since > (apprentice.since ?? '9')
  held.delete(later ? `${full}-A` : full)
}

/** In the account of a job a credential is often another person's, or the job's. */
function speaksOfThePerson({ section, text, pending }: ResumeLine, at: number): boolean {
  if (section === 'credentials' || pending) return true
  if (section === 'top' && at < TOP_LINES) return true
  if (section === 'work' || section === 'unpaid' || section === 'other') return false
  const folded = fold(text)
  return EARNED.test(folded) || NOT_YET.test(folded) || CODING_CUE.test(folded)
}

function doubt(line: ResumeLine, clause: string, now: string): 'not_held' | 'expired' | null {
  const folded = fold(clause)
  if (line.pending || NOT_YET.test(folded)) return 'not_held'
  if (GONE.test(folded)) return 'expired'
  const until = /\b(?:exp(?:ires|iration|iry)?\.?|valid (?:through|until))\b(.*)$/i.exec(
    clause,
  )?.[1]
  const last = until === undefined ? null : lastDate(until, now)
  const today = monthIndex(now) ?? 0
  const over = last === null ? null : monthIndex(last.length === 4 ? `${last}-12` : last)
  if (over !== null && over < today) return 'expired'
  const said = lastDate(clause, now)
  // A date to come is the day of an exam, unless it is the day the credential runs out.
  return until === undefined && said !== null && isAhead(said, today) ? 'not_held' : null
}

const isAhead = (date: string, today: number): boolean =>
  (monthIndex(date.length === 4 ? `${date}-01` : date) ?? 0) > today

function sinceOf(clause: string, now: string): string | null {
  if (/\b(?:exp|valid|renew)/i.test(clause)) return null
  return lastDate(clause, now)
}

/** Stretches of a line with the credentials each names; one without any belongs to the one before it. */
function clausesOf(line: string): { mentions: Mention[]; text: string }[] {
  const clauses: { mentions: Mention[]; text: string }[] = []
  for (const part of line.split(/(?<=[;,|•])\s*|\s+(?:and|&)\s+/)) {
    const mentions = mentionsIn(part)
    const before = clauses.at(-1)
    if (mentions.length === 0 && before !== undefined) before.text += ` ${part}`
    else clauses.push({ mentions, text: part })
  }
  // What stands before the first credential ("Pursuing ...") speaks of it too.
  const [first, second] = clauses
  if (first !== undefined && second !== undefined && first.mentions.length === 0) {
    second.text = `${first.text} ${second.text}`
  }
  return clauses
}

function mentionsIn(text: string): Mention[] {
  const folded = fold(text)
  const found: Mention[] = []
  const add = (match: RegExpExecArray, from: string) => {
    const name = nameOf(match[0])
    const start = match.index
    if (name === null || name.unless?.test(folded) === true) return
    const end = start + from.slice(start, start + match[0].length).length
    if (!found.some((m) => m.start < end && start < m.end))
      found.push({ code: name.code, start, end })
  }
  for (const match of folded.matchAll(LONG_PATTERN)) add(match, folded)
  for (const match of text.matchAll(SHORT)) add(match, text)
  // "Certified Professional Coder (CPC-A)": the letters say more than the name.
  const codes = new Set(found.map(({ code }) => code))
  return found.filter(({ code }) => !codes.has(`${code}-A`) && !codes.has(`${code}-P`))
}
