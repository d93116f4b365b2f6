import { z } from 'zod'
import { STATE_CODES } from './us-states.ts'

export const HELP_KINDS = [
  'chapter_finder',
  'association',
  'apprenticeship',
  'drop_apprentice',
  'workforce_board',
  'jobs',
  'report_scam',
] as const
export type HelpKind = (typeof HELP_KINDS)[number]

/** "2026", "2026-03" or "2026-03-14": a date as precisely as it is known. */
const date = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$|^19\d\d$/)
const sentence = z.string().trim().min(1).max(600)

/** One entry of `seeds/help.json`. A figure in it needs a source that bears a date. */
export const helpEntrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: sentence,
    kind: z.enum(HELP_KINDS),
    /** Who runs it, as it calls itself: "AAPC". */
    body: sentence,
    what_for: sentence,
    /** Two-letter codes; empty = everywhere. */
    states: z.array(z.enum(STATE_CODES)),
    /** What to do, in one or two sentences. */
    reach: sentence,
    /** Host and path as the source writes it, without a scheme; null = the source names none. */
    address: z
      .string()
      .regex(/^[a-z0-9.-]+\.[a-z]{2,}(\/[\w./~-]*)?$/i)
      .nullable(),
    /** Where this stands. */
    source: sentence,
    /** Date of the source; null = it bears none. */
    as_of: date.nullable(),
    /** The day somebody last held the entry against its source. */
    checked: z.iso.date(),
    /** What is not known; null = nothing to add. */
    note: sentence.nullable(),
  })
  .refine(
    ({ what_for, reach, note, as_of }) =>
      as_of !== null || !/\d/.test(`${what_for} ${reach} ${note ?? ''}`),
    { path: ['as_of'], message: 'an entry with a figure in its text needs the date of its source' },
  )
export type HelpEntry = z.infer<typeof helpEntrySchema>

export const helpFileSchema = z.strictObject({
  entries: z
    .array(helpEntrySchema)
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, {
      message: 'two entries have one id',
    }),
})

/** The entries that serve a state: those for everywhere and its own; all of them without a state. */
export function helpFor(entries: readonly HelpEntry[], state: string | null): HelpEntry[] {
  return entries.filter(
    ({ states }) => state === null || states.length === 0 || states.includes(state),
  )
}
