import type { Evidence, Span } from '../../reading.ts'
import { type AdvertText, type Section, sentenceText } from '../../text/document.ts'
import { fold } from '../../text/fold.ts'
import { CUE } from '../lexicon.ts'
import { cuesOfSpans, wordsOf, type Words } from '../words.ts'
import type { Tree } from './connect.ts'
import { apprenticeWelcome, deadlineOf, findCredentials } from './credentials.ts'
import { findEducation } from './education.ts'
import { findExperience, findVagueExperience } from './experience.ts'
import { link, type Node } from './link.ts'
import type { EducationMention, Mention, Statement, Weighed } from './mention.ts'
import { isFederal, linkFederal } from './federal.ts'
import { findOpenDoors } from './open-door.ts'
import { weigh } from './strength.ts'

/** All that is asked or offered in one advert, and where it stands. */
export interface Gathered {
  tree: Tree | null
  /** Open doors said anywhere, the title included. */
  doors: Weighed[]
  all: Weighed[]
  span: (mention: Weighed) => Span
  evidence: (mention: Weighed) => Evidence
}

/** What asks only together with a neighbour. */
const TRIGGER =
  /not expected|^(?:and\/)?or\b|\bor\W*$|one of|^\d{1,2}\b|prior job|\b(?:prior|previous) (?:[a-z/&-]+ ){0,5}(?:work|employment)\b|\bnew(?:er|ly certified)? (?:coders?|billers?)|know any|starting out|out of class|first (?:job|position|role|step)|with(?:out)? the a\b|^no\b/
const CAPITALS = /[A-Z]{3}/
const TRADE =
  /\b(?:cod(?:er|ers|ing)|bill(?:er|ers|ing)|claims?|revenue|him|records?|health information|reimbursement|hcc|risk adjustment|cpc|rhi[at]|denials?|medical|charge)\b/
const TRADE_TEXT =
  /\bicd-?1?[09]|\bcpt\b|medical (?:coding|billing|coder|biller)|\baapc\b|\bahima\b|health information management/

function statementOf(
  doc: AdvertText,
  index: number,
  trade: boolean,
  headings: readonly string[],
  cues: number,
  allWords: Words,
): Statement | null {
  const sentence = doc.sentences[index]
  if (sentence === undefined || sentence.kind === 'heading') return null
  const words = doc.folded.slice(sentence.start, sentence.end)
  const raw = sentenceText(doc, sentence)
  const heading = headings[sentence.section] ?? ''
  const asks =
    (cues & CUE.asks) !== 0 ||
    ((cues & CUE.asksPerhaps) !== 0 && TRIGGER.test(words)) ||
    // "Experience:" with "Not required." below it
    (heading.includes('experience') && /^(?:no|not|none|n\/a|zero|0)\b/.test(words))
  if (!asks && !CAPITALS.test(raw)) return null
  const section = doc.sections[sentence.section] as Section
  return {
    start: sentence.start,
    end: sentence.end,
    folded: words,
    raw,
    kind: sentence.kind,
    section: sentence.section,
    heading,
    sectionKind: section.kind,
    headingStrength: section.strength,
    cues,
    words: allWords,
    base: sentence.start,
    trade,
  }
}

/** "Degree required; experience may substitute for it": the second clause speaks of the first. */
function splitSubstitution(statement: Statement): Statement[] {
  if ((statement.cues & CUE.substitutes) === 0 || !statement.folded.includes(';'))
    return [statement]
  const match = /;(?=[^;]*\b(?:substitut|in lieu of|in place of|in its (?:place|stead)))/.exec(
    statement.folded,
  )
  if (match === null) return [statement]
  const at = match.index + 1
  const lead = /^\s*/.exec(statement.folded.slice(at))?.[0].length ?? 0
  const cut = (from: number, to: number): Statement => ({
    ...statement,
    start: statement.start + from,
    end: statement.start + to,
    base: statement.base + from,
    folded: statement.folded.slice(from, to),
    raw: statement.raw.slice(from, to),
  })
  return [cut(0, at), cut(at + lead, statement.folded.length)]
}

function titleStatement(doc: AdvertText, trade: boolean): Statement {
  const folded = fold(doc.title)
  const words = wordsOf(folded)
  return {
    start: 0,
    end: doc.title.length,
    folded,
    raw: doc.title,
    kind: 'title',
    section: -1,
    heading: '',
    sectionKind: 'other',
    headingStrength: null,
    cues: words.cues,
    words,
    base: 0,
    trade,
  }
}

