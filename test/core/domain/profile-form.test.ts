import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Profile } from '../../../core/domain/profile.ts'
import {
  type FormValues,
  formFromProfile,
  profileFromForm,
} from '../../../core/domain/profile-form.ts'
import { EDUCATION_LEVELS, ROLES, SETTINGS } from '../../../core/domain/tags.ts'
import { STATE_CODES } from '../../../core/domain/us-states.ts'

function read(values: FormValues): Profile {
  const result = profileFromForm(values)
  if ('errors' in result) throw new Error(JSON.stringify(result.errors))
  return result.profile
}

function faults(values: FormValues): string[] {
  const result = profileFromForm(values)
  return 'errors' in result ? result.errors.map((e) => e.field) : []
}

describe('a form that says nothing', () => {
  it('gives a profile without a single key', () => {
    expect(read({})).toEqual({})
  })

  it('reads blank fields, as a browser sends them, the same way', () => {
    expect(
      read({
        kind_1: '',
        amount_1: ' ',
        unit_1: 'months',
        state: '',
        zip: '',
        education_level: '',
      }),
    ).toEqual({})
  })
})

describe('"none"', () => {
  it('is an empty list, not a missing key', () => {
    expect(read({ credential: 'none', no_experience: 'yes', education_level: 'none' })).toEqual({
      credentials: [],
      months: {},
      education: [],
    })
  })

  it('beside something held is refused, with the field named', () => {
    expect(faults({ credential: ['none', 'CPC'] })).toEqual(['credential'])
    expect(faults({ no_experience: 'yes', kind_1: 'billing', amount_1: '3' })).toEqual([
      'no_experience',
    ])
  })
})

describe('what is filled in', () => {
  it('becomes the profile', () => {
    expect(
      read({
        credential: ['CPC-A', 'CBCS'],
        'since_CPC-A': '2026-05-30',
        education_ends: '2027-05',
        externship_hours: '160',
        practicode_hours: '30',
        practicode_done: 'yes',
        software: ['Epic, Meditech', 'epic one'],
        state_too: ['NJ', 'NY'],
        adjacent_role: 'front_desk',
        employment_type: ['full_time', 'part_time'],
        kind_1: 'billing',
        amount_1: '1.5',
        unit_1: 'years',
        kind_2: 'front_desk',
        amount_2: '4',
        unit_2: 'months',
        state: 'PA',
        zip: '18503',
        radius_miles: '25',
        work_mode: ['onsite', 'remote'],
        role: 'billing',
        education_level: 'associate',
        education_field: 'health information',
        education_status: 'in_progress',
        education_accredited: 'yes',
        setting_liked: ['snf', 'fqhc'],
        setting_refused: 'correctional',
        pay_floor_hour: '$18.50',
      }),
    ).toEqual({
      credentials: [{ code: 'CPC-A', apprentice: true, since: '2026-05-30' }, { code: 'CBCS' }],
      externship_hours: 160,
      practicode_hours: 30,
      practicode_done: true,
      software: ['Epic', 'Meditech', 'epic one'],
      states_too: ['NJ', 'NY'],
      adjacent_roles: ['front_desk'],
      employment_types: ['full_time', 'part_time'],
      months: { billing: 18, front_desk: 4 },
      state: 'PA',
      zip: '18503',
      radius_miles: 25,
      work_modes: ['onsite', 'remote'],
      roles: ['billing'],
      education: [
        {
          level: 'associate',
          field: 'health information',
          status: 'in_progress',
          accredited: true,
          ends: '2027-05',
        },
      ],
      settings_liked: ['snf', 'fqhc'],
      settings_refused: ['correctional'],
      pay_floor_hour: 18.5,
    })
  })

  it('adds up two lines of the same work', () => {
    const lines = {
      kind_1: 'billing',
      amount_1: '6',
      kind_3: 'billing',
      amount_3: '1',
      unit_3: 'years',
    }
    expect(read(lines).months).toEqual({ billing: 18 })
  })
})

