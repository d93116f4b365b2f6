import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = process.env.FOOTHOLD_TEST_DATA ?? '../shared/data'

/** Recorded feed payloads are not part of the project; tests that need them say so and step aside. */
export const hasRecordedFeeds = existsSync(join(ROOT, 'feeds', 'manifest.json'))

/**
 * One recorded payload by its path under feeds/, e.g. "greenhouse/careerkit_greenhouse.json"; `part` leads to
 * one body of a file that holds several, e.g. ["list_pages", 0].
 */
export function recordedFeed(path: string, part: readonly (string | number)[] = []): string {
  const file = readFileSync(join(ROOT, 'feeds', path), 'utf8')
  if (part.length === 0) return file
  const inner = part.reduce(
    (at: unknown, key) => (at as Record<string | number, unknown>)[key],
    JSON.parse(file),
  )
  return JSON.stringify(inner)
}
