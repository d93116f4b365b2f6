import { isWithin } from '../experience.ts'
import type { CountsToward } from './advice.ts'

/** What counts toward what, from the rule of AAPC (aapc.com, completing the apprenticeship) and the domain notes 2c and 2d. */
const NOT_THE_A = { level: 'none', text: 'It does not take off the A.' } as const
const hiring = (level: CountsToward['hiring']['level'], text: string) => ({ level, text })

export const CHOICE_CREDIT: CountsToward = {
  hiring: hiring('none', 'It widens the search; it does not make you stronger.'),
  a_removal: NOT_THE_A,
}

export const CREDENTIAL_CREDIT: CountsToward = {
  hiring: hiring('some', 'Adverts ask for it by name.'),
  a_removal: { level: 'none', text: 'A further exam does not take off the A.' },
}

export const CERTIFICATE_CREDIT: CountsToward = {
  hiring: hiring(
    'some',
    'A finished course is asked for by name, and shows that you know the words.',
  ),
  a_removal: {
    level: 'part',
    text: 'A course of 80 hours or more counts as one of the two years.',
  },
}

export const DEGREE_CREDIT: CountsToward = {
  hiring: hiring('high', 'The degree opens the RHIT exam and jobs that ask for a degree.'),
  a_removal: CERTIFICATE_CREDIT.a_removal,
}

export const APPRENTICESHIP_CREDIT: CountsToward = {
  hiring: hiring('high', 'A paid year with a coder beside you.'),
  a_removal: {
    level: 'part',
    text: 'A year of paid coding counts; with its class hours it may meet the one-year rule. Ask AAPC.',
  },
}

export const BY_COURSE_CREDIT: CountsToward = {
  hiring: hiring(
    'some',
    'The full credential without paid work: adverts that ask years still ask them.',
  ),
  a_removal: { level: 'all', text: 'An 80-hour course and Practicode are enough for AAPC.' },
}

export const BY_WORK_CREDIT: CountsToward = {
  hiring: hiring('high', 'Paid coding work and the full credential.'),
  a_removal: { level: 'all', text: 'Paid work with codes, proved by signed letters.' },
}

const INSIDE = hiring('medium', 'A first job; many move on inside the same employer.')

/** What months of paid work in a domain count for. */
export function workCredit(domain: string, months: number): CountsToward {
  if (isWithin(domain, 'coding')) {
    return {
      hiring: hiring('high', 'Paid coding work is what most adverts ask.'),
      a_removal:
        months >= 24
          ? { level: 'all', text: 'Two years of paid coding take off the A, with signed letters.' }
          : {
              level: 'part',
              text: `It counts as ${months} of the 24 months, with a signed letter.`,
            },
    }
  }
  if (isWithin(domain, 'billing') || domain === 'claims' || domain === 'revenue_cycle') {
    return {
      hiring: hiring('high', 'Paid billing work is what most billing adverts ask.'),
      a_removal: {
        level: 'maybe',
        text: 'Only the part in which you choose or correct codes, and only with a letter that says so.',
      },
    }
  }
  return { hiring: INSIDE, a_removal: NOT_THE_A }
}

export const ADJACENT_CREDIT: CountsToward = { hiring: INSIDE, a_removal: NOT_THE_A }

export const SETTING_CREDIT: CountsToward = {
  hiring: hiring('none', 'It widens the search. Places few people apply to often ask for less.'),
  a_removal: { level: 'maybe', text: 'Only if the job there is paid coding.' },
}
