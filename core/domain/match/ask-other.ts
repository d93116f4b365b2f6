import type { Verdict } from '../profile.ts'
import type { OtherRequirement } from '../reading.ts'
import { wordsOf, type Finding } from './verdicts.ts'

/** Clinical and professional licences: nobody meets them by the way, and a profile does not record them. */
const LICENCE =
  /\b(?:RN|LPN|LVN|BSN|NP|MD|DO|CPA|nurs(?:e|es|ing)|physicians?|pharmacist|therapist|clinical licen[cs]e|insurance licen[cs]e|law licen[cs]e)\b/
/** Things that do decide, and that only the person knows. */
const PERSONAL =
  /\b(?:bilingual|fluent|fluency|spanish|speak|citizens?(?:hip)?|clearance|enrolled|tribal member|veterans? only|resid(?:e|ent|ency))\b/i

/**
 * What a profile does not record. `alone` = one of several alternatives: then it decides, and cannot be
 * told. Beside other requirements a drug screen or a driver's licence is only something to check.
 */
export function askOther(leaf: OtherRequirement, alone: boolean): Finding {
  const said = `${leaf.what} ${leaf.words}`
  let verdict: Verdict = 'open'
  if (LICENCE.test(said) || alone) verdict = 'unknown'
  else if (PERSONAL.test(said)) verdict = 'likely'
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
