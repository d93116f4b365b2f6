import type {
  CredentialRequirement,
  EducationRequirement,
  ExperienceRequirement,
  Requirement,
  RequirementLeaf,
} from '../../core/domain/reading.ts'
import { credentialName } from '../credential-names.ts'
import { monthSpan, months } from '../format.ts'
import { domainWords } from '../../core/domain/experience.ts'
import { EDUCATION_WORDS } from '../words.ts'
import { StrengthChip } from './chips.tsx'
import { Series } from './asks.tsx'

function experienceText(leaf: ExperienceRequirement): string {
  const what = leaf.domain === null ? 'paid experience' : `paid work in ${domainWords(leaf.domain)}`
  if (leaf.min_months === null && leaf.max_months === null) {
    return leaf.domain === null
      ? 'Paid experience, no amount stated'
      : `P${what.slice(1)}, no amount stated`
  }
  const min = leaf.min_months ?? 0
  if (min === 0 && (leaf.max_months ?? 0) === 0) return 'No paid experience needed'
  if (leaf.max_months === null) return `At least ${months(min)} of ${what}`
  if (min === 0) return `Up to ${months(leaf.max_months)} of ${what}; none is fine`
  return `${monthSpan(min, leaf.max_months)} of ${what}`
}

const CLASS_WORDS = {
  any_coding:
    'Any coding certification from AAPC (American Academy of Professional Coders) or AHIMA (American Health Information Management Association)',
  any_billing: 'Any medical billing certification',
}

function CredentialText({ leaf }: { leaf: CredentialRequirement }) {
  const named = leaf.codes.map((code) => {
    const name = credentialName(code)
    return name === null ? (
      <strong key={code}>{code}</strong>
    ) : (
      <span key={code}>
        <strong>{code}</strong> ({name})
      </span>
    )
  })
  const byClass = leaf.class === null ? null : CLASS_WORDS[leaf.class]
  return (
    <>
      {byClass}
      {byClass !== null && named.length > 0 && ', such as '}
      {named.length > 0 && <Series items={named} joiner={leaf.any_of ? 'or' : 'and'} />}
      {byClass === null && named.length === 0 && 'A credential that is not named'}
      {leaf.accepted_apprentice && '. Apprentice status (the “-A”) is accepted'}
      {leaf.within_months_of_hire !== null &&
        `. You may earn it within ${months(leaf.within_months_of_hire)} of being hired`}
    </>
  )
}

function educationText(leaf: EducationRequirement): string {
  const field = leaf.field === null ? '' : ` in ${leaf.field}`
  const accredited = leaf.accredited ? ', from an accredited program' : ''
  return `${EDUCATION_WORDS[leaf.level]}${field}${accredited}`
}

function LeafText({ leaf }: { leaf: RequirementLeaf }) {
  switch (leaf.kind) {
    case 'experience':
      return <>{experienceText(leaf)}</>
    case 'credential':
      return <CredentialText leaf={leaf} />
    case 'education':
      return <>{educationText(leaf)}</>
    case 'other':
      return <>{leaf.what}</>
  }
}

/** "No experience needed" is not something to be required or nice to have. */
function isNoBar(leaf: RequirementLeaf): boolean {
  return leaf.kind === 'experience' && leaf.min_months === 0 && (leaf.max_months ?? 0) === 0
}

function Leaf({ leaf }: { leaf: RequirementLeaf }) {
  return (
    <li class="leaf">
      <p>
        {!isNoBar(leaf) && <StrengthChip strength={leaf.strength} />}{' '}
        <span>
          <LeafText leaf={leaf} />
        </span>
      </p>
      {leaf.words.trim() !== '' && (
        <p class="quote">
          <q>{leaf.words.trim()}</q>
        </p>
      )}
    </li>
  )
}

function Branch({ node }: { node: Exclude<Requirement, RequirementLeaf> }) {
  if (node.of.length === 1 && node.of[0] !== undefined) return <Node node={node.of[0]} />
  return (
    <li class={`branch ${node.kind}`}>
      <p class="branch-name">{node.kind === 'all_of' ? 'All of these:' : 'Any one of these:'}</p>
      <ul class="tree">
        {node.of.map((child, at) => (
          <Node key={at} node={child} />
        ))}
      </ul>
    </li>
  )
}

function Node({ node }: { node: Requirement }) {
  if (node.kind !== 'all_of' && node.kind !== 'any_of') return <Leaf leaf={node} />
  return node.of.length === 0 ? null : <Branch node={node} />
}

/** What an advert asks, its alternatives kept apart, each point with the advert's own words. */
export function RequirementTree({ requirement }: { requirement: Requirement }) {
  const empty =
    (requirement.kind === 'all_of' || requirement.kind === 'any_of') && requirement.of.length === 0
  if (empty) {
    return (
      <p class="unsaid">
        We found no requirement in this advert. That is not the same as none: read its text.
      </p>
    )
  }
  return (
    <ul class="tree root">
      <Node node={requirement} />
    </ul>
  )
}
