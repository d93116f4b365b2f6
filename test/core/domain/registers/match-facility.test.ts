import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facilityNameNorm, isDistinctive } from '../../../../core/domain/registers/facility-name.ts'
import {
  matchFacility,
  matchSettings,
  type EmployerPlace,
  type FacilityCandidate,
  type TextCue,
} from '../../../../core/domain/registers/match-facility.ts'

const facility = (over: Partial<FacilityCandidate> = {}): FacilityCandidate => ({
  register: 'cms-nursing-home',
  id: '395001',
  name: 'ROOK HOLLOW NURSING & REHAB CTR, LLC',
  operator: null,
  chain: null,
  settings: ['snf'],
  city: 'SCRANTON',
  state: 'PA',
  zip5: '18503',
  source: 'NH_ProviderInfo_Jul2026.csv',
  as_of: '2026-07-01',
  sample: false,
  ...over,
})
const employer = (name: string, over: { ids?: string[]; cues?: TextCue[] } = {}) => ({
  name,
  facility_ids: over.ids ?? [],
  cues: over.cues ?? [],
})
const scranton: EmployerPlace = { city: 'Scranton', state: 'PA', zip5: null }
const zip: EmployerPlace = { city: null, state: 'PA', zip5: '18503' }
const elsewhere: EmployerPlace = { city: 'Erie', state: 'PA', zip5: null }
const rook = 'The Rook Hollow Nursing and Rehabilitation Center'
const cue = (setting: TextCue['setting'], listings: number, of: number): TextCue => ({
  setting,
  listings,
  of,
  listing_id: 7,
  words: 'our skilled nursing facility',
})

describe('the order of trust', () => {
  test('exact number, whatever the name and the place', () => {
    const found = matchFacility(
      employer('Northgate', { ids: ['cms-nursing-home:395001'] }),
      [],
      [facility()],
    )
    expect(found).toMatchObject({ setting: 'snf', confidence: 1, evidence: [{ rule: 'id' }] })
  })

  test('a number of another register is no match', () => {
    expect(
      matchFacility(employer('Northgate', { ids: ['cms-hospice:395001'] }), [], [facility()]),
    ).toBeNull()
  })

  test('name and ZIP, then name and town; the evidence names the file and its date', () => {
    expect(matchFacility(employer(rook), [zip], [facility()])).toMatchObject({
      confidence: 0.95,
      evidence: [{ rule: 'name_zip' }],
    })
    expect(matchFacility(employer(rook), [scranton], [facility()])).toEqual({
      setting: 'snf',
      confidence: 0.9,
      evidence: [
        {
          rule: 'name_city',
          register: 'cms-nursing-home',
          id: '395001',
          name: 'ROOK HOLLOW NURSING & REHAB CTR, LLC',
          city: 'SCRANTON',
          state: 'PA',
          zip5: '18503',
          source: 'NH_ProviderInfo_Jul2026.csv',
          as_of: '2026-07-01',
          sample: false,
        },
      ],
    })
  })

  test('the same name in another town is no match', () => {
    expect(matchFacility(employer(rook), [elsewhere], [facility()])).toBeNull()
    expect(matchFacility(employer(rook), [], [facility()])).toBeNull()
  })

  test('a part of the name is no match', () => {
    expect(matchFacility(employer('Rook Hollow'), [scranton, zip], [facility()])).toBeNull()
  })

  test('the operator’s name counts like the facility’s, at the town of its site', () => {
    const site = facility({
      register: 'hrsa-health-center',
      name: 'Juniper Street Clinic',
      operator: 'NORTHGATE COMMUNITY HEALTH, INC.',
      settings: ['fqhc'],
    })
    expect(matchFacility(employer('Northgate Community Health'), [scranton], [site])).toMatchObject(
      { setting: 'fqhc', confidence: 0.9 },
    )
  })

  test('a chain by the register’s own name for it', () => {
    const homes = [facility({ chain: 'LARKMONT HEALTHCARE' })]
    expect(matchFacility(employer('Larkmont Health Care, Inc.'), [elsewhere], homes)).toMatchObject(
      {
        setting: 'snf',
        confidence: 0.7,
        evidence: [{ rule: 'chain' }],
      },
    )
  })

  test('a chain by three facilities of one register under the very same name; two are not enough', () => {
    const agencies = ['SCRANTON', 'READING', 'YORK'].map((city, n) =>
      facility({
        register: 'cms-home-health',
        id: `39700${n}`,
        name: 'WINTERGREEN HOME HEALTH',
        settings: ['home_health'],
        city,
        zip5: null,
      }),
    )
    const name = employer('Wintergreen Home Health')
    expect(matchFacility(name, [elsewhere], agencies)).toMatchObject({
      setting: 'home_health',
      confidence: 0.7,
    })
    expect(matchFacility(name, [elsewhere], agencies.slice(0, 2))).toBeNull()
  })

  test('its own adverts, when at least half of them say so', () => {
    expect(matchFacility(employer('Rook', { cues: [cue('snf', 2, 4)] }), [], [])).toEqual({
      setting: 'snf',
      confidence: 0.6,
      evidence: [
        {
          rule: 'text',
          listing_id: 7,
          words: 'our skilled nursing facility',
          listings: 2,
          of: 4,
        },
      ],
    })
    expect(matchFacility(employer('Rook', { cues: [cue('snf', 1, 3)] }), [], [])).toBeNull()
  })

  test('one setting by a register and another by the text stand side by side, best first', () => {
    const found = matchSettings(
      employer(rook, { cues: [cue('assisted_living', 1, 1), cue('snf', 1, 1)] }),
      [scranton],
      [facility()],
    )
    expect(found.map((f) => [f.setting, f.confidence])).toEqual([
      ['snf', 0.9],
      ['assisted_living', 0.6],
    ])
  })
})

