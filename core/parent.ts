/** What a child process tells the supervisor that started it. */
export type ChildMessage =
  /** The API listens; `port` is the one it got, which PORT=0 leaves open. */
  | { type: 'listening'; port: number }
  /** The process does its work from now on. */
  | { type: 'ready' }

/** Sends a message to the supervisor; does nothing when this process was started by hand. */
export function tellParent(message: ChildMessage): void {
  if (process.connected) process.send?.(message)
}

/** How long an orderly end may take once nobody is there to wait for it. */
const ALONE_MS = 20_000

/**
 * Ends this process when the supervisor that started it vanishes (kill -9 gives it no chance to say so):
 * first in order, through the process's own SIGTERM handler, and after 20 s at once. Does nothing when
 * this process was started by hand. The channel never keeps the process alive by itself.
 */
export function exitWithParent(): void {
  // Without a channel there never was a supervisor; with one that is closed it went while we started.
  if (process.send === undefined) return
  if (!process.connected) return endAlone()
  process.once('disconnect', endAlone)
  process.channel?.unref()
}

function endAlone(): void {
  process.exitCode = 1
  setTimeout(() => process.exit(1), ALONE_MS).unref()
  process.kill(process.pid, 'SIGTERM')
}
