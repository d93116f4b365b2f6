import { normaliseEmployer } from '../employer-name.ts'
import { VERDICTS, type Match, type Profile, type Verdict } from '../profile.ts'
import { kept } from '../text/kept.ts'
import { columnsOf } from './columns.ts'
import type { MatchFacts, MatchWorld } from './facts.ts'
import { matcher } from './match-listing.ts'
import { byScore, spread, type Placed } from './order.ts'
import { CODE, NO_PART, Prefilter, VERDICT_OF_CODE } from './prefilter.ts'
import { standsSince } from './score.ts'

export interface Ranked extends Match {
  id: number
}

export interface RankOptions {
  /** How many to rank; 200 unless told. */
  limit?: number
  /** Ids of listings the person has seen or dismissed: counted as ever, but not ranked. */
  hide?: readonly number[]
}

export interface Ranking {
  ranked: Ranked[]
  /** How every listing that takes part stands, hidden ones included. */
  counts: Record<Verdict, number>
  /** How many of them `hide` kept out. */
  hidden: number
}

const DEFAULT_LIMIT = 200
const BEST_FIRST = [CODE.open, CODE.likely, CODE.stretch, CODE.unknown, CODE.not_yet]
const employerKey = kept(normaliseEmployer)

/**
 * The listings that suit the profile best: by verdict, then by score (fit, likelihood and freshness), then the
 * newer; spread so that no employer fills a page (`SPREAD`). First-rung jobs outside the trade take part only
 * when the profile names the role `adjacent`. The list of listings must not change once it was ranked.
 */
export function rankMatches(
  profile: Profile,
  listings: readonly (MatchFacts & { id: number })[],
  world: MatchWorld,
  { limit = DEFAULT_LIMIT, hide = [] }: RankOptions = {},
): Ranking {
  const prefilter = new Prefilter(columnsOf(listings), world)
  const codes = prefilter.verdicts(prefilter.tables(profile))
  const hidden = new Set(hide)
  const { score, match } = matcher(profile, world)
  const byCode = new Map<number, number[]>(BEST_FIRST.map((code) => [code, []]))
  const tally = new Array<number>(BEST_FIRST.length).fill(0)
  let held = 0
  codes.forEach((code, at) => {
    if (code === NO_PART) return
    tally[code] = (tally[code] ?? 0) + 1
    if (hidden.has(listings[at]?.id ?? -1)) held += 1
    else byCode.get(code)?.push(at)
  })
  const groups: (Placed & { facts: MatchFacts })[][] = []
  let enough = 0
  for (const code of BEST_FIRST) {
    if (enough >= limit) break
    const group = (byCode.get(code) ?? []).flatMap((at) => {
      const facts = listings[at]
      return facts === undefined ? [] : [placed(facts, score(facts))]
    })
    groups.push(group.sort(byScore))
    enough += group.length
  }
  return {
    ranked: spread(groups, limit).map(({ id, facts }) => ({ id, ...match(facts) })),
    counts: Object.fromEntries(
      VERDICTS.map((v) => [v, tally[VERDICT_OF_CODE.indexOf(v)] ?? 0]),
    ) as Record<Verdict, number>,
    hidden: held,
  }
}

const placed = (facts: MatchFacts & { id: number }, score: number | null) => ({
  id: facts.id,
  facts,
  score,
  since: standsSince(facts),
  employer: facts.employer == null ? null : employerKey(facts.employer),
})
