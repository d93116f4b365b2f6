import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chooseAccount, letPass, type Account } from '../../core/embedded/account.ts'
import { createDatabaseIfMissing } from '../../core/store/server.ts'

const run = promisify(execFile)
const USER = 'bench'
const DATABASE = 'bench'
const START_SECONDS = 120

/** As perf.md §7 sets a server for measuring: no surprises from just-in-time code, side processes or checkpoints. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '2GB',
  work_mem: '32MB',
  maintenance_work_mem: '1GB',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  default_toast_compression: 'lz4',
  fsync: 'on',
  max_wal_size: '16GB',
  checkpoint_timeout: '1h',
  timezone: 'UTC',
}

export interface BenchServer {
  /** The database of the bench. */
  url: string
  /** Where pgbench and the other programs stand. */
  programs: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL of the machine's own packages over `folder`, on a free port of the loopback; made when the folder
 * holds none. As root it runs as `postgres` or `nobody`.
 * @throws Error when `programs` holds no PostgreSQL, or the server does not start.
 */
export async function startServer(folder: string, programs: string): Promise<BenchServer> {
  if (!existsSync(join(programs, 'pg_ctl'))) {
    throw new Error(
      `There is no PostgreSQL in ${programs}. Install one (Debian: postgresql), or name its folder with --postgres.`,
    )
  }
  const data = join(folder, 'data')
  const account = await chooseAccount(data)
  const password = await prepare(folder, data, programs, account)
  const port = await freePort()
  const as = account === undefined ? {} : { uid: account.uid, gid: account.gid }
  const control = (...words: string[]) =>
    run(join(programs, 'pg_ctl'), ['-D', data, ...words], { ...as, env: { LC_ALL: 'C' } })
  await control(
    'start',
    '-w',
    '-t',
    String(START_SECONDS),
    '-l',
    join(data, 'log'),
    '-o',
    [`-p ${port}`, ...Object.entries(SETTINGS).map(([k, v]) => `-c ${k}='${v}'`)].join(' '),
  )
  const url = `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`
  await createDatabaseIfMissing(url.replace(/bench$/, 'postgres'), DATABASE)
  // The server is no child of this process: a run that is broken off would leave it behind.
  const brokenOff = (): void => {
    spawnSync(join(programs, 'pg_ctl'), ['-D', data, 'stop', '-m', 'fast', '-w'], as)
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, brokenOff)
  const stop = async (): Promise<void> => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, brokenOff)
    await control('stop', '-m', 'fast', '-w')
  }
  return { url, programs, stop }
}

async function prepare(
  folder: string,
  data: string,
  programs: string,
  account: Account | undefined,
): Promise<string> {
  const secret = join(folder, 'password')
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(secret)) return readFile(secret, 'utf8')
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true })
  const password = randomBytes(16).toString('hex')
  await writeFile(secret, password, { mode: 0o600 })
  if (account !== undefined) {
    await letPass(folder, account)
    for (const path of [data, secret]) await chown(path, account.uid, account.gid)
  }
  await chmod(data, 0o700)
  const as = account === undefined ? {} : { uid: account.uid, gid: account.gid }
  const words = ['-D', data, '-U', USER, '-A', 'scram-sha-256', '--pwfile', secret]
  await run(join(programs, 'initdb'), [...words, '-E', 'UTF8', '--locale', 'C.UTF-8'], as)
  return password
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
