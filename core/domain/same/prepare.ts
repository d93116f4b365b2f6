import { normaliseTown, parsePlace, stateCode } from '../places.ts'
import { employerNames } from './employer.ts'
import { readText, type ReadText } from './sides.ts'
import { coreOf, readTitle, type TitleParts } from './title.ts'
import { wordsOf } from './words.ts'

export interface TagSketch {
  min_months: number | null
  credentials: readonly string[]
  states_allowed: readonly string[]
}

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
  /** Months of experience required at least, when a feed's own field told it. */
  min_months?: number | null
  /** What was read of a text that is not kept; counts where one of two postings has no text. */
  tags?: TagSketch
  /** Every place of the job where it has several; else `city` and `state` are the place. */
  places?: readonly { city: string | null; state: string | null }[]
}

/** A posting taken apart once, to be compared with any number of others. */
export interface PreparedJob {
  readonly job: JobSketch
  readonly title: TitleParts
  /** Normalised names; [] = none given. */
  readonly employers: readonly string[]
  readonly towns: readonly string[]
  readonly states: readonly string[]
  readonly remote: boolean | null
  readonly address: string | null
  /** null = there is no text to compare. */
  readonly text: () => ReadText | null
}

/**
 * A coarse key that two postings of one job share, unless one of them leaves the employer out or has it
 * under another name: the employer, the level marks, and the words of the title that say what the job is.
 */
export function sameKey(job: PreparedJob): string {
  return [job.employers.at(-1) ?? '', job.title.levels.join(' '), coreOf(job.title).join(' ')].join(
    '|',
  )
}

/**
 * Takes a posting apart; its text only when somebody asks for it, and then from `text`, for callers that
 * fetch it late.
 */
export function prepareJob(
  job: JobSketch,
  text: () => string | null = () => job.text,
): PreparedJob {
  const places = (job.places ?? [{ city: job.city, state: job.state }]).map((p) =>
    placeOf(p.city, p.state),
  )
  const towns = distinct(places.map((p) => (p.city === null ? null : normaliseTown(p.city))))
  const states = distinct(places.map((p) => p.state))
  const first = places[0] ?? { city: null, state: null }
  const employers = employerNames(job.company, towns[0] ?? null, first.state)
  const title = readTitle({ title: job.title, city: first.city, state: first.state, employers })
  const saysRemote = /\bremote\b|work from home|\banywhere\b/i.test(
    `${job.city ?? ''} ${job.state ?? ''}`,
  )
  let read: ReadText | null | undefined
  return {
    job,
    title,
    employers,
    towns,
    states,
    remote: job.remote ?? (saysRemote || title.mode === 'remote' ? true : null),
    address: addressOf(job.url),
    text: () => (read === undefined ? (read = textOf(job.title, text())) : read),
  }
}

function textOf(title: string, text: string | null): ReadText | null {
  const words = text === null ? null : wordsOf(text)
  return words === null ? null : readText(words, title)
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

/** An address that names one posting (it holds a number), without what only tells where a visitor came from. */
function addressOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname, pathname } = new URL(url)
  const path = pathname.replace(/\/(?:apply|application)?\/*$/, '')
  return /\d{4}|[0-9a-f]{8}-/.test(path) ? `${hostname.replace(/^www\./, '')}${path}` : null
}

const distinct = (items: readonly (string | null)[]): string[] =>
  [...new Set(items.filter((item) => item !== null))].sort()
