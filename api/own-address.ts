import type { Request } from 'express'
import type { Config } from '../core/config.ts'

/** The address of this site without a slash at its end: the public one, else the one this request was sent to. */
export function siteAddress({ FOOTHOLD_PUBLIC_URL: publicUrl }: Config, req: Request): string {
  return publicUrl?.replace(/\/+$/, '') ?? ownAddress(req)
}

/** A Host header that is not a plain host and port is not repeated. */
function ownAddress(req: Request): string {
  const host = req.headers.host ?? ''
  return /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/.test(host)
    ? `${req.protocol}://${host}`
    : 'http://127.0.0.1'
}
