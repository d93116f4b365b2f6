import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { plain } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { distinct, placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { baseUrl, boardName, headed, isoDate, mapEach, rebase, stated } from './shape.ts'
import { modeIn } from './work-modes.ts'
import { child, children, markup, words, xmlRoot, type XmlElement } from './xml-items.ts'

const settings = z.object({
  /** The company's name in its address, e.g. "acme" of acme.jobs.personio.com. */
  board: boardName,
  /** Both answer the same; the posting's link is made with it. */
  domain: z.enum(['com', 'de']).optional(),
  /** Texts are served in one language; an employer may have written them in another. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const positionSchema = z.object({
  id: z.string().min(1),
  title: z.string({ error: 'missing' }).trim().min(1),
  element: z.custom<XmlElement>(),
})
type Position = z.infer<typeof positionSchema>

/** The least years of the interface's ranges ("lt-1", "1-2" ... "gt-15"), in months. */
function monthsOf(range: string | null): number | null {
  if (range === 'lt-1') return 0
  const years = /^(?:gt-)?(\d{1,2})(?:-\d{1,2})?$/.exec(range ?? '')?.[1]
  return years === undefined ? null : Number(years) * 12
}

/** Pay of a platform of Europe: without a currency it is in dollars no more than in another. */
function salaryOf(position: XmlElement): RawPosting['pay'] {
  const salary = child(position, 'salaryinformation')
  const currency = words(salary, 'currencycode')
  if (currency === null) return null
  const [min, max] = [words(salary, 'min'), words(salary, 'max')]
  return payOf([{ min, max, currency, period: words(salary, 'type') }])
}

/** Elements that have a place of their own in the posting. */
const READ = new Set([
  ...['id', 'name', 'subcompany', 'createdat', 'jobdescriptions'],
  ...['office', 'additionaloffices', 'yearsofexperience', 'seniority'],
])

function postingOf({ id, title, element: position }: Position, s: Settings): RawPosting {
  const extra = children(child(position, 'additionaloffices'), 'office').map((o) => plain(o.text))
  const offices = [words(position, 'office'), ...extra].filter((o) => o !== null)
  const mode = modeIn(...offices)
  const pay = salaryOf(position)
  const employmentType =
    [words(position, 'schedule'), words(position, 'employmenttype')].filter(Boolean).join(', ') ||
    null
  const html = children(child(position, 'jobdescriptions'), 'jobdescription')
    .map((d) => headed(words(d, 'name'), markup(d, 'value')))
    .join('')
  const rest = position.children
    .filter((c) => !READ.has(c.name))
    .map((c) => [c.tag, restOf(c)] as const)
  return {
    external_id: id,
    title,
    url: `https://${s.board}.jobs.personio.${s.domain ?? 'com'}/job/${encodeURIComponent(id)}`,
    apply_url: null,
    employer: words(position, 'subcompany'),
    places: distinct(offices.flatMap((o) => placesFromWords(o))),
    remote: mode.remote,
    posted_at: isoDate(words(position, 'createdat')),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: html === '' ? null : html,
    structured: {
      ...stated({
        remote: mode.remote,
        work_mode: mode.work_mode,
        pay,
        months_of_experience: monthsOf(words(position, 'yearsofexperience')),
        employment_type: employmentType,
        level: words(position, 'seniority'),
      }),
      other: stated({
        offices,
        yearsOfExperience: words(position, 'yearsofexperience'),
        ...Object.fromEntries(rest),
      }),
    },
  }
}

/** Facts kept as they are: words, or the words of the parts. */
function restOf(given: XmlElement): unknown {
  return given.children.length === 0
    ? plain(given.text)
    : stated(Object.fromEntries(given.children.map((c) => [c.tag, plain(c.text)])))
}

/** Personio career sites: one XML document holds every published position of an employer, texts included. */
export const personio: Adapter<Settings> = {
  kind: 'personio',
  about: {
    name: 'Personio',
    source:
      'Personio developer documentation, "Retrieving open positions" (2025-09); hand-written payloads of 2026 in that shape',
    terms:
      'The owner documents the feed, without a key, for showing positions on other sites; the employer switches it on.',
    quirks: [
      'Texts come in the language asked for and are empty where the employer wrote none in it.',
      'The years of experience are a range; its lower end is what is asked.',
      'An office may be called "Remote" or have a name that is no place.',
      'An unknown company answers 404; a bot check of the host may answer with a web page.',
      'A position without its published mark vanishes from the feed.',
    ],
    proven: false,
    needs: [],
  },
  pace: 2000,
  policy: UNSTATED_TERMS,
  settings,
  example: { board: 'example' },
  first: (s) => [
    {
      url: rebase(
        `https://${s.board}.jobs.personio.${s.domain ?? 'com'}/xml?language=${s.language ?? 'en'}`,
        s.base_url,
      ),
      audience: 'api',
    },
  ],
  read(page, s) {
    const root = xmlRoot(page, 'Personio', ['workzag-jobs'])
    const positions = children(root, 'position').map((p) => ({
      id: words(p, 'id') ?? '',
      title: words(p, 'name') ?? undefined,
      element: p,
    }))
    const idOf = (p: unknown) => (p as { id: string }).id || null
    const read = mapEach(positions, 'position', positionSchema, idOf, (p) => postingOf(p, s))
    return { ...read, details: [], next: [], total: null }
  },
}
