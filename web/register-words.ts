import type { MatchRule } from '../core/domain/registers/match-facility.ts'
import type { AreaFact, RegisterKind } from '../core/domain/registers/register.ts'

/** Plain names of what government registers say, and of our rules for trusting them. */

export const REGISTER_WORDS: Record<RegisterKind, string> = {
  'cms-nursing-home': 'the list of nursing homes of CMS (Medicare and Medicaid)',
  'cms-home-health': 'the list of home health agencies of CMS (Medicare and Medicaid)',
  'cms-hospice': 'the list of hospices of CMS (Medicare and Medicaid)',
  'cms-hospital': 'the list of hospitals of CMS (Medicare and Medicaid)',
  'hrsa-health-center': 'the list of health centers of HRSA',
  'hrsa-hpsa': 'the list of shortage areas (HPSA) of HRSA',
  'hrsa-mua': 'the list of underserved areas (MUA/P) of HRSA',
  ruca: 'the rural codes (RUCA) of the USDA',
  places: 'our table of ZIP codes (GeoNames)',
  oews: 'the wage survey (OEWS) of the Bureau of Labor Statistics',
}

/** Why we hold an employer for the one in a register, or its adverts for a sign of what it is. */
export const RULE_WORDS: Record<MatchRule, string> = {
  id: 'the register’s own number for this employer',
  name_zip: 'the same name, and an advert gives the same ZIP code',
  name_city: 'the same name, in a town where it hires',
  chain: 'the name of a chain that the register knows',
  text: 'words of its adverts or its name alone',
}

interface AreaFactWords {
  name: string
  /** What the register is called, with its publisher. */
  register: RegisterKind
  /** What its score means; null for a code that is no score. */
  score: { of: string; means: string } | null
}

const HPSA_SCORE = { of: '26', means: 'a higher score is a greater lack' }
const IMU_SCORE = { of: '100', means: 'a lower score is a greater lack' }

export const AREA_FACT_WORDS: Record<AreaFact, AreaFactWords> = {
  hpsa_primary_care: { name: 'Short of doctors', register: 'hrsa-hpsa', score: HPSA_SCORE },
  hpsa_dental_health: { name: 'Short of dentists', register: 'hrsa-hpsa', score: HPSA_SCORE },
  hpsa_mental_health: {
    name: 'Short of mental health care',
    register: 'hrsa-hpsa',
    score: HPSA_SCORE,
  },
  mua: { name: 'Medically underserved area', register: 'hrsa-mua', score: IMU_SCORE },
  mup: { name: 'Medically underserved group', register: 'hrsa-mua', score: IMU_SCORE },
  ruca: { name: 'Rural', register: 'ruca', score: null },
}
