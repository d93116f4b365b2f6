import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CUE } from '../../../../core/domain/read/lexicon.ts'
import type { Words } from '../../../../core/domain/read/words.ts'
import { readRequirements } from '../../../../core/domain/read/requirement/read-requirements.ts'
import { readTags } from '../../../../core/domain/read/tags/read-tags.ts'
import { scanOf, type Scan } from '../../../../core/domain/read/tags/scan.ts'
import { advertText } from '../../../../core/domain/text/document.ts'

interface Labelled {
  title?: string
  text?: string
}

const labelled = ['sentences.jsonl', 'tags.jsonl', 'titles.jsonl'].flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled),
)
const titles = labelled.flatMap(({ title }) => title ?? [])
const texts = labelled.flatMap(({ text }) => text ?? [])

/** Some words in a row out of a labelled sentence. */
const piece = fc
  .record({
    words: fc.constantFrom(...texts).map((text) => text.split(' ')),
    from: fc.nat({ max: 12 }),
    many: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ words, from, many }) => words.slice(from % words.length).slice(0, many))
  .map((words) => words.join(' '))

const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '. ', '\n', '\n• ', ', ', ' or ', ': ')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''))

/**
 * Every cue but the two that are a rule by themselves: a statement without a word that asks is not read for
 * requirements, whatever else stands in it.
 */
const MOST = ~(CUE.asks | CUE.asksPerhaps)

/** The words with these cues set, as if each could begin anything. */
const forced = (words: Words): Words => ({
  ...words,
  cues: words.cues | MOST,
  entry: words.entry.map((entry) => ({ ...entry, cues: entry.cues | MOST })),
})

describe('The cues of words', () => {
  it('hide nothing: with every cue set the same is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...titles), text, (title, written) => {
        const advert = { title, text: written }
        const doc = advertText(advert)
        const scan = scanOf(doc, advert)
        const all: Scan = {
          ...scan,
          words: forced(scan.words),
          titleWords: forced(scan.titleWords),
          cues: scan.cues.map((cues) => cues | MOST),
        }
        expect(readTags(scan)).toEqual(readTags(all))
        expect(readRequirements(doc, null, scan.words)).toEqual(
          readRequirements(doc, null, all.words),
        )
      }),
      { numRuns: 400 },
    )
  })
})
