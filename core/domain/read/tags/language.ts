import type { Warning } from '../../reading.ts'
import { CUE } from '../lexicon.ts'
import type { Scan } from './scan.ts'

const set = (words: string) => new Set(words.split(' '))

const OTHERS: readonly ReadonlySet<string>[] = [
  set(
    'el la los las de del y en con para por una un que se su es como al más experiencia requisitos trabajo nuestro somos debe o no años salario empresa',
  ),
  set(
    'le la les des de du et en un une pour avec dans que est sur nous vous votre au aux par sont être expérience poste ou',
  ),
  set(
    'der die das und in den von zu mit ist für auf ein eine sie wir im dem nicht des als werden oder bei unser ihre',
  ),
  set(
    'o os as de do da e em um uma para com que se por não mais na no dos das ao experiência trabalho você ou',
  ),
  set('en het de van een in te voor met op is dat wij je ons aan bij als zijn of'),
]

/**
 * A warning when the text is not in English, so that nothing is read from words that only look English.
 * Decided by the share of the commonest small words; a text under 12 words, or one that merely holds a
 * foreign phrase, is taken as English. Scripts other than Latin count by their letters.
 */
export function readLanguage(scan: Scan): Warning | null {
  const { entry } = scan.words
  if ((scan.words.cues & CUE.foreign) !== 0) {
    const letters = scan.doc.text.slice(0, 4000)
    const foreign = letters.match(/[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufdff]/g)?.length ?? 0
    if (foreign > 40 && foreign > (letters.match(/[a-z]/gi)?.length ?? 0))
      return { code: 'language_not_english', words: scan.doc.text.slice(0, 80) }
  }
  if (entry.length < 12) return null
  const sample = entry.length > 400 ? entry.slice(0, 400) : entry
  let english = 0
  for (const known of sample) if (known.english) english += 1
  // In English prose about a third of the words are of the list; lists of duties still hold a tenth.
  if (english / sample.length > 0.15) return null
  const others = OTHERS.map((other) =>
    sample.reduce((sum, { word }) => sum + (other.has(word) ? 1 : 0), 0),
  )
  const most = Math.max(...others)
  const strange = most > english * 1.5 && most / sample.length > 0.12
  return strange ? { code: 'language_not_english', words: scan.doc.text.slice(0, 80) } : null
}
