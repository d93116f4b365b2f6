import type { EducationLevel } from '../tags.ts'
import { lastDate, monthIndex } from './dates.ts'
import type { ResumeLine } from './lines.ts'
import { quoted, type ResumeReading } from './resume.ts'

type Found = ResumeReading['education'][number]

/** Read in this order: "coursework toward a bachelor's" is no bachelor's. */
const LEVELS: readonly (readonly [EducationLevel, RegExp])[] = [
  ['high_school', /\bhigh school\b|\bg\.?e\.?d\.?\b|\bh\.?s\.? diploma\b|\bsecondary school\b/i],
  [
    'some_college',
    /\bcoursework (?:toward|in)|\bsome college\b|\bcredits? toward|\b\d{1,3} (?:college |semester )?(?:credits?|credit hours)\b|\bno degree\b/i,
  ],
  [
    'master',
    /\bmaster(?:['’]?s)?\b(?= (?:of|in|degree|program))|\bM\.\s?[SA]\.|\bM\.?B\.?A\.?(?!\w)|\bMHA\b/,
  ],
  ['master', /\bmaster['’]s\b/i],
  ['bachelor', /\bbachelor(?:['’]?s)?\b/i],
  ['bachelor', /\bB\.\s?[SA]\.|\bB[SA](?= (?:in|of|degree)\b)|\bBSN\b/],
  ['associate', /\bassociate(?:['’]?s)?\b(?= (?:of|in|degree|program|applied)|,|$)/i],
  ['associate', /\bA\.?A\.?S\.?(?=[\s,]|$)|\bA\.\s?[AS]\.(?=[\s,]|$)/],
  ['certificate', /\b(?:certificate|diploma|program|course)\b/i],
]
const IN_PROGRESS =
  /\b(?:in progress|expected|anticipated|currently|present|candidate|pursuing|enrolled|ongoing)\b/i
const DONE = /\b(?:graduated|completed|earned|conferred|finished|awarded|received)\b/i
/** Lines below a degree that still speak of it. */
const BLOCK = 4

/** Schooling named under its heading; without such a heading, lines that name a degree outside the work. */
export function readEducation(lines: readonly ResumeLine[], now: string): Found[] {
  const headed = lines.some(({ section }) => section === 'school')
  const here = lines.filter(({ section }) =>
    headed ? section === 'school' : section === 'top' || section === 'other',
  )
  const found: Found[] = []
  here.forEach(({ text }, at) => {
    const level = levelOf(text)
    if (level === null || found.length >= 5) return
    const block = [text]
    for (const next of here.slice(at + 1, at + BLOCK)) {
      if (levelOf(next.text) !== null) break
      block.push(next.text)
    }
    // The school often stands above the degree, with the dates.
    const above = here[at - 1]
    const owned =
      above !== undefined && levelOf(above.text) === null && lastDate(block.join(' '), now) === null
    const all = owned ? [above.text, ...block] : block
    found.push({
      value: schooling(level, text, all.join(' | '), now),
      words: quoted(...all.slice(0, 2)),
    })
  })
  return found
}

function levelOf(text: string): EducationLevel | null {
  const level = LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
  // A certificate of another trade is no course of this one, and a bare "program" names none.
  if (level === 'certificate' && !TRADE.test(text)) return null
  return level
}

const TRADE = /\bmedical\b|\bcod(?:ing|er)\b|\bbilling\b|\bhealth\b|\binsurance\b|\bhi[mt]\b/i

function schooling(
  level: EducationLevel,
  line: string,
  block: string,
  now: string,
): Found['value'] {
  const field = level === 'high_school' ? null : fieldOf(line)
  const ends = lastDate(line, now) ?? lastDate(block, now)
  const today = monthIndex(now) ?? 0
  const ahead = ends !== null && (monthIndex(ends.length === 4 ? `${ends}-12` : ends) ?? 0) > today
  const studying =
    level !== 'some_college' && (IN_PROGRESS.test(block) || (ahead && ends.length > 4))
  const credits = /\b(\d{1,3}) (?:college |semester )?credit/i.exec(block)?.[1]
  const status = studying
    ? 'in_progress'
    : DONE.test(block) || (ends !== null && !ahead)
      ? 'complete'
      : null
  return {
    level,
    ...(field === null ? {} : { field }),
    ...(level === 'some_college' || status === null ? {} : { status }),
    ...(ends === null ? {} : { ends }),
    ...(/\bCAHIIM\b/.test(block) ? { accredited: true } : {}),
    ...(credits === undefined ? {} : { credits: Number(credits) }),
  }
}

const STOP = /[,|(;]|\s[–—-]\s|\b(?:19|20)\d{2}\b|\bfrom\b|\bat\b|\bexpected\b|\bin progress\b/

/** "Associate of Applied Science in Health Information Management" -> its last field; null when none is named. */
function fieldOf(line: string): string | null {
  const after =
    /\b(?:degree|science|arts|studies|certificate|diploma|program|course|coursework|bachelor['’]?s?|associate['’]?s?|master['’]?s?|[AB]\.?A?\.?S\.?)[,:]? in (.+)$/i.exec(
      line,
    )?.[1]
  const before = /^(.+?) (?:certificate|diploma|program|course)\b/i.exec(line)?.[1]
  const text = (after ?? before ?? '').split(STOP)[0]?.trim() ?? ''
  return text.length < 3 || text.length > 80 ? null : text
}
