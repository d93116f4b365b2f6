import { bothSay, equal, shown } from './items.ts'
import type { PreparedJob } from './prepare.ts'

/** Why two places cannot be those of one job, whatever the texts say; null = they can. */
export function placesApart(a: PreparedJob, b: PreparedJob): string | null {
  if (a.remote !== null && b.remote !== null && a.remote !== b.remote) {
    return 'One is fully remote, the other is not.'
  }
  if (a.remote === true || b.remote === true) return null
  if (bothSay(a.states, b.states) && !equal(a.states, b.states)) {
    return `The places differ: ${shown(a.states)} and ${shown(b.states)}.`
  }
  return bothSay(a.towns, b.towns) && !equal(a.towns, b.towns)
    ? `The towns differ: ${shown(a.towns)} and ${shown(b.towns)}.`
    : null
}

/** One text holds so much of the other that neither needs to name its town. */
const IDENTICAL = 0.98

/** What of two places needs the texts to agree. `held`: how much of one text the other holds. */
export function placesDiffer(
  a: PreparedJob,
  b: PreparedJob,
  copies: boolean,
  held: number,
): string | null {
  if (a.remote === true && b.remote === true) return limitsDiffer(a, b, copies)
  if (bothSay(a.towns, b.towns)) return null
  if (a.towns.length === 0 && b.towns.length === 0) {
    const sameState = bothSay(a.states, b.states)
    return (copies && sameState) || held >= IDENTICAL
      ? null
      : 'Neither names its town and the texts are not the same.'
  }
  return copies ? null : 'One of them does not name the town and the texts are not copies.'
}

/**
 * Two fully remote postings: the states in which the worker may live must be the same. Title and text say
 * so, and a state without a town; a state with a town is an office, as far as it lies within the limits.
 */
function limitsDiffer(a: PreparedJob, b: PreparedJob, copies: boolean): string | null {
  const differ = (x: readonly string[], y: readonly string[]): string =>
    `The state limits of the remote work differ: ${shown(x)} and ${shown(y)}.`
  const [one, two] = [limitsInText(a), limitsInText(b)]
  if (bothSay(one, two) && !equal(one, two)) return differ(one, two)
  const [marked, other] = [limitsOutside(a), limitsOutside(b)]
  if (bothSay(marked, other) && !equal(marked, other)) return differ(marked, other)
  const limits = one.length > 0 ? one : two
  const within = (states: readonly string[]): boolean =>
    limits.includes(NATIONWIDE) || (limits.length > 0 && states.every((s) => limits.includes(s)))
  const [home, away] = [a.states, b.states]
  if (bothSay(home, away)) {
    return equal(home, away) || within([...home, ...away]) ? null : differ(home, away)
  }
  // One says nothing of states: its text must be a copy, and say what the other says beside its text.
  const said = [...marked, ...other].filter((s) => s !== NATIONWIDE)
  if (!equal(marked, other) && said.length > 0 && !within(said)) return differ(marked, other)
  return copies || equal(home, away) ? null : differ(home, away)
}

const NATIONWIDE = 'the whole country'
const ANYWHERE =
  /\banywhere in the (?:u\.?\s?s|united states|country|nation)|\bnationwide\b|\bany (?:u\.?s\.? )?state\b|\ball (?:50|fifty)\b.{0,12}states/i
const COUNTRY = /\bU\.?S\.?A?\b|\b(?:[Uu]nited [Ss]tates|[Nn]ationwide|[Aa]nywhere)\b/

/** Where the text says that the worker may live; [] = it does not say. */
function limitsInText(job: PreparedJob): readonly string[] {
  const text = job.text()
  if (text === null) return []
  const allowed = text.reading().states_allowed
  if (allowed.length > 0) return [...allowed].sort()
  return ANYWHERE.test(text.words.text) ? [NATIONWIDE] : []
}

/** The same of the title and the place: "Remote - Texas", "Remote, US", a state without a town. */
function limitsOutside({ job, title, towns, states }: PreparedJob): readonly string[] {
  if (title.states.length > 0) return title.states
  if (towns.length === 0 && states.length > 0) return states
  const field = `${job.city ?? ''} ${job.state ?? ''}`
  const open = COUNTRY.test(job.title) || (towns.length === 0 && COUNTRY.test(field))
  return open && states.length === 0 ? [NATIONWIDE] : []
}
