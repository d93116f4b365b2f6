import { namesHealth, titleFamily } from './title-families.ts'
import { plainTitle } from './title-words.ts'

const MAY_HIDE_TRADE =
  /\b(?:account(?:s|ing)?|office|clerks?|administrative|administrator|assistant|coordinator|specialist|representative|records?|finance|financial|auditor|audit|compliance|insurance|payments?|posting|data entry|analyst|trainee|apprentice\w*|intern|associate|technician|bookkeeper|benefits|eligibility|credentialing|documentation|abstractor|secretary|quality|reviewer)\b/

/**
 * The generous filter before any detail page is asked for: may a job with this title be of the trade or on
 * its first rung? A missed job is costly, an extra page is cheap, so only titles that plainly name other
 * work are turned away; a vague office title passes when nothing in it names another trade.
 */
export function titleMayBeTrade(title: string): boolean {
  const plain = plainTitle(title)
  if (plain === '') return true
  const { family } = titleFamily(plain)
  if (family.is === 'out') return false
  if (family.is !== 'unknown') return true
  return MAY_HIDE_TRADE.test(plain) || namesHealth(plain)
}
