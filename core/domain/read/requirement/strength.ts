import type { Strength } from '../../tags.ts'
import { CUE } from '../lexicon.ts'
import { matchesAtWords } from '../words.ts'
import type { Mention, Statement, Weighed } from './mention.ts'
import { matchesOf } from '../../text/matches.ts'

/**
 * Wording family: how strongly something is asked: "required", "must have", "preferred", "a plus",
 * "not required". A word inside the statement beats its heading; "preferably" and "must" look forward,
 * "required" and "preferred" look back to what they follow.
 */

type Force = 'required' | 'preferred' | 'optional'

interface Cue {
  start: number
  end: number
  force: Force
  /** forward: governs what follows; back: what precedes; either: back if anything stands there. */
  looks: 'forward' | 'back' | 'either'
  /** Too weak to overrule a "Preferred" heading ("at least", "minimum"). */
  mild: boolean
}

const OPTIONAL =
  "(?:but |though |although |is |are )?(?:not|isn't|aren't|never) (?:a |an |strictly |absolutely )?(?:required|requirement|necessary|needed|mandatory|must|essential)"
const PREFERRED_BACK =
  '(?:(?:strongly|highly|very|most|is|are|would be|will be|considered|definitely|also|greatly|a|an|big|huge|definite|strong|real|added|extra|also|be) ){0,4}(?:preferred|prefered|desired|desirable|(?<=\\ba |considered |big |huge |definite |strong |real )plus\\b|plus(?=[.!;)]|$)|helpful|beneficial|asset\\b|(?<!medicare |managed )advantage(?:ous)?|nice[- ]to[- ]have|bonus(?! (?:of|is paid|paid|program|pay|up to|when|after|on))|optional|recommended|appreciated|favou?red|ideal(?! candidate)|welcomed?|pref\\.?(?=[ ).,;]|$)|given (?:preference|priority)|valued|encouraged|an edge|handy|nice (?:touch|extra|addition)|(?:a )?head start)\\b|helps\\b|(?:would|will|could) (?:also )?help\\b|(?:is|are|be) (?:nice(?= but|[.,;)]|$)|useful\\b|handy\\b|(?:good|great) to have)|be (?:great|good|lovely|wonderful)\\b(?! at| with)|catch(?:es)? our eye|in your favou?r|counts? extra|makes? (?:the|your|life|things)[^.;]{0,25}easier'
const PREFERRED_FORWARD =
  'preferably|ideally|(?:strongly |highly )?prefers?\\b|preference (?:is |will be )?(?:given )?(?:to|for)|nice to have:|would (?:like|love)|bonus (?:points )?(?:for|if)|a plus if|pluses:|desire\\b|hoping'
const REQUIRED_FORWARD =
  '\\b(?:must|requires?|requiring|shall|need(?:s|ed)? to have|need(?= (?:at least|an?|\\d|one|two|three|four|five) )|we need|mandatory:|needs)\\b'
const MILD_FORWARD = '\\b(?:minimum(?: of)?|at least|no less than|min\\.)(?= )'
const REQUIRED_EITHER =
  "\\b(?:required|req(?:'?d)?\\.?(?=[ ).,;]|$)|mandatory|necessary|needed|essential|a must|is expected)\\b(?! (?:to (?!have)|by|for|functions|duties|to obtain|documentation|forms|vaccin|information|prior auth))"
const CUES = new RegExp(
  `\\b(?=[abcdefghimnoprsvw])(?:(${OPTIONAL})|(${PREFERRED_BACK})|(${PREFERRED_FORWARD})|(${REQUIRED_FORWARD})|(${MILD_FORWARD})|(${REQUIRED_EITHER}))`,
  'y',
)

function cueOf(match: RegExpExecArray): Cue {
  const [, optional, preferred, preferredForward, requiredForward, mild] = match
  const at = { start: match.index, end: match.index + match[0].length }
  if (optional !== undefined) return { ...at, force: 'optional', looks: 'back', mild: false }
  if (preferred !== undefined) return { ...at, force: 'preferred', looks: 'either', mild: false }
  if (preferredForward !== undefined)
    return { ...at, force: 'preferred', looks: 'forward', mild: false }
  if (requiredForward !== undefined)
    return { ...at, force: 'required', looks: 'forward', mild: false }
  if (mild !== undefined) return { ...at, force: 'required', looks: 'forward', mild: true }
  return { ...at, force: 'required', looks: 'either', mild: false }
}

