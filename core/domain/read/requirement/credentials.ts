import { NUMBER_WORDS } from '../../text/number-words.ts'
import { CUE } from '../lexicon.ts'
import { matchesAtWords } from '../words.ts'
import { CODING_CUE, LONG_HINT, LONG_PATTERN, nameOf, SHORT_PATTERN } from './credential-words.ts'
import type { CredentialMention, Statement } from './mention.ts'
import { matchesOf } from '../../text/matches.ts'

/**
 * Wording family: credentials named one by one ("CPC, CCS or RHIT"), as a class ("AAPC or AHIMA
 * certification", "certified coder"), with the apprentice mark accepted or refused, and with a
 * deadline after hire ("CPC within 12 months of hire").
 */

interface Token {
  code: string
  start: number
  end: number
}

const NEAR = 110

function tokens(statement: Statement): Token[] {
  const { raw, folded, heading, cues, words, base } = statement
  const found: Token[] = []
  const spelledOut = (cues & CUE.credentialName) !== 0 && LONG_HINT.test(folded)
  for (const match of spelledOut ? matchesOf(LONG_PATTERN, folded) : []) {
    const name = nameOf(match[0])
    if (name !== null)
      found.push({ code: name.code, start: match.index, end: match.index + match[0].length })
  }
  if ((cues & CUE.credentialShort) === 0) return found
  for (const match of matchesAtWords(SHORT_PATTERN, raw, words, base, CUE.credentialShort)) {
    const name = nameOf(match[0])
    if (name === null) continue
    const start = match.index
    const end = start + match[0].length
    const near =
      folded.slice(Math.max(0, start - NEAR), start) + '|' + folded.slice(end, end + NEAR)
    if (name.unless?.test(near) === true) continue
    if (name.shy === true && !CODING_CUE.test(near) && !CODING_CUE.test(heading)) {
      const others = found.some((t) => t.code !== name.code)
      if (!others && !statement.trade) continue
    }
    found.push({ code: name.code, start, end })
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** What may stand between two credentials of one list. */
const LIST_GAP =
  /^(?:[\s,;/|()&+:."'-]|\b(?:or|and|and\/or|either|any|one|of|an?|the|other|equivalent|similar|certif\w*|credential\w*|licen[cs]e\w*|certificate|through|by|from|with|via|as|in|aapc|ahima|american|academy|association|professional|coders|health|information|management|registered|certified|coding|specialist|coder|medical|billing|hospital|physician|based|physician-based|apprentice|associate|technician|administrator|accredited|outpatient|inpatient|risk|adjustment|facility|current|active|status|nationally|recognized|biller|national|outpt|inpt|hcs|is|both)\b)*$/
const UNKNOWN_NAMES = /^(?:[\s,;/()&-]|\b(?:or|and)\b|\b[A-Z]{3,5}(?:-[A-Z])?\b)*$/
const ELIGIBLE = /^[ ,)/-]{0,3}(?:\(?(?:or )?(?:certification[- ])?(?:registry )?eligib)/

function negated(folded: string, token: Token): boolean {
  const before = folded.slice(Math.max(0, token.start - 28), token.start)
  const after = folded.slice(token.end, token.end + 70)
  return (
    /\b(?:no|not|non|without|excluding|except|excludes)[ -](?:(?:an?|the|accept(?:ing)?|consider(?:ing)?|hire|hiring|including|just|eligible for) )?(?:apprentic\w* (?:level |credentials? |certifications? )?)?(?:\(?)$/.test(
      before,
    ) ||
    /^[^.;]{0,30}\b(?:not (?:be )?(?:accepted|considered|eligible|acceptable|qualify|sufficient|meet)|will not|cannot|need not apply|do not (?:apply|qualify|meet))/.test(
      after,
    )
  )
}

const APPRENTICE_OK =
  /\bapprentic\w*[^.;]{0,40}\b(?:accept\w*|welcome\w*|consider\w*|ok(?:ay)?|fine|good enough|qualif(?:y|ies)|counts?|invited|encouraged|acceptable|eligible|may apply|allowed)|\b(?:accept\w*|welcom\w*|consider\w*|includ\w*|or|with or without)\b[^.;]{0,30}\bapprentic(?:e|es)\b(?! ?program)|\(a\) (?:is )?(?:accepted|ok|acceptable|considered|fine|welcome)|\bwith or without (?:the |an? )?["'(]?(?:-?a\b(?! [a-z])|apprentic)|\b(?:an?|the) ["'(]?-?a["')]? (?:after it|behind (?:it|your)|at the end|on the end|is (?:fine|ok|okay|welcome|accepted|no problem)|does not (?:bother|matter|trouble)|doesn't (?:bother|matter|trouble))/
const APPRENTICE_NO =
  /\b(?:no|not|non|without)[ -][^.;]{0,20}apprentic|apprentic\w*[^.;]{0,30}\b(?:not|cannot|will not)\b|apprentic\w* (?:designation )?removed/

const DEADLINE =
  /\b(?:with ?in|inside(?: of)?|in|by(?: the end of)?|before|no later than|prior to completing)\s+(?:the |your |their |his\/her )?(?:first )?(?:(?:a|an|one|two|three|six|nine|twelve|eighteen|twenty-four|\d{1,3})[ -]?)?(?:\(?\d{1,3}\)?[ -])?(?:\(?[a-z]{2,8}\)? )?(days?|weeks?|months?|years?)(?: ?\(s\))?'? ?(?:of|from|after|following|post|into|to)?[ -]?(?:the |your |being |initial |date of |start(?:ing)? |their )*(?:hire[ds]?|hiring|hire date|date of hire|employment|start(?:ing)?|starting|joining|placement|position|appointment|onboarding|transfer|accepting|assuming|promotion|in (?:the )?(?:role|position))?/
const DEADLINE_NUMBER =
  /\b(a|an|one|two|three|six|nine|twelve|eighteen|twenty-four|\d{1,3})\b[ -]?(?:\((\d{1,3})\)[ -]?|\([a-z-]+\) ?)?(day|week|month|year)/
const WORDS: Readonly<Record<string, number>> = { ...NUMBER_WORDS, first: 1 }
const HIRED =
  /\b(?:hire[ds]?|hiring|employ\w*|start(?:ing)?\b|join\w*|placement|in (?:the )?(?:role|position)|appointment|onboarding|accepting|assuming|probation)/
const TO_EARN =
  /\b(?:obtain\w*|earn\w*|attain\w*|achiev\w*|acquir\w*|become|get|complet\w*|secure|pass\w*|sit for|required|needed|must|certif\w*|preferred|if not|working toward)/

/** "You have nine months from your first day to earn the CCA." */
const TIME_GIVEN =
  /\b(?:have|get|allow(?:ed)?|given?|gives? you)\b (?:up to |about |an? total of )?(a|an|one|two|three|six|nine|twelve|eighteen|twenty-four|\d{1,3})[ -]?(?:\((\d{1,3})\)[ -]?)?(day|week|month|year)s?'? (?:from|after|of|following|once|since) (?:the |your |their )?(?:first day|start(?:ing)?|hire|date of hire|you (?:start|join)|joining|employment)/

/** True when a statement says that the apprentice mark is no bar. */
export function apprenticeWelcome(folded: string): boolean {
  return APPRENTICE_OK.test(folded) && !APPRENTICE_NO.test(folded)
}

function monthsOf(count: number, unit: string): number | null {
  if (!Number.isFinite(count)) return null
  if (unit === 'year') return count * 12
  if (unit === 'month') return count
  return Math.round(unit === 'day' ? count / 30 : count / 4.345)
}

/** Months after hire by which it must be earned; null when the statement sets no such date. */
export function deadlineOf(folded: string): number | null {
  if (!/\b(?:days?|weeks?|months?|years?)\b/.test(folded)) return null
  const given = TIME_GIVEN.exec(folded)
  if (given !== null)
    return monthsOf(Number(given[2] ?? WORDS[given[1] ?? ''] ?? given[1]), given[3] ?? '')
  const match = DEADLINE.exec(folded)
  if (match === null) return null
  const end = match.index + match[0].trimEnd().length
  const hired = /\byour first\b/.test(match[0]) || HIRED.test(folded.slice(match.index, end + 40))
  const stands = /^ ?(?:[.,;)]|$)/.test(folded.slice(end))
  if (!hired && !(stands && (TO_EARN.test(folded) || folded.length < 40))) return null
  if (/^(?:with ?in|in|during) the (?:last|past)/.test(match[0])) return null
  const number = DEADLINE_NUMBER.exec(match[0])
  const unit = number?.[3] ?? match[1]?.replace(/s$/, '') ?? ''
  const count = number === null ? 1 : Number(number[2] ?? WORDS[number[1] ?? ''] ?? number[1])
  return monthsOf(count, unit)
}

const CLASS_CODING =
  /\b(?:aapc|ahima)\b[^.;]{0,30}\b(?:certifi(?:ed|cations?|cate)|credential(?:s|ed|ing)?)|\b(?:certifi(?:ed|cations?|cate)|credential(?:s|ed)?)\b[^.;]{0,50}\b(?:aapc|ahima|american academy of professional coders|american health information)\b|\b(?:coding|coder(?:'s)?|coders) (?:and billing |& billing )?(?:certifications?|credentials?|licensure)\b|\b(?:certifications?|credential) (?:in|as an?) (?:medical |professional |inpatient |outpatient |hospital |health ?care )*(?:billing (?:and|&|\/) ?)?cod(?:ing|er)\b|\bcertified (?:medical |professional |inpatient |outpatient |hospital |risk adjustment |physician |billing (?:and|&|\/) )*(?:coders?|in (?:medical )?coding)\b|\b(?:medical )?(?:billing (?:and|&|or|\/) ?)?coding (?:specialist )?certifications?\b|\bcoding[- ]certified\b|\bcertified (?:by|through|with) (?:the )?(?:aapc|ahima)/
const CLASS_BILLING =
  /\bbilling (?:certifications?|credentials?)\b|\bcertified (?:medical )?billers?\b|\bcertifi(?:ed|cation) in (?:medical )?billing\b|\bbiller certification\b/
/** A bare certification that stands in for experience. */
const CLASS_IN_LIEU = /\bcertifications?\b(?=[^.;]{0,40}\b(?:in lieu|in place of|substitut\w*))/
const CLASS_BEFORE_NO =
  /\b(?:pursuing|become an?|becoming an?|(?:train|learn|learning|study|how|path|want|hope) (?:as|to be) an?) $/

function classMention(statement: Statement): CredentialMention | null {
  const { folded } = statement
  if ((statement.cues & CUE.certified) === 0) return null
  const coding = CLASS_CODING.exec(folded)
  const match =
    coding ?? CLASS_BILLING.exec(folded) ?? (statement.trade ? CLASS_IN_LIEU.exec(folded) : null)
  if (match === null || CLASS_BEFORE_NO.test(folded.slice(0, match.index))) return null
  if (
    /\b(?:certified (?:ehr|emr)|exam (?:fees?|prep)|dues|tuition|reimburse\w*|we (?:offer|pay|provide|cover)|program|course|school|classes)\b/.test(
      folded.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40),
    ) &&
    coding === null
  )
    return null
  if (
    /\b(?:reimburse\w* for|we (?:offer|pay|provide|cover)|paid (?:for|certification)|assistance|free|dues)\b/.test(
      folded,
    )
  )
    return null
  return {
    kind: 'credential',
    start: match.index,
    end: match.index + match[0].length,
    rule: 'credential.class',
    codes: [],
    anyOf: true,
    class: coding === null && /bill/.test(match[0]) ? 'any_billing' : 'any_coding',
    apprentice: APPRENTICE_OK.test(folded) && !APPRENTICE_NO.test(folded),
    within: deadlineOf(folded),
  }
}

function listMention(statement: Statement, list: Token[]): CredentialMention | null {
  const { folded } = statement
  const first = list[0]
  const last = list.at(-1)
  if (first === undefined || last === undefined) return null
  const kept = list.filter(
    (token) =>
      !(token.code.endsWith('-A') && negated(folded, token)) &&
      // "no CPC only, please"
      !(
        /\bno $/.test(folded.slice(0, token.start)) &&
        /^ (?:only|alone)\b/.test(folded.slice(token.end))
      ),
  )
  const codes = [...new Set(kept.map((token) => token.code))]
  if (codes.length === 0) return null
  const inner = folded.slice(first.start, last.end)
  const lead = folded.slice(Math.max(0, first.start - 60), first.start)
  const trail = folded.slice(last.end, last.end + 40)
  const either =
    /\bor\b|\/|\beither\b|\bany\b/.test(inner) ||
    /\b(?:either|any|one|such as|e\.g|like|at least one|i\.e|including|example)\b[^.;]{0,40}$/.test(
      lead,
    ) ||
    /^[ ,)]*(?:or|etc)\b/.test(trail)
  const together = /\band\b|&|\+/.test(
    inner.replace(/\b(?:and\/or|billing (?:and|&) coding)\b/g, ''),
  )
  const accepted = apprenticeWelcome(folded)
  const listed = codes.some((code) => code.endsWith('-A'))
  if (accepted && !listed && codes.includes('CPC')) codes.push('CPC-A')
  return {
    kind: 'credential',
    start: first.start,
    end: last.end,
    rule: 'credential.named',
    codes,
    anyOf: codes.length < 2 || either || !together,
    class: null,
    apprentice: listed || accepted,
    within: deadlineOf(folded),
  }
}

/** The credential mentions of one statement, lists kept together. */
export function findCredentials(statement: Statement): {
  mentions: CredentialMention[]
  eligible: Token[]
} {
  const all = tokens(statement)
  const eligible: Token[] = []
  const lists: Token[][] = []
  for (const token of all) {
    const list = lists.at(-1)
    const previous = list?.at(-1)
    if (list === undefined || previous === undefined) {
      lists.push([token])
      continue
    }
    if (token.start < previous.end) continue
    const gap = statement.folded.slice(previous.end, token.start)
    const turns =
      /;|,\s*and\s*$/.test(gap) &&
      /^[^;,]{0,40}\b(?:preferred|plus|desired|required|helpful|ideal|nice|bonus)/.test(
        statement.folded.slice(token.end, token.end + 60),
      )
    // A name that no catalogue knows ("CRCR, CHFP, RHIA or CPC") does not end the list.
    const unknown = UNKNOWN_NAMES.test(statement.raw.slice(previous.end, token.start))
    if (gap.length < 90 && !turns && (unknown || LIST_GAP.test(gap))) list.push(token)
    else lists.push([token])
  }
  const mentions: CredentialMention[] = []
  for (const list of lists) {
    const last = list.at(-1)
    if (last !== undefined && ELIGIBLE.test(statement.folded.slice(last.end, last.end + 30))) {
      const both =
        /\b(?:certified|credentialed|registered) or (?:registry[- ])?eligib|\bor eligib/.test(
          statement.folded,
        )
      const records = list.filter((token) => token.code.startsWith('RHI'))
      eligible.push(...records)
      const rest = both ? list : list.filter((token) => !token.code.startsWith('RHI'))
      const mention = listMention(statement, rest)
      if (mention !== null) mentions.push(mention)
      continue
    }
    const mention = listMention(statement, list)
    if (mention !== null) mentions.push(mention)
  }
  if (mentions.length === 0 && eligible.length === 0) {
    const broad = classMention(statement)
    if (broad !== null) mentions.push(broad)
  }
  return { mentions, eligible }
}
