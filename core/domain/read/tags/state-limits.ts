import type { Evidence } from '../../reading.ts'
import { fold } from '../../text/fold.ts'
import type { Sentence } from '../../text/document.ts'
import { STATES } from '../../vocabulary/states.ts'
import { CUE } from '../lexicon.ts'
import { phrasesIn, wordsOf } from '../words.ts'
import { outside, quote, type Scan } from './scan.ts'
import { matchesOf } from '../../text/matches.ts'

export interface StateTags {
  states_allowed: string[]
  states_excluded: string[]
  evidence: { states_allowed?: Evidence[]; states_excluded?: Evidence[] }
}

interface Mention {
  code: string
  start: number
  end: number
}

/** Cheap test: without one of these words no state can be a limit. */
const ANY_CUE =
  /\b(?:resid\w*|live|lives|living|located|based|domicil\w*|states?|hire|hires|hiring|employ|remote|telecommut\w*|home|eligible|exclud\w*|except|exception|available|applicants|candidates|accepting|locations?|work from|residency|anywhere|address)\b/

const NOT_A_LIMIT =
  /\$|\b(?:may|can) (?:live|reside) elsewhere\b|\b(?:pay|salary|wage|compensation|privacy|disclosure|disclosures|fair chance|equal pay|ordinance|criminal|law|laws|act|licen[cs]\w*|medicaid|medi-cal|payers?|payors?|prefer\w*|ideally|a plus|minimum wage|pursuant|notice|headquarter\w*|family[- ]owned|experience)\b/

