import { z } from 'zod'
import type { ZodOpenApiOverrideMetaContext } from 'zod-openapi'

/** A query string as it came: every value of every key, in order. */
export type RawQuery = Record<string, string[]>

/** Longest query string that is read at all. */
export const LONGEST_QUERY = 8000

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
 * @throws ZodError with a path for each fault.
 */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  raw: RawQuery,
  lists: readonly string[],
): z.output<S> {
  const given: Record<string, unknown> = {}
  const repeated: z.core.$ZodIssue[] = []
  for (const [key, values] of Object.entries(raw)) {
    if (lists.includes(key)) {
      const all = values.flatMap((v) => v.split(',')).map((v) => v.trim())
      const named = [...new Set(all.filter((v) => v !== ''))]
      if (named.length > 0) given[key] = named
      continue
    }
    const named = values.filter((v) => v !== '')
    if (named.length > 1) {
      repeated.push({ code: 'custom', path: [key], message: 'stands more than once', input: named })
    }
    if (named[0] !== undefined) given[key] = named[0]
  }
  const parsed = schema.safeParse(given)
  const issues = [...repeated, ...(parsed.error?.issues ?? [])]
  if (!parsed.success || issues.length > 0) throw new z.ZodError(issues)
  return parsed.data
}

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
