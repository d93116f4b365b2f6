import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../core/config.ts'

const user = { uid: 1000, cwd: '/srv/foothold' }
const root = { uid: 0, cwd: '/srv/foothold' }

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({}, user)).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
      FOOTHOLD_OFFLINE: false,
      FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: [],
      LOG_LEVEL: 'info',
      home: '/srv/foothold/.foothold',
    })
  })

  it('takes an empty setting for one that is not given', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: '', FOOTHOLD_HOME: '' }, user)
    expect(config.PORT).toBe(4000)
    expect(config.DATABASE_URL).toBeUndefined()
    expect(config.home).toBe('/srv/foothold/.foothold')
  })

  it.each([
    ['root, who gets a folder of the system', root, {}, '/var/lib/foothold'],
    ['root with a folder named', root, { FOOTHOLD_HOME: '/data' }, '/data'],
    ['a relative folder', user, { FOOTHOLD_HOME: 'here/it' }, '/srv/foothold/here/it'],
    ['a folder in one’s home', user, { FOOTHOLD_HOME: '~/foothold' }, `${homedir()}/foothold`],
    ['a name that only begins like home', user, { FOOTHOLD_HOME: '~x' }, '/srv/foothold/~x'],
  ])('knows where the data lie for %s', (_who, who, env, expected) => {
    expect(readConfig(env, who).home).toBe(expected)
  })

  it.each([
    ['0', 0],
    ['65535', 65535],
  ])('takes port %s', (given, expected) => {
    expect(readConfig({ PORT: given }, user).PORT).toBe(expected)
  })

  it.each<Record<string, string>>([
    { PORT: '65536' },
    { PORT: '-1' },
    { PORT: '80.5' },
    { PORT: 'http' },
    { DATABASE_URL: 'mysql://host/db' },
    { DATABASE_URL: 'host' },
    { FOOTHOLD_OFFLINE: 'yes' },
    { FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: '127.0.0.1' },
    { FOOTHOLD_OPERATOR_TOKEN: 'short' },
    { LOG_LEVEL: 'loud' },
  ])('refuses %j by its name', (env) => {
    const [key] = Object.keys(env)
    expect(() => readConfig(env, user)).toThrow(new RegExp(`cannot be used\\. ${key}: `))
  })

  it('names every wrong setting at once and none that is right', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', HOST: 'localhost' }, user)).toThrow(
      /PORT: .*; LOG_LEVEL: /,
    )
    expect(() => readConfig({ PORT: 'x', HOST: 'localhost' }, user)).not.toThrow(/HOST/)
  })

  it('reads a list of host:ports with its spaces', () => {
    expect(
      readConfig({ FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: ' 127.0.0.1:4100, [::1]:80,' }, user)
        .FOOTHOLD_ALLOW_PRIVATE_ADDRESSES,
    ).toEqual(['127.0.0.1:4100', '[::1]:80'])
  })

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('reads FOOTHOLD_OFFLINE=%s as %s', (given, expected) => {
    expect(readConfig({ FOOTHOLD_OFFLINE: given }, user).FOOTHOLD_OFFLINE).toBe(expected)
  })

  it('gives an object nobody can change later', () => {
    expect(Object.isFrozen(readConfig({}, user))).toBe(true)
  })
})
