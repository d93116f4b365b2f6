import type { ChildProcess } from 'node:child_process'

/**
 * What a process of the bench says next.
 * @throws Error when it ends instead.
 */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const said = (message: unknown): void => {
      child.off('exit', ended)
      resolve(message)
    }
    const ended = (code: number | null): void => {
      child.off('message', said)
      reject(new Error(`${child.spawnargs.at(-1) ?? 'A process'} ended with ${code}.`))
    }
    child.once('message', said)
    child.once('exit', ended)
  })
}
