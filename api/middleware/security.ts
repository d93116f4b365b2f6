import helmet from 'helmet'
import type { RequestHandler } from 'express'
import { LONGEST_QUERY } from '../wire/query.ts'
import { HttpError } from './problem.ts'

/**
 * Security headers: nothing loads but our own files, nothing runs inline, no frame holds us. HSTS and the
 * upgrade to https only when the public address is https: a plain-http host would lose its style sheet.
 */
export function securityHeaders(publicUrl: string | undefined): RequestHandler {
  const https = publicUrl?.startsWith('https:') === true
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(https ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
  })
}

/** Refuses query strings that no search of ours needs, before anything reads them. */
export const queryLength: RequestHandler = (req, _res, next) => {
  const at = req.originalUrl.indexOf('?')
  const length = at < 0 ? 0 : req.originalUrl.length - at - 1
  next(
    length <= LONGEST_QUERY
      ? undefined
      : new HttpError(
          400,
          `The query string is ${length} characters long; at most ${LONGEST_QUERY} are read.`,
        ),
  )
}
