import { demoStands } from '../core/store/demo.ts'
import { countAnsweringSources } from '../core/store/source-reports.ts'
import type { Deps } from './context.ts'
import { held } from './held.ts'

/** How long a page may go on saying how many sources answer and whether the demo world stands. */
const WORLD_KEPT_MS = 5_000

export type World = () => Promise<{ demo: boolean; sourcesAnswering: number }>

/** What every page says of the whole: whether the demo world stands and how many sources answer. */
export function pageWorld({ readDb, now }: Deps): World {
  return held(WORLD_KEPT_MS, now, async () => ({
    demo: await demoStands(readDb),
    sourcesAnswering: await countAnsweringSources(readDb),
  }))
}
