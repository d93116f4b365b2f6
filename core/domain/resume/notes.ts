import { z } from 'zod'
import type { FormValues } from '../profile-form/form-reader.ts'

/** An answer of the form that was read from a résumé, with the words that earned it. */
export interface FieldNote {
  field: string
  /** The value among several of this field that it is about; null = the field as a whole. */
  value: string | null
  /** As they stand in the résumé, shortened. */
  words: string
}

const MOST_NOTES = 60
const noteSchema = z.tuple([
  z.string().min(1).max(60),
  z.string().max(60).nullable(),
  z.string().max(400),
])

/** A note as a hidden field `resume_note` carries it from page to page. */
export const writeNote = ({ field, value, words }: FieldNote): string =>
  JSON.stringify([field, value, words])

/** The notes a sent form carries; what is no note is passed over. */
export function notesOf(values: FormValues): FieldNote[] {
  const given = Object.hasOwn(values, 'resume_note') ? values['resume_note'] : undefined
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given]
  return list.slice(0, MOST_NOTES).flatMap((text) => {
    const read = noteSchema.safeParse(jsonOf(text))
    if (!read.success) return []
    const [field, value, words] = read.data
    return [{ field, value, words }]
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
