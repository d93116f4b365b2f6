import { load } from 'cheerio'
import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviceSchema } from '../../api/wire/advice.ts'
import { STEP_KINDS, type StepKind } from '../../core/domain/advice/advice.ts'
import { formFromProfile } from '../../core/domain/profile-form/fill-form.ts'
import type { FormValues } from '../../core/domain/profile-form/form-reader.ts'
import type { Profile } from '../../core/domain/profile.ts'
import { SETTINGS } from '../../core/domain/tags.ts'
import { loadPlaces } from '../../core/places-file.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { fillWithDemo } from '../helpers/demo-database.ts'
import { walkFigures } from '../helpers/figures.ts'
import { gradeOf, readingGrade } from '../helpers/reading-grade.ts'

let database: FreshDatabase
let app: Express

beforeAll(async () => {
  database = await freshDatabase()
  await fillWithDemo(database.db, NOW.toISOString())
  app = makeApp(database, { places: loadPlaces() })
})
afterAll(() => database.close())

const NEWCOMER: Profile = {
  credentials: [{ code: 'CPC-A', apprentice: true, since: '2026-05' }],
  months: { front_desk: 14 },
  education: [{ level: 'certificate', field: 'medical billing and coding', status: 'complete' }],
  state: 'PA',
  work_modes: ['onsite'],
}
const NARROW: Profile = {
  credentials: [{ code: 'CPC' }, { code: 'CPB' }],
  months: { billing: 30, coding: 14 },
  education: [{ level: 'high_school' }],
  state: 'PA',
  zip: '17601',
  radius_miles: 5,
  work_modes: ['onsite', 'hybrid', 'remote'],
  roles: ['coding'],
  settings_refused: ['snf', 'fqhc', 'critical_access', 'assisted_living', 'ccrc'],
  employment_types: ['part_time'],
  pay_floor_hour: 26,
}
const SEASONED: Profile = {
  credentials: [{ code: 'CPC-A', apprentice: true }],
  months: { billing: 60, coding: 36 },
  education: [{ level: 'associate', field: 'health information', accredited: true }],
  state: 'PA',
  work_modes: ['onsite', 'hybrid', 'remote'],
}
const CHOOSY: Profile = { ...SEASONED, settings_refused: [...SETTINGS] }
const HOMEBODY: Profile = { ...SEASONED, zip: '17601', radius_miles: 5 }
const STRANGER: Profile = { credentials: [], months: {}, education: [], state: 'OH' }

const post = (path: string, values: FormValues) => request(app).post(path).type('form').send(values)
const pageOf = async (path: string, values: FormValues) =>
  (await post(path, values).expect(200)).text

/** The ids of a whole list, over all its pages. */
async function listed(answers: FormValues, show: string): Promise<number[]> {
  const ids: number[] = []
  for (let page = 1; page < 50; page += 1) {
    const $ = load(await pageOf('/advice', { ...answers, show: `${show}@${page}` }))
    ids.push(
      ...$('.whole-list a')
        .map((_, a) => Number($(a).attr('href')?.split('/').at(-1)))
        .get(),
    )
    if ($('button:contains("Next page")').length === 0) return ids
  }
  throw new Error('the list does not end')
}

async function adviceOf(profile: Profile) {
  const { body } = await request(app).post('/api/v1/advice').send({ profile }).expect(200)
  return adviceSchema.parse(body)
}
const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)

