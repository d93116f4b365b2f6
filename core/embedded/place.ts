import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { FootholdError } from '../errors.ts'
import { chooseAccount, ids, letPass, proveReach, type Account } from './account.ts'
import { findBinaries, program, readyBinaries, type Binaries } from './binaries.ts'
import { diskFull, fileFailure, speaksOfFullDisk } from './failures.ts'

/** Everything there is to know about one embedded database before its server runs. */
export interface Place {
  home: string
  /** PostgreSQL's own folder. */
  data: string
  /** What the server writes on standard output and error. */
  log: string
  /** Says that a database was once made here, so that a lost data folder is not taken for a first start. */
  marker: string
  passwordFile: string
  password: string
  account: Account | undefined
  binaries: Binaries
}

export const SUPERUSER = 'foothold'

/** What every program of PostgreSQL gets to see of our environment: nothing that could change its words or its port. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

/**
 * Makes `home` ready to hold a database: folder, account, programs and password.
 * @throws FootholdError with one sentence for each known way this fails.
 */
export async function preparePlace(home: string): Promise<Place> {
  const found = await findBinaries()
  const data = join(home, 'data')
  const account = await chooseAccount(data)
  await makeHome(home, account)
  const binaries = await readyBinaries(found, home, account !== undefined)
  await proveReach(program(binaries, 'postgres'), home, account)
  const place = {
    home,
    data,
    log: join(home, 'database.log'),
    marker: join(home, 'database.json'),
    passwordFile: join(home, 'database-password'),
    account,
    binaries,
  }
  const state = await checkData(place)
  return { ...place, password: await readPassword(place, state === 'absent') }
}

