import type { Advert } from '../advert.ts'
import type { Strength } from '../tags.ts'
import { isLetter, isLower, isSpace } from './chars.ts'
import { fold } from './fold.ts'
import {
  BARE_LABEL_AT_START,
  type HeadingSense,
  headingSense,
  isClosedHeading,
  LABEL_AT_START,
  mayBeginLabel,
  type SectionKind,
} from './headings.ts'
import { htmlToLines, joinLines, type Line, looksLikeHtml } from './html-to-text.ts'
import { statementStarts } from './sentences.ts'

export interface Section {
  start: number
  end: number
  heading: string | null
  kind: SectionKind
  strength: Strength | null
}

export interface Sentence {
  start: number
  end: number
  /** Index into `sections`. */
  section: number
  kind: 'heading' | 'item' | 'paragraph'
}

/** One advert as shown, cut into sections and statements. All spans point into `text`. */
export interface AdvertText {
  text: string
  /** `text` as the rules read it (fold.ts), position for position. */
  folded: string
  title: string
  employer: string | null
  place: string | null
  sections: Section[]
  sentences: Sentence[]
}

interface Placed {
  start: number
  end: number
  kind: Line['kind']
  bold: boolean
}

const BULLET_START =
  /^(?:[•●■▪◦‣➢➤✓✔·○□\uf0b7*–—-]+[ \t]*|o[ \t]+(?=[A-Z])|\(?\d{1,2}[.)][ \t]+|\(?[a-zA-Z][.)][ \t]+|#{1,6} |\*\*)/

/** Length of the bullet at an offset, with its blanks; most lines begin with two letters and have none. */
function bulletAt(text: string, start: number, end: number): number {
  const second = text.charCodeAt(start + 1)
  if (isLetter(second)) {
    if (isLetter(text.charCodeAt(start))) return 0
  } else if (second === 32 && text.charCodeAt(start) === 0x2022) {
    // the bullet of our own list items
    if (start + 2 < end && isLetter(text.charCodeAt(start + 2))) return 2
  }
  return BULLET_START.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0
}

function trimmed(text: string, start: number, end: number): [number, number] {
  while (start < end && isSpace(text.charCodeAt(start))) start += 1
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
  return [start, end]
}

function placeLines(lines: readonly Line[]): Placed[] {
  const placed: Placed[] = []
  let at = 0
  for (const [index, line] of lines.entries()) {
    if (index > 0) at += line.gap ? 2 : 1
    placed.push({ start: at, end: at + line.text.length, kind: line.kind, bold: line.bold })
    at += line.text.length
  }
  return placed
}

function cutLines(text: string): Placed[] {
  const placed: Placed[] = []
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const [start, end] = trimmed(text, from, to)
    if (end > start) placed.push({ start, end, kind: 'paragraph', bold: false })
    from = to + 1
  }
  return placed
}

/** A question that stands as a heading: "Who are you?", "Do I need experience?". */
const QUESTION =
  /^(?:why|what|who)\b[^.]*\?$|^(?:is|are|do|does|must|will|can|have)\b[^.?]*\b(?:experience|required|need(?:ed)?|certified|apply|new)\b[^.?]*\?$/
/** A line that offers the items below it as alternatives. */
const OFFERS_WAYS =
  /\b(?:one|any|either) of (?:these|the following|the below)\b|\b(?:any one|either) of\b/
const NUMBERED =
  /\d\s*\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?|months?)\b|\brequired\.?$|\bpreferred\.?$/

const ENDS_WITH_COLON = /:\s*\**\s*$/

/** Blanks and the signs that stand after a heading's words: ": * _ # . | -". */
function trailsHeading(code: number): boolean {
  if (code === 58 || code === 42 || code === 95 || code === 35) return true
  return code === 46 || code === 124 || code === 45 || (isSpace(code) && code !== 0x200b)
}

function blanksIn(words: string): number {
  let blanks = 0
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) blanks += 1
  return blanks
}

/** No small letter in it. Most lines are told by their first letters. */
function isAllCapitals(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) if (isLower(raw.charCodeAt(at))) return false
  return raw === raw.toUpperCase() && /[A-Z]{3}/.test(raw)
}

