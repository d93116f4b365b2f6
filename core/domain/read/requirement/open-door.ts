import { isDisclaimer } from '../../text/headings.ts'
import { kept } from '../../text/kept.ts'
import { CUE } from '../lexicon.ts'
import type { OpenMention, Statement } from './mention.ts'
import { matchesOf } from '../../text/matches.ts'

/**
 * Wording family: no paid experience is needed: "no experience required", "will train", "entry level",
 * "new graduates welcome", "experience a plus, not required"; and its denials ("this is not an entry
 * level position", "applicants with no experience will not be considered"), which stay silent.
 */

const EXPLICIT =
  /\b(?:no|zero|0) (?:(?:prior|previous|paid|work|related|medical|billing|coding|healthcare|health care|medical billing|medical coding|formal|specific|direct|industry|office|professional|minimum) ?(?:or |and |\/ ?)?){0,4}(?:years? of )?(?:experience|exp\b)(?! (?:will|cannot|can not|are|is not|need not|do not))(?: (?:is |are )?(?:required|necessary|needed|ok(?:ay)?))?(?:\?)?|\bexperience[^.;,]{0,45}(?:is |are )?(?:not|isn't|is never) (?:required|necessary|needed|essential|a (?:must|requirement)|mandatory)|\b(?:experience|background)\b[^.;]{0,60}\b(?:plus|preferred|helpful|desired|desirable|nice|beneficial|bonus|ideal)\b[^.;]{0,14}\bnot (?:required|necessary|needed|mandatory|a requirement|essential)|\b(?:we(?:'ll| will| are willing to|'re willing to| can)?|willing to|will|happy to|able to|prepared to|glad to|can) (?:fully |gladly |provide |teach |also )?train(?:ing)?\b(?! (?:over|more|our|many|thousands|hundreds|\d|on|in|new|other|staff|others|and (?:mentor|supervise)|employees|providers|users|team|coders|billers|physicians|clinic|patients|as|with|for|them|to\b))|\b(?:new|recent) (?:[a-z]+ ){0,3}(?:grad(?:uate)?s?)\b[^.;]{0,30}\b(?:welcome[d]?|encouraged|considered|accepted|ok|apply|invited|eligible|preferred|wanted)|\b(?:open to|welcomes?|accepts?|accepting|consider(?:s|ing)?|encourag\w+|perfect for|great for|ideal for|hiring|seeking) (?:to )?(?:all )?(?:new|recent) (?:[a-z]+ ){0,3}grad(?:uate)?s?\b|\b(?:new|recent) grads?\b|\b(?:earn while you learn|no experience\?|learn on the job|train(?:ed)? from (?:scratch|the ground up)|we(?:'ll| will) teach you|training (?:is |will be )?provided\b(?! (?:on|in|to)\b)|full training (?:is |will be )?(?:provided|given)|(?:full|complete|comprehensive|paid)?,? ?on[- ]the[- ]job training (?:is |will be )?(?:provided|available|offered)|provide (?:full|complete|all|all the|all necessary|paid|comprehensive|on[- ]the[- ]job) training|without (?:any |prior |previous )?experience[^.;]{0,20}\b(?:welcome|encouraged|may apply|considered)|training (?:is |will be )?available for (?:the )?(?:right|qualified|new))/g
/**
 * Experience named as not needed, whatever kind of it: "no hospital experience is required", "you don't
 * need experience", "no prior job in billing", "there is no need for you to have worked as a coder",
 * "beginners are fine", "we will teach you".
 */
