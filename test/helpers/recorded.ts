import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = process.env.FOOTHOLD_TEST_DATA ?? '../shared/data'

/** Recorded feed payloads are not part of the project; tests that need them say so and step aside. */
export const hasRecordedFeeds = existsSync(join(ROOT, 'feeds', 'manifest.json'))

/** One recorded payload by its path under feeds/, e.g. "greenhouse/careerkit_greenhouse.json". */
export function recordedFeed(path: string): string {
  return readFileSync(join(ROOT, 'feeds', path), 'utf8')
}
