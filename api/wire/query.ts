import { z } from 'zod'
import type { ZodOpenApiOverrideMetaContext } from 'zod-openapi'

/** A query string as it came: every value of every key, in order. */
export type RawQuery = Record<string, string[]>

/** Longest query string that is read at all. */
export const LONGEST_QUERY = 8000
/** Most values of one filter: every state and territory fits. */
export const MOST_VALUES = 60
/** Most values in one query string, repeated ones counted each time. */
const MOST_VALUES_IN_ALL = 200

/** The query string of a request target. Never throws: broken percent signs are read as they stand. */
export function rawQuery(target: string): RawQuery {
  const at = target.indexOf('?')
  const out: RawQuery = Object.create(null) as RawQuery
  if (at < 0) return out
  for (const [key, value] of new URLSearchParams(target.slice(at + 1)))
    (out[key] ??= []).push(value)
  return out
}

/**
 * Parses a query with `schema`. Keys named in `lists` may be repeated or hold values separated by commas; any
 * other key may stand once. A key without a value is the same as no key, so that plain HTML forms work.
 * A list of more than `MOST_VALUES` is one fault, not one for each value.
 * @throws ZodError with a path for each fault.
 */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  raw: RawQuery,
  lists: readonly string[],
): z.output<S> {
  const given: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  const tooMany: z.core.$ZodIssue[] = []
  const fault = (path: string[], message: string): void =>
    void tooMany.push({ code: 'custom', path, message, input: undefined })
  let all = 0
  for (const [key, values] of Object.entries(raw)) {
    const isList = lists.includes(key)
    const split = isList ? values.flatMap((v) => v.split(',')).map((v) => v.trim()) : values
    const named = split.filter((v) => v !== '')
    all += named.length
    if (isList) {
      if (named.length > MOST_VALUES) fault([key], `names more than ${MOST_VALUES} values`)
      else if (named.length > 0) given[key] = [...new Set(named)]
      continue
    }
    if (named.length > 1) fault([key], 'stands more than once')
    if (named[0] !== undefined) given[key] = named[0]
  }
  if (all > MOST_VALUES_IN_ALL) {
    fault([], `${all} values are named; at most ${MOST_VALUES_IN_ALL} are read`)
    throw new z.ZodError(tooMany)
  }
  const parsed = schema.safeParse(given)
  const issues = [...tooMany, ...(parsed.error?.issues ?? [])]
  if (!parsed.success || issues.length > 0) throw new z.ZodError(issues)
  return parsed.data
}

/** One of the known values, after `spelt` has brought it to their spelling. `what` says what it is, with its article. */
export function oneOf(
  known: readonly string[],
  what: string,
  spelt: (value: string) => string = (value) => value,
) {
  const set = new Set(known)
  return z
    .string()
    .transform(spelt)
    .refine((v) => set.has(v), {
      error: (issue) => `not ${what}: ${JSON.stringify(String(issue.input).slice(0, 40))}`,
    })
    .meta({ override: { type: 'string', enum: [...known] } })
}

/** Words as a person types them, trimmed; only spaces are the same as nothing. */
export const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `holds more than ${longest} characters`)
    .regex(/^\P{Cc}*$/u, 'holds a control character')
    .transform((text) => (text === '' ? undefined : text))
    .optional()

/** A number written in digits; the empty text, "1e3", "0x1" and " 1" are not numbers here. */
export function digits(what: string, limits: { min: number; max: number; whole: boolean }) {
  const { min, max, whole } = limits
  const shape = whole ? /^\d{1,6}$/ : /^\d{1,6}(\.\d{1,4})?$/
  const range = `${what} is a ${whole ? 'whole ' : ''}number from ${min} to ${max}`
  return z
    .string()
    .regex(shape, range)
    .transform(Number)
    .refine((n) => n >= min && n <= max, range)
    .meta({
      override: asNumber({ type: whole ? 'integer' : 'number', minimum: min, maximum: max }),
    })
}

/** In the description it is a number: the text of an address is only how it travels. */
export function asNumber(schema: {
  type: 'integer' | 'number'
  minimum: number
  maximum?: number
  default?: number
}) {
  return ({ jsonSchema }: ZodOpenApiOverrideMetaContext): void => {
    delete jsonSchema.pattern
    Object.assign(jsonSchema, schema)
  }
}

/** The same for "true" and "false". */
export function asBoolean({ jsonSchema }: ZodOpenApiOverrideMetaContext): void {
  delete jsonSchema.enum
  Object.assign(jsonSchema, { type: 'boolean', examples: [true] })
}
