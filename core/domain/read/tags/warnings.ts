import type { Evidence, Warning } from '../../reading.ts'
import type { Sentence } from '../../text/document.ts'
import { CUE } from '../lexicon.ts'
import { matchesAtWords } from '../words.ts'
import { quote, sentenceAt, type Scan } from './scan.ts'
import { COURSE_ADVERT, SCAM_CUES, SCAM_CUES_OF, type ScamCue } from './warning-words.ts'

/** Scam cues and course adverts, each with its words. Shown beside the advert; they never hide it. */
export function readWarnings(scan: Scan): { warnings: Warning[]; evidence: Evidence[] } {
  const warnings: Warning[] = []
  const evidence: Evidence[] = []
  const put = (code: string, start: number, end: number) => {
    if (warnings.some((w) => w.code === code)) return
    const quoted = quote(scan, start, end, `warning.${code}`)
    warnings.push({ code, words: quoted.words })
    evidence.push(quoted)
  }
  if ((scan.words.cues & CUE.scam) !== 0) readCues(scan, put)
  tooGoodCue(scan, put)
  trainingCue(scan, put)
  return { warnings, evidence }
}

type Put = (code: string, start: number, end: number) => void

/** Tries each cue on the statements that hold one of its words; the first that bears it out stands. */
function readCues(scan: Scan, put: Put): void {
  const { start, entry } = scan.words
  /** Where the statement begins on which each cue was tried last; past the text once the cue is borne out. */
  const last: number[] = SCAM_CUES.map(() => -1)
  for (let at = 0; at < entry.length; at++) {
    const known = entry[at]
    if (known === undefined || (known.cues & CUE.scam) === 0) continue
    const from = start[at] ?? 0
    const sentence = sentenceAt(scan, from)
    if (!sentence) continue
    for (const which of SCAM_CUES_OF.get(known.word) ?? []) {
      const cue = SCAM_CUES[which]
      if (cue === undefined || (last[which] ?? 0) >= sentence.start) continue
      last[which] = readCue(scan, cue, sentence, put) ? Infinity : sentence.start
    }
  }
}

function readCue(scan: Scan, cue: ScamCue, sentence: Sentence, put: Put): boolean {
  const words = scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 1200))
  const match = cue.pattern.exec(words)
  if (!match || cue.unless?.test(words) === true) return false
  put(cue.code, sentence.start + match.index, sentence.start + match.index + match[0].length)
  return true
}

/** Wages far above a beginner's, tried at each dollar sign. */
const HIGH_WAGE = /\$ ?(?:3[5-9]|[4-9]\d)(?:\.\d\d)?(?:\+)? ?(?:\/|per|an) ?(?:hour|hr)\b/y

function highWage(text: string): RegExpExecArray | null {
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    HIGH_WAGE.lastIndex = at
    const wage = HIGH_WAGE.exec(text)
    if (wage) return wage
  }
  return null
}

/** "No experience, $35 an hour, start today": wages far above a beginner's, with nothing asked. */
function tooGoodCue(scan: Scan, put: Put): void {
  const wage = highWage(scan.lower)
  if (wage === null) return
  const said = (pattern: RegExp) => pattern.test(scan.titleLower) || pattern.test(scan.lower)
  if (said(/\bno (?:prior )?experience\b/) && said(/\bremote|from home|at home|own couch/))
    put('too_good_pay', wage.index, wage.index + wage[0].length)
}

/** An advert for a course: at least two different marks of a school, and no employer's benefits beside. */
function trainingCue(scan: Scan, put: Put): void {
  if ((scan.words.cues & CUE.schoolAdvert) === 0) return
  const found = new Map<string, { start: number; end: number }>()
  for (const match of matchesAtWords(COURSE_ADVERT, scan.lower, scan.words, 0, CUE.courseStart)) {
    found.set(match[0], { start: match.index, end: match.index + match[0].length })
    if (found.size > 4) break
  }
  if (found.size < 2) return
  if (
    /\b(?:401\(?k\)?|paid time off|\bpto\b|job duties|essential functions|reports to|health insurance)\b/.test(
      scan.lower,
    ) &&
    found.size < 4
  )
    return
  const first = found.values().next().value
  if (first) put('training_advert', first.start, first.end)
}
