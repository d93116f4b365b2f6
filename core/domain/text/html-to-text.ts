import { decodeHTML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { isSpace } from './chars.ts'

/** One line of shown text, with what the markup said about it. */
export interface Line {
  text: string
  kind: 'heading' | 'item' | 'paragraph'
  /** Every visible character of the line was bold. */
  bold: boolean
  /** A blank line stands before it. */
  gap: boolean
}

/** The bullet every list item starts with in shown text. */
export const BULLET = '• '

/** What an element's name says; 0 for the elements that say nothing. */
const NAME = {
  /** Begins and ends a line. */
  block: 1 << 0,
  /** Stands apart from what comes before it by a blank line. */
  apart: 1 << 1,
  list: 1 << 2,
  item: 1 << 3,
  heading: 1 << 4,
  cell: 1 << 5,
  bold: 1 << 6,
  break: 1 << 7,
  /** What it holds is never shown. */
  dropped: 1 << 8,
} as const

const NAMES = new Map<string, number>()
for (const [names, says] of [
  ['p dl table blockquote section article', NAME.block | NAME.apart],
  ['ul ol', NAME.block | NAME.apart | NAME.list],
  ['h1 h2 h3 h4 h5 h6', NAME.block | NAME.apart | NAME.heading],
  ['li', NAME.block | NAME.item],
  ['br', NAME.block | NAME.break],
  ['div dt dd tr hr header footer main aside nav form fieldset', NAME.block],
  ['figure figcaption caption thead tbody tfoot pre address', NAME.block],
  ['td th', NAME.cell],
  ['b strong', NAME.bold],
  ['script style noscript template iframe object title', NAME.dropped],
] as const)
  for (const name of names.split(' ')) NAMES.set(name, says)

/** What a name says; most are written in small letters already. */
const saysName = (name: string): number => NAMES.get(name) ?? NAMES.get(name.toLowerCase()) ?? 0

const OWN_BULLETS = '•·▪◦‣*–-'
const TAG = /<[a-z!/?]/i
const BLOCK_MARKUP = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|span|table)(?:\s[^<>]{0,300})?\/?>/i
/** Markup that was escaped once too often, as several job boards serve it. */
const ESCAPED_TAG =
  /&(?:amp;)?lt;\/?(?:p|br|div|span|ul|ol|li|h[1-6]|strong|b|em|i|table|tr|td|a)\b/iy

/** Tried at each ampersand: few stand in an advert, and finding them is quicker than a search by pattern. */
function hasEscapedTag(source: string): boolean {
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', at + 1)) {
    ESCAPED_TAG.lastIndex = at
    if (ESCAPED_TAG.test(source)) return true
  }
  return false
}

/** Signs that are never shown: controls, soft hyphens, marks of writing direction, word joiners. */
function isHidden(code: number): boolean {
  if (code < 32) return code <= 8 || code >= 14
  if (code < 0x200c) return code === 127 || code === 0xad
  return code <= 0x200f || (code >= 0x202a && code <= 0x202e) || code === 0x2060
}

/** Below U+0300 nothing changes under NFC, and neither do the common dashes, quotes and bullets. */
const staysUnderNfc = (code: number): boolean =>
  code < 0x300 || (code >= 0x2010 && code <= 0x2027) || code === 0x200b

/** One line as shown: hidden signs dropped, white space to single blanks, trimmed, NFC. */
function shown(raw: string): string {
  let stable = true
  let tidy = true
  let afterSpace = true
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (code > 32 && code < 127) {
      afterSpace = false
      continue
    }
    if (isSpace(code)) {
      if (afterSpace || code !== 32) tidy = false
      afterSpace = true
      continue
    }
    if (isHidden(code)) return shown(withoutHidden(raw))
    if (!staysUnderNfc(code)) stable = false
    afterSpace = false
  }
  const line = tidy && !afterSpace ? raw : singleSpaced(raw)
  return stable ? line : line.normalize('NFC')
}

function singleSpaced(raw: string): string {
  const words: string[] = []
  let from = 0
  for (let at = 0; at <= raw.length; at += 1) {
    if (at < raw.length && !isSpace(raw.charCodeAt(at))) continue
    if (at > from) words.push(raw.slice(from, at))
    from = at + 1
  }
  return words.join(' ')
}

function withoutHidden(raw: string): string {
  const kept: string[] = []
  let from = 0
  for (let at = 0; at < raw.length; at += 1) {
    if (!isHidden(raw.charCodeAt(at))) continue
    kept.push(raw.slice(from, at))
    from = at + 1
  }
  kept.push(raw.slice(from))
  return kept.join('')
}

/** Some sign of the run is not white space. */
function isVisible(run: string): boolean {
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at)
    if (!isSpace(code) || code === 0x200b) return true
  }
  return false
}

/** A shown line that brings its own bullet; its blanks are plain ones. */
const hasBullet = (line: string): boolean =>
  line.charCodeAt(1) === 32 && OWN_BULLETS.includes(line.charAt(0))