const NOT_NEEDED = new RegExp(
  [
    '\\b(?:no|zero) (?:[a-z/&-]+ ){0,5}(?:experience|background|work history)\\b(?: (?:at all|of any kind|whatsoever))?(?:,? (?:is|are|was|will be)? ?(?:required|necessary|needed|expected|asked(?: for)?|assumed|demanded|called for)\\b|,? no (?:degree|certificat\\w+|college|licen[cs]e|problem)\\b|[.!;,?]? ?$)',
    "\\b(?:do not|don't|doesn't|does not|won't|will not|needn't|need not|not) (?:need|require|expect|ask for|ask|insist on|demand|have|to have|to bring)(?: to)?(?: have)?(?: had)? (?:any |prior |previous |a day of |a minute of )*(?:[a-z/&-]+ ){0,3}(?:experience|background)\\b",
    '\\bneeds? no (?:[a-z/&-]+ ){0,3}(?:experience|background)\\b',
    '\\bno (?:prior|previous|earlier|past) (?:job|work|employment|position|role|post)s? (?:in|as|with|at)\\b',
    '\\bno (?:work history|work record|employment history|track record) (?:is )?(?:needed|required|necessary|expected)',
    "\\b(?:no need (?:for you )?to have|need not have|needn't have|do not need to have|don't need to have|don't have to have|not (?:required|expected|necessary) to have) (?:ever |previously |already )?(?:worked|coded|billed|done|had a job|held a job)",
    "\\b(?:do not|don't) (?:need|have) to know (?:anything|a thing|any)\\b",
    "\\b(?:experience|background|(?:previous|prior|earlier|paid) (?:work|jobs?|employment))\\b[^.;,]{0,45}? (?:is |are )?(?:not|isn't|aren't|never) (?:required|necessary|needed|essential|expected|asked|assumed|demanded|mandatory)\\b",
    "\\bexperience\\b[^.;]{0,60}\\b(?:don't|do not) (?:insist on|require|expect|demand|need) (?:it|that|any)\\b",
    '\\bexperience (?:is |are )?(?:entirely |wholly |purely )?optional\\b',
    '\\b(?:with or without|regardless of|no matter (?:your|how much)|whether or not you have) (?:any |prior |previous |your |work )*(?:[a-z]+ ){0,2}experience\\b',
    '\\b(?:all|any) (?:experience levels?|levels? of experience)\\b',
    '\\bexperienced or not\\b',
    '\\bnew(?:er|ly certified)? (?:coders?|billers?|certificants?)(?: are| is)? (?:ok|okay|welcome|fine|encouraged|considered(?! for)|accepted|may apply)\\b',
    '\\bnot looking for (?:[a-z]+ ){0,2}experience\\b',
    '\\b(?:beginners?|newcomers?(?: to [a-z ]{3,25}?)?|career[- ]changers?|first[- ]timers?|people new to [a-z ]{3,25}?)(?: are| is)?(?: very| most| always| especially| warmly)? (?:fine|welcome|ok|okay|invited|encouraged)\\b',
    '\\bfirst (?:job|position|role|step|paid job) (?:in|into) (?:an? |the )?(?:health ?care|medical|billing|coding|field|trade|office|industry|profession)\\b',
    '\\b(?:straight|fresh|right) out of (?:school|college|training|class|an? (?:[a-z]+ ){0,2}(?:program|course))\\b',
    "\\b(?:someone|somebody|people|anyone|those|you are|you're) (?:who is |who are )?(?:just )?starting out\\b",
    '\\bhire for attitude\\b|\\bteach the rest\\b',
    "\\b(?:we|we'll|we'd|we'd rather|we would rather|we will|the team will|who will|and will|will) (?:gladly |happily |also |rather )?teach (?:you|the rest|everything|it all|what you need|newcomers|beginners|from)\\b(?! (?:more|about our|our|how we))",
    '\\b(?:taught|teach) (?:you )?(?:from )?(?:zero|scratch|the beginning|the ground up)\\b',
    '\\b(?:never|not) (?:worked|billed|coded|done (?:this|it)) (?:[a-z]+ ){0,5}before\\?',
  ].join('|'),
  'g',
)
/** "No experience with Epic is needed": one tool or skill is spared, not all work. */
const ONE_TOOL =
  /^ (?:with|in|using|on) (?!(?:medical )?(?:billing|coding|health ?care|claims|(?:a |an )?(?:medical|clinic|hospital|office)))/
const LABEL =
  /\bentry[- ]?level\b|\btrainee (?:position|role|program|opportunity|grade|level)\b(?! (?:manager|coordinator))|\bcoding apprentice\b|\bapprenticeship\b|\bbeginners?\b (?:welcome|ok)|\bno experience\b/g
const TITLE_LABEL =
  /\bentry[- ]?level\b|\btrainees?\b|\bapprentice(?:ship)?\b|\bintern(?:ship)?\b|\bnew grads?(?:uates?)?\b|\bno experience\b|\bwill train\b/g
