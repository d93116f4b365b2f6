import { describe, expect, it } from 'vitest'
import { readRequirements } from '../../../../../core/domain/read/requirement/read-requirements.ts'
import type { Structured } from '../../../../../core/domain/advert.ts'
import { advertText } from '../../../../../core/domain/text/document.ts'

const read = (text: string, structured: Structured | null = null, title = 'Medical Coder') =>
  readRequirements(advertText({ title, text }), structured)

describe('the requirement tree', () => {
  it('keeps a ladder as alternatives of diploma with months and degree with months', () => {
    const { requirement } = read(
      'High school diploma and 4 years, or associate degree and 2 years of billing experience.',
    )
    expect(requirement).toMatchObject({
      kind: 'all_of',
      of: [
        {
          kind: 'any_of',
          of: [
            { kind: 'all_of', of: [{ level: 'high_school' }, { min_months: 48 }] },
            { kind: 'all_of', of: [{ level: 'associate' }, { min_months: 24, domain: 'billing' }] },
          ],
        },
      ],
    })
  })

  it('takes lettered ways in one line as alternatives, each as a whole', () => {
    const { requirement, min_months, entry } = read(
      'Applicants need (a) two years of coding experience; or (b) a CPC and one year of coding experience; or (c) an associate degree in health information.',
    )
    expect(requirement).toMatchObject({
      kind: 'all_of',
      of: [
        {
          kind: 'any_of',
          of: [
            { kind: 'experience', min_months: 24 },
            {
              kind: 'all_of',
              of: [
                { kind: 'credential', codes: ['CPC'] },
                { kind: 'experience', min_months: 12 },
              ],
            },
            { kind: 'education', level: 'associate', field: 'health information' },
          ],
        },
      ],
    })
    expect([min_months, entry]).toEqual([0, 'open_with_credential'])
  })

  it('takes lettered demands in one line as one list that all holds', () => {
    const { requirement, min_months, entry } = read(
      'Applicants need (a) two years of coding experience; (b) a CPC; and (c) an associate degree in health information.',
    )
    expect(requirement).toMatchObject({
      kind: 'all_of',
      of: [
        { kind: 'experience', min_months: 24 },
        { kind: 'credential', codes: ['CPC'] },
        { kind: 'education', level: 'associate' },
      ],
    })
    expect([min_months, entry]).toEqual([24, 'asks_experience'])
  })

  it('keeps a deadline with the credential it dates', () => {
    const { requirement } = read('CPC must be obtained within 6 months of hire.')
    expect(requirement).toMatchObject({
      kind: 'all_of',
      of: [{ kind: 'credential', codes: ['CPC'], within_months_of_hire: 6, strength: 'required' }],
    })
  })

  it('keeps what is preferred in the tree, marked', () => {
    const { requirement } = read('Preferred:\n- CRC\n- 1 year of HCC coding experience')
    expect(requirement).toMatchObject({
      of: [
        { kind: 'credential', strength: 'preferred' },
        { kind: 'experience', strength: 'preferred', domain: 'risk_adjustment' },
      ],
    })
  })

  it('is an empty list when nothing is asked', () => {
    expect(read('Come and work with us.').requirement).toEqual({ kind: 'all_of', of: [] })
  })
})

describe('evidence', () => {
  it('quotes the words of the deciding amount', () => {
    const text = 'Requirements:\n- Two (2) years of coding experience'
    const { evidence } = read(text)
    expect(evidence.min_months?.map((e) => e.words)).toEqual(['Two (2) years of coding experience'])
    expect(text.slice(evidence.min_months?.[0]?.start, evidence.min_months?.[0]?.end)).toBe(
      'Two (2) years of coding experience',
    )
  })

  it('marks what the title said as a field', () => {
    const { evidence } = read('Assign codes.', null, 'Coding Trainee')
    expect(evidence.entry).toEqual([
      { start: 0, end: 0, words: 'Trainee', rule: 'title.open.label' },
    ])
  })
})

describe('fields of the feed', () => {
  it('beat the text, and the difference is warned of', () => {
    const reading = read('1 year of billing experience required.', { months_of_experience: 24 })
    expect(reading.min_months).toBe(24)
    expect(reading.entry).toBe('asks_experience')
    expect(reading.warnings).toEqual([
      { code: 'structure_conflict', words: 'feed: 24 months; text: 12 months' },
    ])
    expect(reading.evidence.min_months?.[0]?.rule).toBe('structured.months_of_experience')
  })

  it('that agree with the text warn of nothing', () => {
    const reading = read('1 year of billing experience required.', { months_of_experience: 12 })
    expect(reading.warnings).toEqual([])
  })

  it('fill a silent text', () => {
    const reading = read('Post payments.', { months_of_experience: 0 })
    expect([reading.min_months, reading.entry]).toEqual([0, 'open'])
    expect(reading.warnings).toEqual([])
  })

  it('leave a credential in the way of an open door', () => {
    const reading = read('CPC required.', { months_of_experience: 0 })
    expect(reading.entry).toBe('open_with_credential')
  })

  it('give the schooling, and soften it where experience may stand for it', () => {
    const reading = read('Post payments.', {
      education: 'high school',
      experience_in_place_of_education: true,
    })
    expect(reading.education).toEqual({
      level: 'high_school',
      field: null,
      strength: 'unspecified',
    })
  })

  it('that make no sense are passed over', () => {
    expect(read('Post payments.', { months_of_experience: Number.NaN }).min_months).toBeNull()
    expect(read('Post payments.', { education: 'see below' }).education).toBeNull()
  })
})

describe('federal texts', () => {
  const option = (grade: string, ...options: string[]): string =>
    [
      `Select the one statement that best describes your experience and/or education for the ${grade} grade level.`,
      ...options,
      'My education and/or experience is not reflected in any of the above statements.',
    ].join('\n')
  const work =
    'I have one year of specialized experience equivalent to at least the next lower grade level in the Federal service.'

  it('read questionnaire options as alternatives', () => {
    const reading = read(
      option('GS-05', work, 'I have four years of education above the high school level.'),
    )
    expect([reading.min_months, reading.entry]).toEqual([0, 'open_with_credential'])
  })

  it('ask for the year where no schooling is offered', () => {
    const reading = read(option('GS-07', work))
    expect([reading.min_months, reading.entry]).toEqual([12, 'asks_experience'])
  })

  it('let the lowest grade decide', () => {
    const low = option('GS-04', work, 'I have two years of education above high school.')
    const reading = read(`${low}\n2.\n${option('GS-06', work)}`)
    expect(reading.min_months).toBe(0)
  })

  it('read "Experience ... OR Education ..." blocks as alternatives', () => {
    const reading = read(
      [
        'Basic Requirements for this GS-0675 position:',
        'Experience. One year of creditable experience that indicates knowledge of medical terminology.',
        'OR,',
        "Education. An associate's degree with a major in health information technology and 12 semester hours.",
      ].join('\n'),
    )
    expect([reading.min_months, reading.entry]).toEqual([0, 'open_with_credential'])
  })

  it('stay out of the way of ordinary adverts', () => {
    const reading = read('Select the statement you like. 1 year of billing experience required.')
    expect(reading.min_months).toBe(12)
  })
})
