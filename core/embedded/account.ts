import { spawnSync } from 'node:child_process'
import { chmod, chown, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { FootholdError } from '../errors.ts'

/** The user the server runs as. PostgreSQL refuses to run as root. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/**
 * Who the server runs as: undefined = this very user. For root: the owner of an existing data folder
 * unless that is root, else `postgres` if the machine has it, else `nobody`.
 * @throws FootholdError `no-account` when root finds no other user on the machine.
 */
export async function chooseAccount(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(dataFolder).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) {
    return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  const users = parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const account = ['postgres', '_postgres', 'nobody'].flatMap((n) => users.get(n) ?? [])[0]
  if (account !== undefined) return account
  throw new FootholdError(
    'no-account',
    'PostgreSQL refuses to run as root and this machine has neither a user postgres nor nobody; start Foothold as an ordinary user, or set DATABASE_URL.',
  )
}

/** name → account of an /etc/passwd text; bad lines are passed over. Negative ids (macOS) count down from 2^32. */
export function parsePasswd(text: string): Map<string, Account> {
  const users = new Map<string, Account>()
  for (const line of text.split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (!name || !/^-?\d+$/.test(uid ?? '') || !/^-?\d+$/.test(gid ?? '')) continue
    users.set(name, { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 })
  }
  return users
}

/**
 * Lets `account` pass through `home` itself, which root may have made closed to all (umask 077, mktemp).
 * Only the right to pass is given, never to list, and never on a person's home folder.
 */
export async function letPass(home: string, account: Account): Promise<void> {
  const at = await stat(home)
  if (at.uid !== 0 || mayPass(at, account) || home === homedir() || home === '/root') return
  if ((at.mode & 0o070) === 0) {
    await chown(home, 0, account.gid)
    await chmod(home, (at.mode & 0o7777) | 0o010)
  } else {
    await chmod(home, (at.mode & 0o7777) | 0o001)
  }
}

/**
 * Proves that `account` reaches `folder` by running `program --version` there as that user.
 * @throws FootholdError `home-not-reachable` naming the first folder on the way that is closed to it;
 *   `embedded-cannot-run` with the program's own words otherwise.
 */
export async function proveReach(
  program: string,
  folder: string,
  account: Account | undefined,
): Promise<void> {
  const tried = spawnSync(program, ['--version'], {
    cwd: folder,
    encoding: 'utf8',
    ...ids(account),
  })
  if (tried.status === 0) return
  const closed = account && (await firstClosed(folder, account))
  if (account !== undefined && closed !== undefined) {
    throw new FootholdError(
      'home-not-reachable',
      `PostgreSQL refuses to run as root, so it runs as ${account.name}, who cannot enter the folder ${closed}; let it pass (chmod o+x ${closed}) or choose another place with FOOTHOLD_HOME=/var/lib/foothold.`,
      { folder: closed },
      tried.error,
    )
  }
  const words = (tried.stderr || tried.error?.message || `it ended with ${tried.status}`).trim()
  throw new FootholdError(
    'embedded-cannot-run',
    `The embedded PostgreSQL does not run on this machine (${words.split('\n')[0]}); set DATABASE_URL to a PostgreSQL server of your own.`,
    { program },
    tried.error,
  )
}

/** The user and group for a child process; empty for this very user. */
export function ids(account: Account | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid }
}

async function firstClosed(folder: string, account: Account): Promise<string | undefined> {
  const way: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    way.unshift(at)
    if (at === dirname(at)) break
  }
  for (const at of way) {
    const stats = await stat(at).catch(() => undefined)
    if (stats === undefined || !mayPass(stats, account)) return at
  }
  return undefined
}

function mayPass(at: { uid: number; gid: number; mode: number }, who: Account): boolean {
  if (at.uid === who.uid) return (at.mode & 0o100) !== 0
  if (at.gid === who.gid) return (at.mode & 0o010) !== 0
  return (at.mode & 0o001) !== 0
}