/** Wording family: where the worker must live. */
const RESIDENCE = [
  /\b(?:must|should|required to|need to|needs to|have to|has to|requires?|only|currently|limited to|restricted to|preferred to|able to)\b[^.;\n]{0,60}\b(?:reside|residing|live|living|be located|located|be based|based|resident\w*|residency|domiciled|work (?:remotely )?from)\b/,
  /\b(?:candidates?|applicants?|employees|contractors?|people|individuals|persons?|team members|residents?|coders|billers|workers|staff|anyone|those|you|remote)\b[^.;\n]{0,50}\b(?:reside|residing|live|lives|living|located|based|resident|residents|domiciled|from)\b/,
  /^\W*(?:permanent |a )*(?:residence|residency|home|address|permanent address|to live|live|living|anywhere|at home) in\b|\ban? (?:permanent )?(?:home|address|residence) in\b|\b[a-z]{2,20} residency\b|\bto live in\b/,
  /\b(?:candidates?|applicants?) (?:who are |located |residing |living )?(?:in|from)\b/,
  /\bresidents? (?:of|in|from)\b|\b[a-z]{2,20} residents? only\b|\bresidents only\b|\b[a-z]{2,20} residents,? (?:please|preferred only)\b|\bresidency (?:in|required)\b/,
  /\b(?:hire|hires|hiring|employ|employing|recruit\w*|accepting|considering|consider|accept|open to)\b[^.;\n]{0,60}\b(?:in|from|within(?! (?:\w+ )?(?:\d+|days?|weeks?|months?|hours?)\b))\b/,
  /\b(?:eligible|approved|following|these|listed|allowed|permitted|acceptable|select|participating|authorized|qualifying|below) (?:remote |work |hiring |u\.?s\.? )?states?\b|\bstates? (?:listed|below|eligible|we hire|include|are|allowed|approved|only)\b|\bhiring states\b/,
  /\b(?:available|offered|open|eligible|limited|restricted)\b[^.;\n]{0,30}\b(?:in|to)\b[^.;\n]{0,60}(?:\bonly\b|\bresidents?\b|\bstates?\b)/,
]
const OPEN_REMOTE =
  /\b(?:remote(?:ly)?|(?:work(?:ing|ed)?|performed|done)[- ](?:from|at)[- ]home|telecommut\w*|wfh|virtual)(?: (?:position|role|job|work|opportunity|coder|biller|only|candidates|eligible|available|option|status|based|located))*\s*(?:[-:(|,/]|\b(?:in|within|from|for|to|only)\b|\bin the states? of\b|\s)+\s*(?:the )?(?:states? of |following states:? ?)?$/
/** "Remote within New England (" … */
const REMOTE_WITHIN =
  /\b(?:remote(?:ly)?|work from home)\b[^.;\n]{0,25}\b(?:within|from)\b[^.;\n]{0,25}$/
const EXCLUSION =
  /\b(?:not|unable|cannot|can't|aren't|isn't|won't|don't|except|excepting|apart from|any state but|all states but|save for|excludes?|excluding|excluded|exclusions?|exclusive of|other than|exception|outside|ineligible|but not)\b/g
const EXCLUSION_CONTEXT =
  /\b(?:hire|hires|hiring|employ\w*|available|eligible|ineligible|reside\w*|residents?|residing|live|living|located|remote\w*|candidates?|applicants?|states?|accept\w*|consider\w*|open|work)\b/
const DISTANCE = /\b(?:within|commut\w*|miles?|hour|hours|driving|drive)\b/

/**
 * The states a worker must live in, or may not live in (tags.md 10). States where the employer stands, a
 * payer works or a pay law applies are no limits.
 */
export function readStateLimits(scan: Scan): StateTags {
  const allowed = new Map<string, Evidence>()
  const excluded = new Map<string, Evidence>()
  const structured = scan.structured.states
  for (const code of structured ?? []) {
    const upper = code.trim().toUpperCase()
    if (STATES[upper] !== undefined) allowed.set(upper, outside(code, 'structured.states'))
  }
  const fixed = allowed.size > 0
  for (const [words, rule] of [
    [scan.title, 'title.states'],
    [scan.place, 'structured.place'],
  ] as const)
    readShort(words, rule, fixed ? new Map<string, Evidence>() : allowed, excluded)
  if ((scan.words.cues & CUE.residence) !== 0)
    readText(scan, fixed ? new Map<string, Evidence>() : allowed, excluded)
  for (const code of excluded.keys()) if (!fixed) allowed.delete(code)
  const evidence: StateTags['evidence'] = {}
  if (allowed.size > 0) evidence.states_allowed = [...new Set(allowed.values())]
  if (excluded.size > 0) evidence.states_excluded = [...new Set(excluded.values())]
  return {
    states_allowed: [...allowed.keys()].sort(),
    states_excluded: [...excluded.keys()].sort(),
    evidence,
  }
}

function readShort(
  words: string,
  rule: string,
  allowed: Map<string, Evidence>,
  excluded: Map<string, Evidence>,
): void {
  if (words === '' || !/remote|home|telecommut|virtual|resid|hybrid/i.test(words)) return
  const folded = fold(words)
  const mentions = mentionsIn(words, folded, 0)
  if (mentions.length === 0) return
  const { yes, no } = limitsIn(folded, 0, mentions)
  const quoted = outside(words, rule)
  for (const m of no) excluded.set(m.code, quoted)
  for (const m of yes) allowed.set(m.code, quoted)
}

/** How much of one statement is read for states. */
const MOST_READ = 1500

function readText(
  scan: Scan,
  allowed: Map<string, Evidence>,
  excluded: Map<string, Evidence>,
): void {
  const { sentences } = scan.doc
  const names = scan.phrases.state
  let name = 0
  for (let at = 0; at < sentences.length; at++) {
    const sentence = sentences[at]
    if (!sentence) continue
    while ((names[name]?.start ?? Infinity) < sentence.start) name += 1
    // Without a state's name or code, and without the word "state", it neither names states nor opens a list.
    const cues = scan.cues[at] ?? 0
    const named =
      (names[name]?.start ?? Infinity) < sentence.end ||
      (cues & CUE.stateCode) !== 0 ||
      // its last word may be cut in two, and its first half be a name
      sentence.end - sentence.start > MOST_READ
    if (!named || (cues & CUE.residence) === 0) continue
    const folded = scan.lower.slice(
      sentence.start,
      Math.min(sentence.end, sentence.start + MOST_READ),
    )
    if (!ANY_CUE.test(folded)) continue
    const mentions = mentionsIn(
      scan.doc.text.slice(sentence.start, sentence.start + folded.length),
      folded,
      sentence.start,
    )
    if (mentions.length > 0) {
      const { yes, no } = limitsIn(folded, sentence.start, mentions)
      put(scan, yes, allowed, 'states.residence')
      put(scan, no, excluded, 'states.exclusion')
    } else if (opensList(folded)) {
      const excludes = folded.search(EXCLUSION) >= 0
      put(
        scan,
        listAfter(scan, sentences, at),
        excludes ? excluded : allowed,
        excludes ? 'states.exclusion_list' : 'states.list',
      )
    }
  }
}

function put(
  scan: Scan,
  mentions: readonly Mention[],
  into: Map<string, Evidence>,
  rule: string,
): void {
  const first = mentions[0]
  const last = mentions[mentions.length - 1]
  if (!first || !last) return
  const evidence = quote(scan, first.start, last.end, rule)
  for (const mention of mentions) if (!into.has(mention.code)) into.set(mention.code, evidence)
}

/** "Must live in one of the following states:" with the states on the lines below. */
function opensList(folded: string): boolean {
  if (!/\bstates?\b/.test(folded) || NOT_A_LIMIT.test(folded)) return false
  return RESIDENCE.some((pattern) => pattern.test(folded)) || EXCLUSION_CONTEXT.test(folded)
}

function listAfter(scan: Scan, sentences: readonly Sentence[], at: number): Mention[] {
  const all: Mention[] = []
  for (const sentence of sentences.slice(at + 1, at + 60)) {
    const text = scan.doc.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 900))
    const mentions = mentionsIn(text, fold(text), sentence.start)
    const named = mentions.reduce((sum, m) => sum + (m.end - m.start), 0)
    if (mentions.length === 0 || named < 0.5 * text.replace(/[^A-Za-z]/g, '').length) break
    all.push(...mentions)
  }
  return all
}

