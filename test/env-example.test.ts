import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { settings } from '../core/config.ts'

const FILE = new URL('../.env.example', import.meta.url)

/** The file as the list of settings makes it: each key commented out under its sentence. */
function fromSettings(): string {
  const head = '# Every setting is an environment variable; none is needed for `npm start`.\n'
  const entries = Object.entries(settings).map(([key, { about }]) => `\n# ${about}\n# ${key}=\n`)
  return head + entries.join('')
}

it('names every setting with its sentence (FOOTHOLD_WRITE_GOLDEN=1 rewrites the file)', () => {
  if (process.env.FOOTHOLD_WRITE_GOLDEN === '1') writeFileSync(FILE, fromSettings())
  expect(readFileSync(FILE, 'utf8')).toBe(fromSettings())
})
