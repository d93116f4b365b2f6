import type { Evidence, Reading } from '../reading.ts'

/** The labels of one advert; an absent key is not scored. */
export interface Expected {
  id: string
  federal?: boolean
  expect: Record<string, unknown>
}

/** One label that the reading did not meet, with the words behind the wrong answer. */
export interface Miss {
  id: string
  tag: string
  expected: unknown
  got: unknown
  words: string[]
}

export interface TagScore {
  tag: string
  n: number
  /** Share of labels met exactly. */
  exact: number
  /** For true/false tags and lists: counted over single values; null for other tags. */
  precision: number | null
  recall: number | null
  f1: number | null
  /** For tags with a few classes: the mean of the classes' own F1. */
  macro_f1: number | null
}

export interface Scores {
  adverts: number
  tags: TagScore[]
  /** Adverts labelled as asking nothing, in which a demand for experience was read. */
  invented_barriers: { n: number; wrong: number; share: number }
  misses: Miss[]
}

const CLASSES = new Set(['role', 'adjacent_role', 'level', 'entry', 'work_mode', 'employment_type'])
/** Tags of which a label list means "any of these is right"; in other tags a list is the value itself. */
const ANY_OF = new Set(['entry', 'work_mode', 'role', 'level', 'adjacent_role', 'employment_type'])
/** A class of credential that names none, as labels write it. */
const CLASS_LABELS = new Set(['AHIMA-or-AAPC-cert', 'any_coding', 'any-cert'])

/** What a reading says under the name a label uses; undefined for names no reading has. */
export function valueOf(reading: Reading, tag: string): unknown {
  switch (tag) {
    case 'credentials_required':
      return reading.credentials.required_class === null
        ? reading.credentials.required
        : [...reading.credentials.required, 'AHIMA-or-AAPC-cert']
    case 'credentials_preferred':
      return reading.credentials.preferred
    case 'any_of':
    case 'accepted_apprentice':
    case 'within_months_of_hire':
    case 'required_class':
      return reading.credentials[tag]
    case 'education':
    case 'education_level':
      return reading.education?.level ?? null
    case 'warnings':
      return [...new Set(reading.warnings.map((w) => w.code))]
    default:
      return tag in reading ? reading[tag as keyof Reading] : undefined
  }
}

interface Pair {
  id: string
  expected: unknown
  got: unknown
  right: boolean
  reading: Reading
}

/** Holds readings against labels, tag by tag. Labels whose advert is missing are passed over. */
export function score(labels: readonly Expected[], readings: ReadonlyMap<string, Reading>): Scores {
  const pairs = new Map<string, Pair[]>()
  let adverts = 0
  let open = 0
  let invented = 0
  for (const label of labels) {
    const reading = readings.get(label.id)
    if (!reading) continue
    adverts += 1
    for (const [tag, expected] of Object.entries(label.expect)) {
      const got = valueOf(reading, tag)
      if (got === undefined) continue
      const pair = { id: label.id, expected, got, right: agrees(tag, expected, got), reading }
      const list = pairs.get(tag)
      if (list) list.push(pair)
      else pairs.set(tag, [pair])
    }
    if (asksNothing(label.expect)) {
      open += 1
      if (asksSomething(reading)) invented += 1
    }
  }
  const tags = [...pairs].map(([tag, list]) => scoreTag(tag, list))
  const misses = [...pairs].flatMap(([tag, list]) =>
    list.filter((p) => !p.right).map((p) => missOf(tag, p)),
  )
  return {
    adverts,
    tags,
    invented_barriers: { n: open, wrong: invented, share: share(invented, open) ?? 0 },
    misses,
  }
}

function agrees(tag: string, expected: unknown, got: unknown): boolean {
  if (ANY_OF.has(tag) && Array.isArray(expected)) return expected.includes(got)
  if (Array.isArray(expected)) return sameSet(expected, Array.isArray(got) ? got : [])
  if (tag === 'pay') return samePay(expected, got)
  if (
    tag.startsWith('education') &&
    typeof expected === 'object' &&
    expected !== null &&
    'level' in expected
  )
    return expected.level === got
  return expected === got
}

