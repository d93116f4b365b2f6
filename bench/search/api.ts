import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nextMessage } from './child.ts'
import type { Sent } from './pgbench.ts'

export interface Doings {
  /** The statements that it sends to the database. */
  sent: Sent[]
  /** How many searches its index answers. */
  found: number
}

export interface ApiServer {
  port: number
  /** What the API does while `work` runs. */
  during(work: () => Promise<unknown>): Promise<Doings>
  stop(): Promise<void>
}

/** Our API over the database behind `url`, with or without the in-process index. */
export async function startApi(
  url: string,
  engine: 'index' | 'sql',
  snapshot: string,
): Promise<ApiServer> {
  const child = fork(
    fileURLToPath(new URL('./api-child.ts', import.meta.url)),
    [url, engine, snapshot],
    {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const port = (await nextMessage(child)) as number
  return {
    port,
    during: async (work) => {
      child.send('log')
      await work()
      child.send('tell')
      return (await nextMessage(child)) as Doings
    },
    stop: async () => {
      child.disconnect()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
