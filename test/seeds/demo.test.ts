import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  ADJACENT_ROLES,
  EMPLOYMENT_TYPES,
  ENTRY_VERDICTS,
  LEVELS,
  PAY_UNITS,
  ROLES,
  SETTINGS,
  WORK_MODES,
} from '../../core/domain/tags.ts'

const FOLDER = fileURLToPath(new URL('../../seeds/demo/', import.meta.url))

const CREDENTIALS = [
  ...['CPC', 'CPC-A', 'COC', 'COC-A', 'CIC', 'CRC', 'CPB', 'CPMA', 'CDEO', 'CPCO', 'CPPM'],
  ...['CANPC', 'CASCC', 'CEDC', 'CHONC', 'CIRCC', 'COBGC', 'COSC', 'CCC', 'CGSC', 'CEMC'],
  ...['CCA', 'CCS', 'CCS-P', 'RHIT', 'RHIA', 'CDIP', 'CHDA', 'CHPS'],
  ...['HCS-D', 'HCS-H', 'HCS-O', 'HCS-C'],
  ...['CBCS', 'NCICS', 'CMRS', 'CMC', 'MCBC', 'CRCR', 'CRCS', 'CRIP', 'CHAA'],
] as const

const WARNINGS = [
  'business_opportunity',
  'chat_only_interview',
  'cheque_or_gift_card',
  'fee_to_start',
  'free_mail_contact',
  'identity_before_offer',
  'language_not_english',
  'number_conflict',
  'too_good_pay',
  'training_advert',
] as const

const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  )

const state = z.enum(STATES)
const months = z.number().int().min(0).max(180).nullable()
const text = z.string().trim().min(1)
const oneOrMore = <T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values), z.array(z.enum(values)).min(2)])

const pay = z
  .strictObject({
    min: z.number().positive().nullable(),
    max: z.number().positive().nullable(),
    unit: z.enum(PAY_UNITS),
  })
  .refine((p) => p.min !== null || p.max !== null, 'pay without a figure is null')
  .refine((p) => p.min === null || p.max === null || p.min <= p.max, 'pay ends are swapped')

const labels = z.strictObject({
  in_domain: z.boolean().optional(),
  role: z.enum(ROLES).nullish(),
  adjacent_role: z.enum(ADJACENT_ROLES).nullish(),
  level: z.enum(LEVELS).optional(),
  min_months: months.optional(),
  max_months: months.optional(),
  preferred_months: months.optional(),
  entry: oneOrMore(ENTRY_VERDICTS).optional(),
  credentials_required: z.array(z.enum(CREDENTIALS)).optional(),
  credentials_any_of: z.boolean().optional(),
  credentials_preferred: z.array(z.enum(CREDENTIALS)).optional(),
  required_class: z.literal('any_coding').nullish(),
  accepted_apprentice: z.boolean().optional(),
  within_months_of_hire: months.optional(),
  work_mode: oneOrMore(WORK_MODES).optional(),
  hybrid_days_onsite: z.number().int().min(1).max(5).nullish(),
  states_allowed: z.array(state).optional(),
  states_excluded: z.array(state).optional(),
  settings: z.array(z.enum(SETTINGS)).optional(),
  pay: pay.nullish(),
  employment_type: z.enum(EMPLOYMENT_TYPES).nullish(),
  warnings: z.array(z.enum(WARNINGS)),
})

