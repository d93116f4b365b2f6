import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nextMessage } from './child.ts'
import type { Answer, Asked, Engine } from './engine.ts'
import { COMMON_FACETS } from './matching.ts'

/**
 * MiniSearch, as somebody would build it who wants search in the process and no database: title and text as
 * fields, everything else in JavaScript over what it returns. It runs in a process of its own, so that its
 * memory slows nobody else, and times itself there.
 */
export async function miniSearchEngine(url: string, rows: number): Promise<MiniSearchEngine> {
  const child = fork(
    fileURLToPath(new URL('./minisearch-child.ts', import.meta.url)),
    [url, String(rows)],
    {
      execArgv: ['--import', 'tsx', '--max-old-space-size=6000', '--expose-gc'],
      serialization: 'advanced',
    },
  )
  const next = (): Promise<unknown> => nextMessage(child)
  const built = (await next()) as Built
  return {
    ...built,
    name: 'MiniSearch',
    facets: COMMON_FACETS,
    sameOrder: false,
    ask: async (asked: Asked) => {
      child.send(asked)
      return (await next()) as Answer
    },
    close: async () => {
      child.disconnect()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

export interface Built {
  seconds: number
  bytes: number
  /** How many listings it holds. */
  held: number
}
export type MiniSearchEngine = Engine & Built
