import type { Snippet } from '../listing.ts'
import type { FoundWords } from './find-words.ts'

/** About how many characters of the advert are shown, and how many of them stand before the first word found. */
const WIDTH = 200
const BEFORE = 50
const REACH = WIDTH - BEFORE

/**
 * The stretch of an advert's text in which most clauses of a search are found, the earliest of equals, with the
 * words that matched (`found`, as findWords gives them); null when there are none. Line ends become blanks; "…" stands where the text goes on.
 */
export function snippetOf(text: string, found: readonly FoundWords[]): Snippet | null {
  const best = bestFrom(found)
  if (best === null) return null
  const from = wordStart(text, Math.max(0, best.start - BEFORE), best.start)
  const to = wordEnd(text, Math.max(from + WIDTH, best.end), best.end)
  const lead = from > 0 ? '… ' : ''
  const marks = merged(found.filter(({ start, end }) => start >= from && end <= to)).map(
    ({ start, end }) => ({
      start: start - from + lead.length,
      end: end - from + lead.length,
    }),
  )
  const tail = to < text.length ? ' …' : ''
  return { text: lead + text.slice(from, to).replace(/\s/g, ' ') + tail, marks }
}

/** The word from which on a stretch holds the most clauses, then the most words. */
function bestFrom(found: readonly FoundWords[]): FoundWords | null {
  let best: FoundWords | null = null
  let most = 0
  let first = 0
  for (const one of found) {
    const clauses = new Set<number>()
    let words = 0
    while ((found[first]?.start ?? Infinity) < one.start) first += 1
    for (let at = first; at < found.length; at += 1) {
      const other = found[at]
      if (other === undefined || other.start > one.start + REACH) break
      if (other.end > one.start + REACH) continue
      clauses.add(other.clause)
      words += 1
    }
    const worth = clauses.size * 1000 + Math.min(words, 999)
    if (worth > most) {
      most = worth
      best = one
    }
  }
  return best
}

/** The beginning of a word at or after `from`, at most at `latest`. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0) return 0
  let at = from
  while (at < latest && !isBlank(text, at - 1)) at += 1
  while (at < latest && isBlank(text, at)) at += 1
  return at
}

/** The end of a word at or before `to`, at least `earliest`. */
function wordEnd(text: string, to: number, earliest: number): number {
  if (to >= text.length) return text.trimEnd().length
  let at = to
  while (at > earliest && !isBlank(text, at)) at -= 1
  while (at > earliest && isBlank(text, at - 1)) at -= 1
  return at
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text.charAt(at))

/** Spans that touch or overlap become one. */
function merged(found: readonly FoundWords[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = spans.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}