describe('what a step promises', () => {
  it.each([
    ['a newcomer', NEWCOMER],
    ['one with many wishes', NARROW],
    ['a stranger', STRANGER],
    ['an experienced coder with the A', SEASONED],
    ['one who refuses every kind of employer', CHOOSY],
    ['one who hardly travels', HOMEBODY],
  ])(
    'the form keeps for %s: the changed answers open exactly the promised listings',
    async (_name, profile) => {
      const { steps } = await adviceOf(profile)
      const before = new Set(await listed(formFromProfile(profile), 'open'))
      const perKind = new Map<StepKind, number>()
      for (const step of steps) {
        const n = perKind.get(step.change.kind) ?? 0
        if (n >= 3 || step.opens === 0) continue
        perKind.set(step.change.kind, n + 1)
        const after = await listed(formFromProfile({ ...profile, ...step.change.set }), 'open')
        const opened = after.filter((id) => !before.has(id))
        expect(sorted(opened), step.key).toEqual(sorted(step.listing_ids))
        tested.add(step.change.kind)
      }
      expect(perKind.size).toBeGreaterThan(1)
    },
    120_000,
  )
  const tested = new Set<StepKind>()

  it('was looked at for every kind of step', () => {
    expect(STEP_KINDS.filter((kind) => !tested.has(kind))).toEqual([])
  })

  it('is listed on a page of its own, exactly', async () => {
    const { steps, pairs } = await adviceOf(STRANGER)
    const step = steps.find((s) => s.opens > 1 && s.within_reach > 0)
    const pair = pairs[0]
    if (step === undefined || pair === undefined) throw new Error('the demo world has changed')
    const answers = formFromProfile(STRANGER)
    expect(await listed(answers, `step:${step.key}`)).toEqual(step.listing_ids)
    expect(await listed(answers, `reach:${step.key}`)).toEqual(step.within_reach_ids)
    expect(await listed(answers, `pair:${pair.parts.map((part) => part.key).join('+')}`)).toEqual(
      pair.listing_ids,
    )
    await post('/advice', { ...answers, show: 'step:nonsense' }).expect(404)
  })
})

describe('the result', () => {
  const answers = formFromProfile(NEWCOMER)

  it('shows the steps in the order asked for, without a script', async () => {
    const { steps, by_cost } = await adviceOf(NEWCOMER)
    const keysOf = (html: string) => {
      const $ = load(html)
      return $('.steps input[name="step"]')
        .map((_, el) => $(el).attr('value'))
        .get()
    }
    expect(keysOf(await pageOf('/advice', answers))).toEqual(steps.map((s) => s.key))
    expect(keysOf(await pageOf('/advice', { ...answers, order: 'cost' }))).toEqual(by_cost)
  })

  it('keeps hidden jobs out of sight for this visit, and shows them again', async () => {
    const cards = (html: string) => {
      const $ = load(html)
      return $('#jobs ~ .card input[name="hide"]')
        .map((_, el) => $(el).attr('value') ?? '')
        .get()
    }
    const first = cards(await pageOf('/advice', answers))
    const [gone = ''] = first
    const html = await pageOf('/advice', { ...answers, hide: gone })
    expect(cards(html)).not.toContain(gone)
    expect(html).toContain('You have hidden')
    expect(load(html)(`#again input[name="hide"][value="${gone}"]`).length).toBe(1)
    expect(cards(await pageOf('/advice', { ...answers, hide: gone, unhide: 'yes' }))).toEqual(first)
  })

  it('keeps two credits apart: being hired, and dropping the A', async () => {
    const $ = load(await pageOf('/advice', answers))
    const hiring = $('[aria-labelledby="credit_hiring"]').text()
    const removal = $('[aria-labelledby="credit_a"]').text()
    expect(removal).toContain('Drop the A of the CPC-A')
    expect(removal).toContain('Paid work with codes, proved by signed letters.')
    expect(hiring).toContain('Paid coding work and the full credential.')
    expect(hiring).not.toContain('signed letters')
    $('.steps > li').each((_, li) => {
      expect(
        $(li)
          .find('.credits dt')
          .map((__, dt) => $(dt).text())
          .get(),
      ).toEqual(['Helps you get hired', 'Counts toward dropping the A'])
    })
  })

  it('draws the steps, with the same figures in words', async () => {
    const { steps } = await adviceOf(NEWCOMER)
    const $ = load(await pageOf('/advice', answers))
    const best = steps[0]
    expect($('#steps_chart_about').text()).toContain(`: ${best?.opens};`)
    expect($('.steps .gain').first().text()).toContain(`Opens ${best?.opens} more listing`)
  })

  it('carries the answers in its forms and in no address', async () => {
    const $ = load(await pageOf('/advice', answers))
    const links = $('main a')
      .map((_, a) => $(a).attr('href') ?? '')
      .get()
    expect(links.filter((href) => /CPC-A|front_desk|state=/.test(href))).toEqual([])
    for (const form of ['again', 'to_plan']) {
      expect($(`#${form} input[name="credential"]`).attr('value')).toBe('CPC-A')
      expect($(`#${form}`).attr('method')).toBe('post')
    }
  })
})

