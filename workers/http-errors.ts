import { FootholdError } from '../core/errors.ts'
import { errorCode, header, type Headers } from './http-body.ts'

/** The error of an attempt that took too long. */
export function timeoutError(url: URL, ms: number): FootholdError {
  return new FootholdError('timeout', `${url.host} did not finish within ${ms / 1000} s.`, {
    host: url.host,
  })
}

const TIMEOUTS = /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/

/** Any failure of an attempt as an error of ours; the code of the cause stands in `details.cause`. */
export function networkError(error: unknown, url: URL): FootholdError {
  if (error instanceof FootholdError) return error
  const cause = (error as { cause?: unknown } | null)?.cause
  if (cause instanceof FootholdError) return cause
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  if (first instanceof FootholdError) return first
  const code = errorCode(first)
  const details = { host: url.host, cause: code }
  if (TIMEOUTS.test(code)) {
    return new FootholdError('timeout', `${url.host} did not answer in time.`, details, error)
  }
  if (CERTIFICATE.test(code)) {
    const told = `The certificate of ${url.host} cannot be trusted (${code}).`
    return new FootholdError('network', told, { ...details, final: true }, error)
  }
  if (code === 'ENOTFOUND') {
    const told = `No host is named ${url.hostname}.`
    return new FootholdError('network', told, { ...details, final: true }, error)
  }
  const told = `The connection to ${url.host} failed${code === '' ? '' : ` (${code})`}.`
  return new FootholdError('network', told, details, error)
}

/** The error of a status that is no answer; with a Retry-After, or for 429, `rate-limited`. */
export function statusError(url: URL, status: number, retryAfterMs: number | null): FootholdError {
  const details = { status, host: url.host, retryAfterMs }
  return status === 429 || retryAfterMs !== null
    ? new FootholdError(
        'rate-limited',
        `${url.host} asks us to come back later (${status}).`,
        details,
      )
    : new FootholdError('http-status', `${url.host} answered with status ${status}.`, details)
}

/** Retry-After in milliseconds from now, from seconds or a date; null when absent or not readable. */
export function retryAfter(headers: Headers, now: number): number | null {
  const said = header(headers, 'retry-after')?.trim()
  if (said === undefined || said === '') return null
  if (/^\d+$/.test(said)) return Number(said) * 1000
  const at = Date.parse(said)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
