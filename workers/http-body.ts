import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import {
  brotliDecompress,
  gunzip,
  inflate,
  inflateRaw,
  type BrotliOptions,
  type ZlibOptions,
} from 'node:zlib'
import { FootholdError } from '../core/errors.ts'

/** Headers as undici gives them. */
export type Headers = Record<string, string | string[] | undefined>

export function header(headers: Headers, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function tooLarge(limit: number): FootholdError {
  return new FootholdError(
    'too-large',
    `The answer is larger than ${Math.round(limit / 1_000_000)} MB and was not read.`,
    { limit },
  )
}

function badEncoding(what: string, cause?: unknown): FootholdError {
  return new FootholdError('bad-encoding', `The answer cannot be decoded: ${what}.`, {}, cause)
}

/** The error code of a thrown value, e.g. ECONNRESET; '' when it has none. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

const unzip = promisify<Buffer, ZlibOptions, Buffer>(gunzip)
const unbrotli = promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress)
const inflateZlib = promisify<Buffer, ZlibOptions, Buffer>(inflate)
const inflateBare = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)

/** Undoes one packing, giving up as soon as more than `limit` bytes come out. */
async function unpack(bytes: Buffer, packing: string, limit: number): Promise<Buffer> {
  const options = { maxOutputLength: limit }
  try {
    if (packing === 'gzip' || packing === 'x-gzip') return await unzip(bytes, options)
    if (packing === 'br') return await unbrotli(bytes, options)
    if (packing === 'deflate') {
      // "deflate" means zlib by the standard and bare deflate at some servers: the first byte tells.
      const zlib = ((bytes[0] ?? 0) & 0x0f) === 8
      return await (zlib ? inflateZlib(bytes, options) : inflateBare(bytes, options))
    }
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    throw badEncoding(`it is not the ${packing} it claims to be`, error)
  }
  throw badEncoding(`"${packing}" is not known`)
}

/** The bytes as they came, at most `limit` of them. */
async function wireBytes(body: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, size)
}

/**
 * Reads a body whole and unpacks it; neither the packed nor any unpacked form may exceed `limit` bytes.
 * A file that is itself gzip (sitemap.xml.gz) is unpacked too.
 * @throws FootholdError `too-large` or `bad-encoding`; network errors as they come.
 */
export async function readBytes(body: Readable, headers: Headers, limit: number): Promise<Buffer> {
  // A body that is given up reports so as an error event, which nobody needs.
  body.on('error', () => undefined)
  if (Number(header(headers, 'content-length') ?? 0) > limit) {
    body.destroy()
    throw tooLarge(limit)
  }
  const packings = (header(headers, 'content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((p) => p.trim())
    .filter((p) => p !== '' && p !== 'identity')
    .reverse()
  if (packings.length > 2) {
    body.destroy()
    throw badEncoding(`it is packed ${packings.length} times`)
  }
  let bytes = await wireBytes(body, limit)
  if (bytes.length === 0) return bytes
  for (const packing of packings) bytes = await unpack(bytes, packing, limit)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes, 'gzip', limit) : bytes
}

const BOMS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The charset a body declares: by its byte-order mark, its header, its XML declaration or its meta tag. */
function declaredCharset(bytes: Buffer, contentType: string | null): string | null {
  const bom = BOMS.find(([mark]) => mark.every((b, i) => bytes[i] === b))
  if (bom) return bom[1]
  const fromHeader = /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType ?? '')?.[1]
  if (fromHeader) return fromHeader
  const head = bytes.subarray(0, 2048).toString('latin1')
  return (
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1] ??
    null
  )
}

/** Where windows-1252 differs from Latin-1: bytes 80 to 9F. Node 20 decodes them as Latin-1 control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
}

const MISDECLARED = /^(windows-125\d|iso-8859-\d+|utf-16(le|be))$/

/**
 * The text of bytes that are UTF-8 whatever they declare: well formed throughout, with a letter of several
 * bytes in it (or without the zero bytes of UTF-16). null otherwise.
 */
function utf8AllTheSame(bytes: Buffer, declared: string): string | null {
  if (!MISDECLARED.test(declared) || bytes.includes(0)) return null
  if (!declared.startsWith('utf-16') && !bytes.some((b) => b > 0x7f)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** More wrong letters than this share, and the charset is not believed. */
const MOST_WRONG = 0.01

/**
 * The text of a body. A stray wrong byte becomes U+FFFD; a body that is mostly wrong in its declared
 * charset is refused, and one that declares none is read as UTF-8, else as windows-1252. UTF-8 that
 * declares itself as Latin or UTF-16 (feeds written as strings do) is read as what it is.
 * @throws FootholdError `bad-encoding`.
 */
export function decodeText(bytes: Buffer, contentType: string | null): string {
  const declared = declaredCharset(bytes, contentType)
  const label = (declared ?? 'utf-8').toLowerCase()
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(label)
  } catch (error) {
    throw badEncoding(`its charset "${label}" is not known`, error)
  }
  const misdeclared = utf8AllTheSame(bytes, decoder.encoding)
  if (misdeclared !== null) return misdeclared
  if (decoder.encoding === 'windows-1252') return windows1252(bytes)
  const text = decoder.decode(bytes)
  const wrong = text.split('\uFFFD').length - 1
  if (wrong === 0) return text
  if (declared === null) return windows1252(bytes)
  if (wrong > 10 && wrong / text.length > MOST_WRONG) throw badEncoding(`it is not ${label}`)
  return text
}
