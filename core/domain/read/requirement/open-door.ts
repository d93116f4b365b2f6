import type { OpenMention, Statement } from './mention.ts'

/**
 * Wording family: no paid experience is needed: "no experience required", "will train", "entry level",
 * "new graduates welcome", "experience a plus, not required"; and its denials ("this is not an entry
 * level position", "applicants with no experience will not be considered"), which stay silent.
 */

const EXPLICIT =
  /\b(?:no|zero|0) (?:(?:prior|previous|paid|work|related|medical|billing|coding|healthcare|health care|medical billing|medical coding|formal|specific|direct|industry|office|professional|minimum) ?(?:or |and |\/ ?)?){0,4}(?:years? of )?(?:experience|exp\b)(?! (?:will|cannot|can not|are|is not|need not|do not))(?: (?:is |are )?(?:required|necessary|needed|ok(?:ay)?))?(?:\?)?|\bexperience[^.;,]{0,45}(?:is |are )?(?:not|isn't|is never) (?:required|necessary|needed|essential|a (?:must|requirement)|mandatory)|\b(?:experience|background)\b[^.;]{0,60}\b(?:plus|preferred|helpful|desired|desirable|nice|beneficial|bonus|ideal)\b[^.;]{0,14}\bnot (?:required|necessary|needed|mandatory|a requirement|essential)|\b(?:we(?:'ll| will| are willing to|'re willing to| can)?|willing to|will|happy to|able to|prepared to|glad to|can) (?:fully |gladly |provide |teach |also )?train(?:ing)?\b(?! (?:over|more|our|many|thousands|hundreds|\d|on|in|new|other|staff|others|and (?:mentor|supervise)|employees|providers|users|team|coders|billers|physicians|clinic|patients|as|with|for|them|to\b))|\b(?:new|recent) (?:[a-z]+ ){0,3}(?:grad(?:uate)?s?)\b[^.;]{0,30}\b(?:welcome[d]?|encouraged|considered|accepted|ok|apply|invited|eligible|preferred|wanted)|\b(?:open to|welcomes?|accepts?|accepting|consider(?:s|ing)?|encourag\w+|perfect for|great for|ideal for|hiring|seeking) (?:to )?(?:all )?(?:new|recent) (?:[a-z]+ ){0,3}grad(?:uate)?s?\b|\b(?:new|recent) grads?\b|\b(?:earn while you learn|no experience\?|learn on the job|train(?:ed)? from (?:scratch|the ground up)|we(?:'ll| will) teach you|training (?:is |will be )?provided\b(?! (?:on|in|to)\b)|full training (?:is |will be )?(?:provided|given)|(?:full|complete|comprehensive|paid)?,? ?on[- ]the[- ]job training (?:is |will be )?(?:provided|available|offered)|provide (?:full|complete|all|all the|all necessary|paid|comprehensive|on[- ]the[- ]job) training|without (?:any |prior |previous )?experience[^.;]{0,20}\b(?:welcome|encouraged|may apply|considered)|training (?:is |will be )?available for (?:the )?(?:right|qualified|new))/g
const LABEL =
  /\bentry[- ]?level\b|\btrainee (?:position|role|program|opportunity|grade|level)\b(?! (?:manager|coordinator))|\bcoding apprentice\b|\bapprenticeship\b|\bbeginners?\b (?:welcome|ok)|\bno experience\b/g
const TITLE_LABEL =
  /\bentry[- ]?level\b|\btrainees?\b|\bapprentice(?:ship)?\b|\bintern(?:ship)?\b|\bnew grads?(?:uates?)?\b|\bno experience\b|\bwill train\b/
const DENIED_BEFORE =
  /\b(?:not|isn't|never|neither|beyond|above|more than|than|no longer) (?:an? |considered |considered an? |currently |accept\w* |hir\w* |consider\w* |for |be )*$|\b(?:not|no|unable to|cannot|can't|do not|does not|don't|without)\b[^.;,]{0,30}$/
const DENIED_AFTER =
  /^[^.;]{0,50}\b(?:not (?:be )?(?:considered|accepted|eligible|available|provided|hired|apply)|will not|cannot|need not apply|do not (?:apply|qualify)|should not apply|won't)\b|^ (?:is|are) not\b/
const OTHERS =
  /^[- ](?:staff|team members|employees|coders?(?: (?:on|in|and))|associates|supervis|roles? (?:such|like)|positions? (?:such|like))/

/** No open door stands where none of these does. */
const HINT =
  /\bno\b|zero|\b0 |\bnot\b|n't|never|train|\bgrad|entry|apprentic|beginner|intern|learn|teach|without|bonus/
/** Training is given, which most employers say: an open door only where no work is asked. */
const GIVEN = /\btraining\b|\bprovide\b/
/** The whole answer under an "Experience" label. */
const NONE = /^(?:none|no|n\/a|not required|0|zero)(?: (?:required|needed|necessary))?[.!]?$/

function denied(folded: string, start: number, end: number): boolean {
  return (
    DENIED_BEFORE.test(folded.slice(Math.max(0, start - 45), start)) ||
    DENIED_AFTER.test(folded.slice(end, end + 80))
  )
}

/** Statements that the door is open. */
export function findOpenDoors(statement: Statement): OpenMention[] {
  const { folded, sectionKind } = statement
  const found: OpenMention[] = []
  if (NONE.test(folded) && /\bexperience\b/.test(statement.heading))
    found.push({ kind: 'open', start: 0, end: folded.length, rule: 'open.none', force: 'explicit' })
  if (!HINT.test(folded)) return found
  for (const match of folded.matchAll(EXPLICIT)) {
    const end = match.index + match[0].length
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
    const given = GIVEN.test(match[0])
    if (given && /\b(?:b?cls|bls|cpr|acls|certif\w*|licens\w*)\b/.test(folded)) continue
    const force = given ? 'soft' : 'explicit'
    found.push({ kind: 'open', start: match.index, end, rule: `open.${force}`, force })
  }
  for (const match of folded.matchAll(
    statement.kind === 'title' ? new RegExp(TITLE_LABEL, 'g') : LABEL,
  )) {
    const end = match.index + match[0].length
    if (found.some((m) => match.index < m.end && end > m.start)) continue
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