async function makeHome(home: string, account: Account | undefined): Promise<void> {
  try {
    const made = await mkdir(home, { recursive: true, mode: account === undefined ? 0o700 : 0o755 })
    // The umask may have taken away the right to pass from the folders on the way.
    if (made !== undefined && account !== undefined) await openNewFolders(made, home)
    if (account !== undefined) await letPass(home, account)
    const probe = join(home, `.probe-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw fileFailure(error, home)
  }
}

async function openNewFolders(first: string, last: string): Promise<void> {
  let at = first
  await chmod(at, 0o755)
  for (const part of last.slice(first.length).split(/[\\/]/).filter(Boolean)) {
    at = join(at, part)
    await chmod(at, 0o755)
  }
}

type Described = Omit<Place, 'password'>

/** `absent` on a first start, `present` when there is a database of the right version; throws otherwise. */
async function checkData(place: Described): Promise<'absent' | 'present'> {
  const names = await readdir(place.data).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw fileFailure(error, place.data)
  })
  if (names.length === 0) {
    await refuseLost(place)
    return 'absent'
  }
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => '')
  const found = /^\d+(\.\d+)?/.exec(version.trim())?.[0]
  if (found === undefined) {
    throw new FootholdError(
      'database-damaged',
      `The folder ${place.data} holds no whole database (its PG_VERSION file is missing or unreadable); put a backup in its place, or move it away and delete ${place.marker} to begin with an empty one.`,
      { folder: place.data },
    )
  }
  if (found !== place.binaries.major) throw otherVersion(place, found)
  return 'present'
}

function otherVersion(place: Described, found: string): FootholdError {
  const newer = Number(found) > Number(place.binaries.major)
  const advice = newer
    ? 'update Foothold, or set FOOTHOLD_HOME to another folder'
    : 'carry the data over with pg_upgrade or pg_dump, or set FOOTHOLD_HOME to another folder'
  return new FootholdError(
    'database-version',
    `The folder ${place.data} was made by PostgreSQL ${found}, ${newer ? 'newer' : 'older'} than the PostgreSQL ${place.binaries.major} that comes with this Foothold; ${advice}.`,
    { found, expected: place.binaries.major },
  )
}

async function refuseLost(place: Described): Promise<void> {
  const text = await readFile(place.marker, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const since = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? 'an earlier day'
  throw new FootholdError(
    'database-missing',
    `The database that was made here on ${since} is gone: the folder ${place.data} is missing or empty; put it back, or delete ${place.marker} to begin with an empty one.`,
    { folder: place.data },
  )
}

/** The one password of this home, made on the first start; of several starts at once one wins and all agree. */
async function readPassword(place: Described, mayMake: boolean): Promise<string> {
  const file = place.passwordFile
  try {
    if (mayMake) await makePassword(place)
    const password = (await readFile(file, 'utf8')).trim()
    if (password !== '') return password
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!gone) throw fileFailure(error, file)
  }
  throw new FootholdError(
    'password-missing',
    `The folder ${place.data} holds a database, but its password file ${file} is missing or empty; put the file back, or move the data folder away and delete ${place.marker} to begin with an empty one.`,
    { file },
  )
}

async function makePassword(place: Described): Promise<void> {
  const aside = `${place.passwordFile}.${process.pid}-${randomBytes(4).toString('hex')}`
  await writeFile(aside, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  await giveTo(aside, place.account)
  try {
    // A link is made whole or not at all, and never over an existing file.
    await link(aside, place.passwordFile)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // Some file systems know no links; there the last of several first starts would win.
    if (code === 'EPERM' || code === 'ENOTSUP') await rename(aside, place.passwordFile)
    else if (code !== 'EEXIST') throw error
  } finally {
    await rm(aside, { force: true })
  }
}

async function giveTo(path: string, account: Account | undefined): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid)
}

let made = 0

/**
 * Makes the data folder if there is none: initdb into a folder aside, then one rename, so that a killed
 * first start leaves nothing half made. Of several at once one wins; the others drop theirs.
 */
export async function ensureData(place: Place, log: (line: string) => void): Promise<void> {
  if ((await checkData(place)) === 'present') return writeMarker(place)
  log('Making the database folder (first start only).')
  await sweepHalfMade(place.home)
  made += 1
  const aside = join(place.home, `init-${process.pid}-${made}`)
  try {
    await mkdir(aside, { mode: 0o700 })
    await giveTo(aside, place.account)
    await initdb(place, aside)
    await rename(aside, place.data)
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    // Another start may have put its own in place first.
    if (await stat(join(place.data, 'PG_VERSION')).catch(() => undefined)) return
    throw fileFailure(error, place.home)
  }
  await writeMarker(place)
}

async function writeMarker(place: Place): Promise<void> {
  const made = { made: new Date().toISOString(), postgresql: place.binaries.major }
  await writeFile(place.marker, `${JSON.stringify(made)}\n`, { flag: 'wx' }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw fileFailure(error, place.marker)
      }
    },
  )
}

/** Removes what killed first starts left behind. */
async function sweepHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^init-(\d+)-\d+$/.exec(name)?.[1]
    if (pid === undefined || Number(pid) === process.pid || isAlive(Number(pid))) continue
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** True when a process of this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function initdb(place: Place, folder: string): Promise<void> {
  const child = spawn(
    program(place.binaries, 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${place.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      // The same sort order on every system, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    {
      cwd: place.home,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Out of reach of the terminal's Ctrl-C: we decide when it ends.
      detached: true,
      windowsHide: true,
      ...ids(place.account),
    },
  )
  let words = ''
  const hear = (chunk: Buffer) => void (words += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  await keepWords(place.log, words)
  if (speaksOfFullDisk(words)) throw diskFull(place.home)
  const last = words.split('\n').find((l) => /error|fatal/i.test(l)) ?? words.trim()
  throw new FootholdError(
    'embedded-failed',
    `The database folder could not be made in ${place.home}: ${last.trim() || `initdb ended with ${code}`}`,
    { home: place.home },
  )
}

async function keepWords(log: string, words: string): Promise<void> {
  const file = await open(log, 'a', 0o600).catch(() => undefined)
  await file?.appendFile(words).catch(() => undefined)
  await file?.close()
}
