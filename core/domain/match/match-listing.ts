import { monthsWords } from '../experience.ts'
import type { Match, Profile, Reason, Verdict } from '../profile.ts'
import { askedOf, closesAt, silenceOf, withSilence } from './asked.ts'
import { evaluatePreferred, weighDemand } from './evaluate.ts'
import type { MatchFacts, MatchWorld } from './facts.ts'
import { isEmptyProfile, prepare, type Prepared } from './prepared.ts'
import { scoreOf } from './score.ts'
import { allOf, wordsOf, worse, type Finding } from './verdicts.ts'
import { weighSoftware, weighWishes } from './wishes.ts'

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
): { match: (facts: MatchFacts) => Match; score: (facts: MatchFacts) => number | null } {
  const person = prepare(profile, world)
  return {
    match: (facts) => judge(facts, person).match(),
    score: (facts) => judge(facts, person).score(),
  }
}

interface Judgement {
  score: () => number | null
  match: () => Match
}

/** A match that rests on one reason alone. */
function settled(verdict: Verdict, reason: () => Reason): Judgement {
  const score = verdict === 'unknown' ? null : 0
  return { score: () => score, match: () => ({ verdict, score, reasons: [reason()] }) }
}

function judge(facts: MatchFacts, person: Prepared): Judgement {
  if (isEmptyProfile(person.profile)) return settled('unknown', tellUsFirst)
  if (closesAt(facts) < person.nowMs) return settled('not_yet', () => closedReason(facts))

  const asked = askedOf(facts).map((node) => weighDemand(node, person, facts.role))
  const wishes = weighWishes(facts, person)
  const verdict = withWishes(withSilence(silenceOf(facts), allOf(asked).verdict), wishes)
  const preferred = [
    ...evaluatePreferred(facts.requirement, person, facts.role),
    weighSoftware(facts, person) ?? [],
  ].flat()
  const score = () => scoreOf(verdict, { facts, person, asked, wishes, preferred })
  return {
    score,
    match: () => ({
      verdict,
      score: score(),
      reasons: reasonsOf(facts, asked, wishes, preferred),
    }),
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

function closedReason(facts: MatchFacts): Reason {
  const day = facts.closes_at === null ? '' : ` on ${facts.closes_at.slice(0, 10)}`
  return {
    requirement: facts.status === 'closed' ? 'The advert is closed' : `The advert closed${day}`,
    has: null,
    gap: 'It takes no more applications',
    words: null,
  }
}

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
  const silence = silenceOf(facts)
  if (silence === 'unreadable') {
    reasons.push(note('We could not read what this advert asks; read it yourself'))
  } else if (silence === 'experience') {
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
    words: said === undefined ? null : wordsOf(said),
  }
}
