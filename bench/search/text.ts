import { seededRandom } from '../../test/helpers/random.ts'
import { invented, pick, SMALL, TRADE } from '../words.ts'
import { AliasTable, zipf } from './alias.ts'

/**
 * Texts of adverts as perf.md §1 counts them: about 3.4 kB, 38 % small words, 28 % words of the trade
 * (Zipf 0.85), the rest from 20,000 made-up words (Zipf 1.0); about 204 different lexemes in each.
 */
const MADE_UP = 20_000
const words = [...SMALL, ...TRADE, ...Array.from({ length: MADE_UP }, (_, i) => invented(i))]
const shares = (part: number, weights: number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => (w / sum) * part)
}
const table = new AliasTable([
  ...shares(0.38, zipf(SMALL.length, 0.9)),
  ...shares(0.28, zipf(TRADE.length, 0.85)),
  ...shares(0.34, zipf(MADE_UP, 1)),
])

/** Words of each paragraph; one of them is another in a near-copy. */
const PARAGRAPHS = [102, 75, 84, 72, 90, 77, 70] as const
const REPLACED = 3

/**
 * The paragraphs of text `n`. Of a near-copy, `replacedBy` is its own number: one paragraph is then made from it.
 */
export function paragraphs(n: number, replacedBy: number | null): string[] {
  const random = seededRandom(Math.imul(n + 1, 0x9e3779b1) ^ 0x5bd1e995)
  return PARAGRAPHS.map((length, i) => {
    if (i !== REPLACED || replacedBy === null) return paragraph(random, length)
    return paragraph(seededRandom(Math.imul(replacedBy + 7, 0x85ebca6b)), length)
  })
}

function paragraph(random: () => number, length: number): string {
  let made = ''
  let start = true
  for (let i = 0; i < length; i += 1) {
    const word = words[table.draw(random)] ?? ''
    made += start ? word.charAt(0).toUpperCase() + word.slice(1) : word
    start = i % 15 === 14
    made += start || i === length - 1 ? '. ' : ' '
  }
  return made.trimEnd()
}

/** The number whose text listing `n` shows: its own, or for 8 % that of one of the 200 before it. */
export function textNumber(n: number): number {
  const random = seededRandom(Math.imul(n + 3, 0xc2b2ae35))
  return random() < 0.08 ? Math.max(0, n - 1 - pick(random, 200)) : n
}
