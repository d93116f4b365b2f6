import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileFromForm } from '../../../../core/domain/profile-form/read-form.ts'
import { notesOf } from '../../../../core/domain/resume/notes.ts'
import { prefill } from '../../../../core/domain/resume/prefill.ts'
import { readResume } from '../../../../core/domain/resume/read-resume.ts'
import { REPORTED } from '../../../helpers/resume-texts.ts'

const NOW = '2026-11-24T12:00:00.000Z'
const read = (...lines: string[]) => readResume(lines.join('\n'), NOW)
const months = (...lines: string[]) =>
  read('WORK EXPERIENCE', ...lines).work.map((w) => [w.domain, w.months])
const held = (...lines: string[]) => read(...lines).credentials.map((c) => c.code)
const leftOut = (...lines: string[]) => read('WORK EXPERIENCE', ...lines).left_out.map((l) => l.why)

describe('a whole résumé', () => {
  const reading = readResume(REPORTED, NOW)

  it('gives credentials, and leaves out the one whose exam is still to come', () => {
    expect(reading.credentials).toEqual([
      {
        code: 'CPC-A',
        since: '2024-03',
        words: 'Certified Professional Coder – Apprentice (CPC-A), AAPC, March 2024',
      },
    ])
    expect(reading.left_out).toContainEqual({
      why: 'not_held',
      words: 'CPB (exam scheduled for January 2027)',
    })
  })

  it('adds up months by kind: overlapping dates once, bare years at their least', () => {
    // Billing Jun 2021 to Mar 2023: 7 + 12 + 3. Front desk Jan 2020 to Aug 2021 is 20, less the 3 that overlap.
    // "2015 – 2018" surely holds 2016 and 2017.
    expect(reading.work.map((w) => [w.domain, w.months])).toEqual([
      ['billing', 22],
      ['front_desk', 17],
      ['other', 24],
    ])
    expect(reading.work[0]?.words).toEqual([
      'Medical Billing Specialist, Mercy Hill Hospital, Scranton, PA | June 2021 – March 2023',
    ])
  })

  it('gives schooling, place, programs and training with their words', () => {
    expect(reading.education.map((e) => e.value)).toEqual([
      {
        level: 'certificate',
        field: 'Medical Billing and Coding',
        status: 'complete',
        ends: '2024-05',
      },
      { level: 'high_school', status: 'complete', ends: '2015' },
    ])
    expect([reading.state?.value, reading.zip?.value]).toEqual(['PA', '18503'])
    expect(reading.software.map((s) => s.value)).toEqual(['epic', 'waystar', 'eclinicalworks'])
    expect(reading.externship_hours?.value).toBe(160)
    expect(reading.practicode_done).toEqual({ value: true, words: 'Practicode: completed 2024' })
  })

  it('keeps no name, street, mail or telephone of the person', () => {
    expect(JSON.stringify(reading)).not.toMatch(/Maria|Elm Street|555|maria@/)
  })

  it('fills the form, each answer with its words, and counts only once it was checked', () => {
    const values = prefill(reading)
    expect(values).toMatchObject({
      credential: ['CPC-A'],
      kind_1: 'billing',
      amount_1: '22',
      kind_2: 'front_desk',
      education_level: 'certificate',
      education_level_2: 'high_school',
      state: 'PA',
      zip: '18503',
      software: ['epic', 'waystar', 'eclinicalworks'],
      externship_hours: '160',
      practicode_done: 'yes',
    })
    const noted = new Set(notesOf(values).map(({ field }) => field))
    for (const field of ['credential', 'kind_1', 'kind_2', 'education_level', 'state', 'zip']) {
      expect(noted).toContain(field)
    }
    expect(profileFromForm(values)).toEqual({
      errors: [
        {
          field: 'resume_checked',
          message: 'Some answers come from your résumé. Check them, then tick the box at the end.',
        },
      ],
    })
    expect(profileFromForm({ ...values, resume_checked: 'yes' })).toMatchObject({
      profile: { months: { billing: 22, front_desk: 17, other: 24 }, state: 'PA' },
    })
  })
})

