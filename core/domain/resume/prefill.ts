import {
  MOST_SCHOOL_LINES,
  MOST_WORK_LINES,
  schoolField,
  sinceField,
} from '../profile-form/fields.ts'
import type { FormValues } from '../profile-form/form-reader.ts'
import { writeNote, type FieldNote } from './notes.ts'
import { quoted, type ResumeReading } from './resume.ts'

/**
 * The advice form as a résumé fills it: proposals, each with a note of the words that earned it. Fields the
 * résumé is silent about stay empty, and none of it counts before the person says that it is right.
 */
export function prefill(reading: ResumeReading): FormValues {
  const values: FormValues = {}
  const notes: FieldNote[] = []
  const fill = (field: string, value: string | number | undefined | null, words?: string) => {
    if (value === undefined || value === null) return
    values[field] = String(value)
    if (words !== undefined) notes.push({ field, value: null, words })
  }
  const tick = (field: string, found: readonly { value: string; words: string }[]) => {
    if (found.length === 0) return
    values[field] = found.map(({ value }) => value)
    notes.push(...found.map(({ value, words }) => ({ field, value, words })))
  }
  tick(
    'credential',
    reading.credentials.map(({ code, words }) => ({ value: code, words })),
  )
  for (const { code, since } of reading.credentials)
    if (code.endsWith('-A')) fill(sinceField(code), since)
  reading.work.slice(0, MOST_WORK_LINES).forEach(({ domain, months, words }, at) => {
    fill(`kind_${at + 1}`, domain, quoted(...words))
    fill(`amount_${at + 1}`, months)
    fill(`unit_${at + 1}`, 'months')
  })
  reading.education.slice(0, MOST_SCHOOL_LINES).forEach(({ value, words }, at) => {
    fill(schoolField('level', at + 1), value.level, words)
    fill(schoolField('field', at + 1), value.field)
    fill(schoolField('status', at + 1), value.status)
    fill(schoolField('ends', at + 1), value.ends)
    fill(schoolField('credits', at + 1), value.credits)
    if (value.accredited === true) fill(schoolField('accredited', at + 1), 'yes')
  })
  fill('state', reading.state?.value, reading.state?.words)
  fill('zip', reading.zip?.value, reading.zip?.words)
  tick('software', reading.software)
  fill('externship_hours', reading.externship_hours?.value, reading.externship_hours?.words)
  const practicode = reading.practicode_done
  if (practicode !== null)
    fill('practicode_done', practicode.value ? 'yes' : 'no', practicode.words)
  if (notes.length > 0) values['resume_note'] = notes.map(writeNote)
  return values
}
