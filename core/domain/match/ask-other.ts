import type { Verdict } from '../profile.ts'
import type { OtherRequirement } from '../reading.ts'
import { wordsOf, type Finding } from './verdicts.ts'

/** Clinical and professional licences: nobody meets them by the way, and a profile does not record them. */
const LICENCE =
  /\b(?:RN|LPN|LVN|BSN|NP|MD|DO|CPA|nurs(?:e|es|ing)|physicians?|pharmacist|therapist|clinical licen[cs]e|insurance licen[cs]e|law licen[cs]e)\b/
/** Things that do decide, and that only the person knows. */
const PERSONAL =
  /\b(?:bilingual|fluent|fluency|spanish|speak|citizens?(?:hip)?|clearance|enrolled|tribal member|veterans? only|resid(?:e|ent|ency))\b/i

/** `licence` decides and nobody can tell; `personal` only the person knows; `check` is seen to later. */
export function otherKind(leaf: OtherRequirement): 'licence' | 'personal' | 'check' {
  const said = `${leaf.what} ${leaf.words}`
  if (LICENCE.test(said)) return 'licence'
  return PERSONAL.test(said) ? 'personal' : 'check'
}

/**
 * What a profile does not record. `alone` = one of several alternatives: then it decides, and cannot be
 * told. Beside other requirements a drug screen or a driver's licence is only something to check.
 */
export function askOther(leaf: OtherRequirement, alone: boolean): Finding {
  const kind = otherKind(leaf)
  let verdict: Verdict = 'open'
  if (kind === 'licence' || alone) verdict = 'unknown'
  else if (kind === 'personal') verdict = 'likely'
  return {
    verdict,
    nearness: verdict === 'open' ? 1 : 0.5,
    explain: () => ({
      requirement: `${leaf.what.charAt(0).toUpperCase()}${leaf.what.slice(1)} (check this yourself)`,
      has: null,
      gap: null,
      words: wordsOf(leaf),
    }),
  }
}