const labelName = (value: unknown): string => {
  const name = String(value)
  return CLASS_LABELS.has(name) ? 'any_coding' : name
}

function sameSet(a: readonly unknown[], b: readonly unknown[]): boolean {
  const left = new Set(a.map(labelName))
  const right = new Set(b.map(labelName))
  return left.size === right.size && [...left].every((x) => right.has(x))
}

function samePay(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === b
  const [x, y] = [a, b] as [Record<string, unknown>, Record<string, unknown>]
  return ['min', 'max', 'unit'].every((key) => (x[key] ?? null) === (y[key] ?? null))
}

function asksNothing(expect: Record<string, unknown>): boolean {
  if (!('min_months' in expect) || !('entry' in expect)) return false
  if (expect.min_months !== null && expect.min_months !== 0) return false
  const entry = Array.isArray(expect.entry) ? expect.entry : [expect.entry]
  return entry.every((e) => e === 'open' || e === 'open_with_credential' || e === 'not_stated')
}

function asksSomething(reading: Reading): boolean {
  if (reading.min_months !== null && reading.min_months > 0) return true
  return reading.entry === 'asks_experience' || reading.entry === 'contradictory'
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

function f1Of(right: number, read: number, labelled: number) {
  const precision = share(right, read)
  const recall = share(right, labelled)
  const f1 = read + labelled === 0 ? null : (2 * right) / (read + labelled)
  return { precision, recall, f1 }
}

function scoreTag(tag: string, pairs: readonly Pair[]): TagScore {
  const exact = share(pairs.filter((p) => p.right).length, pairs.length) ?? 0
  const base = {
    tag,
    n: pairs.length,
    exact,
    precision: null,
    recall: null,
    f1: null,
    macro_f1: null,
  }
  if (pairs.every((p) => typeof p.expected === 'boolean')) {
    const right = pairs.filter((p) => p.expected === true && p.got === true).length
    const read = pairs.filter((p) => p.got === true).length
    return { ...base, ...f1Of(right, read, pairs.filter((p) => p.expected === true).length) }
  }
  if (CLASSES.has(tag)) return { ...base, macro_f1: macroF1(pairs) }
  if (!pairs.some((p) => Array.isArray(p.expected))) return base
  let right = 0
  let read = 0
  let labelled = 0
  for (const pair of pairs) {
    const want = new Set((Array.isArray(pair.expected) ? pair.expected : []).map(labelName))
    const got = new Set((Array.isArray(pair.got) ? pair.got : []).map(labelName))
    labelled += want.size
    read += got.size
    right += [...got].filter((x) => want.has(x)).length
  }
  return { ...base, ...f1Of(right, read, labelled) }
}

/** The mean F1 of the classes that the labels use; a list of right answers counts as the one given. */
function macroF1(pairs: readonly Pair[]): number | null {
  const told = pairs.map((p) => {
    const any = Array.isArray(p.expected) ? p.expected : [p.expected]
    return { want: String(any.includes(p.got) ? p.got : any[0]), got: String(p.got) }
  })
  const classes = [...new Set(told.map((t) => t.want))]
  if (classes.length === 0) return null
  const each = classes.map((name) => {
    const right = told.filter((t) => t.want === name && t.got === name).length
    const read = told.filter((t) => t.got === name).length
    const labelled = told.filter((t) => t.want === name).length
    return (2 * right) / (read + labelled)
  })
  return each.reduce((sum, f1) => sum + f1, 0) / each.length
}

const EVIDENCE_OF: Record<string, string[]> = {
  credentials_required: ['credentials', 'credentials_required', 'credentials.required'],
  credentials_preferred: ['credentials', 'credentials_preferred', 'credentials.preferred'],
  entry: ['entry', 'min_months'],
  min_months: ['min_months', 'entry'],
}

function missOf(tag: string, pair: Pair): Miss {
  const keys = EVIDENCE_OF[tag] ?? [tag]
  const found: Evidence[] = keys.flatMap((key) => pair.reading.evidence[key] ?? [])
  const words = found.slice(0, 3).map((e) => `${e.words.slice(0, 160)} [${e.rule}]`)
  return { id: pair.id, tag, expected: pair.expected, got: pair.got, words }
}
