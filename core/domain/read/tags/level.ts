import type { Evidence } from '../../reading.ts'
import type { Level } from '../../tags.ts'
import { outside, type Scan } from './scan.ts'
import { matchesOf } from '../../text/matches.ts'

const ENTRY =
  /\b(?:entry[- ]?level|trainee|training program|junior|jr|intern|internship|extern|externship|apprentice(?:ship)?|new grad(?:uate)?s?|recent grad(?:uate)?s?|student)\b|\(entry\)|[-,] entry\b(?! (?:clerk|specialist|operator))|\bentry to mid\b/
const SENIOR =
  /\b(?:senior|sr|lead|team lead(?:er)?|leader|supervisor|supervisory|supv|manager|mgr|director|dir|principal|chief|head of|vp|vice president|administrator in charge)\b/
const MID = /\b(?:mid[- ]level|intermediate|experienced)\b/

/**
 * The level a title states: tags.md 8. A numeral counts only at the end of the job's name ("Coder II",
 * "Biller - Level 2"), never a shift, grade, site or pay figure. Several levels in one title ("Coder
 * I/II/III"): the lowest, the one a newcomer may enter by.
 */
export function readLevel(scan: Scan): { level: Level; evidence: Evidence[] } {
  const title = ` ${scan.titleLower.replace(/[.’']/g, '')} `
  const found = levelOf(title)
  if (found !== null) return { level: found.level, evidence: [outside(scan.title, found.rule)] }
  const stated = scan.structured.level
  const structured = stated == null ? null : levelOf(` ${stated.toLowerCase()} `)
  if (stated != null && structured !== null)
    return { level: structured.level, evidence: [outside(stated, 'structured.level')] }
  return { level: 'unknown', evidence: [] }
}

function levelOf(title: string): { level: Level; rule: string } | null {
  if (/\bmid[- ]senior\b/.test(title)) return null
  const withoutFalse = title
    .replace(/\blead (?:generation|time|abatement)\b/g, ' ')
    .replace(/\b(?:not|no) (?:an? )?entry[- ]level\b/g, ' ')
    .replace(
      /\b(?:student|senior|assistant to the|reports? to) (?:accounts?|living|care|services|housing|health|director|manager|centers?|communit(?:y|ies)|citizens?)\b/g,
      ' ',
    )
  if (SENIOR.test(withoutFalse)) return { level: 'senior', rule: 'title.senior_word' }
  if (ENTRY.test(withoutFalse)) return { level: 'entry', rule: 'title.entry_word' }
  const numeral = lowestNumeral(withoutFalse)
  if (numeral === 1) return { level: 'entry', rule: 'title.numeral' }
  if (numeral === 2) return { level: 'mid', rule: 'title.numeral' }
  if (numeral !== null) return { level: 'senior', rule: 'title.numeral' }
  if (MID.test(withoutFalse)) return { level: 'mid', rule: 'title.mid_word' }
  return null
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 }
const NOUN =
  '(?:coder|coders|coding|biller|billers|billing|specialist|specialists|spec|representative|rep|reps|clerk|technician|tech|analyst|associate|assistant|asst|auditor|collector|collections|poster|posting|coordinator|coord|processor|examiner|scheduler|registrar|abstractor|educator|follow[- ]?up|access|records|receivable|claims|accounts?|level|lvl|grade level|tier|class|step|him|roi|cdi|officer|counselor|referred care|secretary|receptionist|services|adjuster|reviewer|advisor|consultant|generalist|agent|worker|aide|denials?|payments?|registration|information|support)'
const NUMERAL = '(?:iii|ii|iv|i|v|[1-5])'
const AFTER_NOUN = new RegExp(
  `\\b${NOUN}[\\s,(-]{1,4}(${NUMERAL}(?:\\s*(?:/|,|-|–|&|or|and|to)\\s*${NUMERAL})*)(?=[\\s,)(/:;–-])(?!\\s*(?:st|nd|rd|th|years?|yrs?|days?|months?|hours?|openings?|positions?|shift|fte|pm|am|%|week|weeks|trauma)\\b)(?!\\.\\d)`,
  'g',
)

function lowestNumeral(title: string): number | null {
  let lowest: number | null = null
  for (const match of matchesOf(AFTER_NOUN, title)) {
    for (const mark of (match[1] ?? '').split(/[^ivx1-5]+/)) {
      const value = ROMAN[mark] ?? (/^[1-5]$/.test(mark) ? Number(mark) : null)
      if (value !== null && (lowest === null || value < lowest)) lowest = value
    }
  }
  return lowest
}