function limitsIn(
  folded: string,
  offset: number,
  mentions: readonly Mention[],
): { yes: readonly Mention[]; no: readonly Mention[] } {
  const none = { yes: [], no: [] }
  if (NOT_A_LIMIT.test(folded)) return none
  const bar = exclusionAt(folded)
  if (bar >= 0) {
    const after = mentions.filter((m) => m.start - offset > bar)
    const before = mentions.filter((m) => m.start - offset < bar)
    if (after.length === 0) {
      // "Illinois residents, please: the round can't be walked by video": another clause.
      const last = before[before.length - 1]
      const apart = last !== undefined && /[:;]/.test(folded.slice(last.end - offset, bar))
      if (apart)
        return { yes: isResidence(folded.slice(0, bar), offset, before) ? before : [], no: [] }
      return { yes: [], no: before }
    }
    return { yes: isResidence(folded.slice(0, bar), offset, before) ? before : [], no: after }
  }
  if (!isResidence(folded, offset, mentions)) return none
  if (
    mentions.length === 1 &&
    DISTANCE.test(folded) &&
    /\b(?:miles?|commut\w*|hours?|drive|driving)\b/.test(folded)
  )
    return none
  return { yes: mentions, no: [] }
}

/** Where a statement turns to the states it shuts out; -1 when it does not. */
function exclusionAt(folded: string): number {
  if (!EXCLUSION_CONTEXT.test(folded)) return -1
  EXCLUSION.lastIndex = 0
  const match = EXCLUSION.exec(folded)
  if (!match) return -1
  if (
    match[0] === 'not' &&
    /^not (?:limited|only|just|required|be required)\b/.test(folded.slice(match.index))
  )
    return -1
  if (
    match[0] === 'outside' &&
    /\b(?:not|cannot|unable|can't)\b[^.]*\boutside\b|\boutside of (?:these|the|this|those)\b/.test(
      folded,
    )
  )
    return -1
  // "cannot hire outside of Texas" keeps Texas in.
  if (
    /\b(?:not|cannot|unable|can't|don't|won't)\b[^.;]{0,60}\boutside\b/.test(
      folded.slice(match.index),
    )
  )
    return -1
  return match.index
}

function isResidence(folded: string, offset: number, mentions: readonly Mention[]): boolean {
  const first = mentions[0]
  if (!first) return false
  if (/\boutside of?\b/.test(folded))
    return /\b(?:not|cannot|unable|can't|don't|won't)\b/.test(folded)
  if (
    /\b(?:we are|we're|company is|hospital is|clinic is|practice is|facility is|office is|offices? located|locations? in|headquartered)\b/.test(
      folded,
    ) &&
    !/\b(?:must|candidates?|applicants?|hiring|hire)\b/.test(folded)
  )
    return false
  if (RESIDENCE.some((pattern) => pattern.test(folded))) return true
  // "Could be done from home, Maine only"
  const last = mentions[mentions.length - 1] ?? first
  if (
    /\b(?:remote\w*|(?:from|at) home|telework\w*)\b/.test(folded) &&
    /^\W{0,2}only\b/.test(folded.slice(last.end - offset))
  )
    return true
  const before = folded.slice(0, first.start - offset)
  return OPEN_REMOTE.test(before) || REMOTE_WITHIN.test(before)
}

const CODE = /\b[A-Z]{2}\b/g
const WORDLIKE = new Set([
  'IN',
  'OR',
  'ME',
  'OK',
  'HI',
  'OH',
  'PA',
  'LA',
  'MA',
  'MD',
  'AL',
  'CO',
  'DE',
  'ID',
  'MS',
  'MT',
  'VA',
])

/** State names in any case, and two-letter codes in capitals; a code that is also a word needs a neighbour. */
function mentionsIn(text: string, folded: string, offset: number): Mention[] {
  const mentions: Mention[] = []
  for (const hit of phrasesIn(wordsOf(folded)).state) {
    for (const code of hit.value.split('+')) {
      if (code !== '') mentions.push({ code, start: hit.start + offset, end: hit.end + offset })
    }
  }
  const codes: Mention[] = []
  for (const match of matchesOf(CODE, text)) {
    if (STATES[match[0]] === undefined) continue
    codes.push({ code: match[0], start: match.index + offset, end: match.index + 2 + offset })
  }
  for (const code of codes) {
    if (!WORDLIKE.has(code.code) || besideState(text, offset, code, codes, mentions))
      mentions.push(code)
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function besideState(
  text: string,
  offset: number,
  code: Mention,
  codes: readonly Mention[],
  names: readonly Mention[],
): boolean {
  const before = text.slice(Math.max(0, code.start - offset - 12), code.start - offset)
  const after = text.slice(code.end - offset, code.end - offset + 12)
  if (code.code === 'OR' && !/[,/(|-]\s*$|\bin\s+$|\bRemote\s*$/i.test(before)) return false
  if (
    /(?:\bin|\bof|,|-|\(|:|\/|&|\band|\bor|\|)\s*$/i.test(before) &&
    /^\s*(?:$|[,.;)/|]|and\b|or\b|residents?\b|only\b|area\b|-)/i.test(after)
  ) {
    return (
      code.code !== 'OR' || codes.length + names.length > 1 || /\bin\s+$|[-(|,]\s*$/i.test(before)
    )
  }
  return /^\s*residents?\b/i.test(after)
}
