import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { FootholdError } from '../../core/errors.ts'
import { errorPage } from '../../web/pages/error.tsx'
import type { Problem } from '../wire/problem.ts'

/** An error whose status is known where it is thrown. */
export class HttpError extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'HttpError'
    this.status = status
    this.headers = headers
  }
}

interface Answer {
  status: number
  detail?: string
  errors?: NonNullable<Problem['errors']>
  headers?: Readonly<Record<string, string>>
}

/** The HTTP status of each FootholdError a request can cause; any other code is a fault of ours. */
const STATUS_OF_CODE: Record<string, number> = {
  'bad-cursor': 400,
  'unknown-place': 400,
  'search-too-slow': 503,
}

/** The value of a query that caused it, where it was one. */
const POINTER_OF_CODE: Record<string, string> = {
  'bad-cursor': '/cursor',
  'unknown-place': '/near',
}

/** Faults of the body parser and the router, in plain words. */
const WORDS_OF_TYPE: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'entity.too.large': 'The body is larger than 100 kB.',
  'encoding.unsupported': 'The body has an encoding that is not supported.',
  'charset.unsupported': 'The body has a character set that is not supported; send UTF-8.',
  'request.size.invalid': 'The body is not as long as its Content-Length says.',
  'request.aborted': 'The request ended before its body did.',
  'parameters.too.many': 'The form holds too many fields.',
}

/** Codes of a database that is away or going away. */
const DATABASE_AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1-3]|08\w{3}|53300)$/

/** The only place where an error becomes an answer: problem+json under /api, a page elsewhere. */
export const problemHandler: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const answer = answerOf(error)
  if (answer.status >= 500) req.log.error({ err: error }, 'request failed')
  if (res.headersSent) {
    next(error)
    return
  }
  sendProblem(req, res, answer)
}

/** Lets a page of failure carry the demo mark like every other; a database that is away means no mark. */
export function markDemo(demo: () => Promise<boolean>): RequestHandler {
  return async (req, res, next) => {
    if (wantsPage(req)) res.locals['demo'] = await demo().catch(() => false)
    next()
  }
}

/** The end of the router: nothing is served under this address. */
export const notFound: RequestHandler = (_req, _res, next) => {
  next(new HttpError(404, 'There is nothing at this address.'))
}

/** The last handler of a route: the address exists, the method does not. */
export function onlyMethods(...methods: ('GET' | 'POST')[]): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  return (req, res, next) => {
    if (req.method === 'OPTIONS') res.set('Allow', allow).status(204).end()
    else next(new HttpError(405, `This address answers ${allow} only.`, { Allow: allow }))
  }
}

/** Answers with a problem, as JSON or as a page, whichever the address speaks. */
export function sendProblem(req: Request, res: Response, answer: Answer): void {
  const title = STATUS_CODES[answer.status] ?? 'Error'
  res.status(answer.status).set({ 'Cache-Control': 'no-store', ...answer.headers })
  if (wantsPage(req)) {
    const more = (answer.errors ?? []).filter(({ detail }) => detail !== answer.detail)
    const detail = [answer.detail, ...more.map(inWords)].filter(Boolean).join(' ')
    const demo = res.locals['demo'] === true
    const said = detail === '' ? OUR_FAULT : detail
    res.type('html').send(errorPage({ status: answer.status, title, detail: said, demo }))
    return
  }
  const problem: Problem = {
    type: 'about:blank',
    title,
    status: answer.status,
    ...(answer.detail === undefined ? {} : { detail: answer.detail }),
    request_id: requestId(res),
    ...(answer.errors === undefined ? {} : { errors: answer.errors }),
  }
  res.type('application/problem+json').send(JSON.stringify(problem))
}

/** The id that request-log.ts put on the answer. */
function requestId(res: Response): string {
  const id = res.getHeader('X-Request-Id')
  return typeof id === 'string' ? id : ''
}

const OUR_FAULT = 'Something went wrong on our side. Please try again in a minute.'

const inWords = ({ pointer, detail }: { pointer: string; detail: string }): string =>
  pointer === '' ? `${detail}.` : `${pointer.replace(/^\//, '')}: ${detail}.`

const MACHINE_PATHS = /^\/((api|healthz|readyz|metrics|feeds|sitemaps)([/?]|$)|sitemap\.xml(\?|$))/

function wantsPage(req: Request): boolean {
  return !MACHINE_PATHS.test(req.originalUrl) && req.accepts(['html', 'json']) !== 'json'
}

function answerOf(error: unknown): Answer {
  if (error instanceof HttpError) {
    return { status: error.status, detail: error.message, headers: error.headers }
  }
  if (error instanceof z.ZodError) return badValues(error)
  if (error instanceof FootholdError) {
    const status = STATUS_OF_CODE[error.code]
    if (status === undefined) return { status: 500 }
    const at = POINTER_OF_CODE[error.code]
    const detail = error.message
    return { status, detail, ...(at === undefined ? {} : { errors: [{ pointer: at, detail }] }) }
  }
  return answerOfForeign(error)
}

function badValues(error: z.ZodError): Answer {
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'unknown key' }))
      : [{ pointer: pointer(issue.path), detail: issue.message }],
  )
  const what = errors.length === 1 ? '1 value' : `${errors.length} values`
  const shown = errors.slice(0, MOST_FAULTS_NAMED)
  return { status: 400, detail: `The request holds ${what} that cannot be used.`, errors: shown }
}

const MOST_FAULTS_NAMED = 50

function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

/** Errors of express, its body parser and the database driver, told apart by the fields they document. */
function answerOfForeign(error: unknown): Answer {
  const { status, type, code, expose } = (error ?? {}) as Record<string, unknown>
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const words = typeof type === 'string' ? WORDS_OF_TYPE[type] : undefined
    const detail = words ?? (expose === true ? (error as Error).message : undefined)
    return detail === undefined ? { status } : { status, detail }
  }
  if (typeof code === 'string' && DATABASE_AWAY.test(code)) {
    return {
      status: 503,
      detail: 'The database does not answer right now. Please try again in a minute.',
      headers: { 'Retry-After': '10' },
    }
  }
  return { status: 500 }
}
