import type { Evidence } from '../../reading.ts'
import { ALL_CAPITALS, CAPITAL_ONLY, SYSTEMS } from '../../vocabulary/systems.ts'
import { outside, quote, sectionOf, sentenceAt, type Scan } from './scan.ts'

/** The named software an advert mentions, in the order of the vocabulary; benefits are not read. */
export function readSystems(scan: Scan): { systems: string[]; evidence: Evidence[] } {
  const found = new Map<string, Evidence>()
  for (const hit of scan.titlePhrases.system) {
    if (properName(scan.title.slice(hit.start, hit.end), scan.titleLower.slice(hit.start, hit.end)))
      found.set(hit.value, outside(scan.title, 'title.system'))
  }
  for (const hit of scan.phrases.system) {
    if (found.has(hit.value)) continue
    if (!properName(scan.doc.text.slice(hit.start, hit.end), scan.lower.slice(hit.start, hit.end)))
      continue
    if (sectionOf(scan, sentenceAt(scan, hit.start))?.kind === 'benefits') continue
    found.set(hit.value, quote(scan, hit.start, hit.end, 'systems.named'))
  }
  if (found.size === 0) return { systems: [], evidence: [] }
  const systems = Object.keys(SYSTEMS).filter((key) => found.has(key))
  return { systems, evidence: systems.flatMap((key) => found.get(key) ?? []) }
}

function properName(written: string, folded: string): boolean {
  if (ALL_CAPITALS.has(folded)) return written === written.toUpperCase() || folded === 'ecw'
  if (folded === 'vista') return written === 'VISTA' || written === 'VistA'
  if (CAPITAL_ONLY.has(folded)) return /^[A-Z]/.test(written)
  return true
}
