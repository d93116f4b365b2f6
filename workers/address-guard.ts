import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FootholdError } from '../core/errors.ts'

/**
 * true only for addresses that any host of the internet may have. Private, loopback, link-local (with the
 * metadata service), carrier-grade NAT, multicast, documentation, IPv4 inside IPv6 (mapped, translated,
 * 6to4, Teredo) and everything unassigned are false; so is anything that is not an address.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return false
  const parsed = ipaddr.parse(bare)
  if (parsed.range() !== 'unicast') return false
  // Global unicast is 2000::/3 (RFC 4291); ::7f00:1 and the like lie outside it.
  return parsed.kind() === 'ipv4' || ((parsed as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}

/** `host:port` of an address, the port always said, lower case: what the allowance list is compared with. */
export function hostPort(hostname: string, port: string | number, protocol: string): string {
  const at = String(port) || (protocol === 'https:' ? '443' : '80')
  return `${hostname.toLowerCase()}:${at}`
}

export interface AddressGuard {
  /** true for the exact host:ports that the operator opened. */
  opened(hostname: string, port: string | number, protocol: string): boolean
  /**
   * Checks what can be told from the address alone, before any look-up.
   * @throws FootholdError `bad-address`, `address-refused` or `offline`.
   */
  checkUrl(url: URL): void
  /** The error of a resolved or connected address that is not public. */
  refusal(hostname: string, address: string): FootholdError
}

/**
 * The guard in front of outward HTTP. `allow` opens exactly these host:ports (by the name or number that
 * stands in the request's address); `offline` closes everything else.
 */
export function createAddressGuard(world: {
  offline: boolean
  allow: readonly string[]
}): AddressGuard {
  const open = new Set(world.allow.map((entry) => entry.trim().toLowerCase()))
  const refusal = (hostname: string, address: string) =>
    new FootholdError(
      'address-refused',
      `${hostname} leads to ${address}, which is not a public address; it was not contacted.`,
      { hostname, address },
    )
  const opened: AddressGuard['opened'] = (hostname, port, protocol) =>
    open.has(hostPort(hostname, port, protocol))
  return {
    opened,
    refusal,
    checkUrl(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new FootholdError('bad-address', `Only http and https are read, not ${url.protocol}`)
      }
      if (url.username !== '' || url.password !== '') {
        throw new FootholdError('bad-address', 'An address with a name and password is not read.')
      }
      if (opened(url.hostname, url.port, url.protocol)) return
      const bare = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw refusal(url.hostname, bare)
      if (/(^|\.)localhost\.?$/i.test(bare)) throw refusal(url.hostname, 'this machine')
      if (world.offline) {
        throw new FootholdError(
          'offline',
          `Foothold is offline (FOOTHOLD_OFFLINE=1), so ${url.hostname} was not contacted.`,
          { hostname: url.hostname },
        )
      }
    },
  }
}
