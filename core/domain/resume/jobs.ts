import { isWithin } from '../experience.ts'
import { dateRange, type DateRange } from './dates.ts'
import { jobKind, mayBeTitle, type JobKind } from './job-titles.ts'
import type { ResumeLine } from './lines.ts'
import { quoted, type LeftOut, type WorkMonths } from './resume.ts'

/** How far above or below its dates a title may stand. */
const REACH = 2

interface Dated {
  at: number
  range: DateRange
}

interface Title {
  at: number
  text: string
}

/** Paid work by kind, from jobs that bear dates; what cannot be told is left out and named. */
export function readJobs(
  lines: readonly ResumeLine[],
  now: string,
): { work: WorkMonths[]; left_out: LeftOut[] } {
  const here = workLines(lines)
  const dated = here.flatMap(({ text }, at): Dated[] => {
    const range = dateRange(text, now)
    return range === null ? [] : [{ at, range }]
  })
  const above = layoutIsAbove(here, dated)
  const jobs: { kind: JobKind; range: DateRange; words: string }[] = []
  const used = new Set<number>()
  const unread: LeftOut[] = []
  for (const [n, { at, range }] of dated.entries()) {
    const title = titleOf(here, dated, at, above)
    if (title === null) {
      if (here[at]?.section === 'work')
        unread.push({ why: 'kind_unclear', words: quoted(here[at].text) })
      continue
    }
    const until = dated[n + 1]?.at ?? here.length
    const around = here.slice(Math.min(at, title.at), Math.min(until, at + 12)).map((l) => l.text)
    used.add(title.at)
    const dates = here[at]?.text ?? ''
    const words = title.at === at ? quoted(dates) : quoted(title.text, dates)
    const unpaid = here[at]?.section === 'unpaid'
    const kind: JobKind = unpaid ? { is: 'unpaid' } : jobKind(title.text, around.join(' '))
    jobs.push({ kind, range, words })
  }
  const undated = here.flatMap(({ text, bullet, section }, at): LeftOut[] => {
    const alone = !used.has(at) && !bullet && section === 'work' && mayBeTitle(text)
    const near = dated.some((d) => Math.abs(d.at - at) <= REACH)
    return alone && !near ? [{ why: 'no_dates', words: quoted(text) }] : []
  })
  const { work, left_out } = addUp(jobs)
  return { work, left_out: [...left_out, ...unread, ...undated] }
}

/** The part headed as work; without such a heading, all that no other heading claims. */
function workLines(lines: readonly ResumeLine[]): ResumeLine[] {
  const headed = lines.some(({ section }) => section === 'work')
  return lines.filter(({ section }) =>
    headed
      ? section === 'work' || section === 'unpaid'
      : section === 'top' || section === 'summary',
  )
}

/** Whether this résumé writes the title above its dates or below them: whichever finds more titles. */
function layoutIsAbove(lines: readonly ResumeLine[], dated: readonly Dated[]): boolean {
  const count = (above: boolean) =>
    dated.filter(
      ({ at }) => sameLine(lines, at) === null && beside(lines, dated, at, above) !== null,
    ).length
  return count(true) >= count(false)
}

function titleOf(
  lines: readonly ResumeLine[],
  dated: readonly Dated[],
  at: number,
  above: boolean,
): Title | null {
  return sameLine(lines, at) ?? beside(lines, dated, at, above) ?? beside(lines, dated, at, !above)
}

function sameLine(lines: readonly ResumeLine[], at: number): Title | null {
  const text = titleIn(lines[at]?.text ?? '')
  return text === null ? null : { at, text }
}

/** A title on the lines next to the dates; another job's dates and bullets end the search. */
function beside(
  lines: readonly ResumeLine[],
  dated: readonly Dated[],
  at: number,
  above: boolean,
): Title | null {
  for (let step = 1; step <= REACH; step += 1) {
    const there = above ? at - step : at + step
    const line = lines[there]
    if (line === undefined || line.bullet || dated.some((d) => d.at === there)) return null
    const text = titleIn(line.text)
    if (text !== null) return { at: there, text }
  }
  return null
}

/** The stretch of a line that names a job: the first whose kind can be told, else the first. */
function titleIn(line: string): string | null {
  const parts = line
    .split(/\s[|•·–—-]\s|\s@\s|\bat\b|[,;()]/)
    .map((part) => part.trim())
    .filter(mayBeTitle)
  const whole = mayBeTitle(line) ? [line] : []
  const clear = [...parts, ...whole].find((part) => jobKind(part, '').is !== 'unclear')
  return clear ?? parts[0] ?? whole[0] ?? null
}

/** Overlapping dates count once, for the kind that comes first here. */
const RANK: readonly string[] = [
  ...['coding', 'billing', 'claims', 'revenue_cycle', 'patient_access', 'medical_records'],
  ...['front_desk', 'home_health_office', 'healthcare_office', 'office', 'other'],
]
const rankOf = (domain: string): number => {
  const at = RANK.findIndex((key) => isWithin(domain, key))
  return at < 0 ? RANK.length : at
}

function addUp(jobs: readonly { kind: JobKind; range: DateRange; words: string }[]): {
  work: WorkMonths[]
  left_out: LeftOut[]
} {
  const left_out: LeftOut[] = []
  const words = new Map<string, string[]>()
  const owner = new Map<number, string>()
  for (const { kind, range, words: line } of jobs) {
    if (kind.is !== 'domain') {
      left_out.push({ why: WHY[kind.is], words: line })
      continue
    }
    if (range.span === null) {
      left_out.push({ why: 'years_only', words: line })
      continue
    }
    const { domain } = kind
    words.set(domain, [...(words.get(domain) ?? []), line])
    for (let month = range.span.first; month <= range.span.last; month += 1) {
      const had = owner.get(month)
      if (had === undefined || rankOf(domain) < rankOf(had)) owner.set(month, domain)
    }
  }
  const months = new Map<string, number>()
  for (const domain of owner.values()) months.set(domain, (months.get(domain) ?? 0) + 1)
  const work = [...words].flatMap(([domain, lines]) => {
    const sum = months.get(domain) ?? 0
    return sum === 0 ? [] : [{ domain, months: sum, words: lines }]
  })
  return { work: work.sort((a, b) => rankOf(a.domain) - rankOf(b.domain)), left_out }
}

const WHY = { mixed: 'mixed', unpaid: 'unpaid', unclear: 'kind_unclear' } as const
