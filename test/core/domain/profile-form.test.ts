import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileSchema, type Profile } from '../../../core/domain/profile.ts'
import { formFromProfile } from '../../../core/domain/profile-form/fill-form.ts'
import type { FormValues } from '../../../core/domain/profile-form/form-reader.ts'
import { profileFromForm } from '../../../core/domain/profile-form/read-form.ts'
import {
  ADJACENT_ROLES,
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  ROLES,
  SETTINGS,
} from '../../../core/domain/tags.ts'
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
      credentials: [{ code: 'CPC-A', apprentice: true }, { code: 'CBCS' }],
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
    [{ states_too: 'NJ, Mordor' }, ['states_too']],
    [{ neighbours: 'yes' }, ['neighbours']],
    [{ credential: 'CPC-A', 'since_CPC-A': 'last spring' }, ['since_CPC-A']],
    [{ earning: 'wisdom' }, ['earning']],
    [{ education_field_2: 'coding' }, ['education_level_2']],
    [{ education_level: 'associate', education_ends: '2027-13' }, ['education_ends']],
    [{ externship_hours: 'many' }, ['externship_hours']],
    [{ practicode_done: 'perhaps' }, ['practicode_done']],
    [{ employment_type: 'nights' }, ['employment_type']],
    [{ adjacent_role: 'king' }, ['adjacent_role']],
    [{ kind_7: 'billing' }, ['amount_7']],
  ] as [FormValues, string[]][])('%j names its field', (values, fields) => {
    expect(faults(values)).toEqual(fields)
  })

  it('counts nothing that a résumé said before the person has checked it', () => {
    const note = JSON.stringify(['state', null, 'Scranton, PA'])
    expect(faults({ state: 'PA', resume_note: note })).toEqual(['resume_checked'])
    expect(read({ state: 'PA', resume_note: note, resume_checked: 'yes' })).toEqual({ state: 'PA' })
  })

  it('takes the neighbors of a state, and states by name', () => {
    expect(read({ state: 'DE', neighbours: 'yes', states_too: 'new york; nj' }).states_too).toEqual(
      ['NY', 'NJ', 'MD', 'PA'],
    )
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
  it.each([
    ['2026', '2026'],
    ['2026-05', '2026-05'],
    ['2026-05-30', '2026-05-30'],
    ['May 2026', '2026-05'],
    ['Sept. 2026', '2026-09'],
    ['5/2026', '2026-05'],
  ])('%s is taken as %s', (said, ends) => {
    const profile = read({ education_level: 'associate', education_ends: said })
    expect(profile.education).toEqual([{ level: 'associate', ends }])
  })

  it.each(['2026-13', '1850', '2026-05-40', '26-05', '13/2026', 'soon'])('%s is not', (said) => {
    expect(profileFromForm({ education_level: 'associate', education_ends: said })).toEqual({
      errors: [{ field: 'education_ends', message: 'Write month and year, for example May 2026.' }],
    })
  })
})

describe('the form filled in from a profile', () => {
  const some = <T>(values: readonly T[]) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })
  const optional = { requiredKeys: [] }
  const onlyCode: { requiredKeys: ['code'] } = { requiredKeys: ['code'] }
  const month = fc.constantFrom('2024-03', '2019')
  const profiles: fc.Arbitrary<Profile> = fc.record(
    {
      credentials: fc
        .uniqueArray(fc.constantFrom('CPC', 'CCA', 'RHIT', 'CBCS'))
        .chain((codes) =>
          fc.tuple(
            ...codes.map((code) => fc.record({ code: fc.constant(code), since: month }, onlyCode)),
          ),
        ),
      months: fc.dictionary(
        fc.constantFrom('billing', 'coding', 'front_desk', 'cardiology_coding', 'other', 'office'),
        fc.nat(900),
      ),
      education: fc.array(
        fc.record(
          {
            level: fc.constantFrom(...EDUCATION_LEVELS),
            field: fc.constantFrom('nursing', 'health information'),
            status: fc.constantFrom('complete' as const, 'in_progress' as const),
            ends: month,
            credits: fc.nat(200),
            accredited: fc.boolean(),
            note: fc.constant('evening classes'),
          },
          { requiredKeys: ['level'] },
        ),
        { maxLength: 4 },
      ),
      externship_hours: fc.nat(10_000),
      practicode_hours: fc.nat(10_000),
      practicode_done: fc.boolean(),
      software: some(['epic', 'rpms', 'home made program']),
      states_too: some(STATE_CODES),
      adjacent_roles: some(ADJACENT_ROLES),
      employment_types: some(EMPLOYMENT_TYPES),
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
        const back = read(formFromProfile(profile))
        const { software, ...rest } = profile
        const { software: named, ...others } = back
        expect(others).toEqual(rest)
        // Ticked programs come before those written out.
        expect(named?.toSorted()).toEqual(software?.toSorted())
      }),
    )
  })

  it('holds every key that a profile can have', () => {
    const whole: Required<Profile> = {
      credentials: [{ code: 'CPC-A', apprentice: true, since: '2024-03' }],
      months: { billing: 6 },
      education: [{ level: 'associate', accredited: true, ends: '2023' }],
      externship_hours: 160,
      practicode_hours: 40,
      practicode_done: false,
      software: ['epic'],
      state: 'PA',
      states_too: ['NJ'],
      zip: '18503',
      radius_miles: 25,
      work_modes: ['onsite'],
      roles: ['adjacent'],
      adjacent_roles: ['front_desk'],
      settings_liked: ['snf'],
      settings_refused: ['va'],
      employment_types: ['part_time'],
      pay_floor_hour: 17,
    }
    expect(Object.keys(whole).sort()).toEqual(Object.keys(profileSchema.shape).sort())
    expect(read(formFromProfile(whole))).toEqual(whole)
  })

  it('keeps what a person is training for with the question that asks it', () => {
    const profile: Profile = {
      education: [
        { level: 'certificate', field: 'medical billing and coding', status: 'in_progress' },
        { level: 'high_school' },
      ],
    }
    const form = formFromProfile(profile)
    expect(form).toMatchObject({ earning: 'course', education_level: 'high_school' })
    expect(read(form)).toEqual(profile)
  })

  it('ticks CPC-A for a CPC held as an apprentice', () => {
    expect(formFromProfile({ credentials: [{ code: 'CPC', apprentice: true }] })).toEqual({
      credential: ['CPC-A'],
    })
  })
})