describe('what cannot be read', () => {
  it.each([
    [{ amount_1: '6' }, ['kind_1']],
    [{ kind_1: 'billing' }, ['amount_1']],
    [{ kind_1: 'billing', amount_1: 'six' }, ['amount_1']],
    [{ kind_1: 'billing', amount_1: '-3' }, ['amount_1']],
    [{ kind_1: 'billing', amount_1: '99', unit_1: 'years' }, ['amount_1']],
    [{ kind_1: 'billing', amount_1: '3', unit_1: 'weeks' }, ['unit_1']],
    [{ kind_1: '__proto__', amount_1: '3' }, ['kind_1']],
    [{ credential: 'NOPE' }, ['credential']],
    [{ state: 'XX' }, ['state']],
    [{ zip: '1850' }, ['zip']],
    [{ radius_miles: '9999' }, ['radius_miles']],
    [{ pay_floor_hour: '1e3' }, ['pay_floor_hour']],
    [{ work_mode: ['remote', 'moon'] }, ['work_mode']],
    [{ education_level: 'wizard' }, ['education_level']],
    [{ setting_liked: 'castle' }, ['setting_liked']],
  ] as [FormValues, string[]][])('%j names its field', (values, fields) => {
    expect(faults(values)).toEqual(fields)
  })

  it('is reported all at once', () => {
    expect(faults({ zip: 'x', state: 'XX', credential: 'NOPE' })).toEqual([
      'credential',
      'state',
      'zip',
    ])
  })

  it('never throws and never lets a stranger’s value through unchecked', () => {
    const key = fc.constantFrom(
      'credential',
      'kind_1',
      'amount_1',
      'unit_1',
      'state',
      'zip',
      'role',
    )
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(fc.dictionary(key, value), (values) => {
        const result = profileFromForm(values)
        if ('profile' in result && result.profile.state !== undefined) {
          expect(STATE_CODES).toContain(result.profile.state)
        }
      }),
    )
  })
})

describe('a date', () => {
  it.each(['2026', '2026-05', '2026-05-30'])('may be as short as %s', (ends) => {
    expect(read({ education_level: 'associate', education_ends: ends })).toEqual({
      education: [{ level: 'associate', ends }],
    })
  })
  it.each(['May 2026', '2026-13', '1850', '2026-05-40', '26-05'])('is never %s', (ends) => {
    expect(profileFromForm({ education_level: 'associate', education_ends: ends })).toEqual({
      errors: [
        {
          field: 'education_ends',
          message: 'Write when it ended or will end like 2026-05 or 2026.',
        },
      ],
    })
  })
})

describe('the form filled in from a profile', () => {
  const some = <T>(values: readonly T[]) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })
  const optional = { requiredKeys: [] }
  const profiles: fc.Arbitrary<Profile> = fc.record(
    {
      credentials: fc
        .uniqueArray(fc.constantFrom('CPC', 'CCA', 'RHIT', 'CBCS'))
        .map((codes) => codes.map((code, i) => (i === 0 ? { code, since: '2026-05' } : { code }))),
      months: fc.dictionary(fc.constantFrom('billing', 'coding', 'front_desk'), fc.nat(900)),
      education: fc
        .option(fc.constantFrom(...EDUCATION_LEVELS))
        .map((level) => (level === null ? [] : [{ level }])),
      externship_hours: fc.nat(10_000),
      practicode_hours: fc.nat(10_000),
      practicode_done: fc.constant(true),
      software: some(['epic', 'Meditech']),
      states_too: some(['NJ', 'NY']),
      adjacent_roles: some(['front_desk', 'scheduling'] as const),
      employment_types: some(['full_time', 'per_diem'] as const),
      state: fc.constantFrom(...STATE_CODES),
      zip: fc.constant('18503'),
      radius_miles: fc.nat(5000),
      work_modes: some(['onsite', 'hybrid', 'remote'] as const),
      roles: some(ROLES),
      settings_liked: some(SETTINGS),
      settings_refused: some(SETTINGS),
      pay_floor_hour: fc.nat(1000),
    },
    optional,
  )

  it('reads back as the same profile', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        expect(read(formFromProfile(profile))).toEqual(profile)
      }),
    )
  })

  it('ticks CPC-A for a CPC held as an apprentice', () => {
    expect(formFromProfile({ credentials: [{ code: 'CPC', apprentice: true }] })).toEqual({
      credential: ['CPC-A'],
    })
  })
})
