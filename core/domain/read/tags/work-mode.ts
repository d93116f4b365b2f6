import type { Evidence, Warning } from '../../reading.ts'
import type { WorkMode } from '../../tags.ts'
import { fold } from '../../text/fold.ts'
import { CUE } from '../lexicon.ts'
import { outside, quote, sectionOf, type Scan } from './scan.ts'
import { MODE_WORD, modeSignal, type ModeSignal } from './work-mode-words.ts'

export interface WorkModeTags {
  work_mode: WorkMode
  hybrid_days_onsite: number | null
  warnings: Warning[]
  evidence: { work_mode?: Evidence[]; hybrid_days_onsite?: Evidence[] }
}

interface Heard {
  signal: ModeSignal
  from: Evidence
  bare: boolean
}

/**
 * Where the work is done (tags.md 10), from the title, the place, every statement of the text and the
 * feed's own fields. A feed's remote mark fills silence; text that says otherwise wins and is shown as
 * `structure_conflict`.
 */
export function readWorkMode(scan: Scan): WorkModeTags {
  const heard = hear(scan)
  const own = combine(heard)
  const stated = structuredMode(scan)
  const evidence: WorkModeTags['evidence'] = {}
  if (own.mode === 'not_stated') {
    if (stated === null)
      return { work_mode: 'not_stated', hybrid_days_onsite: null, warnings: [], evidence }
    evidence.work_mode = [outside(stated.words, stated.rule)]
    return { work_mode: stated.mode, hybrid_days_onsite: null, warnings: [], evidence }
  }
  evidence.work_mode = own.by.slice(0, 3).map((h) => h.from)
  const days = own.mode === 'hybrid' ? own.days : null
  if (days !== null) evidence.hybrid_days_onsite = evidence.work_mode
  return {
    work_mode: own.mode,
    hybrid_days_onsite: days,
    warnings: conflict(scan, own.mode, own.by),
    evidence,
  }
}

function hear(scan: Scan): Heard[] {
  const heard: Heard[] = []
  const outer = (words: string, rule: string): void => {
    const signal = modeSignal(fold(words), true)
    if (signal) heard.push({ signal, from: outside(words, rule), bare: true })
  }
  if ((scan.titleWords.cues & CUE.workPlace) !== 0) outer(scan.title, 'title.work_mode')
  if (scan.place !== '') outer(scan.place, 'structured.place')
  if ((scan.words.cues & CUE.workPlace) === 0) return heard
  for (const [at, sentence] of scan.doc.sentences.entries()) {
    if (((scan.cues[at] ?? 0) & CUE.workPlace) === 0) continue
    const words = scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 900))
    if (!MODE_WORD.test(words)) continue
    const heading = sectionOf(scan, sentence)?.heading ?? ''
    const labelled = words.length < 80 && PLACE_LABEL.test(heading)
    const signal = modeSignal(answered(scan, at, words), labelled)
    if (!signal) continue
    const benefit = sectionOf(scan, sentence)?.kind === 'benefits'
    if (
      benefit &&
      signal.is === 'remote' &&
      !/\b(?:fully|100%|permanent(?:ly)?|completely) (?:remote|work[- ]from[- ]home|telework)/.test(
        words,
      )
    )
      continue
    heard.push({
      signal,
      from: quote(scan, sentence.start, sentence.end, `work_mode.${signal.is}`),
      bare: false,
    })
  }
  return heard
}

/** "Remote job" with "No" on the line below, as tables of facts become when their cells part. */
const ASKED_LINE =
  /^\W*(?:remote|telework|work from home|telecommut\w+)(?: (?:job|work|position|eligible|eligibility|option|available|status))?\W*$/
function answered(scan: Scan, at: number, words: string): string {
  if (words.length > 40 || !ASKED_LINE.test(words)) return words
  const below = scan.doc.sentences[at + 1]
  if (below === undefined) return words
  const answer = scan.lower
    .slice(below.start, Math.min(below.end, below.start + 60))
    .replace(/^\W+/, '')
  return /^(?:yes|no|not|none|n\/a)\b/.test(answer)
    ? `${words.replace(/\W+$/, '')}: ${answer}`
    : words
}

