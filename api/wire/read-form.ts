import { cleanStrings } from '../../core/domain/clean.ts'
import type { FormError, FormValues } from '../../core/domain/profile-form/form-reader.ts'

/** Longest advert that the page reads, in characters: many times the length of a usual one. */
const LONGEST_ADVERT = 60_000
const LONGEST_LINE = 200

interface PastedAdvert {
  title: string
  employer: string | null
  place: string | null
  text: string
}

/** What a person pasted: the advert, or null and what is wrong; `values` fill the form again either way. */
export function advertFromForm(body: Record<string, unknown>): {
  values: FormValues
  errors: FormError[]
  advert: PastedAdvert | null
} {
  const said = (field: string): string => {
    const given = body[field]
    const last: unknown = Array.isArray(given) ? given.at(-1) : given
    return typeof last === 'string' ? cleanStrings(last).replaceAll('\r\n', '\n').trim() : ''
  }
  const values = {
    title: said('title'),
    employer: said('employer'),
    place: said('place'),
    text: said('text'),
  }
  const errors: FormError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  if (values.title === '') wrong('title', 'Write the job title.')
  if (values.text === '') wrong('text', 'Paste the text of the advert.')
  for (const field of ['title', 'employer', 'place'] as const) {
    if (values[field].length > LONGEST_LINE)
      wrong(field, `Use at most ${LONGEST_LINE} characters here.`)
  }
  if (values.text.length > LONGEST_ADVERT) {
    wrong('text', `The text is longer than ${LONGEST_ADVERT.toLocaleString('en-US')} characters.`)
  }
  const advert = {
    ...values,
    employer: values.employer === '' ? null : values.employer,
    place: values.place === '' ? null : values.place,
  }
  return { values, errors, advert: errors.length === 0 ? advert : null }
}
