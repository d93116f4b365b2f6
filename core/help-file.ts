import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { helpFileSchema, type HelpEntry } from './domain/help.ts'
import { FootholdError, sentence } from './errors.ts'

const FILE = new URL('../seeds/help.json', import.meta.url)
let loaded: readonly HelpEntry[] | null = null

/**
 * The directory of `seeds/help.json`, read from the disk at the first call and kept for the life of the process.
 * @throws FootholdError `bad-help-file` naming the entry and key that cannot be used.
 */
export function loadHelp(): readonly HelpEntry[] {
  loaded ??= readHelp(readFileSync(FILE, 'utf8'))
  return loaded
}

/** @throws FootholdError `bad-help-file`. */
export function readHelp(text: string): readonly HelpEntry[] {
  const bad = (why: string) =>
    new FootholdError('bad-help-file', `seeds/help.json cannot be used: ${why}.`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw bad(`it is not JSON (${sentence(error)})`)
  }
  const read = helpFileSchema.safeParse(json)
  if (!read.success) throw bad(z.prettifyError(read.error).replaceAll('\n', ' '))
  return read.data.entries
}