/** ";", " | " and a full stop end a clause; cues do not reach across. */
const CLAUSE_END = /;|\s\|\s|\.(?= )|\s-\s(?=[a-z]{4,} (?:required|preferred))/g

function clauseBounds(folded: string): number[] {
  const bounds = [0]
  for (const match of matchesOf(CLAUSE_END, folded)) bounds.push(match.index + match[0].length)
  bounds.push(folded.length + 1)
  return bounds
}

const FILLER =
  /^(?:[\s,()'"/:-]|\b(?:is|are|also|strongly|highly|but|and|or|would|be|will|certification|certifications|certificate|credential|credentials|experience|degree|diploma|license|a|an|the|of|in|related|field|relevant|similar|area|equivalent|work|setting|minimum|one|these|preferably|training|eligible|status|knowledge|background|either|both|years|years'|level|education|program|from|by|other|current|active|if|not|currently|highly)\b)*$/

/** "Experience in billing, long-term care preferred": a setting after the comma is what is preferred. */
const ASIDE =
  /^ ?(?:(?:long[- ]term|acute|primary|home|post-acute|ambulatory|managed) care|skilled nursing|hospice|home health|hospital|clinic|fqhc|health ?care|inpatient|outpatient|physician|specialty|pediatrics?|orthop\w+|behavioral health|epic|cerner|meditech|athena\w*)(?: [a-z]+)? $/

/** Which mentions a backward cue governs: from the nearest one back over "and"/"or", not over a comma to an unlike thing. */
function governed(folded: string, cue: Cue, candidates: Weighed[]): Weighed[] {
  const nearest = candidates.at(-1)
  if (nearest === undefined) return []
  const gap = folded.slice(nearest.end, cue.start)
  const comma = gap.lastIndexOf(',')
  if (comma >= 0) {
    const tail = gap.slice(comma + 1)
    const continues = /^ ?(?:and|or|and\/or)\b/.test(tail) || /\b(?:and|or)\b/.test(tail)
    const aside = nearest.kind !== 'vague' || ASIDE.test(tail)
    if (!continues && !FILLER.test(tail) && aside) return []
  }
  const paren = gap.lastIndexOf('(')
  if (paren >= 0 && !gap.slice(paren).includes(')') && !FILLER.test(gap.slice(paren + 1))) return []
  const reached = [nearest]
  for (let i = candidates.length - 2; i >= 0; i -= 1) {
    const here = candidates[i]
    const next = reached[0]
    if (here === undefined || next === undefined) break
    const between = folded.slice(here.end, next.start)
    const joined = /\b(?:and|or|and\/or|plus|with)\b|\/|&/.test(between)
    // "RHIT or CCS, and CIC is nice to have": a second list turns to something else.
    const turns =
      here.kind === 'credential' &&
      next.kind === 'credential' &&
      /^\W*(?:,\s*and|;)\W*$/.test(between)
    const apart =
      turns || (/,/.test(between) && here.kind !== next.kind && !/,? (?:and\/)?or\b/.test(between))
    if (!joined || apart) break
    reached.unshift(here)
  }
  return reached
}

function resolve(force: Force): Strength {
  return force === 'required' ? 'required' : 'preferred'
}

/**
 * Gives each mention its strength. `optional` marks mentions the statement calls "not required", `spared`
 * the amounts among them that it does not even prefer.
 */