/** A heading under which a bare "Remote" or "Onsite" is the whole statement. */
const PLACE_LABEL =
  /\b(?:location|work (?:type|arrangement|model|mode|setting|site)|workplace|remote|telework)\b/i

interface Combined {
  mode: WorkMode
  days: number | null
  by: Heard[]
}

/** Weighs the signals of one advert against each other; the stricter statement wins over the looser. */
function combine(heard: readonly Heard[]): Combined {
  const of = (is: ModeSignal['is']) => heard.filter((h) => h.signal.is === is)
  const remote = heard.filter((h) => h.signal.is === 'remote' && h.signal.strong)
  const hybrid = of('hybrid').filter((h) => h.signal.is === 'hybrid' && !h.signal.weak)
  const weakHybrid = of('hybrid').filter((h) => h.signal.is === 'hybrid' && h.signal.weak)
  const after = of('remote_after')
  const training = of('training_onsite')
  const refusal = of('refusal')
  const onsite = of('onsite')
  const later = of('later')
  const weak = heard.filter((h) => h.signal.is === 'remote' && !h.signal.strong)

  if (hybrid.length > 0) return { mode: 'hybrid', days: daysOf([...hybrid, ...after]), by: hybrid }
  if (after.length > 0) {
    const mixed = after.filter((h) => h.signal.is === 'remote_after' && h.signal.after === 'hybrid')
    if (mixed.length > 0) return { mode: 'hybrid', days: daysOf(mixed), by: mixed }
    if (weakHybrid.length > 0) return { mode: 'hybrid', days: null, by: [...weakHybrid, ...after] }
    return { mode: 'remote_after', days: null, by: after }
  }
  if (refusal.length > 0) return { mode: 'onsite', days: null, by: refusal }
  if (later.length > 0 && remote.length === 0) return { mode: 'onsite', days: null, by: later }
  if (remote.length > 0) {
    if (training.length > 0) {
      if (weakHybrid.length > 0)
        return { mode: 'hybrid', days: null, by: [...weakHybrid, ...training] }
      return { mode: 'remote_after', days: null, by: [...training, ...remote] }
    }
    if (weakHybrid.length > 0 && !remote.some((h) => /\b(?:fully|100%)/i.test(h.from.words)))
      return { mode: 'hybrid', days: null, by: weakHybrid }
    if (onsite.length > 0 && !remote.some((h) => h.bare))
      return { mode: 'onsite', days: null, by: onsite }
    return { mode: 'remote', days: null, by: remote }
  }
  if (onsite.length > 0) return { mode: 'onsite', days: null, by: onsite }
  if (weak.length > 1) return { mode: 'remote', days: null, by: weak }
  return { mode: 'not_stated', days: null, by: [] }
}

function daysOf(heard: readonly Heard[]): number | null {
  for (const { signal } of heard) {
    if ((signal.is === 'hybrid' || signal.is === 'remote_after') && signal.days !== null)
      return signal.days
  }
  return null
}

function structuredMode(scan: Scan): { mode: WorkMode; words: string; rule: string } | null {
  const { work_mode: mode, remote } = scan.structured
  if (mode != null && mode.trim() !== '') {
    const words = fold(mode)
    const rule = 'structured.work_mode'
    if (words.includes('hybrid') || words.includes('flex'))
      return { mode: 'hybrid', words: mode, rule }
    if (/\b(?:not|no|non)[- _]?remote/.test(words)) return { mode: 'onsite', words: mode, rule }
    if (/remote|telecommut|home|virtual/.test(words)) return { mode: 'remote', words: mode, rule }
    if (/on[- _]?site|office|in[- _]?person/.test(words))
      return { mode: 'onsite', words: mode, rule }
  }
  return remote === true
    ? { mode: 'remote', words: 'remote: true', rule: 'structured.remote' }
    : null
}

function conflict(scan: Scan, mode: WorkMode, by: readonly Heard[]): Warning[] {
  const stated = structuredMode(scan)
  const said =
    stated?.mode ?? (scan.structured.remote === false && mode === 'remote' ? 'onsite' : null)
  if (said === null || said === mode) return []
  const agrees = said === 'remote' && (mode === 'remote_after' || mode === 'hybrid')
  if (agrees && stated?.rule === 'structured.remote') return []
  return [{ code: 'structure_conflict', words: by[0]?.from.words ?? mode }]
}
