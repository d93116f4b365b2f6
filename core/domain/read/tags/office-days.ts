import { SMALL_NUMBER, smallNumber } from './amounts.ts'

/**
 * Wording family: how many days of a five-day week are spent in the office. Counted from office days
 * ("two days on site"), from home days ("three at home"), from weekdays by name, or from what is left
 * ("the other days at home").
 */

const COUNT = `(${SMALL_NUMBER})(?: ?\\(\\d\\))?(?:\\s*(?:-|to|or)\\s*(?:${SMALL_NUMBER}))?\\+?`
const A_WEEK = '(?:a|per|each|every|\\/|out of the)? ?(?:week|wk|weekly)?'
const OFFICE =
  '(?:on-?site|on site|in-? ?office|in (?:the|our|an) (?:[a-z]+ ){0,3}office|in-person|in person|at (?:the|our) (?:office|clinic|hospital|facility|site|campus|location)|at the [a-z]+ office|on campus|on a campus|office days?|office)'
const HOME =
  '(?:at home|from home|in your home office|from your home|remote(?:ly)?|wfh|work(?:ing)?[- ]from[- ]home|work at home|telework\\w*|working remotely|telecommut\\w*)'

const OFFICE_COUNTS = [
  new RegExp(
    `\\b${COUNT} (?:fixed |full )?days? ${A_WEEK},? ?(?:are |is |spent |worked |working |required |of work )?${OFFICE}\\b`,
  ),
  new RegExp(
    `\\b${OFFICE} (?:work )?(?:presence )?(?:is )?(?:required |at least |a minimum of |minimum |for |about |approximately |up to |work |only |just |schedule |of )*${COUNT} (?:full )?days?\\b(?! (?:after|following|training|of training|for training))`,
  ),
  new RegExp(`\\b${COUNT} (?:on-?site|in-?office|office) days?\\b`),
  new RegExp(
    `\\b(?:on-?site|in-?office|in[- ]person) (?:at|in) [^.;,]{2,40}? ${COUNT} (?:full )?days? (?:per|a|each|every) week\\b`,
  ),
]
const HOME_COUNTS = [
  new RegExp(
    `\\b${COUNT} (?:week)?days? ${A_WEEK},? ?(?:(?:can|may|will|could) be )?(?:are |is |of |worked |spent |done )?${HOME}`,
  ),
  new RegExp(
    `\\b${HOME}(?: work| schedule| option)? (?:is |are )?(?:possible |available |allowed |permitted |offered )?(?:for |on )?(?:up to |only |about |the )*(?:other |remaining )?${COUNT} (?:week)?days?(?= (?:a|per|each) week|\\/week| weekly|\\W*$| and| in)`,
  ),
  new RegExp(`\\b${HOME} ${COUNT} (?:days? )?(?:out )?of (?:the )?(?:5|five)\\b`),
  new RegExp(`\\b${COUNT} (?:work[- ]from[- ]home|wfh|home|remote) days?\\b`),
]
/** "Three days in the hub, two at home": a home count is believed beside an office count that makes five. */
const PAIR = new RegExp(
  `\\b(${SMALL_NUMBER})(?: (?:fixed )?days?)\\b[^;]{0,60}?(?:,|;|\\band\\b) (${SMALL_NUMBER})(?: days?)? (?:are )?(?:at|from|in your) home\\b`,
)
const HOME_PAIR = new RegExp(
  `\\bfrom home (?:for )?(${SMALL_NUMBER}) days?\\b[^;]{0,40}\\bremaining (${SMALL_NUMBER})\\b`,
)
const LEFT_AT_HOME = new RegExp(
  `\\b(?:other|remaining) (${SMALL_NUMBER}) (?:week)?days?\\b[^;]{0,40}\\bhome\\b|\\bhome\\b[^;]{0,15}\\b(?:other|remaining) (${SMALL_NUMBER})\\b(?: (?:week)?days?)?`,
)
const REST_AT_HOME =
  /\b(?:other|remaining)(?: week)? ?(?:days|weekdays|hours)?\b[^;]{0,30}\bhome\b|\brest(?: of the week)?[^;]{0,20}\b(?:home|remote)|\bhome\b[^;]{0,15}\b(?:other|remaining) (?:week)?days\b/

