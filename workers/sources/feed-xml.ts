import { decodeHTMLStrict, escapeText } from 'entities'
import { load } from 'cheerio'
import type { FeedPage } from './contract.ts'
import { badFeed, someBody, text } from './shape.ts'

/** What the parser hands out, as far as it is used here. */
interface Node {
  type: string
  name?: string
  data?: string
  children?: Node[]
}

/** One element as plain data. Names are local ("location" of tt:location): prefixes differ from feed to feed. */
export interface XmlElement {
  name: string
  /** Its own text and CDATA, entities of XML resolved; that of its children is theirs. */
  text: string
  children: XmlElement[]
  node: Node
}

const local = (name: string) => name.replace(/^.*:/, '')

/** Feeds are flat; what is nested deeper than this is no field. */
const MOST_LEVELS = 30

function textOf(node: Node): string {
  if (node.type === 'text') return node.data ?? ''
  return node.type === 'cdata' ? (node.children ?? []).map((c) => c.data ?? '').join('') : ''
}

function elementOf(node: Node, level = 0): XmlElement {
  const inside = node.children ?? []
  return {
    name: local(node.name ?? ''),
    text: inside.map(textOf).join(''),
    children:
      level >= MOST_LEVELS
        ? []
        : inside.filter((c) => c.name !== undefined).map((c) => elementOf(c, level + 1)),
    node,
  }
}

/** The inside of an element that holds markup as elements of its own, as HTML without attributes. */
function innerHtml(nodes: readonly Node[], level = 0): string {
  return nodes
    .map((n) => {
      if (n.type === 'cdata') return textOf(n)
      if (n.name === undefined) return n.type === 'text' ? escapeText(n.data ?? '') : ''
      const name = local(n.name)
      const inside = level >= MOST_LEVELS ? '' : innerHtml(n.children ?? [], level + 1)
      return VOID.test(name) ? `<${name}>` : `<${name}>${inside}</${name}>`
    })
    .join('')
}

const VOID = /^(br|hr|img)$/i

const HTML_START = /^(<\?xml[^>]*\?>\s*)?<(!doctype\s+html|html)\b/i

/**
 * The root element of an XML feed, by its local name. The declared encoding is of no account: the body is text already.
 * @throws FootholdError `bad-feed`: `empty-body`, `html-instead-of-xml`, `truncated` or `mis-shaped`.
 */
export function xmlRoot(page: FeedPage, feed: string, root: string): XmlElement {
  const body = someBody(page, feed)
  if (HTML_START.test(body)) {
    throw badFeed('html-instead-of-xml', feed, 'the answer was a web page, not XML.')
  }
  if (!new RegExp(`<(\\w+:)?${root}[\\s/>]`).test(body)) {
    throw badFeed('mis-shaped', feed, `the answer holds no <${root}>.`)
  }
  const ended = new RegExp(
    `(</(\\w+:)?${root}\\s*>|<(\\w+:)?${root}\\b[^<>]*/>)\\s*(<!--[\\s\\S]*?-->\\s*)*$`,
  )
  if (!ended.test(body)) throw badFeed('truncated', feed, 'the answer stops in the middle.')
  const nodes = load(body, { xml: true }).root()[0]?.children as Node[] | undefined
  const top = nodes?.find((n) => n.type === 'tag' && local(n.name ?? '') === root)
  if (top === undefined)
    throw badFeed('mis-shaped', feed, `<${root}> is not the outermost element.`)
  return elementOf(top)
}

/** The direct children of that name. */
export function elements(parent: XmlElement | null, name: string): XmlElement[] {
  return parent === null ? [] : parent.children.filter((c) => c.name === name)
}

export function element(parent: XmlElement | null, name: string): XmlElement | null {
  return elements(parent, name)[0] ?? null
}

/** The words of a child: HTML entities that XML does not know are resolved too; null for blanks. */
export function words(parent: XmlElement | null, name: string): string | null {
  const found = element(parent, name)
  return found === null ? null : text(decodeHTMLStrict(found.text).replace(/\s+/g, ' '))
}

/** The description in a child: escaped, in CDATA or as elements. Whether it is HTML is for `asHtml` to see. */
export function markup(parent: XmlElement | null, name: string): string | null {
  const found = element(parent, name)
  if (found === null) return null
  return text(found.children.length === 0 ? found.text : innerHtml(found.node.children ?? []))
}
