import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Pay } from '../../core/domain/reading.ts'
import type { PayUnit } from '../../core/domain/tags.ts'
import { type Node, resolved } from './jsonld-blocks.ts'
import { payOf } from './pay-fields.ts'
import { countryCode, distinct, placeOf, placesFromWords, usState } from './places.ts'
import {
  amount,
  asHtml,
  derivedId,
  isoDate,
  list,
  section,
  stated,
  text,
  webAddress,
} from './shape.ts'

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The words of a value that may be text or an object with a name. */
function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(nameOf).find((n) => n !== null) ?? null
  return isNode(value) ? (text(value.name) ?? text(value.legalName)) : text(value)
}

const UNITS: [RegExp, PayUnit][] = [
  [/^(hour|hourly|hur|per hour)$/i, 'hour'],
  [/^(day|daily|per day)$/i, 'day'],
  [/^(week|weekly|wee|per week)$/i, 'week'],
  [/^(bi-?week|bi-?weekly|two ?weeks?)$/i, 'biweek'],
  [/^(month|monthly|mon|per month)$/i, 'month'],
  [/^(year|yearly|annual|annually|ann|per year)$/i, 'year'],
]

function unitOf(...said: unknown[]): PayUnit | null {
  for (const words of said.map(text)) {
    const known = UNITS.find(([pattern]) => pattern.test(words ?? ''))
    if (known) return known[1]
  }
  return null
}

/** "18.50", "$18 - $24" or a number, as the ends of a range. */
function range(value: unknown): { min: number | null; max: number | null } {
  const ends = typeof value === 'string' ? value.split(/\s*(?:-|–|—|\bto\b)\s*/) : [value]
  if (ends.length > 2) return { min: null, max: null }
  const [min, max] = [amount(ends[0]), amount(ends.at(-1))]
  return min === null || max === null ? { min: null, max: null } : { min, max }
}

/** Base pay, whose parts stand in the salary itself or in its value. */
function baseSalaryOf(posting: Node): Partial<Pay> | null {
  const [salary] = list(posting.baseSalary)
  const outer: Node = isNode(salary) ? salary : { value: salary }
  const [first] = list(outer.value)
  const inner: Node = isNode(first) ? first : { value: first }
  const currency = text(outer.currency) ?? text(inner.currency) ?? posting.salaryCurrency
  const min = amount(inner.minValue) ?? amount(outer.minValue)
  const max = amount(inner.maxValue) ?? amount(outer.maxValue)
  const ends = min === null && max === null ? range(inner.value) : { min, max }
  const period = unitOf(inner.unitText, inner.unitCode, outer.unitText, outer.unitCode)
  return payOf([{ ...ends, currency, period }])
}

function addressesOf(posting: Node, byId: Map<string, Node>): unknown[] {
  return list(posting.jobLocation)
    .map((l) => resolved(l, byId))
    .flatMap((l) =>
      isNode(l) ? (list(l.address).length > 0 ? list(l.address) : [nameOf(l)]) : [l],
    )
    .map((a) => resolved(a, byId))
}

function localityOf(address: unknown): string {
  return (isNode(address) ? text(list(address.addressLocality)[0]) : text(address)) ?? ''
}

function placesAt(address: unknown): Place[] {
  if (!isNode(address)) return placesFromWords(text(address))
  const [locality] = list(address.addressLocality)
  const region = nameOf(address.addressRegion)
  const city = text(locality)
  const place = placeOf({
    // Some sites write the whole line into the town: "Tulsa, OK" beside the region OK.
    city: city !== null && usState(city.split(',')[1]?.trim() ?? null) ? city.split(',')[0] : city,
    region,
    country: nameOf(address.addressCountry),
  })
  return place === null ? [] : [place]
}

/** States a remote worker may live in, and what else the limit names. */
function residence(posting: Node): { states: string[]; named: string[] } {
  const named = list(posting.applicantLocationRequirements)
    .map(nameOf)
    .filter((n) => n !== null)
  const states = named.flatMap((n) => {
    const whole = countryCode(n) === 'US' ? null : usState(n)
    const part = whole ?? usState(n.split(',').at(-2)?.trim() ?? null)
    return part === null ? [] : [part]
  })
  return { states: [...new Set(states)], named }
}

/** Prose beside the description, with the heading it gets when the description does not already hold it. */
const SECTIONS: [key: string, heading: string][] = [
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
  ['experienceRequirements', 'Experience'],
  ['educationRequirements', 'Education'],
  ['skills', 'Skills'],
  ['physicalRequirement', 'Physical requirements'],
  ['specialCommitments', 'Special commitments'],
  ['workHours', 'Work hours'],
  ['jobBenefits', 'Benefits'],
  ['benefits', 'Benefits'],
  ['incentiveCompensation', 'Incentive pay'],
  ['incentives', 'Incentive pay'],
  ['employerOverview', 'About the employer'],
]

/** Letters and digits only, so that the same words in other markup are known again. */
const bones = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/gi, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

