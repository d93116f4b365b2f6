import type { Profile } from '../profile.ts'

type Schooling = NonNullable<Profile['education']>[number]

/** How many lines of experience and of schooling the form can hold; a page shows the first few. */
export const MOST_WORK_LINES = 20
export const MOST_SCHOOL_LINES = 6

/** The ways of working a person may tick; `remote_after` and `not_stated` are words of adverts. */
export const FORM_WORK_MODES = ['onsite', 'hybrid', 'remote'] as const

/** The name of a field of a schooling line; the first line bears no number. */
export const schoolField = (
  part: 'level' | 'field' | 'status' | 'ends' | 'credits' | 'accredited' | 'note',
  line: number,
): string => (line === 1 ? `education_${part}` : `education_${part}_${line}`)

/** Where the form asks since when a credential is held. */
export const sinceField = (code: string): string => `since_${code}`

/** What a person may be training for, asked with the first question, and the schooling it stands for. */
export const EARNING: Readonly<Record<'course' | 'associate' | 'bachelor', Schooling>> = {
  course: { level: 'certificate', field: 'medical billing and coding', status: 'in_progress' },
  associate: {
    level: 'associate',
    field: 'health information management',
    status: 'in_progress',
  },
  bachelor: { level: 'bachelor', field: 'health information management', status: 'in_progress' },
}
export const EARNING_KEYS = ['course', 'associate', 'bachelor'] as const
