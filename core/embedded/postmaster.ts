import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { open, readFile, readlink, realpath, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FootholdError } from '../errors.ts'
import { ids } from './account.ts'
import { program } from './binaries.ts'
import { fileFailure } from './failures.ts'
import { isAlive, plainEnvironment, type Place } from './place.ts'

/** What a running server says of itself in data/postmaster.pid. */
export interface LockFile {
  pid: number
  /** undefined while the server has only begun to start. */
  port: number | undefined
}

/** Reads postmaster.pid; undefined when there is none or it is not whole yet. */
export async function readLockFile(data: string): Promise<LockFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  return parseLockFile(text)
}

/** Line 1 is the process id, line 4 the port. */
export function parseLockFile(text: string): LockFile | undefined {
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined }
}

export type ProcessState = 'gone' | 'zombie' | 'postgres' | 'other'

/**
 * What the process of the lock file in `data` is now. A server works in its data folder, so one that works
 * elsewhere only got the id of ours. Where /proc is missing every live process counts as the server.
 */
export async function stateOf(pid: number, data: string): Promise<ProcessState> {
  if (!isAlive(pid)) return 'gone'
  const state = parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))
  if (state !== 'postgres') return state
  const works = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return works === undefined || works === (await realpath(data)) ? 'postgres' : 'other'
}

/** From "123 (postgres) S 1 …"; the name may itself hold brackets and spaces. */
export function parseProcStat(text: string): ProcessState {
  const found = /^\d+ \((?<name>.*)\) (?<state>\S)/s.exec(text)?.groups
  if (found === undefined) return 'postgres'
  if (found.state === 'Z' || found.state === 'X') return 'zombie'
  return found.name === 'postgres' ? 'postgres' : 'other'
}

/** A pid that no Linux can give out (the kernel's own limit is 2^22). */
const NOBODYS_PID = 2 ** 22 + 1

/**
 * Takes the name of a dead process (a zombie nobody reaps, or an id that another program got since) out of
 * the lock file. The rest stays: by it PostgreSQL itself checks that no old backend still holds its memory,
 * which is why the file is not simply removed. Synchronous, so that no other start comes between.
 */
export function disownLockFile(data: string, deadPid: number): void {
  const file = join(data, 'postmaster.pid')
  const text = readFileSync(file, 'utf8')
  if (parseLockFile(text)?.pid !== deadPid) return
  writeFileSync(file, text.replace(/^\d+/, String(NOBODYS_PID)))
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export interface Started {
  child: ChildProcess
  pid: number
  /** Resolves when the server process has ended. */
  ended: Promise<void>
  /** true once `ended` has resolved. */
  over(): boolean
}

const LOG_LIMIT = 5_000_000

/** Starts the server as a process of its own group that outlives us; it may still refuse to come up. */
export async function spawnServer(place: Place, port: number): Promise<Started> {
  const size = await stat(place.log).then(
    (s) => s.size,
    () => 0,
  )
  if (size > LOG_LIMIT) await rename(place.log, `${place.log}.old`).catch(() => undefined)
  let log: number
  try {
    log = openSync(place.log, 'a', 0o600)
  } catch (error) {
    throw fileFailure(error, place.log)
  }
  const flags = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // No socket file: no limit on the length of the path and nothing left in the temp folder.
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    // The start of each line, by which the words of one server are found again.
    'log_line_prefix=%m [%p] ',
    'logging_collector=off',
    'log_destination=stderr',
  ]
  const child = spawn(
    program(place.binaries, 'postgres'),
    ['-D', place.data, ...flags.flatMap((flag) => ['-c', flag])],
    {
      cwd: place.data,
      env: plainEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      ...ids(place.account),
    },
  )
  closeSync(log)
  let over = false
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  child.unref()
  return { child, pid: child.pid ?? 0, ended, over: () => over }
}

/** The newest words of the server `pid` in the log: its gravest line, else its last; '' when it said nothing. */
export async function lastWords(log: string, pid: number): Promise<string> {
  const file = await open(log).catch(() => undefined)
  if (file === undefined) return ''
  try {
    const { size } = await file.stat()
    const length = Math.min(size, 64_000)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return gravest(buffer.toString('utf8'), pid)
  } finally {
    await file.close()
  }
}

const SIGNED = /\[\d+\] /

/** Picks from a log text the line of `pid` that says why it ended. */
export function gravest(text: string, pid: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const own = lines.filter((line) => line.includes(`[${pid}] `))
  // Words before the log is set up (a missing library or file) are not signed and may take several lines.
  if (own.length === 0) return lines.slice(lines.findLastIndex((l) => SIGNED.test(l)) + 1).join(' ')
  const grave = own.findLast((line) => /\b(?:FATAL|PANIC):/.test(line)) ?? own.at(-1) ?? ''
  return grave.replace(/^.*?\[\d+\]\s*/, '').trim()
}

const FAST_MS = 30_000

/**
 * Fast shutdown: open transactions are rolled back, everything acknowledged is kept. After 30 s it is
 * ended at once, which costs a recovery at the next start and no data.
 */
export async function stopServer(place: Place, started: Started | undefined): Promise<void> {
  const lock = await readLockFile(place.data)
  if (lock !== undefined && lock.pid !== NOBODYS_PID) {
    order(place, lock.pid, 'fast')
    if (!(await goes(place.data, lock.pid, FAST_MS))) {
      order(place, lock.pid, 'immediate')
      if (!(await goes(place.data, lock.pid, 10_000))) {
        throw new FootholdError(
          'database-does-not-stop',
          `The embedded database (process ${lock.pid}) does not stop; end it by hand before the next start.`,
          { pid: lock.pid },
        )
      }
    }
  }
  await Promise.race([started?.ended, sleep(5_000, undefined, { ref: false })])
}

/** Ends the server this instant, without waiting for it. */
export function killServer(place: Place): void {
  const text = (() => {
    try {
      return readFileSync(join(place.data, 'postmaster.pid'), 'utf8')
    } catch {
      return ''
    }
  })()
  const lock = parseLockFile(text)
  if (lock !== undefined && lock.pid !== NOBODYS_PID) order(place, lock.pid, 'immediate')
}

function order(place: Place, pid: number, mode: 'fast' | 'immediate'): void {
  if (process.platform === 'win32') {
    const args = ['stop', '-D', place.data, '-m', mode, '-W']
    spawn(program(place.binaries, 'pg_ctl'), args, { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  } catch {
    // Already gone: what we wait for next says so.
  }
}

async function goes(data: string, pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    if ((await stateOf(pid, data)) !== 'postgres') return true
    await sleep(20)
  }
  return false
}
