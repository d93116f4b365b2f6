import type { Verdict } from '../profile.ts'
import type { CredentialRequirement } from '../reading.ts'
import {
  acceptance,
  catalogueCode,
  classAcceptance,
  withoutApprenticeMark,
  type Acceptance,
} from '../vocabulary/credentials.ts'
import type { Prepared } from './prepared.ts'
import { allOf, listed, wordsOf, type Finding } from './verdicts.ts'

const VERDICT_OF: Readonly<Record<Acceptance, Verdict>> = {
  exact: 'open',
  usual: 'likely',
  sometimes: 'stretch',
  no: 'not_yet',
}
const NEARNESS: Readonly<Record<Acceptance, number>> = {
  exact: 1,
  usual: 0.8,
  sometimes: 0.5,
  no: 0,
}
const STRENGTH: readonly Acceptance[] = ['exact', 'usual', 'sometimes', 'no']

/** The held credential that counts most for one asked thing. */
interface Best {
  asked: string
  held: string | null
  strength: Acceptance
}

export function askCredential(leaf: CredentialRequirement, person: Prepared): Finding {
  const bests = person.held === null ? null : weigh(leaf, person.held)
  if (leaf.within_months_of_hire !== null) {
    const months = leaf.within_months_of_hire
    const held = bests?.every((b) => b.strength === 'exact') === true
    return {
      verdict: 'open',
      nearness: held ? 1 : 0.9,
      explain: () => ({
        requirement: asks(leaf),
        has: held
          ? holds(bests)
          : `You may start without it and have ${months} ${months === 1 ? 'month' : 'months'} to earn it`,
        gap: null,
        words: wordsOf(leaf),
      }),
    }
  }
  if (bests === null) {
    return {
      verdict: 'unknown',
      nearness: 0.5,
      explain: () => ({ requirement: asks(leaf), has: null, gap: null, words: wordsOf(leaf) }),
    }
  }
  return {
    ...allOf(bests.map((b) => ({ verdict: VERDICT_OF[b.strength] }))),
    nearness: bests.reduce((sum, b) => sum + NEARNESS[b.strength], 0) / bests.length,
    explain: () => ({
      requirement: asks(leaf),
      has: holds(bests),
      gap: gapOf(bests, leaf),
      words: wordsOf(leaf),
    }),
  }
}

const CLASS_WORDS = {
  any_coding: 'a coding certification of AAPC or AHIMA',
  any_billing: 'a billing certification',
} as const

function asks(leaf: CredentialRequirement): string {
  const named = listed(leaf.codes, leaf.any_of ? 'or' : 'and')
  const what = [named, leaf.class === null ? '' : CLASS_WORDS[leaf.class]].filter((x) => x !== '')
  const text =
    what.length === 0 ? 'a certification (the advert does not say which)' : what.join(' or ')
  const apprentice =
    leaf.accepted_apprentice && !leaf.codes.some((c) => withoutApprenticeMark(c) !== null)
      ? ', apprentice status accepted'
      : ''
  const deadline =
    leaf.within_months_of_hire === null
      ? ''
      : ` within ${leaf.within_months_of_hire} ${leaf.within_months_of_hire === 1 ? 'month' : 'months'} of hire`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${apprentice}${deadline}`
}

/** One `Best` for alternatives; one for each asked code when all of them are asked. */
function weigh(leaf: CredentialRequirement, held: readonly string[]): Best[] {
  if (leaf.codes.length === 0 && leaf.class === null) return [anyAtAll(held)]
  if (leaf.any_of || leaf.codes.length < 2 || leaf.class !== null) {
    return [bestOf(slotsOf(leaf, leaf.codes), leaf, held)]
  }
  const full = leaf.codes.filter((code) => {
    const name = withoutApprenticeMark(code)
    return name === null || !leaf.codes.some((c) => catalogueCode(c) === name)
  })
  return full.map((code) => {
    // What is held for one of them exactly cannot stand in for another of them as well.
    const others = full.filter((c) => c !== code).map(catalogueCode)
    const free = held.filter((have) => !others.includes(have))
    const apprentice = leaf.codes.filter((c) => withoutApprenticeMark(c) === catalogueCode(code))
    return bestOf(slotsOf(leaf, [code, ...apprentice]), { ...leaf, class: null }, free)
  })
}

function anyAtAll(held: readonly string[]): Best {
  const first = held[0]
  return first === undefined
    ? { asked: 'a certification', held: null, strength: 'no' }
    : { asked: 'a certification', held: first, strength: 'usual' }
}

/** The codes that count: with "apprentice accepted", the apprentice's form of each beside it. */
function slotsOf(leaf: CredentialRequirement, codes: readonly string[]): string[] {
  return leaf.accepted_apprentice ? codes.flatMap((c) => [c, `${catalogueCode(c)}-A`]) : [...codes]
}

function bestOf(
  codes: readonly string[],
  leaf: Pick<CredentialRequirement, 'class' | 'accepted_apprentice'>,
  held: readonly string[],
): Best {
  let best: Best = { asked: codes[0] ?? '', held: null, strength: 'no' }
  const offer = (asked: string, have: string, strength: Acceptance): void => {
    const gain = STRENGTH.indexOf(best.strength) - STRENGTH.indexOf(strength)
    if (gain > 0) best = { asked, held: have, strength }
  }
  for (const have of held) {
    for (const asked of codes) offer(asked, have, acceptance({ code: have }, asked))
    if (leaf.class !== null) {
      const strength = classAcceptance({ code: have }, leaf.class)
      const apprentice = leaf.accepted_apprentice && withoutApprenticeMark(have) !== null
      offer(CLASS_WORDS[leaf.class], have, apprentice && strength === 'usual' ? 'exact' : strength)
    }
  }
  return best.held === null ? { ...best, held: held[0] ?? null } : best
}

function holds(bests: readonly Best[]): string {
  return bests.map(holdsOne).join('; ')
}

function holdsOne({ asked, held, strength }: Best): string {
  if (held === null) return 'No credential on record'
  switch (strength) {
    case 'exact':
      return held === catalogueCode(asked)
        ? `You hold the ${held}`
        : `You hold the ${held}, which counts`
    case 'usual':
      return withoutApprenticeMark(held) !== null
        ? `You hold the ${held}; ask whether apprentice status counts`
        : `You hold the ${held}, which employers usually take`
    case 'sometimes':
      return `You hold the ${held}, which some employers take`
    case 'no':
      return `You hold the ${held}, which does not count here`
  }
}

function gapOf(bests: readonly Best[], leaf: CredentialRequirement): string | null {
  const missed = bests.filter((b) => b.strength === 'no' || b.strength === 'sometimes')
  if (missed.length === 0) return null
  const dropA = missed.find(
    (b) =>
      b.held !== null &&
      leaf.codes.some((c) => catalogueCode(c) === withoutApprenticeMark(b.held ?? '')),
  )
  if (dropA?.held != null && missed.length === 1) {
    return `The ${withoutApprenticeMark(dropA.held) ?? ''} without the apprentice mark`
  }
  if (bests.length > 1)
    return `Not held: ${listed(
      missed.map((b) => b.asked),
      'and',
    )}`
  return leaf.codes.length === 0
    ? 'A certification of this kind'
    : `Not held: ${listed(leaf.codes, 'or')}`
}