/** Builds sections and sentences line by line. */
class Builder {
  readonly sections: Section[] = []
  readonly sentences: Sentence[] = []
  private readonly text: string
  readonly folded: string
  /** Index of the last section that a run-in label ("Required. Two years ...") opened. */
  private runIn = -1

  constructor(text: string) {
    this.text = text
    this.folded = fold(text)
    this.sections.push({ start: 0, end: text.length, heading: null, kind: 'other', strength: null })
  }

  private get current(): Section {
    return this.sections[this.sections.length - 1] as Section
  }

  private openSection(start: number, heading: string, sense: Readonly<HeadingSense> | null): void {
    const { kind, strength } = this.current
    const inherits = sense?.label === true && (kind === 'required' || kind === 'preferred')
    this.current.end = start
    const own = sense ?? { kind: 'other' as const, strength: null }
    this.sections.push({
      start,
      end: this.text.length,
      heading,
      kind: inherits ? kind : own.kind,
      strength: inherits ? strength : own.strength,
    })
  }

  private push(start: number, end: number, kind: Sentence['kind']): void {
    const [from, to] = trimmed(this.text, start, end)
    if (to > from)
      this.sentences.push({ start: from, end: to, section: this.sections.length - 1, kind })
  }

  /** A line that is a heading as a whole opens a section. */
  private asHeading(line: Placed, start: number, bullet: boolean, opensList: boolean): boolean {
    let end = line.end
    while (end > start && trailsHeading(this.text.charCodeAt(end - 1))) end -= 1
    const length = end - start
    if (length <= 1 || length > 110) return false
    const words = this.folded.slice(start, end)
    if (words === 'or' || words === 'and' || words === 'and/or') return false
    const marked = line.kind === 'heading' || line.bold
    const asks = length < 45 && words.endsWith('?') && QUESTION.test(words)
    const colon = asks || (end < line.end && ENDS_WITH_COLON.test(this.text.slice(end, line.end)))
    const closed = isClosedHeading(words)
    const raw = this.text.slice(start, end)
    const capitals = length < 60 && isAllCapitals(raw)
    const plain = closed || marked || colon || (capitals && !bullet && !this.holdsLabel(start, end))
    // a line without any mark, straight above the first item of a list
    const listed = !plain && opensList && !bullet && length < 70 && !/[.,;!]$/.test(raw)
    if (!plain && !listed) return false
    if (!closed && NUMBERED.test(words)) return false
    if (!closed && line.kind !== 'heading' && this.text.charAt(line.end - 1) === '.') return false
    const sense = headingSense(words.replace(/\?$/, ''))
    // "Schooling and experience, any one of these" above a list
    const offers = sense?.label === true && OFFERS_WAYS.test(words)
    if (listed && (sense === null || (sense.label && !offers) || blanksIn(words) > 8)) return false
    const vague = sense === null || sense.label
    if (!closed && !marked && !listed && vague && blanksIn(words) > 5) return false
    if (!closed && capitals && !colon && !marked && sense === null && !raw.includes(' '))
      return false
    this.openSection(line.start, raw, sense)
    this.push(line.start, line.end, 'heading')
    return true
  }

  /** "PREFERRED: EPIC, CPC": in a text all in capitals a label with its content is no heading. */
  private holdsLabel(start: number, end: number): boolean {
    LABEL_AT_START.lastIndex = start
    return LABEL_AT_START.test(this.folded) && LABEL_AT_START.lastIndex < end - 2
  }

  /** A statement that begins with a label opens a section; returns where its content begins. */
  private labelled(start: number, end: number, more: boolean): number {
    if (!mayBeginLabel(this.folded, start)) return start
    LABEL_AT_START.lastIndex = start
    const label = LABEL_AT_START.exec(this.folded)
    if (label !== null && LABEL_AT_START.lastIndex <= end) {
      const heading = label[1] ?? ''
      const sense = headingSense(heading + (label[2] ?? ''))
      if (sense === null) return start
      this.openSection(start, this.text.slice(start, start + heading.length), sense)
      this.push(start, LABEL_AT_START.lastIndex, 'heading')
      return LABEL_AT_START.lastIndex
    }
    BARE_LABEL_AT_START.lastIndex = start
    const bare = BARE_LABEL_AT_START.exec(this.folded)
    if (bare === null) return start
    const after = BARE_LABEL_AT_START.lastIndex
    const raw = this.text.slice(start, after)
    const next = this.text.slice(after, after + 2)
    const words = raw.split(/[ /]+/)
    const title = words.every((word) => /^(?:[A-Z&]|and$|or$)/.test(word))
    const glued = /^[A-Z0-9•]/.test(next)
    const whole = after >= end && more
    if (
      !title ||
      !(whole || (after < end && (glued || (words.length > 1 && /^ [A-Z0-9•]/.test(next)))))
    )
      return start
    const sense = headingSense(bare[0])
    if (sense === null) return start
    this.openSection(start, raw, sense)
    this.push(start, after, 'heading')
    return after
  }

