import type { RequestHandler } from 'express'

/** `fresh`: anyone may keep it but asks again each time (an ETag answers); `never`: it can hold facts about a person. */
const HEADERS = {
  fresh: 'public, max-age=0, must-revalidate',
  never: 'no-store',
  hour: 'public, max-age=3600',
  /** Feeds: readers ask every few minutes, and adverts come every few hours. */
  quarter: 'public, max-age=900',
} as const

/** Sets Cache-Control; express adds the ETag of the body and answers 304. Errors reset it to no-store. */
export function cache(how: keyof typeof HEADERS): RequestHandler {
  return (_req, res, next) => {
    res.set('Cache-Control', HEADERS[how])
    next()
  }
}
