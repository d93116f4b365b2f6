import { FEEDBACK_TAGS, evidenceOf } from '../core/domain/feedback.ts'
import type { Reading, Requirement, RequirementLeaf } from '../core/domain/reading.ts'
import { marksOf } from '../web/marks.ts'

/** An advert with what was read from it. */
export type ShownAdvert = Reading & {
  title: string
  employer: string | null
  place: string | null
  text: string
}

const UNDERLINE_YELLOW = ['\u001b[4;33m', '\u001b[24;39m'] as const
const FAINT = ['\u001b[2m', '\u001b[22m'] as const
const BOLD = ['\u001b[1m', '\u001b[22m'] as const

/** Adverts are written by strangers: nothing in one may steer the terminal or turn its text around. */
const STEERS = /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const plain = (text: string): string => text.replace(STEERS, '\ufffd')
const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()

/**
 * One advert read, for a terminal: its text with the words that earned a tag marked, the requirement tree,
 * and each tag with its value, rule and words. Without colour a mark is `[[words]]{tag, tag}`.
 */
export function showAdvert(advert: ShownAdvert, options: { colour: boolean }): string {
  const paint = (text: string, [on, off]: readonly [string, string]) =>
    options.colour ? `${on}${text}${off}` : text
  const heading = (text: string) => paint(text, BOLD)
  const who = [advert.employer, advert.place].filter((part) => part !== null).map(oneLine)
  const head = [heading(oneLine(advert.title)), ...(who.length > 0 ? [who.join(', ')] : [])]
  const text = advert.text.trim() === '' ? '(no text)' : markedText(advert, paint, options.colour)
  const tags = FEEDBACK_TAGS.map((tag) => tagLines(advert, tag))
  return `${[
    head.join('\n'),
    `${heading('TEXT')}\n${text}`,
    `${heading('REQUIREMENTS')}\n${treeLines(advert.requirement, '').join('\n')}`,
    `${heading('TAGS')}\n${tags.join('\n')}`,
  ].join('\n\n')}\n`
}

type Paint = (text: string, codes: readonly [string, string]) => string

function markedText(advert: ShownAdvert, paint: Paint, colour: boolean): string {
  const marks = marksOf(advert, { tag: (tag) => tag, leaf: (kind) => `tree:${kind}` })
  let out = ''
  let at = 0
  for (const { start, end, labels } of marks) {
    const words = plain(advert.text.slice(start, end))
    const tags = `{${labels.join(', ')}}`
    out += plain(advert.text.slice(at, start))
    out += colour ? `${paint(words, UNDERLINE_YELLOW)}${paint(tags, FAINT)}` : `[[${words}]]${tags}`
    at = end
  }
  return out + plain(advert.text.slice(at))
}

const INDENT = '  '

function treeLines(node: Requirement, indent: string): string[] {
  if (node.kind !== 'all_of' && node.kind !== 'any_of') return [`${indent}- ${leafText(node)}`]
  if (node.of.length === 0) return [`${indent}- (nothing was read)`]
  const name = node.kind === 'all_of' ? 'all of' : 'any one of'
  return [`${indent}- ${name}:`, ...node.of.flatMap((n) => treeLines(n, indent + INDENT))]
}

function leafText(leaf: RequirementLeaf): string {
  return `${leaf.strength} ${leaf.kind}: ${askOf(leaf)} "${oneLine(leaf.words)}"`
}

/** What a leaf asks, in the names of its fields. */
function askOf(leaf: RequirementLeaf): string {
  switch (leaf.kind) {
    case 'experience': {
      const most = leaf.max_months === null ? '' : ` to ${leaf.max_months}`
      const amount =
        leaf.min_months === null && leaf.max_months === null
          ? 'no amount stated'
          : `${leaf.min_months ?? 0}${most} months`
      return leaf.domain === null ? amount : `${amount} in ${leaf.domain}`
    }
    case 'credential':
      return [
        [leaf.class, leaf.codes.join(leaf.any_of ? ' or ' : ' and ')].filter(Boolean).join(': ') ||
          'not named',
        leaf.accepted_apprentice ? 'apprentice accepted' : '',
        leaf.within_months_of_hire === null
          ? ''
          : `within ${leaf.within_months_of_hire} months of hire`,
      ]
        .filter((part) => part !== '')
        .join(', ')
    case 'education':
      return [leaf.level, leaf.field, leaf.accredited ? 'accredited' : null]
        .filter((part) => part !== null)
        .map(oneLine)
        .join(', ')
    case 'other':
      return oneLine(leaf.what)
  }
}

function tagLines(advert: ShownAdvert, tag: (typeof FEEDBACK_TAGS)[number]): string {
  const value = oneLine(JSON.stringify(advert[tag]))
  const found = evidenceOf(advert.evidence, tag).map(
    ({ rule, words }) => `${INDENT}  ${oneLine(rule)}: "${oneLine(words)}"`,
  )
  return [`${INDENT}${tag} = ${value}`, ...found].join('\n')
}