/**
 * Collects text runs into lines while tags stream past. It keeps counters instead of a stack of open
 * elements, so markup that never closes costs no more than markup that does.
 */
class LineWriter {
  readonly lines: Line[] = []
  private runs: string[] = []
  private plain = false
  private gap = false
  private lists = 0
  private inItem = false
  private firstOfItem = false
  private heading = false
  private bold = false
  /** Name of the element whose content is being dropped. */
  private dropped: string | null = null
  private cell = false

  open(name: string): void {
    if (this.dropped !== null) return
    const says = saysName(name)
    if (says === 0) return
    if ((says & NAME.dropped) !== 0) this.dropped = name.toLowerCase()
    if ((says & NAME.cell) !== 0) this.cell = this.runs.length > 0
    if ((says & NAME.bold) !== 0) this.bold = true
    if ((says & NAME.block) === 0) return
    this.flush()
    if ((says & NAME.apart) !== 0 && !this.inItem) this.gap = true
    if ((says & NAME.list) !== 0) this.lists += 1
    if ((says & NAME.item) !== 0) this.inItem = this.firstOfItem = true
    if ((says & NAME.heading) !== 0) this.heading = true
    if ((says & NAME.break) === 0) this.bold = false
  }

  close(name: string): void {
    if (this.dropped !== null) {
      if (this.dropped === name.toLowerCase()) this.dropped = null
      return
    }
    const says = saysName(name)
    if ((says & NAME.bold) !== 0) this.bold = false
    if ((says & NAME.block) === 0) return
    this.flush()
    if ((says & NAME.list) !== 0 && this.lists > 0) this.lists -= 1
    if ((says & (NAME.item | NAME.list)) !== 0) {
      this.firstOfItem = false
      this.inItem = (says & NAME.item) === 0 && this.lists > 0
    }
    if ((says & NAME.heading) !== 0) this.heading = false
    if ((says & NAME.apart) !== 0 && !this.inItem) this.gap = true
    this.bold = false
  }

  write(run: string): void {
    if (this.dropped !== null || run === '') return
    const visible = isVisible(run)
    if (visible && this.cell) {
      this.runs.push(' | ')
      this.cell = false
    }
    this.runs.push(run)
    if (visible && !this.bold) this.plain = true
  }

  flush(): void {
    if (this.runs.length === 0) return
    const text = shown(this.runs.length === 1 ? (this.runs[0] ?? '') : this.runs.join(''))
    const bold = !this.plain
    this.runs = []
    this.cell = this.plain = false
    if (text === '') return
    const own = this.firstOfItem && !hasBullet(text) ? BULLET + text : text
    const kind = this.heading ? 'heading' : this.inItem ? 'item' : 'paragraph'
    this.lines.push({ text: own, kind, bold, gap: this.gap })
    this.firstOfItem = this.gap = false
  }
}

/** Plain text as lines: entities decoded, white space collapsed, blank lines kept as gaps. */
function plainLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = false
  for (const raw of decodeHTML(text).split(/\r\n?|\n|\u2028|\u2029/)) {
    const line = shown(raw)
    if (line !== '') lines.push({ text: line, kind: 'paragraph', bold: false, gap })
    gap = line === ''
  }
  return lines
}

/** True when the string holds block or list markup, plain or escaped. */
export function looksLikeHtml(text: string): boolean {
  return hasEscapedTag(text) || BLOCK_MARKUP.test(text)
}

const ignore = (): void => undefined

/**
 * HTML as lines of shown text. Block structure is kept, script and style are dropped, entities are
 * decoded (also where the whole markup was escaped), text is NFC with ordinary spaces.
 * Never throws; linear in the length of the input.
 */
export function htmlToLines(html: string): Line[] {
  let source = html
  for (let round = 0; round < 2 && hasEscapedTag(source); round += 1) source = decodeHTML(source)
  if (!TAG.test(source)) return plainLines(source)
  const writer = new LineWriter()
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => writer.open(source.slice(start, end)),
      onclosetag: (start, end) => writer.close(source.slice(start, end)),
      ontext: (start, end) => writer.write(source.slice(start, end)),
      ontextentity: (codepoint) => writer.write(String.fromCodePoint(codepoint)),
      oncdata: (start, end, offset) => writer.write(source.slice(start, end - offset)),
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  writer.flush()
  return writer.lines
}

/** Lines as one string: each on its own line, a blank line where the markup stands apart. */
export function joinLines(lines: readonly Line[]): string {
  const parts: string[] = []
  for (const line of lines) {
    if (parts.length > 0) parts.push(line.gap ? '\n\n' : '\n')
    parts.push(line.text)
  }
  return parts.join('')
}

/**
 * The text a person would read on the page: headings and paragraphs on lines of their own, list items
 * as lines starting with "• ", table cells separated by " | ". Never throws.
 */
export function htmlToText(html: string): string {
  return joinLines(htmlToLines(html))
}
