import type { Structured } from '../../advert.ts'
import type { Evidence, Requirement, Warning } from '../../reading.ts'
import type { EntryVerdict } from '../../tags.ts'
import type { AdvertText } from '../../text/document.ts'
import type { Tree } from './connect.ts'
import { wordsOf, type Words } from '../words.ts'
import { credentialTags, educationTag } from './flat.ts'
import { leastPath, type Path } from './evaluate.ts'
import type { RequirementReading } from './requirement-reading.ts'
import { applyStructured } from './structured.ts'
import { gather, type Gathered } from './statements.ts'
import type { Weighed } from './mention.ts'

function toRequirement(gathered: Gathered, tree: Tree): Requirement {
  if (tree.op !== 'leaf')
    return {
      kind: tree.op === 'all' ? 'all_of' : 'any_of',
      of: tree.of.map((child) => toRequirement(gathered, child)),
    }
  const { mention } = tree
  const { strength } = mention
  const span = gathered.span(mention)
  const at = { strength, start: span.start, end: span.end, words: span.words }
  switch (mention.kind) {
    case 'amount':
      return {
        kind: 'experience',
        ...at,
        min_months: mention.min,
        max_months: mention.max,
        domain: mention.domain,
      }
    case 'vague':
      return {
        kind: 'experience',
        ...at,
        min_months: null,
        max_months: null,
        domain: mention.domain,
      }
    case 'open':
      return { kind: 'experience', ...at, min_months: 0, max_months: null, domain: null }
    case 'credential':
      return {
        kind: 'credential',
        ...at,
        codes: mention.codes,
        any_of: mention.anyOf,
        class: mention.class,
        accepted_apprentice: mention.apprentice,
        within_months_of_hire: mention.within,
      }
    case 'education':
      return {
        kind: 'education',
        ...at,
        level: mention.level,
        field: mention.field,
        accredited: mention.accredited,
      }
    case 'other':
      return { kind: 'other', ...at, what: mention.what }
  }
}

export type { RequirementReading } from './requirement-reading.ts'

interface Months {
  min: number | null
  max: number | null
  entry: EntryVerdict
}

/** The entry verdict and months of tags.md 1 and 6, from the least path and the open doors. */
function verdict(path: Path | null, doors: readonly Weighed[], apprentice: boolean): Months {
  const open = doors.length > 0
  const explicit = doors.some((door) => door.kind === 'open' && door.force === 'explicit')
  const school = path?.school ?? false
  const months = path?.months ?? null
  const free: EntryVerdict = school ? 'open_with_credential' : 'open'
  if (months !== null && months > 0) {
    const entry = doors.some((door) => door.kind === 'open' && door.force !== 'soft')
    const clash = (entry || apprentice) && months >= 24
    return {
      min: months,
      max: path?.max ?? null,
      entry: clash ? 'contradictory' : 'asks_experience',
    }
  }
  if (path?.vague === true && !explicit && months === null)
    return { min: null, max: null, entry: 'asks_experience' }
  if (months === 0) return { min: 0, max: path?.max ?? null, entry: free }
  if (path?.spared === true || open) return { min: 0, max: null, entry: free }
  return { min: null, max: null, entry: 'not_stated' }
}

/** Low end of what is preferred; the figure of the trade's own work where several stand. */
function preferredMonths(all: readonly Weighed[]): Weighed | null {
  const preferred = all.filter((m) => m.kind === 'amount' && m.strength === 'preferred')
  const own = preferred.find(
    (m) =>
      m.kind === 'amount' &&
      m.domain !== null &&
      m.domain !== 'office' &&
      m.domain !== 'healthcare_office',
  )
  return own ?? preferred[0] ?? null
}

function contradiction(
  entry: EntryVerdict,
  doors: readonly Weighed[],
  gathered: Gathered,
): Warning[] {
  if (entry !== 'contradictory') return []
  const door = doors[0]
  return [{ code: 'contradiction', words: door === undefined ? '' : gathered.span(door).words }]
}

/**
 * Reads what an advert requires. Pure, deterministic, linear; never throws.
 * `words` are those of the folded text, for callers who have them already.
 * Every evidence and tree span quotes `doc.text`, except rules that begin with "structured." (a feed
 * field) or "title.", whose start and end are 0.
 */
export function readRequirements(
  doc: AdvertText,
  structured: Structured | null | undefined,
  words: Words = wordsOf(doc.folded, doc.sentences),
): RequirementReading {
  const gathered = gather(doc, words)
  const { tree, doors, all } = gathered
  const path = tree === null ? null : leastPath(tree)
  const credentials = credentialTags(tree)
  const months = verdict(path, doors, credentials.tags.accepted_apprentice)
  const preferred = preferredMonths(all)
  const education = educationTag(tree, path)
  const evidence: Record<string, Evidence[]> = {}
  const note = (tag: string, mentions: readonly Weighed[]): void => {
    if (mentions.length > 0) evidence[tag] = mentions.slice(0, 8).map((m) => gathered.evidence(m))
  }
  const asked = all.filter((m) => m.strength !== 'preferred')
  const work = asked.filter((m) => m.kind === 'amount' || m.kind === 'vague')
  note(
    'min_months',
    path?.amount != null ? [path.amount] : months.min === 0 ? [...doors, ...work] : work,
  )
  note('entry', [...work, ...doors])
  if (preferred !== null) note('preferred_months', [preferred])
  note('credentials.required', credentials.required)
  note('credentials.preferred', credentials.preferred)
  note('education', education.mention === null ? [] : [education.mention])
  const warnings: Warning[] = all
    .filter((m): boolean => m.kind === 'amount' && m.conflict)
    .map((m) => ({ code: 'number_conflict', words: gathered.span(m).words }))
  warnings.push(...contradiction(months.entry, doors, gathered))
  const requirement: Requirement =
    tree === null ? { kind: 'all_of', of: [] } : root(toRequirement(gathered, tree))
  const reading: RequirementReading = {
    requirement,
    min_months: months.min,
    max_months: months.max,
    preferred_months: preferred?.kind === 'amount' ? preferred.min : null,
    entry: months.entry,
    credentials: credentials.tags,
    education: education.tag,
    warnings,
    evidence,
  }
  return structured == null ? reading : applyStructured(reading, structured)
}

function root(requirement: Requirement): Requirement {
  return requirement.kind === 'all_of' ? requirement : { kind: 'all_of', of: [requirement] }
}
