import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FootholdError } from './errors.ts'
import { BadSynonyms, buildSynonyms, type Synonyms } from './domain/search/synonyms.ts'

const FILE = new URL('../seeds/synonyms.json', import.meta.url)
let loaded: Synonyms | null = null

const name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not small letters and hyphens')
const words = z.array(z.string().min(1).max(100)).max(100)
const group = z.strictObject({
  name: name.max(40),
  words: words.min(2),
  asked: words.optional(),
  also: z.array(name).max(5).optional(),
})
const file = z.strictObject({ groups: z.array(z.unknown()).max(2000) })

/**
 * The synonyms of `seeds/synonyms.json`, read from the disk at the first call and kept for the life of the
 * process.
 * @throws FootholdError `bad-synonyms`, whose message names the faulty group.
 */
export function loadSynonyms(): Synonyms {
  loaded ??= parseSynonyms(readFileSync(FILE, 'utf8'))
  return loaded
}

/**
 * Reads the text of such a file.
 * @throws FootholdError `bad-synonyms`, whose message names the faulty group.
 */
export function parseSynonyms(text: string): Synonyms {
  const { groups } = checked('The file', file, jsonOf(text))
  const names = new Set<string>()
  const read = groups.map((raw, i) => {
    const one = checked(`Group ${i + 1}${nameOf(raw)}`, group, raw)
    if (names.has(one.name)) throw bad(`Group ${i + 1}${nameOf(raw)}: another has the same name.`)
    names.add(one.name)
    return one
  })
  try {
    return buildSynonyms(read)
  } catch (error) {
    throw error instanceof BadSynonyms ? bad(error.message) : error
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw bad(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function checked<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw bad(`${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}

function nameOf(raw: unknown): string {
  const named = z.object({ name: z.string() }).safeParse(raw)
  return named.success ? ` ("${named.data.name.slice(0, 40)}")` : ''
}

const bad = (message: string): FootholdError =>
  new FootholdError('bad-synonyms', `seeds/synonyms.json cannot be used. ${message}`)
