import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAdvert } from '../../../../../core/domain/read/read-advert.ts'
import { titleMayBeTrade } from '../../../../../core/domain/read/tags/title-filter.ts'

interface TitleCase {
  title: string
  employer?: string
  text?: string
  in_domain: boolean
  role: string | null
  adjacent_role: string | null
  level: string
  why: string
}

const file = new URL('../titles.jsonl', import.meta.url)
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as TitleCase)

describe('a job title, with the text where the title alone cannot tell', () => {
  it('is tried on at least 150 labelled titles, traps on both sides included', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    expect(cases.filter((c) => c.in_domain).length).toBeGreaterThan(60)
    expect(cases.filter((c) => !c.in_domain).length).toBeGreaterThan(50)
  })

  it.each(cases)('reads "$title" as labelled: $why', (c) => {
    const reading = readAdvert({ title: c.title, employer: c.employer, text: c.text })
    const { in_domain, role, adjacent_role, level } = reading
    expect({ in_domain, role, adjacent_role, level }).toEqual({
      in_domain: c.in_domain,
      role: c.role,
      adjacent_role: c.adjacent_role,
      level: c.level,
    })
  })
})

describe('the generous title filter before any detail request', () => {
  it.each(cases.filter((c) => c.role !== null))('lets "$title" pass', (c) => {
    expect(titleMayBeTrade(c.title)).toBe(true)
  })

  it.each([
    'Registered Nurse - Med/Surg',
    'Physician Assistant - Urgent Care',
    'Cook - Senior Living',
    'Truck Driver CDL A',
    'Software Engineer, Billing Platform',
    'Dental Hygienist',
    'HVAC Service Technician',
    'Legal Billing Specialist',
    'Phlebotomist',
  ])('turns "%s" away', (title) => {
    expect(titleMayBeTrade(title)).toBe(false)
  })

  it('lets a vague office title and an empty one pass, since a missed job is the costlier error', () => {
    expect(titleMayBeTrade('Office Assistant II')).toBe(true)
    expect(titleMayBeTrade('')).toBe(true)
  })
})
