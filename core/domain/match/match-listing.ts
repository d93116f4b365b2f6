import { monthsWords } from '../experience.ts'
import type { Match, Profile, Reason, Verdict } from '../profile.ts'
import { evaluate, evaluatePreferred, leavesOf } from './evaluate.ts'
import type { MatchFacts, MatchWorld } from './facts.ts'
import { isEmptyProfile, prepare, type Prepared } from './prepared.ts'
import { scoreOf } from './score.ts'
import { evaluateUntreed } from './untreed.ts'
import { allOf, worse, type Finding } from './verdicts.ts'
import { weighWishes } from './wishes.ts'

/**
 * Holds one advert against one profile. Advisory: it says how the advert stands and why, and hides
 * nothing. Verdicts and score are as the `match` command promises them; pure and deterministic.
 */
export function matchListing(profile: Profile, facts: MatchFacts, world: MatchWorld): Match {
  return judge(facts, prepare(profile, world)).match()
}

/** The same for many adverts: the profile is made ready once, sentences only for the adverts asked. */
export function matcher(
  profile: Profile,
  world: MatchWorld,
): { match: (facts: MatchFacts) => Match; verdict: (facts: MatchFacts) => Verdict } {
  const person = prepare(profile, world)
  return {
    match: (facts) => judge(facts, person).match(),
    verdict: (facts) => judge(facts, person).verdict,
  }
}

interface Judgement {
  verdict: Verdict
  match: () => Match
}

/** A match that rests on one reason alone. */
const settled = (verdict: Verdict, reason: () => Reason): Judgement => ({
  verdict,
  match: () => ({ verdict, score: verdict === 'unknown' ? null : 0, reasons: [reason()] }),
})

function judge(facts: MatchFacts, person: Prepared): Judgement {
  if (isEmptyProfile(person.profile)) return settled('unknown', tellUsFirst)
  if (isClosed(facts, person.nowMs)) return settled('not_yet', () => closedReason(facts))

  const asked = [
    ...evaluate(facts.requirement, person, facts.role),
    ...evaluateUntreed(facts, person),
  ]
  const wishes = weighWishes(facts, person)
  const qualified = readable(facts) ? allOf(asked.map((f) => f.verdict)) : 'unknown'
  const verdict = withWishes(silentCap(facts, qualified), wishes)
  return {
    verdict,
    match: () => {
      const preferred = evaluatePreferred(facts.requirement, person, facts.role)
      const score = scoreOf(verdict, { facts, person, asked, wishes, preferred })
      return { verdict, score, reasons: reasonsOf(facts, asked, wishes, preferred) }
    },
  }
}

function tellUsFirst(): Reason {
  return {
    requirement:
      'Not enough to say: tell us first which credentials you hold, your months of paid work, and your state',
    has: null,
    gap: null,
    words: null,
  }
}

function isClosed(facts: MatchFacts, nowMs: number): boolean {
  if (facts.status === 'closed') return true
  if (facts.closes_at === null) return false
  const closes = Date.parse(facts.closes_at)
  return !Number.isNaN(closes) && closes < nowMs
}

function closedReason(facts: MatchFacts): Reason {
  const day = facts.closes_at === null ? '' : ` on ${facts.closes_at.slice(0, 10)}`
  return {
    requirement: facts.status === 'closed' ? 'The advert is closed' : `The advert closed${day}`,
    has: null,
    gap: 'It takes no more applications',
    words: null,
  }
}

/**
 * True when the advert says something a profile can be held against: a requirement of experience,
 * credential or schooling, or in so many words that no experience is needed.
 */
function readable(facts: MatchFacts): boolean {
  if (facts.entry !== 'not_stated') return true
  return leavesOf(facts.requirement).some((leaf) => leaf.kind !== 'other')
}

/** Silence about experience is unknown: it never makes an advert open. */
const silentCap = (facts: MatchFacts, verdict: Verdict): Verdict =>
  facts.entry === 'not_stated' ? worse(verdict, 'likely') : verdict

/** A wish that does not fit makes a fitting job a stretch; a state limit shuts the person out. */
function withWishes(qualified: Verdict, wishes: readonly Finding[]): Verdict {
  return wishes.reduce((verdict, wish) => worse(verdict, wish.verdict), qualified)
}

function reasonsOf(
  facts: MatchFacts,
  asked: readonly Finding[],
  wishes: readonly Finding[],
  preferred: readonly Finding[],
): Reason[] {
  const reasons = asked.map((f) => f.explain())
  if (!readable(facts)) {
    reasons.push(note('We could not read what this advert asks; read it yourself'))
  } else if (facts.entry === 'not_stated') {
    reasons.push(note('Paid experience: the advert does not say whether it is needed'))
  } else if (facts.entry === 'open' && asked.length === 0) {
    reasons.push({ ...note('No experience is needed'), has: 'You meet it' })
  }
  if (facts.entry === 'contradictory') reasons.push(contradiction(facts))
  return [
    ...withoutRepeats(reasons),
    ...wishes.map((f) => f.explain()),
    ...preferred.map((f) => {
      const reason = f.explain()
      return { ...reason, requirement: `Nice to have: ${reason.requirement}` }
    }),
  ]
}

/** An advert that says one thing twice is answered once. */
function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const said = new Set<string>()
  return reasons.filter(({ requirement, gap }) => {
    const key = `${requirement}|${gap ?? ''}`
    return said.has(key) ? false : said.add(key)
  })
}

const note = (requirement: string): Reason => ({ requirement, has: null, gap: null, words: null })

function contradiction(facts: MatchFacts): Reason {
  const said = facts.warnings.find((w) => w.code === 'contradiction')
  const amount = facts.min_months === null ? 'years of experience' : monthsWords(facts.min_months)
  return {
    ...note(
      `The advert speaks to beginners and still asks for ${amount}; we count what it asks. Ask the employer`,
    ),
    words: said?.words ?? null,
  }
}