describe('credentials', () => {
  it.each([
    [['Pat Doe, CPC-A, CPB'], ['CPC-A', 'CPB']],
    [['CERTIFICATIONS', 'CPC, AAPC (since 2021)'], ['CPC']],
    [['CERTIFICATIONS', 'Registered Health Information Technician'], ['RHIT']],
    [['CERTIFICATIONS', 'Certified Coding Associate (CCA), AHIMA 2025'], ['CCA']],
    [['CERTIFICATIONS', 'CPC-H'], ['COC']],
    [['SUMMARY', 'Certified coder (CCS) with a love of detail'], ['CCS']],
  ])('%j are held: %j', (lines, codes) => {
    expect(held(...lines)).toEqual(codes)
  })

  it.each([
    'CPC in progress',
    'CPC, expected May 2027',
    'CPC - exam scheduled March 2027',
    'Pursuing CPC',
    'CPC candidate',
    'RHIT eligible',
    'Studying for the CCS',
    'CPC exam, 12/2026',
    'CRC (expired 2025)',
    'Certified Professional Coder, exp. 06/2024',
  ])('"%s" is not held', (line) => {
    const reading = read('CERTIFICATIONS', line)
    expect(reading.credentials).toEqual([])
    expect(reading.left_out).toHaveLength(1)
  })

  it('under a heading that says so, none is held', () => {
    expect(held('CERTIFICATIONS IN PROGRESS', 'RHIT', 'CCS')).toEqual([])
  })

  it('in the account of a job they are those of others', () => {
    expect(
      held('Pat Doe', 'EXPERIENCE', 'Trainer, Jan 2020 – Jan 2021', '• Taught CPC coders'),
    ).toEqual([])
  })

  it('beside each other are told apart', () => {
    expect(held('CERTIFICATIONS', 'CPC-A, CPB expected 2027')).toEqual(['CPC-A'])
  })

  it('the A stays unless the full credential came later', () => {
    expect(held('CERTIFICATIONS', 'CPC-A, March 2024', 'CPC')).toEqual(['CPC-A'])
    expect(held('CERTIFICATIONS', 'CPC-A, March 2022', 'CPC, May 2024')).toEqual(['CPC'])
  })
})

describe('months of work', () => {
  it.each([
    ['Medical Coder, Clinic, Jan 2022 – Dec 2022', 'coding', 12],
    ['Inpatient Coder | Hospital | 03/2020 - 02/2021', 'inpatient_coding', 12],
    ['HCC Risk Adjustment Coder, 2020-01 to 2020-06', 'risk_adjustment', 6],
    ['Cardiology Coder, Heart Group, June 2023 to August 2023', 'cardiology_coding', 3],
    ['Medical Biller — Oct 2026 – Present', 'billing', 2],
    ['SNF Billing Specialist, May 2024 – May 2024', 'snf_billing', 1],
    ['Medical Claims Examiner, Jan – Jun 2022', 'claims', 6],
    ['Patient Access Representative (01/15/2021 – 03/20/2021)', 'patient_access', 3],
    ['Medical Records Clerk, Sept. ’21 – Nov. ’21', 'medical_records', 3],
    ['Medical Receptionist, Lakeside Clinic since July 2026', 'front_desk', 5],
    ['Receptionist, Car Dealer, Jan 2020 – Feb 2020', 'office', 2],
    ['Customer Service Representative, Acme, 1/2020 – 2/2020', 'office', 2],
    ['Cashier, Corner Market, Jan 2020 – Feb 2020', 'other', 2],
  ])('%s', (line, domain, n) => {
    expect(months(line)).toEqual([[domain, n]])
  })

  it('are found with the title above or below the dates', () => {
    expect(
      months(
        'Buckeye Group\t\tMar 2022 – Apr 2022',
        'Medical Coder',
        '- Coded charts',
        'Ohio Plan\t\t08/2019 – 09/2019',
        'Medical Biller',
      ),
    ).toEqual([
      ['coding', 2],
      ['billing', 2],
    ])
    expect(
      months(
        'Medical Coder',
        'Buckeye Group, Mar 2022 – Apr 2022',
        'Medical Biller',
        'Ohio Plan, 08/2019 – 09/2019',
      ),
    ).toEqual([
      ['coding', 2],
      ['billing', 2],
    ])
  })

  it('of two jobs at once count once', () => {
    expect(
      months('Medical Biller, Jan 2022 – Jun 2022', 'Medical Coder, Apr 2022 – Sep 2022'),
    ).toEqual([
      ['coding', 6],
      ['billing', 3],
    ])
    expect(
      months('Medical Biller, A, Jan 2022 – Jun 2022', 'Biller, Hospital B, Mar 2022 – Jul 2022'),
    ).toEqual([['billing', 7]])
  })

  it.each([
    ['Medical Biller/Coder, Jan 2022 – Dec 2022', 'mixed'],
    ['Medical Biller, 2021 – 2022', 'years_only'],
    ['Medical Coding Intern, Jan 2022 – Mar 2022', 'unpaid'],
    ['Specialist II, Acme, Jan 2022 – Mar 2022', 'kind_unclear'],
    ['Claims Adjuster, Auto Mutual, Jan 2022 – Mar 2022', 'kind_unclear'],
    ['Medical Biller, Mercy Hospital', 'no_dates'],
  ])('%s is left out', (line, why) => {
    expect(months(line)).toEqual([])
    expect(leftOut(line)).toEqual([why])
  })

  it('that run backwards or lie ahead are no months', () => {
    expect(months('Medical Biller, Dec 2022 – Jan 2022')).toEqual([])
    expect(months('Medical Biller, Jan 2027 – Mar 2027')).toEqual([])
    expect(months('Medical Biller, Oct 2026 – Mar 2027')).toEqual([['billing', 2]])
  })

  it('are not taken from schooling', () => {
    expect(read('EDUCATION', 'Medical Coding Program, Jan 2022 – Jun 2022').work).toEqual([])
  })
})

