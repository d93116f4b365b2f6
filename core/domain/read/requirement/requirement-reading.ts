import type { CredentialTags, EducationTag, Evidence, Requirement, Warning } from '../../reading.ts'
import type { EntryVerdict } from '../../tags.ts'

/** What an advert asks: the tree, the flat tags derived from it, and the words behind each. */
export interface RequirementReading {
  requirement: Requirement
  min_months: number | null
  max_months: number | null
  preferred_months: number | null
  entry: EntryVerdict
  credentials: CredentialTags
  education: EducationTag | null
  warnings: Warning[]
  evidence: Record<string, Evidence[]>
}
