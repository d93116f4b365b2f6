import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A program of ours run as its own process, with what it said so far. */
export interface Running {
  child: ChildProcess
  pid: number
  /** Everything on standard output and error, as it came. */
  output: () => string
  /** Waits until the output matches; rejects when the program ends first or 40 s pass. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const started = new Set<Running>()

/** Runs a TypeScript file of the repository as `npm start` would. */
export function run(file: string, env: Record<string, string>, args: string[] = []): Running {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  return runCommand(process.execPath, ['--import', 'tsx', path, ...args], env)
}

/** Runs a program in the folder of the repository with this environment and little else. */
export function runCommand(program: string, args: string[], env: Record<string, string>): Running {
  const child = spawn(program, args, {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, FOOTHOLD_OFFLINE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const hear = (chunk: Buffer) => void (output += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let over = false
  const ended = new Promise<Awaited<Running['ended']>>((resolve) => {
    child.once('close', (code, signal) => {
      over = true
      resolve({ code, signal })
    })
  })
  const says = async (pattern: RegExp) => {
    for (const end = Date.now() + 40_000; ;) {
      const found = pattern.exec(output)
      if (found) return found
      if (over) throw new Error(`It ended without saying ${String(pattern)}. It said:\n${output}`)
      if (Date.now() > end) throw new Error(`It never said ${String(pattern)}, only:\n${output}`)
      await sleep(30)
    }
  }
  const running = { child, pid: child.pid ?? 0, output: () => output, says, ended }
  started.add(running)
  return running
}

/** For afterEach: ends whatever a failed test left running. */
export async function endAll(): Promise<void> {
  for (const one of started) {
    if (one.child.exitCode === null && one.child.signalCode === null) {
      one.child.kill('SIGKILL')
      await one.ended
    }
  }
  started.clear()
}

/** True while the process works; a dead one that nobody has reaped yet does not count. */
export function works(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

/** A port nobody listens on at this moment. */
export async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
