import { timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { sendProblem } from './problem.ts'

const MINUTE = 60_000

/**
 * At most `perMinute` requests a minute from one address (IPv6 by /56), counted in this process, with the
 * standard RateLimit headers (draft 8). Somebody at this very machine is not limited.
 */
export function limitRate(name: string, perMinute: number): RequestHandler {
  return rateLimit({
    identifier: name,
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: isAtThisMachine,
    // Anybody can send a forwarding header; without a trusted proxy it is ignored, and no reason for an alarm.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (req, res, _next, options) => {
      sendProblem(req, res, {
        status: 429,
        detail: `More than ${options.limit as number} requests in a minute. Please wait a little.`,
      })
    },
  })
}

/** A direct connection over loopback: one that a reverse proxy passed on carries a forwarding header. */
export function isAtThisMachine(req: Request): boolean {
  const forwarded = req.headers['x-forwarded-for'] ?? req.headers.forwarded
  const address = req.socket.remoteAddress ?? ''
  return forwarded === undefined && /^(127\.|::1$|::ffff:127\.)/.test(address)
}

/** Whether the request carries the operator's token; never true when none is configured. */
export function isOperator(req: Request, token: string | undefined): boolean {
  const given = /^Bearer (?<token>\S+)$/.exec(req.headers.authorization ?? '')?.groups?.token
  if (token === undefined || given === undefined) return false
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
