import { openingsDiffer } from './compare-openings.ts'
import { demandsDiffer, tagsDiffer } from './compare-demands.ts'
import { placesApart, placesDiffer } from './compare-places.ts'
import { titlesApart, titlesDiffer } from './compare-titles.ts'
import { bothSay, bothSayOther } from './items.ts'
import { prepareJob, type JobSketch, type PreparedJob } from './prepare.ts'
import type { ReadText } from './sides.ts'
import { compareWords, likeWords, type Comparison } from './words.ts'

/** Raised by one whenever the rule changes which postings are one job; stored beside each posting. */
export const SAME_VERSION = 1

export interface SameVerdict {
  same: boolean
  /** One sentence. */
  why: string
}

/** One text holds this much of the other: they are copies of one text. */
const COPY = 0.9
/** Texts at least this alike can be the same advert when everything else agrees ... */
const ALIKE = 0.65
/** ... or when each only adds its own lines to this much of the other. */
const HELD = 0.75
/** Texts of a few sentences are reworded more easily. */
const SHORT = 40
const ALIKE_SHORT = 0.34
/** Fewer words than this, and two different jobs can share them all. */
const FEWEST_OF_A_COPY = 12

/**
 * Whether two postings are one job. Never merges across level marks, required minimum, town (unless both
 * are fully remote with equal state limits) or credential; what one side does not say is no difference,
 * but then the texts must be copies. Wrongly apart costs a line in a list; wrongly together hides a job.
 */
export function sameJob(a: JobSketch, b: JobSketch): SameVerdict {
  return samePrepared(prepareJob(a), prepareJob(b))
}

/** The same for postings that were prepared before. */
export function samePrepared(a: PreparedJob, b: PreparedJob): SameVerdict {
  const early = apartAtOnce(a, b)
  if (early !== null) return { same: false, why: early }
  const texts = compareTexts(a, b)
  const apart =
    employersDiffer(a, b, texts) ??
    titlesDiffer(a, b, texts.copies) ??
    placesDiffer(a, b, texts.copies, texts.compared?.held ?? 0) ??
    textsDiffer(texts) ??
    contentsDiffer(a, b, texts)
  if (apart !== null) return { same: false, why: apart }
  const words =
    texts.compared === null ? '' : texts.copies ? ', and the same text' : ', and texts that agree'
  return { same: true, why: `The same employer, job and place${words}.` }
}

/** Why two postings cannot be one job, as far as that shows without their texts; null = it does not show. */
export function apartAtOnce(a: PreparedJob, b: PreparedJob): string | null {
  if (bothSayOther(a.employers, b.employers)) {
    return `The employers differ: ${a.job.company ?? ''} and ${b.job.company ?? ''}.`
  }
  const titles = titlesApart(a.title, b.title)
  if (titles !== null) return titles
  const months = [a.job.min_months, b.job.min_months] as const
  if (months[0] != null && months[1] != null && months[0] !== months[1]) {
    return `The required minimum differs: ${months[0]} and ${months[1]} months.`
  }
  return placesApart(a, b)
}

/** How the two texts stand to each other. */
interface Texts {
  a: ReadText | null
  b: ReadText | null
  compared: Comparison | null
  alike: number
  short: boolean
  /** One text is, as far as it goes, the text of the other; or both stand at one address. */
  copies: boolean
}

function compareTexts(one: PreparedJob, two: PreparedJob): Texts {
  const [a, b] = [one.text(), two.text()]
  const address = one.address !== null && one.address === two.address
  if (a === null || b === null) {
    return { a, b, compared: null, alike: 0, short: false, copies: address }
  }
  const compared = compareWords(a.words, b.words)
  const fewest = Math.min(a.words.list.length, b.words.list.length)
  const short = fewest < SHORT
  return {
    a,
    b,
    compared,
    short,
    alike: short
      ? likeWords(a.words, b.words)
      : compared.extract === null
        ? compared.alike
        : compared.held,
    copies: address || (compared.held >= COPY && fewest >= FEWEST_OF_A_COPY),
  }
}

function employersDiffer(a: PreparedJob, b: PreparedJob, { copies }: Texts): string | null {
  if (bothSay(a.employers, b.employers) || copies) return null
  return 'One of them names no employer and the texts are not copies.'
}

function contentsDiffer(one: PreparedJob, two: PreparedJob, texts: Texts): string | null {
  const { a, b, compared } = texts
  if (a === null || b === null || compared === null) return tagsDiffer(one.job.tags, two.job.tags)
  return demandsDiffer(a, b, compared) ?? openingsDiffer(a, b, compared)
}

function textsDiffer({ compared, alike, short, copies }: Texts): string | null {
  if (compared === null || copies) return null
  const enough = short
    ? alike >= ALIKE_SHORT
    : alike >= ALIKE || (compared.extract === null && compared.held >= HELD)
  return enough ? null : `The texts differ: ${Math.round(alike * 100)} % alike.`
}
