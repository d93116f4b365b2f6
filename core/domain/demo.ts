import { z } from 'zod'
import { PAY_UNITS } from './tags.ts'

/** One invented advert of `seeds/demo/adverts-*.jsonl`. `expect` is what a careful reader finds in it; only tests use it. */
export const demoAdvertSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().min(1),
  employer: z.string().min(1),
  city: z.string().nullable(),
  state: z.string().nullable(),
  /** What the feed says about remote work; null = nothing. */
  remote: z.boolean().nullable(),
  /** States a remote worker may live in; empty = no limit is stated. */
  states: z.array(z.string()),
  pay: z
    .object({
      min: z.number().nullish(),
      max: z.number().nullish(),
      unit: z.enum(PAY_UNITS).nullish(),
    })
    .nullable(),
  /** schema.org's word, e.g. "FULL_TIME". */
  employment_type: z.string().nullable(),
  posted_days_ago: z.number().min(0),
  expires_in_days: z.number().nullable(),
  months_of_experience: z.number().nullable(),
  html: z.string(),
  expect: z.unknown().optional(),
})
export type DemoAdvert = z.infer<typeof demoAdvertSchema>

/**
 * The adverts of one file of JSON Lines.
 * @throws Error naming the line that is not an advert: the files are ours, so that is a fault of the program.
 */
export function readDemoAdverts(jsonLines: string): DemoAdvert[] {
  return jsonLines.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return demoAdvertSchema.parse(JSON.parse(line))
    } catch (error) {
      throw new Error(`Line ${at + 1} is not a demo advert: ${String(error)}`, { cause: error })
    }
  })
}

/**
 * The advert as schema.org JobPosting, the form in which real employers publish theirs. Dates count from
 * `epoch` (ISO 8601), so the same epoch always gives the same object. `base` is the address of the site
 * without a slash at its end.
 */
export function demoJobPosting(
  advert: DemoAdvert,
  epoch: string,
  base: string,
): Record<string, unknown> {
  const { expires_in_days: expires, months_of_experience: months } = advert
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: 'Foothold demo world', value: advert.id },
    url: `${base}/demo/jobs/${advert.id}`,
    title: advert.title,
    description: advert.html,
    datePosted: dayFrom(epoch, -advert.posted_days_ago),
    ...(expires === null ? {} : { validThrough: dayFrom(epoch, expires) }),
    ...(advert.employment_type === null ? {} : { employmentType: advert.employment_type }),
    hiringOrganization: { '@type': 'Organization', name: advert.employer },
    ...locationOf(advert),
    ...salaryOf(advert),
    ...(months === null
      ? {}
      : {
          experienceRequirements: {
            '@type': 'OccupationalExperienceRequirements',
            monthsOfExperience: months,
          },
        }),
    directApply: false,
  }
}

const DAY = 86_400_000

function dayFrom(epoch: string, days: number): string {
  return new Date(Date.parse(epoch) + Math.round(days) * DAY).toISOString().slice(0, 10)
}

function locationOf(advert: DemoAdvert): Record<string, unknown> {
  const { city, state, remote, states } = advert
  const address = {
    '@type': 'PostalAddress',
    ...(city === null ? {} : { addressLocality: city }),
    ...(state === null ? {} : { addressRegion: state }),
    addressCountry: 'US',
  }
  const place =
    city === null && state === null ? {} : { jobLocation: { '@type': 'Place', address } }
  if (remote !== true) return place
  const lives =
    states.length === 0
      ? { '@type': 'Country', name: 'US' }
      : states.map((name) => ({ '@type': 'State', name }))
  return { ...place, jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: lives }
}

function salaryOf({ pay }: DemoAdvert): Record<string, unknown> {
  if (pay === null) return {}
  const { min, max, unit } = pay
  const value = {
    '@type': 'QuantitativeValue',
    ...(min == null ? {} : { minValue: min }),
    ...(max == null ? {} : { maxValue: max }),
    ...(unit == null ? {} : { unitText: unit.toUpperCase() }),
  }
  return { baseSalary: { '@type': 'MonetaryAmount', currency: 'USD', value } }
}
