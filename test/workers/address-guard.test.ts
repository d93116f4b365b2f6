import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../core/errors.ts'
import { createAddressGuard, isPublicAddress } from '../../workers/address-guard.ts'

const codeOf = (run: () => void): string | null => {
  try {
    run()
    return null
  } catch (error) {
    return error instanceof FootholdError ? error.code : 'other'
  }
}

describe('an address', () => {
  test.each([
    ['8.8.8.8'],
    ['203.0.112.255'],
    ['100.63.255.255'],
    ['172.32.0.1'],
    ['2606:4700::1111'],
    ['[2001:4860:4860::8888]'],
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ['127.0.0.1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['169.254.169.254', 'the metadata service'],
    ['0.0.0.0', 'this host'],
    ['255.255.255.255', 'broadcast'],
    ['224.0.0.1', 'multicast'],
    ['198.18.0.1', 'benchmarks'],
    ['192.0.2.1', 'documentation'],
    ['240.0.0.1', 'reserved'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::7f00:1', 'IPv4-compatible loopback'],
    ['::ffff:127.0.0.1', 'mapped loopback'],
    ['::ffff:8.8.8.8', 'mapped, even when public'],
    ['64:ff9b::7f00:1', 'translated loopback'],
    ['64:ff9b:1::1', 'local translation'],
    ['2002:7f00:1::', '6to4 loopback'],
    ['2001::1', 'Teredo'],
    ['fd00::1', 'unique local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['4000::1', 'outside global unicast'],
    ['example.org', 'a name'],
    ['', 'nothing'],
  ])('%s (%s) is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('the guard, before any look-up', () => {
  const guard = createAddressGuard({
    offline: false,
    allow: ['127.0.0.1:4100', 'LOCALHOST:4200', '[::1]:4300'],
  })

  test.each([
    ['http://127.0.0.1/', 'address-refused'],
    ['http://127.0.0.1:4101/', 'address-refused'],
    ['http://2130706433/', 'address-refused'],
    ['http://0x7f.1/', 'address-refused'],
    ['http://0177.0.0.1/', 'address-refused'],
    ['http://169.254.169.254/latest/meta-data', 'address-refused'],
    ['http://[::ffff:127.0.0.1]/', 'address-refused'],
    ['http://[::1]:4301/', 'address-refused'],
    ['http://localhost:4100/', 'address-refused'],
    ['http://x.localhost./', 'address-refused'],
    ['ftp://example.org/', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['http://user:pass@example.org/', 'bad-address'],
  ])('refuses %s with %s', (url, code) => {
    expect(codeOf(() => guard.checkUrl(new URL(url)))).toBe(code)
  })

  test.each([
    'http://127.0.0.1:4100/x',
    'http://2130706433:4100/',
    'http://localhost:4200/',
    'http://[::1]:4300/',
    'https://example.org/',
    'http://8.8.8.8/',
  ])('lets %s pass', (url) => {
    expect(codeOf(() => guard.checkUrl(new URL(url)))).toBeNull()
  })

  test('when offline, refuses every name and number but those opened', () => {
    const offline = createAddressGuard({ offline: true, allow: ['127.0.0.1:4100'] })
    expect(codeOf(() => offline.checkUrl(new URL('https://example.org/')))).toBe('offline')
    expect(codeOf(() => offline.checkUrl(new URL('http://8.8.8.8/')))).toBe('offline')
    expect(codeOf(() => offline.checkUrl(new URL('http://127.0.0.1:4100/')))).toBeNull()
  })

  test('an allowance without a port in the address means the usual port of the scheme', () => {
    const usual = createAddressGuard({ offline: false, allow: ['10.0.0.5:80', '10.0.0.6:443'] })
    expect(codeOf(() => usual.checkUrl(new URL('http://10.0.0.5/')))).toBeNull()
    expect(codeOf(() => usual.checkUrl(new URL('https://10.0.0.6/')))).toBeNull()
    expect(codeOf(() => usual.checkUrl(new URL('https://10.0.0.5/')))).toBe('address-refused')
  })
})
