import { CODE_OF_STATE_NAME, STATE_CODES } from '../us-states.ts'
import { systemNamedIn } from '../vocabulary/systems.ts'
import { readCredentials } from './credentials.ts'
import { readEducation } from './education.ts'
import { readJobs } from './jobs.ts'
import { linesOf, type ResumeLine } from './lines.ts'
import { quoted, type Quoted, type ResumeReading } from './resume.ts'

/** The address stands among the first lines. */
const ADDRESS_LINES = 8
const MOST_PROGRAMS = 20

/**
 * Reads the text of a résumé. Pure and total: what it cannot tell it leaves out, and it keeps no name, address
 * or number of the person beyond state and ZIP code. `now` is an ISO instant: jobs that go on are counted up
 * to its month.
 */
export function readResume(text: string, now: string): ResumeReading {
  const lines = linesOf(text)
  const { credentials, left_out } = readCredentials(lines, now)
  const jobs = readJobs(lines, now)
  return {
    credentials,
    work: jobs.work,
    education: readEducation(lines, now),
    ...placeOf(lines),
    software: programsOf(lines),
    externship_hours: externship(lines),
    practicode_done: practicode(lines),
    left_out: [...left_out, ...jobs.left_out],
  }
}

function placeOf(lines: readonly ResumeLine[]): Pick<ResumeReading, 'state' | 'zip'> {
  for (const { text, section } of lines.slice(0, ADDRESS_LINES)) {
    if (section !== 'top') continue
    const found =
      /(?:^|[,|•]|\s)\s*([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[,.]?\s+(\d{5})(?:-\d{4})?(?!\d)/.exec(
        text,
      )
    const alone = /,\s*([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?\s*(?=$|[|•·,])/.exec(text)
    const state = stateOf(found?.[1]) ?? stateOf(alone?.[1])
    if (state === null) continue
    const words = quoted(
      (state === stateOf(found?.[1]) ? found : alone)?.[0].replace(/^[\s,|•]+/, '') ?? text,
    )
    return {
      state: { value: state, words },
      zip: found?.[2] === undefined ? null : { value: found[2], words },
    }
  }
  return { state: null, zip: null }
}

function stateOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (STATE_CODES.includes(text)) return text
  const whole = CODE_OF_STATE_NAME.get(text.toLowerCase())
  // "Scranton Pennsylvania": the town stands before the state.
  return whole ?? CODE_OF_STATE_NAME.get(text.toLowerCase().split(' ').at(-1) ?? '') ?? null
}

function programsOf(lines: readonly ResumeLine[]): Quoted<string>[] {
  const found = new Map<string, string>()
  for (const { text, section } of lines) {
    if (section === 'top') continue
    for (const part of text.split(/[,;|•()/:]|\band\b/)) {
      const key = systemNamedIn(part)
      if (key !== null && !found.has(key)) found.set(key, quoted(text))
    }
  }
  return [...found].slice(0, MOST_PROGRAMS).map(([value, words]) => ({ value, words }))
}

function externship(lines: readonly ResumeLine[]): Quoted<number> | null {
  for (const { text } of lines) {
    if (!/\b(?:x?externship|practicum)\b/i.test(text)) continue
    const hours = /\b(\d{2,4})[ -]?(?:clock )?(?:hours?|hrs?)\b/i.exec(text)?.[1]
    if (hours !== undefined) return { value: Number(hours), words: quoted(text) }
  }
  return null
}

function practicode(lines: readonly ResumeLine[]): Quoted<boolean> | null {
  for (const { text } of lines) {
    if (!/\bpracticode\b/i.test(text)) continue
    if (/\b(?:in progress|currently|enrolled|working|expected)\b/i.test(text))
      return { value: false, words: quoted(text) }
    if (/\b(?:completed?|finished|done|graduate)\b/i.test(text))
      return { value: true, words: quoted(text) }
  }
  return null
}
