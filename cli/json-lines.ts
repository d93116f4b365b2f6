import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { FootholdError, sentence } from '../core/errors.ts'

export interface Streams {
  input: Readable
  output: Writable
  progress: Writable
}

const PROGRESS_EVERY = 1000

/**
 * The shape of every command that evaluations run on: JSON Lines in, one JSON line out per input line, in
 * order. A line that is not JSON, or that `handle` refuses, becomes `{"id", "error"}` with one sentence;
 * the lines after it are still read. Blank lines are passed over. Progress goes to standard error.
 * Resolves with the number of lines answered when the input ends.
 */
export async function runJsonLines(
  handle: (value: unknown) => unknown,
  streams: Streams = { input: process.stdin, output: process.stdout, progress: process.stderr },
): Promise<number> {
  const { input, output, progress } = streams
  let gone = false
  output.on('error', () => {
    // The reader of our output has closed it (head, for one): stop quietly.
    gone = true
    input.destroy()
  })
  let count = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (gone) break
    if (line.trim() === '') continue
    const written = output.write(`${answer(line, handle)}\n`)
    count += 1
    if (count % PROGRESS_EVERY === 0) progress.write(`${count} lines\n`)
    if (!written) await Promise.race([once(output, 'drain'), once(output, 'close')])
  }
  return count
}

function answer(line: string, handle: (value: unknown) => unknown): string {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch (error) {
    return JSON.stringify({ id: null, error: `this line is not JSON: ${sentence(error)}` })
  }
  try {
    const result = handle(value)
    if (result === undefined) throw new FootholdError('no-answer', 'the command gave no answer')
    return JSON.stringify(result)
  } catch (error) {
    return JSON.stringify({ id: idOf(value), error: sentence(error) })
  }
}

function idOf(value: unknown): string | number | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' || typeof value.id === 'number' ? value.id : null
}