export function weigh(
  statement: Statement,
  mentions: readonly Mention[],
): { weighed: Weighed[]; optional: Set<Weighed>; spared: Set<Weighed> } {
  if (mentions.length === 0) return { weighed: [], optional: new Set(), spared: new Set() }
  const { folded, headingStrength, sectionKind } = statement
  const base: Strength =
    headingStrength ?? (sectionKind === 'preferred' ? 'preferred' : 'unspecified')
  const weighed = mentions.map((mention): Weighed => ({
    ...mention,
    strength: base,
    inline: false,
    statement,
  }))
  const optional = new Set<Weighed>()
  const spared = new Set<Weighed>()
  if ((statement.cues & CUE.strength) === 0) return { weighed, optional, spared }
  const bounds = clauseBounds(folded)
  for (let c = 0; c + 1 < bounds.length; c += 1) {
    const from = bounds[c] ?? 0
    const to = bounds[c + 1] ?? folded.length
    const inside = weighed.filter((m) => m.start >= from && m.start < to)
    if (inside.length === 0) continue
    weighClause(statement, from, Math.min(to, folded.length), inside, base, optional, spared)
  }
  return { weighed, optional, spared }
}

function weighClause(
  statement: Statement,
  from: number,
  to: number,
  inside: Weighed[],
  base: Strength,
  optional: Set<Weighed>,
  spared: Set<Weighed>,
): void {
  const { folded } = statement
  const clause = folded.slice(from, to)
  const { words, base: standsAt } = statement
  let lastBack = from
  let forward: Cue[] = []
  let last: Weighed[] = []
  for (const match of matchesAtWords(CUES, clause, words, standsAt + from, CUE.strength)) {
    const cue = cueOf(match)
    cue.start += from
    cue.end += from
    if (
      inside.some(
        (m) =>
          m.kind !== 'open' && cue.start >= m.start && cue.end <= m.end && cue.looks !== 'forward',
      )
    )
      continue
    const before = inside.filter((m) => m.end <= cue.start + 1 && m.start >= lastBack && !m.inline)
    if (cue.looks === 'forward' || (cue.looks === 'either' && before.length === 0)) {
      if (cue.looks === 'forward' || lastBack === from) forward.push(cue)
      if (cue.looks === 'either') lastBack = cue.end
      continue
    }
    const reached =
      cue.force === 'optional' && before.length === 0 ? last : governed(folded, cue, before)
    last = reached
    for (const mention of reached) {
      const nearer = spokenFor(mention, forward, cue)
      if (nearer !== undefined) {
        mention.strength = resolve(nearer.force)
        mention.inline = true
        continue
      }
      const liked = mention.inline && mention.strength === 'preferred'
      mention.strength = resolve(cue.force)
      mention.inline = true
      // "CPC preferred but not required" is still liked; "CPC not required" is nothing.
      const work = mention.kind === 'amount' || mention.kind === 'vague'
      if (cue.force === 'optional' && (work || !liked)) optional.add(mention)
      if (cue.force === 'optional' && mention.kind === 'amount' && !liked) spared.add(mention)
    }
    lastBack = cue.end
    // What a word before them asks holds for those that this one does not reach.
    if (reached.length === 0) applyForward(inside, forward, base, from, cue.start)
    forward = forward.filter((f) => f.start > cue.start)
    if (cue.force !== 'required') forward = []
    applyForward(inside, forward, base, from, cue.start)
  }
  applyForward(inside, forward, base, from, to)
}

/** "Prefer 1 to 2 years of cashiering, with the ability to ... is necessary": the nearer word governs. */
function spokenFor(mention: Weighed, forward: readonly Cue[], back: Cue): Cue | undefined {
  return forward.find(
    (cue) =>
      !cue.mild &&
      cue.force !== back.force &&
      cue.end <= mention.start &&
      mention.start - cue.end < 15 &&
      back.start - mention.end > 45,
  )
}

function applyForward(
  inside: Weighed[],
  cues: Cue[],
  base: Strength,
  from: number,
  to: number,
): void {
  for (const mention of inside) {
    if (mention.inline || mention.start < from || mention.start > to) continue
    const cue = cues.filter((c) => c.end <= mention.start + 2).at(-1)
    if (cue === undefined) continue
    if (cue.mild && base === 'preferred') continue
    if (
      cue.mild &&
      cues.some((c) => !c.mild && c.force === 'preferred' && c.end <= mention.start)
    ) {
      mention.strength = 'preferred'
      continue
    }
    mention.strength = resolve(cue.force)
    mention.inline = !cue.mild
  }
}
