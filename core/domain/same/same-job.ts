import { normaliseEmployer } from '../employer-name.ts'
import { normaliseTown, parsePlace, stateCode } from '../places.ts'
import { bothWhole, likeness, readText, type TextFacts } from './text.ts'
import { readTitle, type TitleParts } from './title.ts'

/** What the same-job rule looks at; the shape of the `same` command. */
export interface JobSketch {
  title: string
  company: string | null
  city: string | null
  state: string | null
  /** true = fully remote, false = not, null = not said. */
  remote: boolean | null
  text: string | null
  url: string | null
  source: string | null
  /** Months of experience required at least, when the caller has read it. */
  min_months?: number | null
}

export interface SameVerdict {
  same: boolean
  /** One sentence. */
  why: string
}

/** Texts at least this alike are copies of one text. */
const COPY = 0.9
/** Texts at least this alike can be the same advert when everything else agrees. */
const ALIKE = 0.65
/** Of two postings of which neither names its place, one must hold nearly all the text of the other. */
const IDENTICAL = 0.98
/** The same for texts of a few sentences, which are reworded more easily. */
const ALIKE_SHORT = 0.34

interface Read {
  job: JobSketch
  title: TitleParts
  employer: string
  town: string | null
  state: string | null
  remote: boolean | null
  text: TextFacts | null
}

/**
 * Whether two postings are one job. Never merges across level marks, required minimum, town (unless both
 * are fully remote with equal state limits) or credential; what one side does not say is no difference,
 * but then the texts must be copies. Wrongly apart costs a line in a list; wrongly together hides a job.
 */
export function sameJob(a: JobSketch, b: JobSketch): SameVerdict {
  const one = readJob(a)
  const two = readJob(b)
  const texts = one.text === null || two.text === null ? null : likeness(one.text, two.text)
  const alike = texts?.alike ?? null
  const copies = alike !== null && alike >= COPY
  const apart =
    employersDiffer(one, two, copies) ??
    titlesDiffer(one.title, two.title, copies) ??
    placesDiffer(one, two, copies, texts?.held ?? 0) ??
    demandsDiffer(one, two) ??
    textsDiffer(one, two, alike)
  if (apart !== null) return { same: false, why: apart }
  return {
    same: true,
    why: `The same employer, job and place${alike === null ? '' : copies ? ', and the same text' : ', and texts that agree'}.`,
  }
}

/**
 * A coarse key that two postings of one job share (unless one of them leaves the employer out): the
 * employer's normalised name, the level marks, and the words of the title that say what the job is.
 */
export function sameKey(
  job: Pick<JobSketch, 'title' | 'company'> & Partial<Pick<JobSketch, 'city' | 'state'>>,
): string {
  const place = placeOf(job.city ?? null, job.state ?? null)
  const title = readTitle({ title: job.title, city: place.city, state: place.state })
  return [normaliseEmployer(job.company ?? ''), title.levels.join(' '), title.core.join(' ')].join(
    '|',
  )
}

function readJob(job: JobSketch): Read {
  const place = placeOf(job.city, job.state)
  const title = readTitle({ title: job.title, city: place.city, state: place.state })
  const saysRemote = /\bremote\b|work from home|\banywhere\b/i.test(
    `${job.city ?? ''} ${job.state ?? ''}`,
  )
  return {
    job,
    title,
    employer: normaliseEmployer(job.company ?? ''),
    town: place.city === null ? null : normaliseTown(place.city),
    state: place.state,
    remote: job.remote ?? (saysRemote || title.mode === 'remote' ? true : null),
    text: readText(job.text),
  }
}

/** Feeds put "New York, NY, USA" into the field of the town, and "Remote" too. */
function placeOf(
  city: string | null,
  state: string | null,
): { city: string | null; state: string | null } {
  const parsed = parsePlace(city ?? '')
  const ownState = state === null ? null : stateCode(state)
  const lone = parsed.city === null && parsed.state !== null
  // "New York" alone in the field of the town is the town.
  const town =
    lone && ownState !== null && city !== null && stateCode(city) !== null ? city : parsed.city
  return { city: town, state: ownState ?? parsed.state ?? null }
}

function employersDiffer(a: Read, b: Read, copies: boolean): string | null {
  if (a.employer === b.employer && a.employer !== '') return null
  if (a.employer === '' || b.employer === '') {
    return copies ? null : 'One of them names no employer and the texts are not copies.'
  }
  return `The employers differ: ${a.job.company ?? ''} and ${b.job.company ?? ''}.`
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i])

const shown = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '))