const DENIED_BEFORE =
  /\b(?:not|isn't|never|neither|beyond|above|more than|than|no longer) (?:an? |considered |considered an? |currently |accept\w* |hir\w* |consider\w* |for |be )*$|\b(?:not|no|unable to|cannot|can't|do not|does not|don't|without)\b[^.;,]{0,30}$/
const DENIED_AFTER =
  /^[^.;]{0,50}\b(?:not (?:be )?(?:considered|accepted|eligible|available|provided|hired|apply)|will not|cannot|need not apply|do not (?:apply|qualify)|should not apply|won't)\b|^ (?:is|are) not\b|^,? no (?:interview|call|offer|exceptions?|reply|response|job)[.!]*$/
const OTHERS =
  /^[- ](?:staff|team members|employees|coders?(?: (?:on|in|and))|associates|supervis|roles? (?:such|like)|positions? (?:such|like))/

/** Newcomers by name. */
const NEWCOMERS =
  /beginner|newcom|\bnew(?:er|ly certified)? (?:cod|bill|certific)|changer|first[- ](?:timer|job|position|role|step|paid)|people new|starting out|out of (?:school|college|training|class|an? )|attitude|teach|taught/
/** Training is given, which most employers say: an open door only where no work is asked. */
const GIVEN = /\btraining\b|\bprovide\b/
/** The whole answer under an "Experience" label. */
const NONE =
  /^(?:none|no|n\/a|not required|0|zero)(?: (?:is )?(?:required|needed|necessary|expected))?(?: (?:at|for|in|to) [a-z0-9 ]{2,40})?[.!]?$|^(?:none|not) (?:is )?(?:required|needed|necessary)\b(?! (?:if|with|for those))/
/** A question about experience that the lines below answer; not one put to the applicant. */
const ASKED_IF_NEEDED =
  /^(?:is|do|does|must|will)\b(?! you have)[^?]{0,40}\bexperience\b|^(?:do|must) i (?:need|have)\b[^?]{0,20}\b(?:experience|worked)\b/
/** Experience as the whole of an item under "What's not required". */
const WORK_ITEM =
  /^(?:(?:an?y?|prior|previous|paid|work|past|medical|billing|coding|office|health ?care|hospital|of|years) ?){0,5}experience\b/

/** What a heading says of the experience below it. */
const headingAsks = kept((heading: string) => ({
  experience: /\bexperience\b/.test(heading),
  ifNeeded: ASKED_IF_NEEDED.test(heading),
  disclaims: isDisclaimer(heading),
}))

function denied(folded: string, start: number, end: number): boolean {
  return (
    DENIED_BEFORE.test(folded.slice(Math.max(0, start - 45), start)) ||
    DENIED_AFTER.test(folded.slice(end, end + 80))
  )
}

function notNeeded(statement: Statement): OpenMention[] {
  const { folded } = statement
  const found: OpenMention[] = []
  for (const match of matchesOf(NOT_NEEDED, folded)) {
    const end = match.index + match[0].length
    const before = folded.slice(Math.max(0, match.index - 60), match.index)
    const after = folded.slice(end, end + 80)
    if (DENIED_AFTER.test(after) || ONE_TOOL.test(after) || / with (?!no\b)/.test(match[0]))
      continue
    if (/^(?:begin|newc|career|people|first|straight|fresh|right|someone)/.test(match[0]))
      if (denied(folded, match.index, end)) continue
    if (
      !match[0].startsWith('with or') &&
      /\b(?:with|have|having|applicants?|candidates?|if you have|those with) $/.test(before)
    )
      continue
    const teaches = /teach|taught/.test(match[0])
    if (teaches && (statement.sectionKind === 'benefits' || /\b(?:you|who|must|to) $/.test(before)))
      continue
    const force = teaches ? 'soft' : 'explicit'
    found.push({ kind: 'open', start: match.index, end, rule: `open.${force}`, force })
  }
  return found
}

/** Doors that the heading opens: "Experience: none", "Do I need experience? No." */
function underHeading(statement: Statement): OpenMention[] {
  const { folded } = statement
  const found: OpenMention[] = []
  const heading = headingAsks(statement.heading)
  const none = heading.experience ? NONE.exec(folded) : null
  if (none !== null)
    found.push({
      kind: 'open',
      start: 0,
      end: none[0].length,
      rule: 'open.none',
      force: 'explicit',
    })
  // "Do I need experience?" with "No" below it
  if (heading.ifNeeded && /^(?:no|not at all|none|nope|never)\b/.test(folded))
    found.push({ kind: 'open', start: 0, end: 2, rule: 'open.answer', force: 'explicit' })
  if (heading.disclaims && WORK_ITEM.test(folded))
    found.push({
      kind: 'open',
      start: 0,
      end: folded.length,
      rule: 'open.not_asked',
      force: 'explicit',
    })
  return found
}

/** Statements that the door is open. */
export function findOpenDoors(statement: Statement): OpenMention[] {
  const { folded, sectionKind, cues } = statement
  const found: OpenMention[] = []
  found.push(...underHeading(statement))
  const spared = (cues & CUE.work) !== 0 && (cues & CUE.spares) !== 0
  if (spared || ((cues & CUE.newcomer) !== 0 && NEWCOMERS.test(folded)))
    found.push(...notNeeded(statement))
  if ((cues & CUE.openDoor) === 0) return found
  for (const match of matchesOf(EXPLICIT, folded)) {
    const end = match.index + match[0].length
    if (found.some((m) => match.index < m.end && end > m.start)) continue
    if (/^no /.test(match[0]) && ONE_TOOL.test(folded.slice(end))) continue
    if (
      /^ (?:(?:quite )?like|that (?:compares|matches)|listed|shown|noted)\b/.test(folded.slice(end))
    )
      continue
    if (/\bgrad/.test(match[0]) && /\bnot\b|n't/.test(match[0])) continue
    const saysNot = /\bno(?:t|\b)/.test(match[0].slice(0, 4))
    if (
      saysNot
        ? DENIED_AFTER.test(folded.slice(end, end + 80)) ||
          /\b(?:with|have|having|applicants? with|candidates? with) $/.test(
            folded.slice(0, match.index),
          )
        : denied(folded, match.index, end)
    )
      continue
    if (
      /train/.test(match[0]) &&
      (sectionKind === 'benefits' || (sectionKind === 'duties' && statement.kind === 'item'))
    )
      continue
    if (
      /^(?:will|can|able to) train|^training provided/.test(match[0]) &&
      /\b(?:you|who|candidate|incumbent|specialist|coder|lead|supervisor|manager|and) $/.test(
        folded.slice(0, match.index),
      )
    )
      continue
    if (
      /\btrain$/.test(match[0]) &&
      /^ (?:you )?(?:for|on|in) (?:the latter|it|that|this|those)\b/.test(folded.slice(end))
    )
      continue
    // "Will train the right person with general billing experience"
    if (
      /\btrain$/.test(match[0]) &&
      /^[^.;]{0,40}\bwith [^.;]{0,40}\bexperience\b/.test(folded.slice(end))
    )
      continue
    const given = GIVEN.test(match[0])
    if (given && /\b(?:b?cls|bls|cpr|acls|certif\w*|licens\w*)\b/.test(folded)) continue
    const force = given ? 'soft' : 'explicit'
    found.push({ kind: 'open', start: match.index, end, rule: `open.${force}`, force })
  }
  for (const match of matchesOf(statement.kind === 'title' ? TITLE_LABEL : LABEL, folded)) {
    const end = match.index + match[0].length
    if (found.some((m) => match.index < m.end && end > m.start)) continue
    if (
      /^no /.test(match[0]) &&
      /^ (?:(?:quite )?like|with|in|using|listed|shown|noted)\b/.test(folded.slice(end))
    )
      continue
    if (denied(folded, match.index, end) || OTHERS.test(folded.slice(end, end + 30))) continue
    if (
      statement.kind !== 'title' &&
      sectionKind !== 'other' &&
      sectionKind !== 'required' &&
      !/\b(?:this|position|role|job|opportunity)\b/.test(folded)
    )
      continue
    if (
      /apprentice/.test(match[0]) &&
      statement.kind !== 'title' &&
      !/\b(?:this|our|join|position|role)\b/.test(folded)
    )
      continue
    found.push({ kind: 'open', start: match.index, end, rule: 'open.label', force: 'label' })
  }
  return found.sort((a, b) => a.start - b.start)
}
