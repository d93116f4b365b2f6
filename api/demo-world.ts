import { readdirSync, readFileSync } from 'node:fs'
import { demoJobPosting, readDemoAdverts, type DemoAdvert } from '../core/domain/demo.ts'
import { readFact } from '../core/store/clock.ts'
import type { Db } from './context.ts'

const FOLDER = new URL('../seeds/demo/', import.meta.url)

let read: readonly DemoAdvert[] | undefined

/** The invented adverts of `seeds/demo/adverts-*.jsonl`, in the order of the files; read once for each process. */
export function demoAdverts(): readonly DemoAdvert[] {
  read ??= readdirSync(FOLDER)
    .filter((file) => /^adverts-\d+\.jsonl$/.test(file))
    .sort()
    .flatMap((file) => readDemoAdverts(readFileSync(new URL(file, FOLDER), 'utf8')))
  return read
}

/**
 * What turns an invented advert into its JobPosting: dates count from the day this installation was seeded,
 * so that a page stays the same between two polls. Before seeding they count from `today`.
 */
export async function demoPostings(
  db: Db,
  today: Date,
  base: string,
): Promise<(advert: DemoAdvert) => Record<string, unknown>> {
  const fact = (await readFact(db, 'demo_epoch'))?.value
  const epoch = typeof fact === 'string' ? fact : today.toISOString().slice(0, 10)
  return (advert) => demoJobPosting(advert, epoch, base)
}
