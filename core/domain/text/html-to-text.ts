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

const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'title'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const LISTS = new Set(['ul', 'ol'])
/** Elements that stand apart from what comes before them by a blank line. */
const APART = new Set([
  'p',
  'dl',
  'table',
  'blockquote',
  'section',
  'article',
  ...LISTS,
  ...HEADINGS,
])
/** Elements that begin and end a line. */
const BLOCKS = new Set([
  ...APART,
  ...[
    'br',
    'div',
    'li',
    'dt',
    'dd',
    'tr',
    'hr',
    'header',
    'footer',
    'main',
    'aside',
    'nav',
    'form',
  ],
  ...['fieldset', 'figure', 'figcaption', 'caption', 'thead', 'tbody', 'tfoot', 'pre', 'address'],
])
const OWN_BULLET = /^[•·▪◦‣*–-]\s/
const TAG = /<[a-z!/?]/i
const BLOCK_MARKUP = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|span|table)(?:\s[^<>]{0,300})?\/?>/i
/** Markup that was escaped once too often, as several job boards serve it. */
const ESCAPED_TAG =
  /&(?:amp;)?lt;\/?(?:p|br|div|span|ul|ol|li|h[1-6]|strong|b|em|i|table|tr|td|a)\b/i
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
  private dropped: string | null = null
  private cell = false

  open(name: string): void {
    if (this.dropped !== null) return
    if (DROPPED.has(name)) this.dropped = name
    if (name === 'td' || name === 'th') this.cell = this.runs.length > 0
    if (name === 'b' || name === 'strong') this.bold = true
    if (!BLOCKS.has(name)) return
    this.flush()
    if (APART.has(name) && !this.inItem) this.gap = true
    if (LISTS.has(name)) this.lists += 1
    if (name === 'li') this.inItem = this.firstOfItem = true
    if (HEADINGS.has(name)) this.heading = true
    if (name !== 'br') this.bold = false
  }

  close(name: string): void {
    if (this.dropped !== null) {
      if (this.dropped === name) this.dropped = null
      return
    }
    if (name === 'b' || name === 'strong') this.bold = false
    if (!BLOCKS.has(name)) return
    this.flush()
    if (LISTS.has(name) && this.lists > 0) this.lists -= 1
    if (name === 'li' || LISTS.has(name)) {
      this.firstOfItem = false
      this.inItem = name !== 'li' && this.lists > 0
    }
    if (HEADINGS.has(name)) this.heading = false
    if (APART.has(name) && !this.inItem) this.gap = true
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
    const text = shown(this.runs.join(''))
    const bold = !this.plain
    this.runs = []
    this.cell = this.plain = false
    if (text === '') return
    const own = this.firstOfItem && !OWN_BULLET.test(text) ? BULLET + text : text
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
  return ESCAPED_TAG.test(text) || BLOCK_MARKUP.test(text)
}

const ignore = (): void => undefined

/**
 * HTML as lines of shown text. Block structure is kept, script and style are dropped, entities are
 * decoded (also where the whole markup was escaped), text is NFC with ordinary spaces.
 * Never throws; linear in the length of the input.
 */
export function htmlToLines(html: string): Line[] {
  let source = html
  for (let round = 0; round < 2 && ESCAPED_TAG.test(source); round += 1) source = decodeHTML(source)
  if (!TAG.test(source)) return plainLines(source)
  const writer = new LineWriter()
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => writer.open(source.slice(start, end).toLowerCase()),
      onclosetag: (start, end) => writer.close(source.slice(start, end).toLowerCase()),
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
