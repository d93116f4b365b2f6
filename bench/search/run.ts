import { differences, type Answer, type Asked, type Engine } from './engine.ts'

/** The times of one engine: of each search that it answered, the middle one of its rounds. */
export interface Times {
  engine: Engine
  /** Milliseconds by the number of the search; undefined where its time was used up before. */
  of: (number | undefined)[]
  rounds: number
}

export interface Limits {
  warm: number
  rounds: number
  /** Seconds that one engine may use; then it is asked no more. */
  seconds: number
}

/**
 * Puts every search to every engine once and prints where one disagrees with the first.
 * @returns how many searches an engine answered differently, by its name.
 */
export async function checkEqual(
  engines: readonly Engine[],
  asked: readonly Asked[],
): Promise<Map<string, number>> {
  const wrong = new Map(engines.map((engine) => [engine.name, 0]))
  const shown = 3
  for (const search of asked) {
    const [first, ...others] = engines
    if (first === undefined) break
    const reference = await first.ask(search)
    for (const engine of others) {
      const found = differences(engine, search, await engine.ask(search), reference)
      if (found.length === 0) continue
      const before = wrong.get(engine.name) ?? 0
      wrong.set(engine.name, before + 1)
      if (before < shown)
        console.log(`  ${engine.name}, ${search.label}: ${found.slice(0, 2).join('; ')}`)
    }
  }
  return wrong
}

/** The first searches with the totals of all engines side by side. */
export async function showTotals(
  engines: readonly Engine[],
  asked: readonly Asked[],
): Promise<void> {
  console.log(
    `${'totals'.padEnd(64)}${engines.map(({ name }) => name.slice(0, 11).padStart(13)).join('')}`,
  )
  for (const search of asked) {
    const answers: Answer[] = []
    for (const engine of engines) answers.push(await engine.ask(search))
    const totals = answers.map(({ total }) => String(total).padStart(13)).join('')
    console.log(`${`${search.class} ${search.label}`.slice(0, 63).padEnd(64)}${totals}`)
  }
}

/** Times all engines in turn, search by search, so that other work on the machine meets them alike. */
export async function compare(
  engines: readonly Engine[],
  asked: readonly Asked[],
  { warm, rounds, seconds }: Limits,
): Promise<Times[]> {
  for (const search of asked.slice(0, warm)) for (const engine of engines) await engine.ask(search)
  const taken = engines.map(() => asked.map(() => [] as number[]))
  const used = engines.map(() => 0)
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, search] of asked.entries()) {
      for (let turn = 0; turn < engines.length; turn += 1) {
        const e = (turn + n + round) % engines.length
        if ((used[e] ?? 0) > seconds * 1000) continue
        const answer = await engines[e]?.ask(search)
        if (answer === undefined) continue
        taken[e]?.[n]?.push(answer.ms)
        used[e] = (used[e] ?? 0) + answer.ms
      }
    }
  }
  return engines.map((engine, e) => ({
    engine,
    of: (taken[e] ?? []).map((times) => (times.length === 0 ? undefined : part(times, 0.5))),
    rounds: Math.max(...(taken[e] ?? []).map((times) => times.length)),
  }))
}

/** The value below which a part of `values` lies. */
export function part(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}

/** How many times faster than `slow` at the p-th part, over the searches that both answered. */
export function ratio(slow: Times, fast: Times, p: number): number {
  const both = slow.of.flatMap((time, n) => {
    const other = fast.of[n]
    return time === undefined || other === undefined ? [] : [[time, other] as const]
  })
  return (
    part(
      both.map(([a]) => a),
      p,
    ) /
    part(
      both.map(([, b]) => b),
      p,
    )
  )
}
