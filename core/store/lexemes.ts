import { sql, type Kysely } from 'kysely'
import { meaningOf, textQueryOf, toRead } from '../domain/search/text-query-of.ts'
import type { PhraseReading, WordReading } from '../domain/search/text-query-of.ts'
import type { Synonyms } from '../domain/search/synonyms.ts'
import type { TextQuery } from '../domain/search/text-query.ts'
import type { Database } from './schema.ts'

/** How many words and how many phrases are remembered. */
const KEPT = 5000

/** The least recently used goes first: a Map keeps the order in which its keys were put. */
class Remembered<T> {
  private readonly held = new Map<string, T>()

  get(key: string): T | undefined {
    const value = this.held.get(key)
    if (value === undefined) return undefined
    this.held.delete(key)
    this.held.set(key, value)
    return value
  }

  put(key: string, value: T): void {
    this.held.set(key, value)
    if (this.held.size <= KEPT) return
    const oldest = this.held.keys().next()
    if (oldest.done !== true) this.held.delete(oldest.value)
  }
}

// Every server reads a word the same way: the configuration 'english' is part of PostgreSQL.
const words = new Remembered<WordReading>()
const phrases = new Remembered<{ reading: PhraseReading }>()

/**
 * What the words of a search come to, read as the columns `listing.tsv` and `listing.head` are; null when they
 * say nothing ("the of"). One statement for the words not met before, none for a search of known words.
 */
export async function readWords(
  db: Kysely<Database>,
  q: string,
  synonyms: Synonyms,
): Promise<TextQuery | null> {
  const meaning = meaningOf(q, synonyms)
  const wanted = toRead(meaning)
  const readings = {
    words: new Map<string, WordReading>(),
    phrases: new Map<string, PhraseReading>(),
  }
  const unknown: Asked[] = []
  for (const word of wanted.words) {
    const known = words.get(word)
    if (known === undefined) unknown.push({ text: word, phrase: false })
    else readings.words.set(word, known)
  }
  for (const phrase of wanted.phrases) {
    const known = phrases.get(phrase)
    if (known === undefined) unknown.push({ text: phrase, phrase: true })
    else readings.phrases.set(phrase, known.reading)
  }
  for (const answer of await ask(db, unknown)) {
    if (answer.phrase) {
      const reading = phraseReading(answer)
      phrases.put(answer.text, { reading })
      readings.phrases.set(answer.text, reading)
    } else {
      const reading = wordReading(answer.tokens ?? [])
      words.put(answer.text, reading)
      readings.words.set(answer.text, reading)
    }
  }
  return textQueryOf(meaning, readings)
}

interface Asked {
  text: string
  phrase: boolean
}

/** A word's token as PostgreSQL's parser cuts it; `lexemes` null = not indexed, [] = a stop word. */
interface Token {
  alias: string
  lexemes: string[] | null
}

interface Answer extends Asked {
  tokens: Token[] | null
  tsquery: string
  lexemes: string[]
  /** Lexemes and operators of the tsquery. */
  nodes: number
}

async function ask(db: Kysely<Database>, unknown: readonly Asked[]): Promise<Answer[]> {
  if (unknown.length === 0) return []
  const { rows } = await sql<Answer>`
    select text, phrase, p::text as tsquery, numnode(p) as nodes,
      tsvector_to_array(to_tsvector('english', text)) as lexemes,
      case when not phrase then (
        select json_agg(json_build_object('alias', d.alias, 'lexemes', d.lexemes) order by d.n)
        from ts_debug('english', text) with ordinality d(alias, description, token, dictionaries, dictionary, lexemes, n)
      ) end as tokens
    from unnest(${unknown.map((a) => a.text)}::text[], ${unknown.map((a) => a.phrase)}::boolean[])
      as asked(text, phrase),
      phraseto_tsquery('english', text) p`.execute(db)
  return rows
}

function phraseReading({ tsquery, lexemes, nodes }: Answer): PhraseReading {
  if (nodes === 0) return null
  return { lexemes, tsquery, phrase: nodes > 1 }
}

const COMPOUND = new Set(['asciihword', 'hword', 'numhword'])

/**
 * A compound with hyphens stands in a tsvector whole and in parts: either is enough, save that parts without
 * the stop words among them would say too little ("CPC-A" is not any CPC). Tokens side by side are all needed.
 */
function wordReading(tokens: readonly Token[]): WordReading {
  let ways: string[][] = [[]]
  let says = false
  const also = (options: string[][]): void => {
    says = true
    ways = ways.flatMap((way) => options.map((option) => [...way, ...option])).slice(0, 16)
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const { alias, lexemes } = tokens[at] ?? { alias: '', lexemes: null }
    if (!COMPOUND.has(alias)) {
      if (lexemes !== null && lexemes.length > 0) also([lexemes])
      continue
    }
    const parts: string[][] = []
    while (isPart(tokens[at + 1])) {
      at += 1
      const part = tokens[at]
      if (part?.alias.startsWith('hword_') === true) parts.push(part.lexemes ?? [])
    }
    const options = [lexemes ?? [], parts.some((p) => p.length === 0) ? [] : parts.flat()]
    also(options.filter((option) => option.length > 0))
  }
  return says ? ways : []
}

/** A part of the compound before it, or the hyphen between two. */
const isPart = (token: Token | undefined): boolean =>
  token !== undefined && (token.alias.startsWith('hword_') || token.alias === 'blank')
