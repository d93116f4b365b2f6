import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

/** What the server does at one path. Later fields are faults; a list answers request after request, the last one for good. */
export interface Reply {
  status?: number
  body?: string | Buffer
  headers?: Record<string, string>
  /** Packs the body and says so. */
  packed?: 'gzip' | 'br' | 'deflate' | 'raw-deflate'
  /** Answers 304 to a matching If-None-Match. */
  etag?: string
  /** Answers 304 to an If-Modified-Since that is not older. */
  lastModified?: string
  /** Sends the headers and half of the body, then nothing more. */
  stall?: boolean
  /** Accepts the request and never answers. */
  silent?: boolean
  /** Sends half of the body, then resets the connection. */
  reset?: boolean
  /** One byte every so many milliseconds. */
  drip?: number
}

export interface Seen {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** Requests that were open when this one came, itself included. */
  open: number
}

const PACK = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  'raw-deflate': deflateRawSync,
}

/** A real HTTP server on loopback that serves feeds and every way in which feeds go wrong. Close it in afterAll. */
export class FeedServer {
  readonly seen: Seen[] = []
  readonly #replies = new Map<string, Reply[]>()
  readonly #server: Server
  #open = 0

  constructor() {
    this.#server = createServer((request, response) => {
      this.#open++
      const done = () => {
        this.#open--
        response.off('finish', done).off('close', done)
      }
      response.on('finish', done).on('close', done)
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const path = request.url ?? '/'
        this.seen.push({
          method: request.method ?? '',
          path,
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
          open: this.#open,
        })
        this.#answer(path, request, response)
      })
    })
  }

  static async start(): Promise<FeedServer> {
    const feed = new FeedServer()
    await new Promise<void>((resolve) => feed.#server.listen(0, '127.0.0.1', resolve))
    return feed
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** "127.0.0.1:41234", as an allowance list wants it. */
  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  url(path: string): string {
    return `http://${this.host}${path}`
  }

  /** Sets what a path answers; several replies are given one after the other, the last one from then on. */
  on(path: string, ...replies: Reply[]): this {
    this.#replies.set(path, replies)
    return this
  }

  /** How often a path was asked for. */
  count(path: string): number {
    return this.seen.filter((s) => s.path === path).length
  }

  reset(): void {
    this.seen.length = 0
    this.#replies.clear()
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #answer(path: string, request: IncomingMessage, response: ServerResponse): void {
    const queue = this.#replies.get(path)
    const reply = (queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0]) ?? {
      status: 404,
      body: 'not here',
    }
    if (reply.silent === true) return
    const fresh =
      (reply.etag !== undefined && request.headers['if-none-match'] === reply.etag) ||
      (reply.lastModified !== undefined &&
        Date.parse(request.headers['if-modified-since'] ?? '') >= Date.parse(reply.lastModified))
    const plain = Buffer.from(reply.body ?? '')
    const bytes = reply.packed === undefined ? plain : PACK[reply.packed](plain)
    const headers: Record<string, string | number> = { ...reply.headers }
    if (reply.etag !== undefined) headers['ETag'] = reply.etag
    if (reply.lastModified !== undefined) headers['Last-Modified'] = reply.lastModified
    if (fresh) {
      response.writeHead(304, headers).end()
      return
    }
    if (reply.packed !== undefined) headers['Content-Encoding'] = reply.packed.replace('raw-', '')
    headers['Content-Length'] ??= bytes.length
    response.writeHead(reply.status ?? 200, headers)
    this.#send(reply, bytes, response)
  }

  #send(reply: Reply, bytes: Buffer, response: ServerResponse): void {
    const half = bytes.subarray(0, Math.ceil(bytes.length / 2))
    if (reply.stall === true) response.write(half)
    else if (reply.reset === true) {
      response.write(half, () => setTimeout(() => response.socket?.resetAndDestroy(), 20))
    } else if (reply.drip !== undefined) {
      let sent = 0
      const timer = setInterval(() => {
        sent++
        // The last byte ends the answer, so that no client can be ahead of us.
        if (sent < bytes.length && !response.destroyed)
          response.write(bytes.subarray(sent - 1, sent))
        else {
          clearInterval(timer)
          response.end(bytes.subarray(sent - 1))
        }
      }, reply.drip)
      response.on('close', () => clearInterval(timer))
    } else response.end(bytes)
  }
}