function titlesDiffer(a: TitleParts, b: TitleParts, copies: boolean): string | null {
  if (!equal(a.levels, b.levels)) {
    return `The level marks differ: ${shown(a.levels)} and ${shown(b.levels)}.`
  }
  if (!equal(a.core, b.core)) return 'The titles name different jobs.'
  if (!equal(a.soft, b.soft) && !copies) return 'The titles differ and the texts are not copies.'
  if (bothSay(a.credentials, b.credentials) && !equal(a.credentials, b.credentials)) {
    return `The titles name different credentials: ${shown(a.credentials)} and ${shown(b.credentials)}.`
  }
  if (bothSay(a.terms, b.terms) && !equal(a.terms, b.terms)) {
    return `The hours or the shift differ: ${shown(a.terms)} and ${shown(b.terms)}.`
  }
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) {
    return `One is ${a.mode}, the other ${b.mode}.`
  }
  if (
    bothSay(a.requisitions, b.requisitions) &&
    !equal(a.requisitions, b.requisitions) &&
    !copies
  ) {
    return 'The requisition numbers differ and the texts are not copies.'
  }
  return null
}

const bothSay = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0

function placesDiffer(a: Read, b: Read, copies: boolean, held: number): string | null {
  if (a.remote !== null && b.remote !== null && a.remote !== b.remote) {
    return 'One is fully remote, the other is not.'
  }
  if (a.remote === true && b.remote === true) return limitsDiffer(a, b, copies)
  if (a.state !== null && b.state !== null && a.state !== b.state) {
    return `The places differ: ${a.state} and ${b.state}.`
  }
  if (a.town !== null && b.town !== null) {
    return a.town === b.town ? null : `The towns differ: ${a.town} and ${b.town}.`
  }
  if (a.town === null && b.town === null) {
    return held >= IDENTICAL || (copies && a.state !== null && a.state === b.state)
      ? null
      : 'Neither names its town and the texts are not the same.'
  }
  return copies ? null : 'One of them does not name the town and the texts are not copies.'
}

/** Two fully remote postings: the state stands for the limit on where the worker may live. */
function limitsDiffer(a: Read, b: Read, copies: boolean): string | null {
  const one = a.state === null ? a.title.states : [a.state]
  const two = b.state === null ? b.title.states : [b.state]
  if (equal(one, two)) return null
  if (bothSay(one, two) || !copies) {
    return `The state limits of the remote work differ: ${shown(one)} and ${shown(two)}.`
  }
  return null
}

function demandsDiffer(a: Read, b: Read): string | null {
  const { min_months: one } = a.job
  const { min_months: two } = b.job
  if (one != null && two != null && one !== two) {
    return `The required minimum differs: ${one} and ${two} months.`
  }
  if (a.text === null || b.text === null) return null
  const whole = bothWhole(a.text, b.text)
  const { mentions } = a.text
  const others = b.text.mentions
  // Where a feed has melted the lines together, what is asked may be read otherwise: then the same
  // mentions in both texts are the same demands.
  const differ = (key: 'amounts' | 'credentials' | 'residence'): boolean =>
    !(whole && equal(mentions[key], others[key])) &&
    statedDiffer(a.text?.[key] ?? [], b.text?.[key] ?? [], whole)
  if (differ('amounts')) {
    return `The required minimum differs: ${shown(a.text.amounts)} and ${shown(b.text.amounts)} months.`
  }
  if (differ('credentials')) {
    return `The credentials asked differ: ${shown(a.text.credentials)} and ${shown(b.text.credentials)}.`
  }
  if (differ('residence')) {
    return `The states differ in which the worker must live: ${shown(a.text.residence)} and ${shown(b.text.residence)}.`
  }
  const marks = [a.text.marks, b.text.marks] as const
  if (bothSay(...marks) && !overlap(...marks)) {
    return `The work differs: ${shown(a.text.marks)} and ${shown(b.text.marks)}.`
  }
  return null
}

const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((x) => b.includes(x))

/** Whole texts must state the same; an extract may leave out, but not state something else. */
function statedDiffer(a: readonly string[], b: readonly string[], whole: boolean): boolean {
  if (whole) return !equal(a, b)
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return !few.every((x) => many.includes(x))
}

function textsDiffer(a: Read, b: Read, alike: number | null): string | null {
  if (alike === null || a.text === null || b.text === null) return null
  const short = Math.min(a.text.words.length, b.text.words.length) < 40
  return alike >= (short ? ALIKE_SHORT : ALIKE)
    ? null
    : `The texts differ: ${Math.round(alike * 100)} % alike.`
}