describe('the plan', () => {
  it('holds the chosen steps, jobs to apply for, proof for the A, and help for the state', async () => {
    const { steps } = await adviceOf(NEWCOMER)
    const [a, , c] = steps
    const $ = load(
      await pageOf('/advice/plan', {
        ...formFromProfile(NEWCOMER),
        step: [c?.key ?? '', a?.key ?? ''],
      }),
    )
    expect($('h1').text()).toBe('Your plan of Nov 24, 2026')
    expect(
      $('.steps h3')
        .map((_, h) => $(h).text())
        .get(),
    ).toEqual([a?.change.label, c?.change.label])
    expect($('#apply ~ .checks li').length).toBeGreaterThan(0)
    expect($('[aria-labelledby="removal"]').text()).toContain('It stands on the letterhead')
    expect($('.evidence tbody tr').length).toBe(5)
    expect($('#amba-chapters').text()).toContain('Ask AMBA for the nearest chapter.')
    const states = $('.help-entry p:contains("Serves")')
      .map((_, p) => $(p).text())
      .get()
    expect(states.filter((text) => !text.includes('Pennsylvania'))).toEqual([])
  })

  it('takes the first three steps when none is chosen, and no A where none is held', async () => {
    const { steps } = await adviceOf(STRANGER)
    const $ = load(await pageOf('/advice/plan', formFromProfile(STRANGER)))
    expect(
      $('.steps h3')
        .map((_, h) => $(h).text())
        .get(),
    ).toEqual(steps.slice(0, 3).map((s) => s.change.label))
    expect($('#removal').length).toBe(0)
  })

  it('names no advert that bears the mark of a fraud', async () => {
    const profile: Profile = { credentials: [], months: {}, state: 'PA', work_modes: ['onsite'] }
    const $ = load(
      await pageOf('/advice/plan', { ...formFromProfile(profile), step: 'work_mode:remote' }),
    )
    expect($('.steps h3').text()).toContain('Accept work from home')
    expect($('main').text()).not.toContain('Start Today!')
  })

  it('comes back as a form when an answer is wrong, and has no address of its own', async () => {
    const { text } = await post('/advice/plan', { zip: '1' }).expect(400)
    expect(text).toContain('zip_fault')
    const { headers } = await request(app).get('/advice/plan').expect(303)
    expect(headers['location']).toBe('/advice')
  })
})

describe('every figure and every sentence', () => {
  it.each([
    ['result', '/advice', NEWCOMER],
    ['result of many wishes', '/advice', NARROW],
    ['result by cost', '/advice', STRANGER],
    ['plan', '/advice/plan', NEWCOMER],
    ['plan of many wishes', '/advice/plan', NARROW],
    ['list', '/advice', NARROW],
  ])(
    'of the %s: each figure names its source and day; grade 8 or less',
    async (name, path, profile) => {
      const more: FormValues =
        name === 'list' ? { show: 'stretch' } : name === 'result by cost' ? { order: 'cost' } : {}
      const html = await pageOf(path, { ...formFromProfile(profile), ...more })
      const { figures, faults } = walkFigures(html)
      expect(faults).toEqual([])
      expect(figures).toBeGreaterThan(name === 'list' ? 0 : 20)
      // A list holds nothing but names.
      if (name === 'list') return
      const { grade, words } = readingGrade(html)
      process.stdout.write(`reading grade of the ${name}: ${grade} over ${words} words\n`)
      expect(grade).toBeLessThanOrEqual(8)
    },
  )

  it('of the form: grade 8 or less, questions, labels and hints taken together', async () => {
    const { text } = await request(app).get('/advice').expect(200)
    const $ = load(text)
    const asked = $('main legend, main label, main .hint, main p')
      .not(':has(label, select, input, p)')
      .map((_, el) => $(el).text())
      .get()
      // A label of a word or two is no sentence, and would only make the figure look better.
      .filter((words) => words.trim().split(/\s+/).length > 4)
    const { grade, words } = gradeOf(asked)
    process.stdout.write(`reading grade of the form: ${grade} over ${words} words\n`)
    expect(words).toBeGreaterThan(150)
    expect(grade).toBeLessThanOrEqual(8)
  })
})
