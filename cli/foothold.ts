import { get } from 'node:http'
import { createServer, isIPv6 } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../core/config.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { openDatabase, type OpenDatabase } from '../core/store/db.ts'
import { openServer, prepareDatabase, type Server } from './database.ts'
import { Supervised } from './processes.ts'

/** Everything `npm start` is made of; tests bring small children of their own. */
export interface Plan {
  config: Config
  /** Passed on to the children, with DATABASE_URL, PORT and FOOTHOLD_HOME as they turned out. */
  env: NodeJS.ProcessEnv
  api: URL
  workers: URL
  migrations?: URL
  seed: (
    db: OpenDatabase['db'],
    config: Config,
    now: Date,
  ) => Promise<{ sources: number; demo: boolean }>
  say: (line: string) => void
  /** Where the sentence of a failure goes. */
  complain: (line: string) => void
  /** Ends in order, as a signal would, when this resolves with the reason. */
  until?: Promise<string>
}

const READY_MS = 90_000
/** Workers finish the job in hand. */
const WORKERS_GRACE_MS = 15_000
const API_GRACE_MS = 10_000
/** One Ctrl-C arrives twice under npm: from the terminal, and passed on by npm. */
const ONE_SIGNAL_MS = 700

/**
 * Runs Foothold until a signal: database, migrations, seeds, API, workers; then ends them in the opposite
 * order. A second signal ends everything at once.
 * @returns the exit code: 0 after an ordered stop, 1 after a failure, whose sentence has been said.
 */
export async function runFoothold(plan: Plan): Promise<number> {
  const run = new Run(plan)
  const signalled = listenForSignals(run, plan)
  let code = 0
  try {
    await run.start()
    await signalled
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      code = 1
      plan.complain(`Foothold could not start: ${told(error)}`)
    }
  }
  try {
    await run.end()
  } catch (error) {
    code = 1
    plan.complain(`Foothold did not end in order: ${told(error)}`)
  }
  if (code === 0) plan.say('Foothold has ended.')
  return code
}

function told(error: unknown): string {
  // A fault of ours is worth its stack; a person's mistake is worth one sentence.
  if (error instanceof FootholdError) return error.message
  return error instanceof Error ? (error.stack ?? sentence(error)) : sentence(error)
}

class Interrupted extends Error {}

function listenForSignals(run: Run, { say, until }: Plan): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const hear = (why: string): void => {
      if (first === undefined) {
        first = performance.now()
        say(`Ending (${why}): workers, API, database. Once more ends at once.`)
        run.interrupted = true
        resolve()
        return
      }
      if (performance.now() - first < ONE_SIGNAL_MS) return
      run.endAtOnce()
      process.exit(1)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
    void until?.then((why) => {
      if (first === undefined) hear(why)
    })
  })
}

class Run {
  interrupted = false
  private readonly plan: Plan
  private server: Server | undefined
  private api: Supervised | undefined
  private workers: Supervised | undefined
  private port: number | undefined
  private apiDeath: string | undefined

  constructor(plan: Plan) {
    this.plan = plan
  }

  async start(): Promise<void> {
    const { config, say } = this.plan
    await portIsFree(config.HOST, config.PORT)
    this.server = await openServer(config, say)
    this.goOn()
    const done = await prepareDatabase(this.server.url, this.plan.migrations)
    if (done.length > 0)
      say(
        `The tables are brought up to date (${done.length === 1 ? '1 migration' : `${done.length} migrations`}).`,
      )
    this.goOn()
    await this.seed(config)
    this.goOn()
    const port = await this.startApi(this.server.url)
    // Sources that point at our own page need the port that PORT=0 only now has.
    if (port !== config.PORT) await this.seed({ ...config, PORT: port })
    this.goOn()
    this.startWorkers(this.server.url, port)
    say(`Foothold is ready: ${pageAddress(config.HOST, port)}`)
    say('Open that address in a browser. Ctrl-C ends everything in order.')
  }

  private goOn(): void {
    if (this.interrupted) throw new Interrupted()
  }

  private async seed(config: Config): Promise<void> {
    const url = this.server?.url ?? ''
    const { db, close } = openDatabase(url, { max: 2, applicationName: 'foothold seed' })
    try {
      const { sources, demo } = await this.plan.seed(db, config, new Date())
      this.plan.say(`${sources} sources are known${demo ? ', the demo adverts among them' : ''}.`)
    } finally {
      await close()
    }
  }

