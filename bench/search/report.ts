import type { Asked } from './engine.ts'
import { CLASSES, type Class } from './queries.ts'
import { common, part, type Result } from './run.ts'

/** Prints what each engine needed, as ratios to the first, and whether its answers were the same. */
export function report(results: readonly Result[], asked: readonly Asked[]): void {
  const [first] = results
  if (first === undefined) return
  console.log('\nanswers held against those of the database')
  for (const { engine, checked, wrong } of results.slice(1)) {
    const what =
      engine.facets === 'all' ? 'total, every facet' : `total, ${engine.facets.length} facets`
    const order = engine.sameOrder ? 'order' : 'order of newest'
    console.log(
      `  ${engine.name.padEnd(24)} ${what}, ${order}: ${checked - wrong.length} of ${checked} the same`,
    )
    for (const line of wrong.slice(0, 3)) console.log(`    differs: ${line}`)
  }
  console.log(
    '\nmilliseconds; × = times faster than the database on the searches that both answered',
  )
  for (const result of results) {
    const own = result.times.filter((t) => t !== undefined)
    const line = `  ${result.engine.name.padEnd(24)} ${String(own.length).padStart(4)} searches   p50 ${ms(part(own, 0.5))}   p99 ${ms(part(own, 0.99))}`
    console.log(
      result === first
        ? line
        : `${line}   p50 ${times(first, result, 0.5)}   p99 ${times(first, result, 0.99)}`,
    )
  }
  console.log(
    `\nby class, p50${results.map(({ engine }) => engine.name.slice(0, 12).padStart(14)).join('')}`,
  )
  for (const cls of Object.keys(CLASSES) as Class[]) {
    if (!asked.some((search) => search.class === cls)) continue
    const of = results.map((r) =>
      r.times.filter((t, n) => t !== undefined && asked[n]?.class === cls),
    )
    const cells = of.map((own) =>
      (own.length === 0 ? '–' : ms(part(own as number[], 0.5))).padStart(14),
    )
    console.log(`  ${cls} ${CLASSES[cls].padEnd(48).slice(0, 48)} ${cells.join('')}`)
  }
}

/** How many times faster than `slow`. */
export function timesFaster(
  slow: Result,
  fast: Result,
  p: number,
  only = (_: number) => true,
): number {
  const [a, b] = common(slow, fast, only)
  return part(a, p) / part(b, p)
}

const times = (slow: Result, fast: Result, p: number): string =>
  `${timesFaster(slow, fast, p).toPrecision(3)}×`.padStart(7)

const ms = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1)).padStart(8)
