import { describe, expect, it } from 'vitest'
import { demoJobPosting, readDemoAdverts, type DemoAdvert } from '../../../core/domain/demo.ts'

const advert: DemoAdvert = {
  id: 'demo-900',
  title: 'Medical Biller',
  employer: 'Quill Clinic',
  city: 'Bangor',
  state: 'ME',
  remote: null,
  states: [],
  pay: { min: 19, max: 23, unit: 'hour' },
  employment_type: 'FULL_TIME',
  posted_days_ago: 6,
  expires_in_days: 30,
  months_of_experience: 12,
  html: '<p>Bill claims.</p>',
}
const make = (changes: Partial<DemoAdvert> = {}) =>
  demoJobPosting({ ...advert, ...changes }, '2026-11-24', 'http://127.0.0.1:4000')

describe('an invented advert as a JobPosting', () => {
  it('carries all that schema.org has a word for, with dates counted from the epoch', () => {
    expect(make()).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      identifier: { '@type': 'PropertyValue', name: 'Foothold demo world', value: 'demo-900' },
      url: 'http://127.0.0.1:4000/demo/jobs/demo-900',
      title: 'Medical Biller',
      description: '<p>Bill claims.</p>',
      datePosted: '2026-11-18',
      validThrough: '2026-12-24',
      employmentType: 'FULL_TIME',
      hiringOrganization: { '@type': 'Organization', name: 'Quill Clinic' },
      jobLocation: {
        '@type': 'Place',
        address: {
          '@type': 'PostalAddress',
          addressLocality: 'Bangor',
          addressRegion: 'ME',
          addressCountry: 'US',
        },
      },
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'USD',
        value: { '@type': 'QuantitativeValue', minValue: 19, maxValue: 23, unitText: 'HOUR' },
      },
      experienceRequirements: {
        '@type': 'OccupationalExperienceRequirements',
        monthsOfExperience: 12,
      },
      directApply: false,
    })
  })

  it('leaves out what the advert does not say', () => {
    const posting = make({
      pay: null,
      employment_type: null,
      expires_in_days: null,
      months_of_experience: null,
    })
    for (const key of ['baseSalary', 'employmentType', 'validThrough', 'experienceRequirements']) {
      expect(posting).not.toHaveProperty(key)
    }
  })

  it('tells a remote job by its type and the states it may be held in', () => {
    const limited = make({ city: null, state: null, remote: true, states: ['OH', 'IN'] })
    expect(limited).not.toHaveProperty('jobLocation')
    expect(limited).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        { '@type': 'State', name: 'OH' },
        { '@type': 'State', name: 'IN' },
      ],
    })
    expect(make({ remote: true })).toMatchObject({
      applicantLocationRequirements: { '@type': 'Country', name: 'US' },
    })
  })
})

describe('a file of invented adverts', () => {
  it('gives one advert for each line that is not blank', () => {
    const line = JSON.stringify(advert)
    expect(readDemoAdverts(`${line}\n\n${line}\n`)).toEqual([advert, advert])
  })

  it('is refused with the number of the line that is no advert', () => {
    const line = JSON.stringify(advert)
    expect(() => readDemoAdverts(`${line}\n{"id":"x"}`)).toThrow(/^Line 2 is not a demo advert/)
    expect(() => readDemoAdverts('{')).toThrow(/^Line 1 is not a demo advert/)
  })
})
