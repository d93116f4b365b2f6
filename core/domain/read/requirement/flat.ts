import type { CredentialTags, EducationTag } from '../../reading.ts'
import { leaves, type Tree } from './connect.ts'
import { credentialLeaves, EDUCATION_ORDER, type Path } from './evaluate.ts'
import type { CredentialMention, Weighed } from './mention.ts'

/** The flat credential and education tags of one tree. */
export function credentialTags(tree: Tree | null): {
  tags: CredentialTags
  required: Weighed[]
  preferred: Weighed[]
} {
  const required = credentialLeaves(tree, false)
  const preferred = credentialLeaves(tree, true)
  const asked = required as (Weighed & CredentialMention)[]
  const liked = preferred as (Weighed & CredentialMention)[]
  const named = asked.filter((m) => m.codes.length > 0)
  const codes = [...new Set(named.flatMap((m) => m.codes))]
  const within = asked.map((m) => m.within).filter((w) => w !== null)
  const coding = asked.some((m) => m.class === 'any_coding')
  return {
    required,
    preferred,
    tags: {
      required: codes,
      any_of: codes.length === 0 ? coding : anyOf(named, codes, tree),
      required_class: codes.length === 0 && coding ? 'any_coding' : null,
      preferred: [...new Set(liked.flatMap((m) => m.codes))].filter(
        (code) => !codes.includes(code),
      ),
      accepted_apprentice: [...asked, ...liked].some((m) => m.apprentice),
      within_months_of_hire: within.length === 0 ? null : Math.max(...within),
    },
  }
}

/** Alternatives, unless a statement asks for all of its names or two statements ask for unlike ones. */
function anyOf(
  named: readonly CredentialMention[],
  codes: readonly string[],
  tree: Tree | null,
): boolean {
  if (codes.length === 1) return tree !== null && alternative(tree)
  if (named.length === 1) return named[0]?.anyOf ?? true
  if (named.some((m) => m.codes.length > 1 && m.anyOf)) return true
  return tree !== null && alternative(tree)
}

/** A credential stands beside another way in. */
function alternative(tree: Tree): boolean {
  if (tree.op === 'leaf') return false
  if (tree.op === 'any') return leaves(tree).some((m) => m.kind === 'credential')
  return tree.of.some(alternative)
}

/** The least schooling of the least path; else the least that is preferred. */
export function educationTag(
  tree: Tree | null,
  path: Path | null,
): { tag: EducationTag | null; mention: Weighed | null } {
  if (tree === null) return { tag: null, mention: null }
  const all = leaves(tree)
  if (path?.education != null) {
    const mention = all.find(
      (m) => m.kind === 'education' && m.level === path.education && m.strength !== 'preferred',
    )
    const strength = mention?.strength ?? 'unspecified'
    return { tag: { level: path.education, field: path.field, strength }, mention: mention ?? null }
  }
  let best: Weighed | null = null
  for (const m of all) {
    if (m.kind !== 'education' || m.strength !== 'preferred') continue
    if (best?.kind !== 'education' || EDUCATION_ORDER[m.level] < EDUCATION_ORDER[best.level])
      best = m
  }
  if (best?.kind !== 'education') return { tag: null, mention: null }
  return { tag: { level: best.level, field: best.field, strength: 'preferred' }, mention: best }
}