  private childEnv(url: string, port: number): NodeJS.ProcessEnv {
    const { config, env } = this.plan
    // On a person's terminal a line for each request would bury the address; LOG_LEVEL=info brings them back.
    const LOG_LEVEL = env.LOG_LEVEL || 'warn'
    return { ...env, LOG_LEVEL, DATABASE_URL: url, FOOTHOLD_HOME: config.home, PORT: String(port) }
  }

  private async startApi(url: string): Promise<number> {
    const { config, say } = this.plan
    const api = new Supervised({
      name: 'API',
      file: this.plan.api,
      env: this.childEnv(url, config.PORT),
      graceMs: API_GRACE_MS,
      say,
      onMessage: (message) => {
        const port = listeningPort(message)
        if (port === undefined) return
        this.port = port
        // After a crash the page comes back where people know it.
        api.remember('PORT', String(port))
      },
      onDeath: (how) => {
        this.apiDeath ??= how
        // Until it has answered once, its end is ours.
        if (this.workers === undefined) api.retire()
      },
    })
    this.api = api
    say('Starting the API.')
    api.start()
    return this.apiAnswers()
  }

  private async apiAnswers(): Promise<number> {
    const { config } = this.plan
    const end = Date.now() + READY_MS
    while (Date.now() < end) {
      this.goOn()
      if (this.apiDeath !== undefined) {
        // Another program may have taken the port since we looked.
        await portIsFree(config.HOST, config.PORT)
        throw new FootholdError(
          'api-ended',
          `The API ended before it answered (${this.apiDeath}); its own words stand above.`,
        )
      }
      // Only a child that said so listens: whoever answers on the port otherwise is somebody else.
      if (this.port !== undefined && (await isReady(config.HOST, this.port))) return this.port
      await sleep(100)
    }
    throw new FootholdError(
      'api-not-ready',
      `The API did not answer within ${READY_MS / 1000} s; its own words stand above.`,
    )
  }

  private startWorkers(url: string, port: number): void {
    this.workers = new Supervised({
      name: 'workers',
      file: this.plan.workers,
      env: this.childEnv(url, port),
      graceMs: WORKERS_GRACE_MS,
      say: this.plan.say,
    })
    this.plan.say('Starting the workers.')
    this.workers.start()
  }

  /** Workers first, so that they finish the job in hand; then the API; then the database. */
  async end(): Promise<void> {
    this.api?.retire()
    await this.workers?.stop()
    await this.api?.stop()
    await this.server?.stop()
  }

  endAtOnce(): void {
    this.workers?.kill()
    this.api?.kill()
    this.server?.kill()
  }
}

function listeningPort(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { type, port } = message as { type?: unknown; port?: unknown }
  return type === 'listening' && typeof port === 'number' ? port : undefined
}

/** An address on this machine that reaches a server listening on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === 'localhost') return '127.0.0.1'
  return isIPv6(host) ? `[${host}]` : host
}

function pageAddress(host: string, port: number): string {
  return `http://${reachable(host)}:${port}`
}

function isReady(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${pageAddress(host, port)}/readyz`, { agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.setTimeout(5_000, () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

/** @throws FootholdError `port-busy`, `port-forbidden` or `bad-host` when the API could not listen there. */
async function portIsFree(host: string, port: number): Promise<void> {
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (error === undefined) return
  if (error.code === 'EADDRINUSE') {
    throw new FootholdError(
      'port-busy',
      `Port ${port} is already in use, perhaps by a Foothold that still runs; end that program or choose another port, e.g. PORT=${port < 65535 ? port + 1 : 4000} npm start.`,
      { port },
      error,
    )
  }
  if (error.code === 'EACCES') {
    throw new FootholdError(
      'port-forbidden',
      `This user may not open port ${port}; choose one above 1023, e.g. PORT=4000 npm start.`,
      { port },
      error,
    )
  }
  throw new FootholdError(
    'bad-host',
    `The API cannot listen on ${host} (${sentence(error)}); set HOST to an address of this machine, usually 127.0.0.1.`,
    { host },
    error,
  )
}
