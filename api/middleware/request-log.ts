import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { pinoHttp } from 'pino-http'
import type { Logger } from '../../core/log.ts'

const LONGEST_LOGGED = 300
const INBOUND_ID = /^[A-Za-z0-9_-]{8,64}$/

/** One log line for each request, and an id for it: the caller's own when it is short and plain, else a new one. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp<Request, Response>({
    logger: log,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && INBOUND_ID.test(given) ? given : randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (req, res, error) => {
      if (error !== undefined || res.statusCode >= 500) return 'error'
      return isProbe(req) ? 'debug' : 'info'
    },
    // No headers, no addresses of people: method, path, status and time say enough.
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        url: loggedAddress(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    customSuccessMessage: () => 'request done',
    customErrorMessage: () => 'request done with an error',
    quietReqLogger: true,
  })
}

/** The address as a log may hold it: never its query, which can tell what a person looks for or has. */
function loggedAddress(address: string): string {
  return (address.split('?', 1)[0] ?? '').slice(0, LONGEST_LOGGED)
}

const isProbe = (req: IncomingMessage): boolean =>
  req.url === '/healthz' || req.url === '/readyz' || req.url === '/metrics'
