import { monthOf } from '../month-text.ts'

/** A form as a browser sends it; a field may come several times. */
export type FormValues = Record<string, string | string[]>

export interface FormError {
  field: string
  /** One sentence for the person who filled the form in: what to do. */
  message: string
}

/** Reads the fields of a form and gathers all that cannot be read. */
export class FormReader {
  readonly errors: FormError[] = []
  readonly #values: FormValues

  constructor(values: FormValues) {
    this.#values = values
  }

  /** The last value of a field; '' when it is absent. */
  one(field: string): string {
    const given = Object.hasOwn(this.#values, field) ? this.#values[field] : undefined
    return (Array.isArray(given) ? (given.at(-1) ?? '') : (given ?? '')).trim()
  }

  /** Every value of a field that is not blank, each once. */
  many(field: string): string[] {
    const given = Object.hasOwn(this.#values, field) ? this.#values[field] : undefined
    const list = Array.isArray(given) ? given : given === undefined ? [] : [given]
    return [...new Set(list.map((v) => v.trim()).filter((v) => v !== ''))]
  }

  fail(field: string, message: string): undefined {
    this.errors.push({ field, message })
    return undefined
  }

  /** The ticked values of a closed list; undefined when none is ticked. */
  ticked<T extends string>(field: string, allowed: readonly T[], noun: string): T[] | undefined {
    const given = this.many(field)
    const known = given.filter((v): v is T => (allowed as readonly string[]).includes(v))
    if (known.length < given.length) return this.fail(field, `Choose ${noun} from the list.`)
    return known.length === 0 ? undefined : known
  }

  chosen<T extends string>(field: string, allowed: readonly T[], noun: string): T | undefined {
    const given = this.one(field)
    if (given === '') return undefined
    const known = allowed.find((v) => v === given)
    return known ?? this.fail(field, `Choose ${noun} from the list.`)
  }

  number(field: string, low: number, high: number, noun: string): number | undefined {
    const given = this.one(field).replace(/^\$/, '')
    if (given === '') return undefined
    const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
    if (Number.isNaN(value) || value < low || value > high) {
      return this.fail(field, `Write ${noun} as a number from ${low} to ${high}.`)
    }
    return value
  }

  /** "2027-05" or "2027". */
  month(field: string): string | undefined {
    const given = this.one(field)
    if (given === '') return undefined
    return monthOf(given) ?? this.fail(field, 'Write month and year, for example May 2026.')
  }
}
