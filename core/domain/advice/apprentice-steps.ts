import { monthsWords, recordedMonths, withMoreMonths } from '../experience.ts'
import type { Profile } from '../profile.ts'
import { credential, heldCode, withoutApprenticeMark } from '../vocabulary/credentials.ts'
import { BY_COURSE_CREDIT, BY_WORK_CREDIT } from './credit.ts'
import {
  AT_ONCE,
  COURSE_AND_PRACTICODE,
  workToDropTheA,
  type PossibleStep,
  type Route,
} from './routes.ts'

/** Hours of work that make a month: 2,000 hours are a year (tags, point 4). */
const HOURS_A_MONTH = 2000 / 12
const TRADE = /medical|cod(?:ing|er)|billing|health ?information|\bhi[mt]\b/i

const LETTERS =
  'The time is proved by a signed letter on the employer’s letterhead, with dates; keep a log of it.'

/** What of the rule is already done. */
interface Done {
  /** Months of paid coding and of formal externships, which AAPC counts alike. */
  months: number
  /** A finished course of the trade; whether it had 80 hours the person must check. */
  course: boolean
  practicode: boolean
}

function doneSoFar({ months, externship_hours, education, practicode_done }: Profile): Done {
  return {
    months:
      recordedMonths(months ?? {}, 'coding') + Math.floor((externship_hours ?? 0) / HOURS_A_MONTH),
    course: (education ?? []).some(
      (e) =>
        e.status !== 'in_progress' &&
        e.level !== 'high_school' &&
        e.level !== 'some_college' &&
        TRADE.test(e.field ?? ''),
    ),
    practicode: practicode_done === true,
  }
}

/**
 * The three ways in which the A comes off (rule of AAPC for CPC-A and COC-A): two years of coding work;
 * one year and an 80-hour course or Practicode; or the course and Practicode with no job at all. What is
 * recorded of each is taken off: only the rest is effort.
 */
export function apprenticeSteps(profile: Profile): PossibleStep[] {
  const credentials = profile.credentials ?? []
  const done = doneSoFar(profile)
  return credentials.flatMap((held, index) => {
    const code = heldCode(held)
    const full = withoutApprenticeMark(code)
    if (full === null || credential(full) === null) return []
    if (credentials.some((other) => heldCode(other) === full)) return []
    const set = {
      credentials: credentials.map((c, i) =>
        i === index ? { ...c, code: full, apprentice: false } : c,
      ),
    }
    const step = (
      way: 'course' | 'year' | 'two_years',
      by: string,
      more: number,
      how: { route: Route; note: string },
    ): PossibleStep => ({
      key: `drop_apprentice:${code}:${way}`,
      change: {
        kind: 'drop_apprentice',
        label: `Drop the A of the ${code} ${by}`,
        set: more === 0 ? set : { ...set, months: withMoreMonths(profile.months, 'coding', more) },
      },
      counts: way === 'course' ? BY_COURSE_CREDIT : BY_WORK_CREDIT,
      ...how,
      ladder: null,
      broader: [],
    })
    return [
      step('course', ...byCourse(done)),
      step('year', ...byWork(done, 12)),
      step('two_years', ...byWork(done, 24)),
    ]
  })
}

type Way = [by: string, more: number, how: { route: Route; note: string }]

function byCourse({ course, practicode }: Done): Way {
  if (course && practicode) {
    const note = 'Send AAPC the proof of your course (80 hours or more) and of Practicode.'
    return ['with the course and Practicode you have done', 0, { route: AT_ONCE, note }]
  }
  const left =
    course || practicode
      ? ` You have done ${course ? 'a course; check that it had 80 hours' : 'Practicode'}. Time and money are those of both.`
      : ''
  const note = `An 80-hour course and Practicode; no job is needed.${left}`
  return ['by a course and Practicode', 0, { route: COURSE_AND_PRACTICODE, note }]
}

function byWork(done: Done, asked: 12 | 24): Way {
  const more = Math.max(0, asked - done.months)
  const counted = more < asked ? ` ${monthsWords(asked - more)} of it you have.` : ''
  const bought = asked === 12 && !done.course && !done.practicode
  const price = bought ? ' What the course costs in this case is not known.' : ''
  const note = `${LETTERS}${counted}${price}`
  const work = asked === 12 ? 'a year of coding work' : 'two years of coding work'
  const by = asked === 24 ? `by ${work}` : `by ${work} and a course or Practicode`
  if (more > 0) return [by, more, { route: workToDropTheA(more, !bought), note }]
  return bought
    ? [
        by,
        0,
        { route: COURSE_AND_PRACTICODE, note: `${note} Only the course or Practicode is left.` },
      ]
    : [`with the work you have done`, 0, { route: AT_ONCE, note: `${note} Send in the letters.` }]
}