describe('names of generic words alone', () => {
  const generic = facility({
    register: 'hrsa-health-center',
    name: 'COMMUNITY HEALTH',
    chain: 'COMMUNITY HEALTH',
    settings: ['fqhc'],
  })

  test('match by no town and by no chain', () => {
    expect(matchFacility(employer('Community Health'), [scranton], [generic])).toBeNull()
    const many = ['1', '2', '3', '4'].map((id) => ({ ...generic, id }))
    expect(matchFacility(employer('Community Health, Inc.'), [scranton], many)).toBeNull()
  })

  test('match with the ZIP code', () => {
    expect(matchFacility(employer('Community Health'), [zip], [generic])).toMatchObject({
      confidence: 0.95,
    })
  })

  test.each([
    ['Community Health', false],
    ['Family Health Center of the Valley', false],
    ['County Memorial Hospital District', false],
    ['Skilled Nursing & Rehab', false],
    ['Lackawanna Community Health', true],
    ['Saint Mary Hospital', true],
    ['Bayada', true],
  ])('%s: a word of its own is %s', (name, own) => {
    expect(isDistinctive(facilityNameNorm(name))).toBe(own)
  })
})

describe('a general hospital of the same name', () => {
  const hospice = facility({
    register: 'cms-hospice',
    id: '391501',
    name: 'MERIDIAN',
    settings: ['hospice'],
  })
  const hospital = facility({
    register: 'cms-hospital',
    id: '390001',
    name: 'Meridian',
    settings: [],
  })

  test('in the same town: the registers decide nothing', () => {
    expect(matchFacility(employer('Meridian'), [scranton], [hospice, hospital])).toBeNull()
  })

  test('elsewhere: it does not speak', () => {
    const far = { ...hospital, city: 'TAMPA', state: 'FL', zip5: '33602' }
    expect(matchFacility(employer('Meridian'), [scranton], [hospice, far])).toMatchObject({
      setting: 'hospice',
    })
  })

  test('less exactly than the other: the better match stands', () => {
    const other = { ...hospital, zip5: '18510' }
    expect(matchFacility(employer('Meridian'), [zip, scranton], [hospice, other])).toMatchObject({
      setting: 'hospice',
      confidence: 0.95,
    })
  })
})

test('any employer and any candidates: never throws, and the order of the candidates changes nothing', () => {
  const word = fc.constantFrom('Rook', 'Community', 'Health', 'Nursing', 'Saint', '&', '')
  const name = fc.array(word, { maxLength: 4 }).map((w) => w.join(' '))
  const candidate = fc
    .record({
      name,
      chain: fc.option(name),
      id: fc.constantFrom('1', '2', '3'),
      register: fc.constantFrom('cms-hospice' as const, 'cms-hospital' as const),
      settings: fc.constantFrom([], ['hospice' as const], ['snf' as const, 'ccrc' as const]),
      zip5: fc.constantFrom('18503', null),
    })
    .map(facility)
  fc.assert(
    fc.property(
      name,
      fc.uniqueArray(candidate, { selector: (c) => c.register + c.id }),
      (n, all) => {
        const found = matchSettings(employer(n), [scranton, zip], all)
        expect(matchSettings(employer(n), [scranton, zip], [...all].reverse())).toEqual(found)
      },
    ),
    { numRuns: 200 },
  )
})