const DAY = '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri)(?:day)?s?\\b'
const DAYS = `(${DAY}(?:\\s*(?:,|&|\\/|and\\b|, and\\b)\\s*${DAY}){0,3})`
const SPAN = /\b(?:mon)(?:day)?s?\s*(?:-|to|through|thru)\s*(?:thu|thur|thurs)(?:day)?s?\b/
const HOME_SPAN = /\bwed(?:nesday)?s? (?:-|to|through|thru) fri(?:day)?s?,? (?:at|from) home\b/
const OFFICE_WEEKDAYS = [
  new RegExp(`\\b${OFFICE}(?: on)? ${DAYS}(?!\\s*(?:-|through|thru|to)\\b)`),
  new RegExp(`\\b${DAYS}\\s?(?:are |is )?${OFFICE}\\b`),
]
const HOME_WEEKDAYS = [
  new RegExp(
    `\\b(?:home|remote(?:ly)?|telecommut\\w*|telework\\w*)(?: on)? ${DAYS}(?!\\s*(?:-|through|thru|to)\\b)`,
  ),
  new RegExp(`\\b${DAYS},? (?:you (?:may )?)?(?:work )?(?:at|from) home\\b`),
]
const AWAY = /\b(?:hybrid|home|remote|telecommut|telework)/

const weekdays = (list: string | undefined): number =>
  list?.match(/\b(?:mon|tue|wed|thu|fri)/g)?.length ?? 0

/** Whether the rest of the week is spent at home, however long it is. */
export function restAtHome(words: string): boolean {
  return REST_AT_HOME.test(words)
}

/** Whether a statement counts office days outright. */
export function countsOfficeDays(words: string): boolean {
  return OFFICE_COUNTS.some((pattern) => pattern.test(words))
}

/** Office days of a five-day week that a folded statement names; null when it names none. */
export function officeDays(words: string): number | null {
  if (!/\bday|\bweekday|\b(?:mon|tue|wed|thu|fri)|\b(?:at|from) home/.test(words)) return null
  return fromPairs(words) ?? fromCounts(words) ?? fromWeekdays(words)
}

function fromPairs(words: string): number | null {
  const pair = PAIR.exec(words)
  const office = pair ? smallNumber(pair[1] ?? '') : null
  const home = pair ? smallNumber(pair[2] ?? '') : null
  if (office !== null && home !== null && office + home === 5) return office
  const back = HOME_PAIR.exec(words)
  return back ? smallNumber(back[2] ?? '') : null
}

function fromCounts(words: string): number | null {
  const left = LEFT_AT_HOME.exec(words)
  const leftDays = left ? smallNumber(left[1] ?? left[2] ?? '') : null
  if (leftDays !== null && leftDays < 5) return 5 - leftDays
  for (const pattern of OFFICE_COUNTS) {
    const match = pattern.exec(words)
    const days = match ? smallNumber(match[1] ?? '') : null
    if (days !== null && days <= 7 && !/\bday training\b/.test(words)) return Math.min(days, 5)
  }
  for (const pattern of HOME_COUNTS) {
    const match = pattern.exec(words)
    const days = match ? smallNumber(match[1] ?? '') : null
    if (days !== null && days >= 1 && days < 5) return 5 - days
  }
  return null
}

function fromWeekdays(words: string): number | null {
  if (!AWAY.test(words)) return null
  if (HOME_SPAN.test(words)) return 2
  for (const pattern of HOME_WEEKDAYS) {
    const named = weekdays(pattern.exec(words)?.[1])
    if (named > 0 && named < 5) return 5 - named
  }
  for (const pattern of OFFICE_WEEKDAYS) {
    const named = weekdays(pattern.exec(words)?.[1])
    if (named > 0 && named < 5) return named
  }
  if (!REST_AT_HOME.test(words)) return null
  if (SPAN.test(words)) return 4
  const all = weekdays(words)
  return all > 0 && all < 5 ? all : null
}
