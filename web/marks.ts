import type { ListingDetail } from '../core/domain/listing.ts'
import type { Requirement, RequirementLeaf, Span } from '../core/domain/reading.ts'
import { tagWord } from './words.ts'

/** A stretch of the advert's text that earned one or more tags. */
export interface Mark {
  start: number
  end: number
  /** Plain names of the tags, each once, in the order found. */
  labels: string[]
}

const LEAF_LABELS: Record<RequirementLeaf['kind'], string> = {
  experience: 'Experience asked',
  credential: 'Credentials',
  education: 'Schooling',
  other: 'Also asked',
}

/** What a mark calls the tag, or the part of the requirement tree, that its words earned. */
export interface MarkNames {
  tag: (tag: string) => string
  leaf: (kind: RequirementLeaf['kind']) => string
}

const PLAIN_NAMES: MarkNames = { tag: tagWord, leaf: (kind) => LEAF_LABELS[kind] }

/** The leaves of a requirement tree, left to right. */
export function leaves(tree: Requirement): RequirementLeaf[] {
  return tree.kind === 'all_of' || tree.kind === 'any_of' ? tree.of.flatMap(leaves) : [tree]
}

function fits(text: string, span: Span): boolean {
  return span.end > span.start && text.slice(span.start, span.end) === span.words
}

/**
 * The stretches to mark in the advert's text, in order and without overlap: spans that share a letter
 * become one mark with the labels of both. A span whose words do not stand where it points is left
 * out, so that a mark never claims what the text does not say.
 */
export function marksOf(
  listing: Pick<ListingDetail, 'text' | 'evidence' | 'requirement'>,
  names: MarkNames = PLAIN_NAMES,
): Mark[] {
  const spans = [
    ...Object.entries(listing.evidence).flatMap(([tag, found]) =>
      found.map((span) => ({ span, label: names.tag(tag) })),
    ),
    ...leaves(listing.requirement).map((leaf) => ({ span: leaf, label: names.leaf(leaf.kind) })),
  ]
    .filter(({ span }) => fits(listing.text, span))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const marks: Mark[] = []
  for (const { span, label } of spans) {
    const last = marks.at(-1)
    if (last === undefined || span.start >= last.end) {
      marks.push({ start: span.start, end: span.end, labels: [label] })
      continue
    }
    last.end = Math.max(last.end, span.end)
    if (!last.labels.includes(label)) last.labels.push(label)
  }
  return marks
}

/** Which mark holds this span: its place in `marks`, or null when the span is not in the text. */
export function markAt(marks: readonly Mark[], span: Span): number | null {
  if (span.end <= span.start) return null
  const at = marks.findIndex((m) => m.start <= span.start && span.end <= m.end)
  return at === -1 ? null : at
}
