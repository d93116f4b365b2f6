import { load } from 'cheerio'
import { GLOSSARY } from './glossary-terms.ts'

export interface Reading {
  /** Flesch-Kincaid grade: years of US school that a reader needs. */
  grade: number
  words: number
  sentences: number
  syllables: number
}

/** What is read as prose: running text, not figures in tables, names in forms, source lines or the frame of the site. */
const PROSE = 'p, li, dd, blockquote'
const NOT_PROSE =
  'nav, table, svg, form, select, script, style, [data-source-line], .hidden, .source-line'

/** The Flesch-Kincaid grade of the visible prose in a page's main part. */
export function readingGrade(html: string): Reading {
  const $ = load(html)
  $('main').find(NOT_PROSE).remove()
  const texts = $('main')
    .find(PROSE)
    // A list inside a list item is read with its own items.
    .filter((_, el) => $(el).find(PROSE).length === 0)
    .map((_, el) => $(el).text())
  return gradeOf(texts.get())
}

/** The same of texts; the end of a text ends a sentence. */
export function gradeOf(texts: readonly string[]): Reading {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const count = { words: words.length, sentences: sentences.length, syllables }
  if (words.length === 0) return { grade: 0, ...count }
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return { grade: Math.round(grade * 10) / 10, ...count }
}

/** Words of each sentence. A full stop inside an address or a figure ends nothing. */
function sentencesOf(text: string): string[][] {
  return text
    .split(/[.!?]+["”’)]*(?=\s|$)/)
    .map((part) => part.match(/[\p{L}\p{N}][\p{L}\p{N}.,'’-]*/gu) ?? [])
    .filter((words) => words.length > 0)
}

/** A final e, es or ed that is not heard: "name", "names", "asked"; heard in "table", "wages", "wanted". */
const SILENT = /(?:(?<![^aeiouy]l)(?<=[a-z])e|(?<![^aeiouy]l|[szxcg]|[cs]h)es|(?<![td])ed)$/
/** Two vowels that are said apart: "radio", "material", "experience", "doing", "area". */
const APART = /[^cstg]i[ao]|[^cst]ie(?=n[ct])|[aeiouy]ing$|[a-z]{2}ea$/g

/**
 * Syllables of an English word by its groups of vowels, silent endings taken off. A term of the trade counts as
 * two, and so does a number, which is read as at least that.
 */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[.,'’]+$/, '')
  if (GLOSSARY.has(plain) || /^[\d$.,%-]+$/.test(plain)) return 2
  if (plain.includes('-')) {
    return plain
      .split('-')
      .filter((part) => part !== '')
      .reduce((sum, part) => sum + syllablesOf(part), 0)
  }
  const letters = plain.replace(/['’].*$/, '').replace(/[^a-z]/g, '')
  const groups = letters.replace(SILENT, '').match(/[aeiouy]+/g)?.length ?? 0
  return Math.max(1, groups + (letters.match(APART)?.length ?? 0))
}
