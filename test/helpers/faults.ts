import type { LookupFunction } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Reply } from './feed-server.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** Every way in which a feed's host goes wrong while it answers; `body` is what it would have said. */
export const FAULTS = {
  status: (status: number): Reply => ({ status, body: 'Something is wrong here.' }),
  retryAfter: (status: number, seconds: number): Reply => ({
    status,
    headers: { 'Retry-After': String(seconds) },
  }),
  /** Accepts the request and never answers. */
  silent: (): Reply => ({ silent: true }),
  /** A byte now and then: slow-loris. */
  drip: (body: string): Reply => ({ body, headers: JSON_TYPE, drip: 10 }),
  /** Half of the body, then nothing. */
  stall: (body: string): Reply => ({ body, headers: JSON_TYPE, stall: true }),
  /** Half of the body, then the connection is reset. */
  reset: (body: string): Reply => ({ body, headers: JSON_TYPE, reset: true }),
  /** Half of the body and a clean end. */
  cut: (body: string): Reply => ({ body: body.slice(0, body.length / 2), headers: JSON_TYPE }),
  /** A few kilobytes that unpack to this many bytes. */
  bomb: (bytes: number): Reply => ({
    body: gzipSync(Buffer.alloc(bytes)),
    headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
  }),
  /** A bomb inside a bomb. */
  nestedBomb: (bytes: number): Reply => ({
    body: gzipSync(gzipSync(Buffer.alloc(bytes))),
    headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip, gzip' },
  }),
  redirect: (location: string): Reply => ({ status: 302, headers: { Location: location } }),
  /** A friendly page of the host, with status 200. */
  page: (): Reply => ({
    body: '<!doctype html><html><body><h1>We will be back soon</h1></body></html>',
    headers: { 'content-type': 'text/html' },
  }),
} as const

/** A resolver of names that gives these addresses for every name, whatever a name resolved to before. */
export function resolvingTo(...addresses: string[]): LookupFunction & { asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (name, options, callback) => {
    asked.push(name)
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (options.all === true) callback(null, all)
    else callback(null, all[0]?.address ?? '', all[0]?.family ?? 4)
  }
  return Object.assign(lookup, { asked })
}
