import type { Request, RequestHandler } from 'express'
import { HttpError } from './problem.ts'

/**
 * Refuses a form that another site sends in a visitor's name. A browser tells by Sec-Fetch-Site; over plain
 * http it does not send that header, and Origin decides. A post that says neither is refused: programs use
 * the JSON interface.
 */
export function sameSiteOnly(publicUrl: string | undefined): RequestHandler {
  return (req, _res, next) => {
    next(
      isSameSite(req, publicUrl)
        ? undefined
        : new HttpError(403, 'This form can only be sent from its own page on this site.'),
    )
  }
}

function isSameSite(req: Request, publicUrl: string | undefined): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const host = hostOf(req.headers.origin)
  if (host === null) return false
  return host === req.headers.host?.toLowerCase() || host === hostOf(publicUrl)
}

/** Host and port of an address; null for "null", for nothing and for what is no address. */
function hostOf(address: string | undefined): string | null {
  try {
    return address === undefined ? null : new URL(address).host
  } catch {
    return null
  }
}