  /** "Required. Two years of billing.": a label that ends with a full stop, before what it heads. */
  private runInLabel(start: number, end: number): boolean {
    let stop = end
    while (stop > start && isSpace(this.text.charCodeAt(stop - 1))) stop -= 1
    if (stop - start > 45) return false
    const question = QUESTION.test(this.folded.slice(start, stop))
    if (!question && (stop - start > 40 || this.text.charAt(stop - 1) !== '.')) return false
    const words = this.folded.slice(start, stop - 1)
    if (question) {
      this.openSection(start, this.text.slice(start, stop), headingSense(words))
      this.push(start, stop, 'heading')
      return true
    }
    if (blanksIn(words) > 3 || !/^[A-Z]/.test(this.text.charAt(start))) return false
    const sense = isClosedHeading(words) ? headingSense(words) : null
    if (sense === null && this.runIn !== this.sections.length - 1) return false
    this.openSection(start, this.text.slice(start, stop - 1), sense)
    this.push(start, stop, 'heading')
    this.runIn = this.sections.length - 1
    return true
  }

  /** `bullet` and `nextBullet` are the lengths of the bullets this line and the next begin with. */
  private addLine(
    line: Placed,
    bullet: number,
    next: Placed | undefined,
    nextBullet: number,
  ): void {
    const opensList =
      line.kind !== 'item' && next !== undefined && (next.kind === 'item' || nextBullet > 0)
    const start = line.start + bullet
    if (start >= line.end || this.asHeading(line, start, bullet > 0, opensList)) return
    const starts = statementStarts(this.text, this.folded, start, line.end)
    for (let index = 0; index < starts.length; index += 1) {
      const from = starts[index] ?? start
      const to = starts[index + 1] ?? line.end
      if (index === 0 && starts.length > 1 && this.runInLabel(from, to)) continue
      const inline = index > 0 ? bulletAt(this.text, from, to) : 0
      const item = line.kind === 'item' || bullet > 0 || inline > 0
      const [begin] = trimmed(this.text, from + inline, to)
      this.push(
        this.labelled(begin, to, index < starts.length - 1),
        to,
        item ? 'item' : 'paragraph',
      )
    }
  }

  addLines(lines: readonly Placed[]): void {
    let bullet = this.bulletOf(lines[0])
    for (let index = 0; index < lines.length; index += 1) {
      const next = lines[index + 1]
      const nextBullet = this.bulletOf(next)
      this.addLine(lines[index] as Placed, bullet, next, nextBullet)
      bullet = nextBullet
    }
  }

  private bulletOf(line: Placed | undefined): number {
    return line === undefined ? 0 : bulletAt(this.text, line.start, line.end)
  }
}

/**
 * Cuts an advert into sections (by its headings) and statements. `html` wins over `text`; `text` of the
 * result is the shown text. Plain text is shown as given, so spans also point into the input.
 * Deterministic, linear, never throws.
 */
export function advertText(advert: Advert): AdvertText {
  const html = advert.html ?? (looksLikeHtml(advert.text ?? '') ? advert.text : null)
  const lines = html == null || html === '' ? null : htmlToLines(html)
  const text = lines === null ? (advert.text ?? '') : joinLines(lines)
  const builder = new Builder(text)
  const placed = lines === null ? cutLines(text) : placeLines(lines)
  builder.addLines(placed)
  return {
    text,
    folded: builder.folded,
    title: advert.title,
    employer: advert.employer ?? null,
    place: advert.place ?? null,
    sections: builder.sections,
    sentences: builder.sentences,
  }
}

export function sentenceText(doc: AdvertText, sentence: Sentence): string {
  return doc.text.slice(sentence.start, sentence.end)
}
