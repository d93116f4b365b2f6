import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ChildPlan {
  /** Shown to the person, e.g. "API". */
  name: string
  /** The TypeScript file to run. */
  file: URL
  env: NodeJS.ProcessEnv
  /** How long it may take to end in order. */
  graceMs: number
  say: (line: string) => void
  onMessage?: (message: unknown) => void
  /** Told of every unasked-for end, before the pause that precedes the next start. */
  onDeath?: (how: string) => void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** A child that lived this long was well: the next pause is the first again. */
const WELL_AFTER_MS = 60_000

/**
 * One child process kept alive: when it dies it is started again after 1, 2, 4 … 30 s. It runs in a process
 * group of its own, so that a Ctrl-C of the terminal reaches us alone and we end the children in our order.
 */
export class Supervised {
  private readonly plan: ChildPlan
  private child: ChildProcess | undefined
  private timer: NodeJS.Timeout | undefined
  private pause = FIRST_PAUSE_MS
  private stopping = false
  private gone: Promise<void> = Promise.resolve()
  private env: NodeJS.ProcessEnv

  constructor(plan: ChildPlan) {
    this.plan = plan
    this.env = plan.env
  }

  /** Changes the environment of the next start. */
  remember(key: string, value: string): void {
    this.env = { ...this.env, [key]: value }
  }

  start(): void {
    const since = Date.now()
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), fileURLToPath(this.plan.file)],
      {
        env: this.env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: process.platform !== 'win32',
        windowsHide: true,
      },
    )
    this.child = child
    child.on('message', (message) => this.plan.onMessage?.(message))
    this.gone = new Promise((resolve) => {
      let over = false
      const end = (how: string) => {
        if (over) return
        over = true
        this.child = undefined
        resolve()
        this.onEnd(how, Date.now() - since)
      }
      child.once('exit', (code, signal) => {
        end(signal === null ? `exit code ${code}` : `signal ${signal}`)
      })
      child.once('error', (error) => end(error.message))
    })
  }

  private onEnd(how: string, livedMs: number): void {
    if (this.stopping) return
    this.plan.onDeath?.(how)
    // The listener above may have decided to stop us.
    if (this.stopping) return
    if (livedMs > WELL_AFTER_MS) this.pause = FIRST_PAUSE_MS
    this.plan.say(`The ${this.plan.name} ended (${how}); starting again in ${this.pause / 1000} s.`)
    this.timer = setTimeout(() => this.start(), this.pause)
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS)
  }

  /** No further start from now on, whatever happens to the child. */
  retire(): void {
    this.stopping = true
    clearTimeout(this.timer)
  }

  /** Asks the child to end, waits, and after the grace ends it. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.retire()
    if (this.child === undefined) return
    this.signal('SIGTERM')
    const late = setTimeout(() => {
      this.plan.say(
        `The ${this.plan.name} did not end in ${this.plan.graceMs / 1000} s; ending it.`,
      )
      this.signal('SIGKILL')
    }, this.plan.graceMs)
    await this.gone
    clearTimeout(late)
  }

  /** Ends the child and whatever it started, this instant. */
  kill(): void {
    this.retire()
    this.signal('SIGKILL')
  }

  private signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    const pid = this.child?.pid
    if (pid === undefined) return
    try {
      // At the last resort the whole group goes, else a helper process of the child could stay behind.
      process.kill(signal === 'SIGKILL' && process.platform !== 'win32' ? -pid : pid, signal)
    } catch {
      // It ended in this very moment; its exit event tells.
    }
  }
}