describe('schooling', () => {
  it.each([
    [
      'A.A.S. in Health Information Management (CAHIIM), expected May 2027',
      {
        level: 'associate',
        field: 'Health Information Management',
        status: 'in_progress',
        ends: '2027-05',
        accredited: true,
      },
    ],
    [
      'Bachelor of Science in Biology, 2012',
      { level: 'bachelor', field: 'Biology', status: 'complete', ends: '2012' },
    ],
    ['GED', { level: 'high_school' }],
    ['Some college, 45 credits', { level: 'some_college', credits: 45 }],
    ['Coursework toward a bachelor’s degree', { level: 'some_college' }],
    [
      'Medical Coding Certificate (in progress)',
      { level: 'certificate', field: 'Medical Coding', status: 'in_progress' },
    ],
  ])('%s', (line, value) => {
    expect(read('EDUCATION', line).education).toEqual([{ value, words: line }])
  })

  it('of another trade is no certificate of this one', () => {
    expect(read('EDUCATION', 'Welding certificate, 2019').education).toEqual([])
  })
})

describe('the place', () => {
  it.each([
    ['Columbus, Ohio 43215', 'OH', '43215'],
    ['Scranton, PA 18503-1234', 'PA', '18503'],
    ['Lives in Erie, PA', 'PA', undefined],
    ['St. Paul, Minnesota', 'MN', undefined],
  ])('%s', (line, state, zip) => {
    const reading = read('Pat Doe', line, 'EXPERIENCE')
    expect([reading.state?.value, reading.zip?.value]).toEqual([state, zip])
  })

  it('of an employer is not the person’s', () => {
    expect(read('Pat Doe', 'EXPERIENCE', 'Biller, Mercy, Erie, PA 16501').state).toBeNull()
  })
})

it('any text at all is read without a fault, and what it fills in is a form that can be read', () => {
  const words = fc.constantFrom(
    ...['CPC-A', 'EXPERIENCE', 'Medical Biller', 'Jan 2020', '–', 'Present', '2019', '\n', ', '],
    ...['EDUCATION', 'Associate of Science in', 'expected', 'Scranton, PA 18503', '|', 'Epic', '('],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 60 })
      .map((w) => w.join(' ')),
  )
  fc.assert(
    fc.property(text, (resume) => {
      const values = { ...prefill(readResume(resume, NOW)), resume_checked: 'yes' }
      expect(profileFromForm(values)).toHaveProperty('profile')
    }),
  )
})
