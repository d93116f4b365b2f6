/**
 * An error whose message is fit for the person who caused it: one sentence that says what was wrong,
 * where, and what to do. `code` is stable and kebab-case; everything else that is thrown is a fault of ours.
 */
export class FootholdError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  constructor(
    code: string,
    message: string,
    details: Record<string, unknown> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'FootholdError'
    this.code = code
    this.details = details
  }
}

/** The sentence of any thrown value, never empty. */
export function sentence(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(sentence).join('; ')
  }
  if (error instanceof Error) return error.message === '' ? error.name : error.message
  return String(error)
}
