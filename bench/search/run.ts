import { differences, type Answer, type Asked, type Engine } from './engine.ts'

/** What one engine did with the searches put to it. */
export interface Result {
  engine: Engine
  /** Milliseconds by the number of the search, the middle one of its rounds; undefined where its time was used up. */
  times: (number | undefined)[]
  /** Answers held against those of the first engine. */
  checked: number
  /** Where they differ, in a line each. */
  wrong: string[]
}

export interface Limits {
  /** Seconds for which each engine is asked beforehand, for code and pages to be warm as in a server that has run a while. */
  warm: number
  rounds: number
  /** Seconds that one engine may use; then it is asked no more. */
  seconds: number
}

/** The searches with the totals of all engines side by side. */
export async function showTotals(
  engines: readonly Engine[],
  asked: readonly Asked[],
): Promise<void> {
  const heads = engines.map(({ name }) => name.slice(0, 12).padStart(14)).join('')
  console.log(`\n${'totals'.padEnd(70)}${heads}`)
  for (const search of asked) {
    const totals: number[] = []
    for (const engine of engines) totals.push((await engine.ask(search)).total)
    const line = `${search.class} ${search.label}`.slice(0, 69).padEnd(70)
    console.log(line + totals.map((total) => String(total).padStart(14)).join(''))
  }
}

/**
 * Times all engines in turn, search by search, so that other work on the machine meets them alike; in the first
 * round their answers are held against those of the first engine.
 */
export async function compare(
  engines: readonly Engine[],
  asked: readonly Asked[],
  { warm, rounds, seconds }: Limits,
): Promise<Result[]> {
  const states = engines.map((engine) => ({
    engine,
    used: 0,
    taken: asked.map(() => [] as number[]),
    checked: 0,
    wrong: [] as string[],
  }))
  for (const engine of engines) await warmUp(engine, asked, warm)
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, search] of asked.entries()) {
      const answers = new Map<Engine, Answer>()
      for (let turn = 0; turn < states.length; turn += 1) {
        const state = states[(turn + n + round) % states.length]
        if (state === undefined || state.used > seconds * 1000) continue
        const answer = await state.engine.ask(search)
        answers.set(state.engine, answer)
        state.taken[n]?.push(answer.ms)
        state.used += answer.ms
      }
      if (round > 0) continue
      const [first, ...others] = states
      const reference = first === undefined ? undefined : answers.get(first.engine)
      for (const other of others) {
        const is = answers.get(other.engine)
        if (reference === undefined || is === undefined) continue
        other.checked += 1
        const found = differences(other.engine, search, is, reference)
        if (found.length > 0) other.wrong.push(`${search.label}: ${found.slice(0, 2).join('; ')}`)
      }
    }
  }
  return states.map(({ engine, taken, checked, wrong }) => ({
    engine,
    times: taken.map((times) => (times.length === 0 ? undefined : part(times, 0.5))),
    checked,
    wrong,
  }))
}

async function warmUp(engine: Engine, asked: readonly Asked[], seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000
  for (let n = 0; performance.now() < end; n += 1) {
    const search = asked[n % asked.length]
    if (search !== undefined) await engine.ask(search)
  }
}

/** The value below which a part of `values` lies. */
export function part(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}

/** Times of two engines on the searches that both answered. */
export function common(a: Result, b: Result, only: (n: number) => boolean): [number[], number[]] {
  const pairs = a.times.flatMap((time, n) => {
    const other = b.times[n]
    return time === undefined || other === undefined || !only(n) ? [] : [[time, other] as const]
  })
  return [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
}