function prose(value: unknown): string[] {
  return list(value)
    .map((v) => (isNode(v) ? (text(v.description) ?? text(v.name)) : text(v)))
    .filter((v) => v !== null)
}

function htmlOf(posting: Node): string | null {
  let html = asHtml(posting.description) ?? ''
  for (const [key, heading] of SECTIONS) {
    const held = bones(html)
    const fresh = prose(posting[key]).filter((p) => !held.includes(bones(asHtml(p) ?? '')))
    html += section(heading, fresh)
  }
  return html === '' ? null : html
}

function boolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const said = text(value) ?? ''
  if (/(^|\/)true$/i.test(said)) return true
  return /(^|\/)false$/i.test(said) ? false : null
}

function monthsOf(posting: Node): number | null {
  for (const e of list(posting.experienceRequirements)) {
    if (!isNode(e)) continue
    const months = Number(text(e.monthsOfExperience) ?? Number.NaN)
    if (Number.isFinite(months) && months >= 0) return months
  }
  return null
}

function identifierOf(posting: Node): string | null {
  for (const id of list(posting.identifier)) {
    const value = isNode(id) ? (text(id.value) ?? text(id['@id'])) : text(id)
    if (value !== null) return value
  }
  return null
}

function applyUrl(posting: Node, pageUrl: string | undefined): string | null {
  for (const action of list(posting.potentialAction)) {
    if (!isNode(action)) continue
    const target = isNode(action.target) ? action.target.urlTemplate : action.target
    const url = webAddress(target ?? action.url, pageUrl)
    if (url !== null) return url
  }
  const [contact] = list(posting.applicationContact)
  return isNode(contact) ? webAddress(contact.url, pageUrl) : null
}

/** Facts kept under their schema.org names. Pictures, job titles repeated and contexts are not facts of the job. */
const KEPT = [
  'industry',
  'occupationalCategory',
  'baseSalary',
  'estimatedSalary',
  'salaryCurrency',
  'directApply',
  'jobStartDate',
  'jobImmediateStart',
  'totalJobOpenings',
  'workHours',
  'securityClearanceRequirement',
  'educationRequirements',
  'eligibilityToWorkRequirement',
  'relevantOccupation',
  'employmentUnit',
  'jobLocation',
  'identifier',
] as const

function kept(posting: Node, names: readonly string[]): Record<string, unknown> {
  const facts = Object.fromEntries(
    KEPT.map((key) => {
      const value = posting[key]
      return [key, typeof value === 'string' ? text(value) : value]
    }),
  )
  const [organisation] = list(posting.hiringOrganization)
  const site = isNode(organisation) ? (text(organisation.sameAs) ?? text(organisation.url)) : null
  return stated({ ...facts, employer_site: site, residence: names })
}

/** One schema.org JobPosting as a posting of ours; `id` overrides the page's own identifier. */
export function postingFrom(
  node: Node,
  byId: Map<string, Node>,
  pageUrl: string | undefined,
  id?: string,
): RawPosting | { reason: string; external_id?: string } {
  const url = webAddress(node.url, pageUrl) ?? webAddress(node.mainEntityOfPage, pageUrl)
  const own = id ?? identifierOf(node) ?? url
  const title = text(node.title) ?? text(node.name)
  if (title === null) {
    return { reason: 'title: missing', ...(own === null ? {} : { external_id: own }) }
  }
  const employer = nameOf(list(node.hiringOrganization).map((o) => resolved(o, byId)))
  const addresses = addressesOf(node, byId)
  const places = distinct(addresses.flatMap(placesAt))
  const types = list(node.jobLocationType)
    .map(text)
    .filter((t) => t !== null)
  // A town called "Remote" is a place field that says how, not where.
  const modes = [...types, ...addresses.map(localityOf).filter((t) => /^remote$/i.test(t))]
  const remote = modes.some((t) => /TELECOMMUTE|^remote$/i.test(t)) ? true : null
  const limits = residence(node)
  const pay = baseSalaryOf(node)
  const employmentType =
    list(node.employmentType)
      .map(text)
      .filter((t) => t !== null)
      .join(', ') || null
  const education = list(node.educationRequirements)
    .map((e) => (isNode(e) ? text(e.credentialCategory) : null))
    .filter((e) => e !== null)
  return {
    external_id: own ?? derivedId(title, employer, JSON.stringify(places)),
    title,
    url: url ?? pageUrl ?? null,
    apply_url: applyUrl(node, pageUrl),
    employer,
    places,
    remote,
    posted_at: isoDate(node.datePosted),
    expires_at: isoDate(node.validThrough),
    pay,
    employment_type: employmentType,
    html: htmlOf(node),
    structured: {
      ...stated({
        remote,
        work_mode: modes.join(', '),
        states: limits.states,
        pay,
        months_of_experience: monthsOf(node),
        experience_in_place_of_education: boolean(node.experienceInPlaceOfEducation),
        education: education.join(', '),
        employment_type: employmentType,
      }),
      other: kept(node, limits.named),
    },
  }
}
