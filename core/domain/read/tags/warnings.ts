import type { Evidence, Warning } from '../../reading.ts'
import type { Sentence } from '../../text/document.ts'
import { CUE } from '../lexicon.ts'
import { quote, sentenceAt, type Scan } from './scan.ts'
import { COURSE_ADVERT, SCAM_CUES, type ScamCue } from './warning-words.ts'
import { matchesOf } from '../../text/matches.ts'

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
  const live = SCAM_CUES.map((cue) => ({ cue, last: -1, done: false }))
  for (let at = 0; at < entry.length; at++) {
    const known = entry[at]
    if (known === undefined || (known.cues & CUE.scam) === 0) continue
    for (const here of live) {
      if (here.done || !here.cue.words.includes(known.word)) continue
      const sentence = sentenceAt(scan, start[at] ?? 0)
      if (!sentence || sentence.start === here.last) continue
      here.last = sentence.start
      here.done = readCue(scan, here.cue, sentence, put)
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

/** "No experience, $35 an hour, start today": wages far above a beginner's, with nothing asked. */
function tooGoodCue(scan: Scan, put: Put): void {
  const said = (pattern: RegExp) => pattern.test(scan.titleLower) || pattern.test(scan.lower)
  if (!said(/\bno (?:prior )?experience\b/)) return
  const wage = /\$ ?(?:3[5-9]|[4-9]\d)(?:\.\d\d)?(?:\+)? ?(?:\/|per|an) ?(?:hour|hr)\b/.exec(
    scan.lower,
  )
  if (wage && said(/\bremote|from home|at home|own couch/))
    put('too_good_pay', wage.index, wage.index + wage[0].length)
}

/** An advert for a course: at least two different marks of a school, and no employer's benefits beside. */
function trainingCue(scan: Scan, put: Put): void {
  if ((scan.words.cues & CUE.schoolAdvert) === 0) return
  const found = new Map<string, { start: number; end: number }>()
  for (const match of matchesOf(COURSE_ADVERT, scan.lower)) {
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
