import type { Subject, SubjectWeight } from '../../vocabulary/trade-words.ts'
import type { Found, Scan } from './scan.ts'

export interface TradeEvidence {
  score: Record<Subject, number>
  /** How many different phrases of each subject the text uses. */
  kinds: Record<Subject, number>
  first: Partial<Record<Subject, Found<SubjectWeight>>>
}

const zeroes = (): Record<Subject, number> => ({
  coding: 0,
  billing: 0,
  records: 0,
  access: 0,
  health: 0,
  clinical: 0,
  software: 0,
  other: 0,
})

/**
 * Weighs what an advert's text speaks of. A phrase counts at most three times, the later times less, so
 * that one repeated word cannot outweigh a whole list of duties. Benefits and pay sections are not read.
 */
export function tradeEvidence(scan: Scan): TradeEvidence {
  const score = zeroes()
  const kinds = zeroes()
  const seen = new Map<string, number>()
  const first: TradeEvidence['first'] = {}
  const skipped = scan.doc.sections.filter((s) => s.kind === 'benefits' || s.kind === 'pay')
  let next = 0
  for (const hit of scan.phrases.subject) {
    while ((skipped[next]?.end ?? Infinity) <= hit.start) next += 1
    if ((skipped[next]?.start ?? Infinity) <= hit.start) continue
    const { subject, weight } = hit.value
    const key = scan.lower.slice(hit.start, hit.end)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    if (times > 3) continue
    score[subject] += weight / times
    if (times === 1) {
      kinds[subject] += 1
      const held = first[subject]
      if (held === undefined || held.value.weight < weight) first[subject] = hit
    }
  }
  return { score, kinds, first }
}