const advert = z.strictObject({
  id: z.string().regex(/^demo-\d{3}$/),
  title: text,
  employer: text,
  city: text.nullable(),
  state: state.nullable(),
  remote: z.boolean().nullable(),
  states: z.array(state),
  pay: pay.nullable(),
  employment_type: z
    .enum(['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'PER_DIEM'])
    .nullable(),
  posted_days_ago: z.number().int().min(0).max(90),
  expires_in_days: z.number().int().min(1).max(120).nullable(),
  months_of_experience: months,
  html: text,
  expect: labels,
})
type DemoAdvert = z.infer<typeof advert>

interface Line {
  where: string
  value: unknown
}

const lines: Line[] = readdirSync(FOLDER)
  .filter((name) => /^adverts-\d{2}\.jsonl$/.test(name))
  .sort()
  .flatMap((name) =>
    readFileSync(FOLDER + name, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line, index) => ({
        where: `${name}:${index + 1}`,
        value: JSON.parse(line) as unknown,
      })),
  )
const parsed = lines.map(({ where, value }) => ({ where, result: advert.safeParse(value) }))
const adverts: DemoAdvert[] = parsed.flatMap(({ result }) => (result.success ? [result.data] : []))

const VOID = new Set(['br', 'hr', 'wbr'])

/** The visible words of a description, and the tags that were opened and not closed or the reverse. */
function readHtml(html: string): { words: string[]; faults: string[]; tags: Set<string> } {
  const open: string[] = []
  const faults: string[] = []
  const tags = new Set<string>()
  let visible = ''
  const parser = new Parser({
    onopentag(name) {
      tags.add(name)
      visible += ' '
      if (!VOID.has(name)) open.push(name)
    },
    ontext(chunk) {
      visible += chunk
    },
    onclosetag(name, implied) {
      visible += ' '
      if (VOID.has(name)) return
      if (implied || open.pop() !== name) faults.push(name)
    },
  })
  parser.end(html)
  return { words: visible.split(/\s+/).filter(Boolean), faults, tags }
}

const one = <T>(label: T | T[] | undefined): T | null =>
  label === undefined || Array.isArray(label) ? null : label

function tally(values: Iterable<string | null | undefined>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The members of a vocabulary that stand in fewer adverts than asked for. */
const thin = (vocabulary: readonly string[], counts: Map<string, number>, least: number) =>
  vocabulary.filter((member) => (counts.get(member) ?? 0) < least)

describe('the demo adverts, each by itself', () => {
  it('keep the shape and the closed vocabularies of the tags, line by line', () => {
    const faults = parsed.flatMap(({ where, result }) =>
      result.success
        ? []
        : result.error.issues.map((issue) => `${where} ${issue.path.join('.')}: ${issue.message}`),
    )
    expect(faults).toEqual([])
    expect(lines.length).toBeGreaterThanOrEqual(90)
  })

  it('carry ids that are unique and run in order', () => {
    const ids = adverts.map((a) => a.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
  })

  it('hold HTML whose every tag is closed, with 120 to 600 visible words and no active content', () => {
    const faults = adverts.flatMap(({ id, html }) => {
      const { words, faults: unclosed, tags } = readHtml(html)
      return [
        ...unclosed.map((tag) => `${id} <${tag}> is not closed in order`),
        ...['script', 'style', 'iframe', 'img', 'a', 'form']
          .filter((tag) => tags.has(tag))
          .map((tag) => `${id} has <${tag}>`),
        ...(words.length < 120 || words.length > 600 ? [`${id} has ${words.length} words`] : []),
      ]
    })
    expect(faults).toEqual([])
  })

  it('never repeat a sentence of eight words or more in another advert of another employer', () => {
    const seen = new Map<string, DemoAdvert>()
    const repeats: string[] = []
    for (const one of adverts) {
      const sentences = readHtml(one.html.replaceAll(/<\/(?:p|li|h\d|td|div)>/g, '. '))
        .words.join(' ')
        .toLowerCase()
        .split(/[.!?;:]\s+/)
      for (const sentence of sentences) {
        if (sentence.split(' ').length < 8) continue
        const earlier = seen.get(sentence)
        if (earlier && earlier.employer !== one.employer)
          repeats.push(`${earlier.id} and ${one.id}: ${sentence}`)
        seen.set(sentence, one)
      }
    }
    expect(repeats).toEqual([])
  })
})

describe('the labels of a demo advert', () => {
  const faultsOf = (rule: (a: DemoAdvert, e: DemoAdvert['expect']) => boolean) =>
    adverts.filter((a) => !rule(a, a.expect)).map((a) => a.id)

  it('say in_domain and role for every advert but those that sell a course or a business', () => {
    const silent = faultsOf((_, e) => e.in_domain !== undefined && e.role !== undefined)
    const selling = adverts
      .filter(({ expect: e }) =>
        e.warnings.some((w) => w === 'training_advert' || w === 'business_opportunity'),
      )
      .map((a) => a.id)
    expect(silent.filter((id) => !selling.includes(id))).toEqual([])
  })

  it('name an adjacent role only beside role adjacent, and keep first-rung jobs out of the domain', () => {
    const trade = ['medical_records', 'release_of_information', 'him_clerk', 'cdi']
    expect(faultsOf((_, e) => !e.adjacent_role || e.role === 'adjacent')).toEqual([])
    expect(
      faultsOf((_, e) => !e.adjacent_role || e.in_domain === trade.includes(e.adjacent_role)),
    ).toEqual([])
  })

  it('agree between months and entry verdict as tags.md ties them', () => {
    const faults = faultsOf((_, e) => {
      const min = e.min_months
      switch (one(e.entry)) {
        case 'open':
        case 'open_with_credential':
          return min === 0
        case 'contradictory':
          return min !== null && min !== undefined && min >= 24
        case 'not_stated':
          return min === null
        case 'asks_experience':
          return min !== 0
        case null:
          return true
      }
    })
    expect(faults).toEqual([])
    expect(faultsOf((_, e) => e.max_months == null || e.max_months > (e.min_months ?? -1))).toEqual(
      [],
    )
  })

  it('ask no credential where the verdict is open, unless it is due after hire', () => {
    expect(
      faultsOf(
        (_, e) =>
          one(e.entry) !== 'open' ||
          ((e.credentials_required ?? []).length === 0 && !e.required_class),
      ),
    ).toEqual([])
  })

  it('set the apprentice flag exactly where CPC-A or COC-A stands in a list or the class admits it', () => {
    const listsApprentice = (e: DemoAdvert['expect']) =>
      [...(e.credentials_required ?? []), ...(e.credentials_preferred ?? [])].some(
        (code) => code === 'CPC-A' || code === 'COC-A',
      )
    expect(faultsOf((_, e) => !listsApprentice(e) || e.accepted_apprentice === true)).toEqual([])
    expect(
      faultsOf((_, e) => !e.accepted_apprentice || listsApprentice(e) || Boolean(e.required_class)),
    ).toEqual([])
  })

  it('count office days only for hybrid work, and never let a state be allowed and excluded at once', () => {
    expect(faultsOf((_, e) => e.hybrid_days_onsite == null || e.work_mode === 'hybrid')).toEqual([])
    expect(
      faultsOf(
        (_, e) => !(e.states_allowed ?? []).some((s) => (e.states_excluded ?? []).includes(s)),
      ),
    ).toEqual([])
  })

  it('repeat what the feed said in its own fields about pay, employment type and states', () => {
    expect(
      faultsOf((a, e) => {
        if (!a.pay || e.pay === undefined) return true
        return JSON.stringify(a.pay) === JSON.stringify(e.pay)
      }),
    ).toEqual([])
    const types = {
      FULL_TIME: 'full_time',
      PART_TIME: 'part_time',
      CONTRACTOR: 'contract',
      TEMPORARY: 'temporary',
      INTERN: 'internship',
      PER_DIEM: 'per_diem',
    } as const
    expect(
      faultsOf(
        (a, e) =>
          !a.employment_type ||
          e.employment_type === undefined ||
          types[a.employment_type] === e.employment_type,
      ),
    ).toEqual([])
    expect(
      faultsOf((a, e) => a.states.every((s) => (e.states_allowed ?? a.states).includes(s))),
    ).toEqual([])
  })
})

describe('the demo world as a whole', () => {
  const scored = adverts.map((a) => a.expect)

  it('holds at least 80 adverts of the trade or of a first-rung job, and a few of neither', () => {
    const kept = scored.filter((e) => e.in_domain === true || e.role === 'adjacent')
    expect(kept.length).toBeGreaterThanOrEqual(80)
    expect(
      scored.filter((e) => e.in_domain === false && e.role === 'adjacent').length,
    ).toBeGreaterThanOrEqual(8)
    expect(
      scored.filter((e) => e.in_domain === false && e.role === null).length,
    ).toBeGreaterThanOrEqual(2)
  })

  it('spreads over at least 45 employers and 30 states', () => {
    expect(new Set(adverts.map((a) => a.employer)).size).toBeGreaterThanOrEqual(45)
    expect(new Set(adverts.flatMap((a) => a.state ?? [])).size).toBeGreaterThanOrEqual(30)
  })

  it('shows every role, level, entry verdict and work mode at least five times', () => {
    expect(thin(ROLES, tally(scored.map((e) => e.role)), 5)).toEqual([])
    expect(thin(LEVELS, tally(scored.map((e) => e.level)), 5)).toEqual([])
    expect(thin(ENTRY_VERDICTS, tally(scored.map((e) => one(e.entry))), 5)).toEqual([])
    expect(thin(WORK_MODES, tally(scored.map((e) => one(e.work_mode))), 5)).toEqual([])
  })

  it('shows every setting at least twice', () => {
    expect(thin(SETTINGS, tally(scored.flatMap((e) => e.settings ?? [])), 2)).toEqual([])
  })

  it('shows pay by the hour, month, year, chart and percent, one-sided pay at both ends, and none', () => {
    const known = scored.flatMap((e) => (e.pay ? [e.pay] : []))
    const units = tally(known.map((p) => p.unit))
    expect(thin(['hour', 'month', 'year', 'chart', 'percent', 'biweek'], units, 1)).toEqual([])
    expect(known.some((p) => p.min === null)).toBe(true)
    expect(known.some((p) => p.max === null)).toBe(true)
    expect(scored.some((e) => e.pay === null)).toBe(true)
  })

  it('shows each warning at least once, and the scam cues never in most adverts', () => {
    expect(thin(WARNINGS, tally(scored.flatMap((e) => e.warnings)), 1)).toEqual([])
    expect(scored.filter((e) => e.warnings.length === 0).length).toBeGreaterThan(
      scored.length * 0.8,
    )
  })

  it('shows deadlines after hire, apprentice marks, class credentials, state limits and exclusions', () => {
    expect(scored.filter((e) => e.within_months_of_hire).length).toBeGreaterThanOrEqual(3)
    expect(scored.filter((e) => e.accepted_apprentice).length).toBeGreaterThanOrEqual(3)
    expect(scored.filter((e) => e.required_class).length).toBeGreaterThanOrEqual(3)
    expect(scored.filter((e) => (e.states_allowed ?? []).length > 0).length).toBeGreaterThanOrEqual(
      5,
    )
    expect(
      scored.filter((e) => (e.states_excluded ?? []).length > 0).length,
    ).toBeGreaterThanOrEqual(2)
    expect(scored.filter((e) => e.credentials_any_of === false).length).toBeGreaterThanOrEqual(1)
  })
})
