import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from './wire/problem.ts'

/** A request that has not been sent in full by then is dropped. */
const REQUEST_MS = 30_000
/** Head of a request: a text of 10,000 words still gets its answer from us, which says what is wrong with it. */
const LARGEST_HEAD_BYTES = 128 * 1024

/** The HTTP server for an app; what is no HTTP, or has too long a head, gets problem+json too. It does not listen yet. */
export function makeServer(app: RequestListener): Server {
  const options = { requestTimeout: REQUEST_MS, maxHeaderSize: LARGEST_HEAD_BYTES }
  return createServer(options, app).on('clientError', refuse)
}

const FAULTS: Record<string, { status: number; detail: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    detail: `The address and the headers are longer than ${LARGEST_HEAD_BYTES} bytes.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request was not sent in full in time.' },
}
const NO_HTTP = { status: 400, detail: 'This is not a request that HTTP knows.' }

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const { status, detail } = FAULTS[error.code ?? ''] ?? NO_HTTP
  const title = STATUS_CODES[status] ?? 'Error'
  const problem: Problem = { type: 'about:blank', title, status, detail, request_id: '' }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
