import type { Profile } from '../profile.ts'
import { apprenticeSteps } from './apprentice-steps.ts'
import {
  hoursSteps,
  paySteps,
  radiusSteps,
  roleSteps,
  settingSteps,
  stateSteps,
  workModeSteps,
} from './choice-steps.ts'
import { courseSteps, credentialSteps } from './learning-steps.ts'
import type { PossibleStep } from './routes.ts'
import { apprenticeshipStep, experienceSteps } from './work-steps.ts'

/** What the steps depend on beside the profile. */
export interface StepWorld {
  /** Domains the listings ask months in, most asked first. */
  askedDomains: readonly string[]
  /** The person's state, two letters; null when it is not known. */
  home: string | null
}

/** Everything one person could change, one thing at a time, smallest first within a ladder. */
export function possibleSteps(profile: Profile, world: StepWorld): PossibleStep[] {
  return [
    ...credentialSteps(profile),
    ...apprenticeSteps(profile),
    ...courseSteps(profile),
    ...experienceSteps(profile, world.askedDomains),
    apprenticeshipStep(profile),
    ...workModeSteps(profile),
    ...settingSteps(profile),
    ...radiusSteps(profile),
    ...stateSteps(profile, world.home),
    ...roleSteps(profile),
    ...paySteps(profile),
    ...hoursSteps(profile),
  ]
}