/** A credential named outside requirements counts only where the words around it ask for it. */
const ASKS =
  /\b(?:must|required?|requires|requirement|preferred|plus|bonus(?! (?:of|is paid|paid|program|pay|up to|when|after|on))|asset|ideal(?:ly)?|desired|certified|certification|credential\w*|eligible|licens\w*|hold|holds|possess|minimum|need\w*|seeking|looking for|with (?:an? )?(?:active|current)|accept\w*|welcome|encourag\w+|invited|considered|may apply|love to see|would (?:like|love)|be (?:great|nice|useful|good)|edge|our eye|nice extra|in your favou?r|handy|bring|earn|pass|hire|hiring|obtain\w*|maintains?|within)\b/
const EMPLOYER_GIVES =
  /\b(?:reimburse\w*|tuition|we(?:'d|'ll| will| would)? (?:also |gladly |happily )?(?:pay|offer|provide|cover|sponsor|support)|dues|exam (?:fees?|prep|cost)|continuing education|\bceus?\b|free|paid certification|assistance (?:with|for)|opportunit(?:y|ies) to|our (?:team|coders|staff)|support you|help you)\b/

type Place = Pick<Mention, 'start' | 'end'>

function credentialCounts(statement: Statement, credential: Place): boolean {
  const gives = EMPLOYER_GIVES.exec(statement.folded)
  const asks = statement.sectionKind === 'required' || statement.sectionKind === 'preferred'
  // "HCS-D within a year of hire (we pay the fee once)": asked first, and then paid for.
  if (gives !== null && !(asks && gives.index > credential.start))
    return /\b(?:must|(?<!not )required|preferred|desir(?:ed|able)|a plus|helpful|welcome)\b/.test(
      statement.folded,
    )
  if (statement.sectionKind === 'required' || statement.sectionKind === 'preferred') return true
  if (statement.sectionKind === 'benefits' || statement.sectionKind === 'about') return false
  if (statement.sectionKind === 'duties')
    return (
      /\b(?:must|required?|preferred|maintains?|certified|possess|hold)\b/.test(statement.folded) &&
      !/\b(?:train|educat|supervis|work(?:s|ing)? with|collaborat|assist|mentor|audits?|report(?:s|ing)? to)\w*\b/.test(
        statement.folded,
      )
    )
  return ASKS.test(statement.folded) || opensItem(statement, credential)
}

/** "CPC, COC or CCS in hand on the start date": the names open an item, whatever its heading. */
function opensItem(statement: Statement, credential: Place): boolean {
  return (
    statement.kind === 'item' &&
    /^(?:[^a-z0-9]|\b(?:an?|active|current|valid|either|one of|any of|any one of|certified|and|plus)\b)*$/.test(
      statement.folded.slice(0, credential.start),
    ) &&
    !/^[^a-z]*(?:and other )?(?:coders?|staff|exams?|students?|dues|class|courses?|study|books?|prep|fees?|holders? on|team|codes?|chapters?|members?)\b/.test(
      statement.folded.slice(credential.end),
    )
  )
}

function educationCounts(statement: Statement): boolean {
  if (statement.sectionKind === 'required' || statement.sectionKind === 'preferred') return true
  if (statement.sectionKind === 'other' || statement.sectionKind === 'duties')
    return /\b(?:must|required?|requires|preferred|minimum|plus|desired|substitut\w*|may replace|in lieu|in place|enrollment|(?:billing|training|certificate) program|diploma|degree|ged|completion|completed|graduate|certificate|enrolled|finish(?:ed|ing)|passed|(?:last|final) (?:term|semester)|high school|semester|coding program)\b/.test(
      statement.folded,
    )
  return false
}

