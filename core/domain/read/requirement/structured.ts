import type { Structured } from '../../advert.ts'
import type { Evidence } from '../../reading.ts'
import type { EducationLevel } from '../../tags.ts'
import type { RequirementReading } from './requirement-reading.ts'

/**
 * Wording family: none; what a feed states in fields (schema.org monthsOfExperience,
 * experienceInPlaceOfEducation, credentialCategory). A field beats the text; where they differ the
 * warning `structure_conflict` says so.
 */

function evidence(words: string, rule: string): Evidence {
  return { start: 0, end: 0, words, rule: `structured.${rule}` }
}

const LEVELS: [RegExp, EducationLevel][] = [
  [/high ?school|ged|secondary school/i, 'high_school'],
  [/some college/i, 'some_college'],
  [/associate/i, 'associate'],
  [/bachelor|baccalaureate/i, 'bachelor'],
  [/master|postgraduate|doctor/i, 'master'],
  [/certificate|professional|vocational|technical/i, 'certificate'],
]

function withMonths(
  reading: RequirementReading,
  months: number,
  words: string,
): RequirementReading {
  const differs =
    reading.min_months !== null
      ? reading.min_months !== months
      : reading.entry === 'asks_experience' && months === 0
  const school = reading.entry === 'open_with_credential'
  const contradictory = reading.entry === 'contradictory' && months >= 24
  return {
    ...reading,
    min_months: months,
    max_months: differs ? null : reading.max_months,
    entry:
      months > 0
        ? contradictory
          ? 'contradictory'
          : 'asks_experience'
        : school || needsSchool(reading)
          ? 'open_with_credential'
          : 'open',
    warnings: differs
      ? [
          ...reading.warnings,
          {
            code: 'structure_conflict',
            words: `feed: ${words}; text: ${reading.min_months === null ? 'experience without a number' : `${reading.min_months} months`}`,
          },
        ]
      : reading.warnings,
    evidence: {
      ...reading.evidence,
      min_months: [evidence(words, 'months_of_experience'), ...(reading.evidence.min_months ?? [])],
      entry: [evidence(words, 'months_of_experience'), ...(reading.evidence.entry ?? [])],
    },
  }
}

function needsSchool(reading: RequirementReading): boolean {
  const { credentials, education } = reading
  const certified = credentials.required.length > 0 || credentials.required_class !== null
  const schooled =
    education !== null && education.strength !== 'preferred' && education.level !== 'high_school'
  return (certified && credentials.within_months_of_hire === null) || schooled
}

function withEducation(reading: RequirementReading, words: string): RequirementReading {
  const level = LEVELS.find(([pattern]) => pattern.test(words))?.[1]
  if (level === undefined) return reading
  const text = reading.education
  const differs = text !== null && text.strength !== 'preferred' && text.level !== level
  return {
    ...reading,
    education: { level, field: text?.level === level ? text.field : null, strength: 'required' },
    warnings: differs
      ? [
          ...reading.warnings,
          { code: 'structure_conflict', words: `feed: ${words}; text: ${text.level}` },
        ]
      : reading.warnings,
    evidence: {
      ...reading.evidence,
      education: [evidence(words, 'education'), ...(reading.evidence.education ?? [])],
    },
  }
}

/** The reading with the feed's own fields laid over it. */
export function applyStructured(
  reading: RequirementReading,
  structured: Structured,
): RequirementReading {
  let result = reading
  if (structured.education != null && structured.education !== '')
    result = withEducation(result, structured.education)
  const months = structured.months_of_experience
  if (months != null && Number.isFinite(months) && months >= 0)
    result = withMonths(result, months, `${months} months`)
  if (
    structured.experience_in_place_of_education === true &&
    result.education !== null &&
    result.education.strength === 'required'
  )
    result = {
      ...result,
      education: { ...result.education, strength: 'unspecified' },
      evidence: {
        ...result.evidence,
        education: [
          evidence('experience in place of education', 'experience_in_place_of_education'),
          ...(result.evidence.education ?? []),
        ],
      },
    }
  return result
}
