import type { Advert } from '../advert.ts'
import type { Reading } from '../reading.ts'
import { advertText } from '../text/document.ts'
import { readRequirements } from './requirement/read-requirements.ts'
import { readLanguage } from './tags/language.ts'
import { readTags } from './tags/read-tags.ts'
import { scanOf } from './tags/scan.ts'

/** Raised by one whenever a rule or a vocabulary changes what is read; stored beside each listing. */
export const TAGGER_VERSION = 2

/**
 * Reads one advert: every tag of the `read` command, the requirement tree, and the words behind each tag.
 * `text` is the shown text that all spans point into. Pure and deterministic; takes time linear in the
 * advert's length; never throws. An advert that is not in English is flagged, and only its title, its
 * place and its feed's own fields are read.
 */
export function readAdvert(advert: Advert): Reading & { text: string } {
  const doc = advertText(advert)
  const structured = advert.structured ?? {}
  let scan = scanOf(doc, advert)
  let read = doc
  const language = readLanguage(scan)
  if (language !== null) {
    read = { ...doc, text: '', folded: '', sections: [], sentences: [] }
    scan = scanOf(read, advert)
  }
  const tags = readTags(scan)
  const asked = readRequirements(read, structured, scan.words)
  const { evidence } = tags
  for (const [key, found] of Object.entries(asked.evidence)) {
    const held = evidence[key]
    evidence[key] = held === undefined ? found : [...held, ...found]
  }
  const warnings = [...asked.warnings, ...tags.warnings]
  if (language !== null) warnings.push(language)
  return {
    in_domain: tags.in_domain,
    role: tags.role,
    adjacent_role: tags.adjacent_role,
    level: tags.level,
    min_months: asked.min_months,
    max_months: asked.max_months,
    preferred_months: asked.preferred_months,
    entry: asked.entry,
    credentials: asked.credentials,
    education: asked.education,
    work_mode: tags.work_mode,
    hybrid_days_onsite: tags.hybrid_days_onsite,
    states_allowed: tags.states_allowed,
    states_excluded: tags.states_excluded,
    settings: tags.settings,
    specialties: tags.specialties,
    systems: tags.systems,
    employment_type: tags.employment_type,
    pay: tags.pay,
    warnings,
    requirement: asked.requirement,
    evidence,
    text: doc.text,
  }
}