function mentionsOf(statement: Statement): Mention[] {
  const amounts = findExperience(statement)
  const vague = findVagueExperience(statement, amounts)
  const doors = findOpenDoors(statement)
  const credentials = findCredentials(statement)
  const found: Mention[] = [
    ...amounts,
    ...doors.filter((d) => !amounts.some((a) => d.start < a.end && d.end > a.start)),
  ]
  found.push(...vague.filter((v) => !doors.some((d) => v.start < d.end && v.end > d.start)))
  const first = credentials.mentions[0] ?? credentials.eligible[0]
  if (first !== undefined && (credentialCounts(statement, first) || amounts.length > 0)) {
    found.push(...credentials.mentions)
    const eligible = credentials.eligible
    if (eligible.length > 0)
      found.push({
        kind: 'education',
        start: eligible[0]?.start ?? 0,
        end: eligible.at(-1)?.end ?? 0,
        rule: 'education.eligible',
        level: eligible.some((t) => t.code === 'RHIT') ? 'associate' : 'bachelor',
        field: 'health information',
        accredited: true,
      })
  }
  const schooling = findEducation(statement)
  if (schooling.length === 0) schooling.push(...standIns(statement))
  if (schooling.length > 0 && educationCounts(statement)) {
    const taken = found.filter((m) => m.kind === 'credential')
    found.push(...schooling.filter((e) => !taken.some((c) => e.start < c.end && e.end > c.start)))
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** "Required credentials may include:": the items below tell what some other job asks. */
const GIVES_EXAMPLES = /\b(?:may|can|could) (?:include|be)\b[^.;]{0,20}:\s*$/

/** "An externship of 80 hours may be substituted": unpaid practice that is taken for work, as schooling is. */
function standIns(statement: Statement): EducationMention[] {
  if ((statement.cues & CUE.substitutes) === 0) return []
  const match =
    /\b(?:an? )?(?:[a-z]+ ){0,2}(?:externship|internship|practicum|practicode|clinical rotation|military (?:training|experience))\b/.exec(
      statement.folded,
    )
  if (
    match === null ||
    !/\b(?:substitut|in lieu of|in place of|may replace)/.test(statement.folded)
  )
    return []
  const span = { start: match.index, end: match.index + match[0].length }
  return [
    {
      kind: 'education',
      ...span,
      rule: 'education.practice',
      level: 'certificate',
      field: null,
      accredited: false,
    },
  ]
}

const endsWithColon = ({ folded }: Statement): boolean => folded.trimEnd().endsWith(':')

/** "The following are preferred:": the strength of the items below a line that asks nothing itself. */
function forceForBelow(statement: Statement): 'required' | 'preferred' | null {
  if (!endsWithColon(statement)) return null
  if (/\b(?:preferred|desired|a plus|ideal(?:ly)?)\b/.test(statement.folded)) return 'preferred'
  return /\b(?:must|required?|requires|minimum)\b/.test(statement.folded) ? 'required' : null
}

/** The statements worth reading for requirements, in order. */
function statementsOf(doc: AdvertText, words: Words, trade: boolean): Statement[] {
  const headings = doc.sections.map(({ heading }) => (heading === null ? '' : fold(heading)))
  const cues = cuesOfSpans(words, doc.sentences)
  const found: Statement[] = []
  for (let index = 0; index < doc.sentences.length; index += 1) {
    const statement = statementOf(doc, index, trade, headings, cues[index] ?? 0, words)
    if (statement !== null) found.push(...splitSubstitution(statement))
  }
  return found
}

/** Finds, weighs and joins everything an advert asks. */
export function gather(doc: AdvertText, words: Words): Gathered {
  const { folded } = doc
  const nodes: Node[] = []
  const doors: Weighed[] = []
  const trade = TRADE.test(fold(doc.title)) || TRADE_TEXT.test(folded)
  const statements = statementsOf(doc, words, trade)
  let programme = false
  let carried: { section: number; strength: 'required' | 'preferred' } | null = null
  let examples = -1
  for (const statement of [titleStatement(doc, trade), ...statements]) {
    if (carried !== null && carried.section === statement.section && statement.kind === 'item')
      statement.headingStrength = carried.strength
    else if (carried !== null && statement.kind !== 'title') carried = null
    if (examples === statement.section && statement.kind === 'item') continue
    if (statement.kind !== 'title')
      examples =
        endsWithColon(statement) && GIVES_EXAMPLES.test(statement.folded) ? statement.section : -1
    if (
      (statement.cues & CUE.apprentice) !== 0 &&
      /apprentic|\ba\b["')]* (?:is|does|after)/.test(statement.folded)
    )
      markApprentice(nodes, statement)
    const mentions = mentionsOf(statement)
    const {
      weighed: found,
      optional,
      spared,
    } = weigh(statement, admitApprentice(nodes, statement, mentions))
    const weighed: Weighed[] = programme ? found.filter((m) => !ownLength(m)) : found
    if (statement.kind === 'title')
      programme = weighed.some((m) => m.kind === 'open' && m.force === 'label')
    for (const mention of weighed) {
      if (mention.kind === 'open') doors.push(mention)
      // "preferred, but must be obtained within six months" is asked, only later.
      if (
        mention.kind === 'credential' &&
        mention.within !== null &&
        (mention.inline && mention.strength === 'preferred'
          ? /\bmust\b|\bif not\b/
          : /\bmust\b|\brequired\b|\bif not\b/
        ).test(statement.folded)
      )
        mention.strength = 'required'
    }
    const kept = weighed.filter(
      (m) =>
        !(m.kind === 'open' && m.force !== 'explicit') &&
        !(optional.has(m) && m.kind !== 'amount') &&
        !spared.has(m),
    )
    for (const mention of optional) doors.push(...denied(mention))
    const force = kept.length === 0 ? forceForBelow(statement) : null
    if (force !== null) carried = { section: statement.section, strength: force }
    if (
      kept.length > 0 ||
      ((statement.cues & CUE.joins) !== 0 &&
        /\bor\b|one of|following|within/.test(statement.folded))
    )
      if (
        statement.kind !== 'title' ||
        kept.some((m) => m.kind === 'credential' && m.codes.length > 0)
      )
        nodes.push({
          statement,
          mentions:
            statement.kind === 'title'
              ? kept.filter((m) => m.kind === 'credential' && m.codes.length > 0)
              : kept,
        })
  }
  const joined = (list: readonly Node[]): Tree | null =>
    link(list, (statement) => deadlineOf(statement.folded))
  const kept = withoutRepeatedTitle(nodes)
  const federal = (words.cues & CUE.federal) !== 0 && isFederal(folded)
  const tree = federal ? linkFederal(doc, folded, kept, joined) : joined(kept)
  const all = nodes.flatMap((node) => node.mentions)
  const span = (mention: Weighed): Span => spanOf(doc, mention)
  return {
    tree,
    doors,
    all,
    span,
    evidence: (mention) => ({
      ...span(mention),
      rule: mention.statement.kind === 'title' ? `title.${mention.rule}` : mention.rule,
    }),
  }
}

/** "CPC required. The apprentice designation is fine.": the second sentence speaks of the first. */
function markApprentice(nodes: readonly Node[], statement: Statement): void {
  if (!apprenticeWelcome(statement.folded)) return
  const named = nodes.at(-1)?.mentions.findLast((m) => m.kind === 'credential')
  if (named?.kind !== 'credential' || nodes.at(-1)?.statement.section !== statement.section) return
  named.apprentice = true
  if (named.codes.includes('CPC') && !named.codes.includes('CPC-A')) named.codes.push('CPC-A')
}

const WELCOMED =
  /\b(?:accept\w*|welcom\w*|encourag\w*|consider\w*|ok(?:ay)?|fine|eligible|may apply|invited)\b/

/**
 * "CPC or CCS required. CPC-A candidates are encouraged to apply.": the apprentice mark joins the list it
 * widens, whether that stands in this statement or in the one before.
 */
function admitApprentice(
  nodes: readonly Node[],
  statement: Statement,
  mentions: Mention[],
): Mention[] {
  const at = mentions.findIndex(
    (m) => m.kind === 'credential' && m.codes.length > 0 && m.codes.every((c) => c.endsWith('-A')),
  )
  const mark = mentions[at]
  if (mark?.kind !== 'credential' || !WELCOMED.test(statement.folded.slice(mark.end)))
    return mentions
  const before = nodes.at(-1)
  const named =
    mentions.slice(0, at).findLast((m) => m.kind === 'credential') ??
    (before?.statement.section === statement.section
      ? before.mentions.findLast((m) => m.kind === 'credential')
      : undefined)
  if (named?.kind !== 'credential') return mentions
  named.apprentice = true
  if (named.codes.length > 0) named.codes = [...new Set([...named.codes, ...mark.codes])]
  return mentions.filter((m) => m !== mark)
}

/** In an advert for trainees an unmarked amount outside the requirements is the programme's own length. */
function ownLength(mention: Weighed): boolean {
  const { sectionKind } = mention.statement
  return (
    mention.kind === 'amount' &&
    mention.min > 0 &&
    !mention.inline &&
    mention.strength === 'unspecified' &&
    (sectionKind === 'other' || sectionKind === 'duties')
  )
}

/** "Experience preferred but not required" is an explicit zero. */
function denied(mention: Weighed): Weighed[] {
  if (mention.kind !== 'amount' && mention.kind !== 'vague') return []
  const door: Weighed = {
    statement: mention.statement,
    kind: 'open',
    start: mention.start,
    end: mention.end,
    rule: 'open.not_required',
    force: 'explicit',
    strength: 'required',
    inline: true,
  }
  return [door]
}

/** A credential in the title is asked for only when the text names none. */
function withoutRepeatedTitle(nodes: readonly Node[]): Node[] {
  const inText = nodes.some(
    (n) => n.statement.kind !== 'title' && n.mentions.some((m) => m.kind === 'credential'),
  )
  return nodes.filter((n) => n.statement.kind !== 'title' || !inText)
}

function spanOf(doc: AdvertText, mention: Weighed): Span {
  const { statement } = mention
  if (statement.kind === 'title')
    return { start: 0, end: 0, words: statement.raw.slice(mention.start, mention.end) }
  const start = statement.start + mention.start
  const end = Math.min(statement.end, statement.start + mention.end)
  return { start, end, words: doc.text.slice(start, end) }
}
