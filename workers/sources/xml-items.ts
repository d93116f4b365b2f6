import { load } from 'cheerio'
import { escapeAttribute, escapeText } from 'entities'
import { z } from 'zod'
import type { FeedPage } from './contract.ts'
import { plain } from './fields.ts'
import { badFeed, someBody, text } from './shape.ts'

/** One element of a feed as plain data. */
export interface XmlElement {
  /** Its local name as the feed writes it ("jobType" of joblisting:jobType): prefixes differ from feed to feed. */
  tag: string
  /** The tag in lower case without "_", "-" and ".", so that job_type, jobType and job-type are one. */
  name: string
  /** The prefix before a colon; '' when there is none. */
  prefix: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** All text inside, CDATA included, XML entities resolved. */
  text: string
  /** What stands inside as markup: the text, or text and elements where the feed did not escape its HTML. */
  markup(): string
}

/** What the parser hands out, as far as it is used here. */
interface Node {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: Node[]
}

/** Reading goes down by recursion. What is nested deeper than this is no field and no text of people's making. */
const MOST_LEVELS = 100

const cdataOf = (node: Node) => (node.children ?? []).map((c) => c.data ?? '').join('')
const isElement = (node: Node) => node.name !== undefined && node.type !== 'directive'

function elementOf(node: Node, level = 0): XmlElement {
  const inside = level >= MOST_LEVELS ? [] : (node.children ?? [])
  const children: XmlElement[] = []
  let said = ''
  for (const child of inside) {
    if (child.type === 'text') said += child.data ?? ''
    else if (child.type === 'cdata') said += cdataOf(child)
    else if (isElement(child)) {
      const element = elementOf(child, level + 1)
      children.push(element)
      said += element.text
    }
  }
  const [tag = '', prefix = ''] = (node.name ?? '').split(':').reverse()
  return {
    tag,
    name: tag.toLowerCase().replace(/[_.-]/g, ''),
    prefix: prefix.toLowerCase(),
    attributes: node.attribs ?? {},
    children,
    text: said,
    markup: () => (children.length === 0 ? said : innerHtml(inside, level)),
  }
}

const VOID = /^(br|hr|img|wbr)$/i

/** The HTML that was written as elements of the feed. An empty element is closed by its end tag, as HTML wants it. */
function innerHtml(nodes: readonly Node[], level: number): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeText(node.data ?? '')
      if (node.type === 'cdata') return cdataOf(node)
      if (!isElement(node)) return ''
      const name = (node.name ?? '').replace(/^.*:/, '')
      const attributes = Object.entries(node.attribs ?? {})
        .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
        .join('')
      if (VOID.test(name)) return `<${name}${attributes}>`
      const inside = level + 1 >= MOST_LEVELS ? '' : innerHtml(node.children ?? [], level + 1)
      return `<${name}${attributes}>${inside}</${name}>`
    })
    .join('')
}

/** Prologue, comments and document type come before the outermost element; none of them may end it. */
const BEFORE_ROOT: [opens: string, closes: string][] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
]

/** The outermost element's name with its prefix and where it begins; null when the body does not begin as XML. */
function rootAt(body: string): { name: string; at: number } | null {
  let at = 0
  for (;;) {
    while (/\s/.test(body.charAt(at))) at++
    const skip = BEFORE_ROOT.find(([opens]) => body.startsWith(opens, at))
    if (skip === undefined) break
    const end = body.indexOf(skip[1], at + skip[0].length)
    if (end === -1) return null
    at = end + skip[1].length
  }
  const name = /^<([A-Za-z_][\w:.-]*)/.exec(body.slice(at, at + 200))?.[1]
  return name === undefined ? null : { name, at }
}

/** Whether the outermost element comes to its end: nothing but comments may follow. */
function ends(body: string, root: { name: string; at: number }): boolean {
  const tail = body.slice(-4000).replace(/(?:\s|<!--(?:(?!-->)[\s\S])*-->)+$/, '')
  if (new RegExp(`</${root.name.replaceAll('.', '\\.')}\\s*>$`).test(tail)) return true
  return /^<[^<>]*\/>\s*$/.test(body.slice(root.at, root.at + 4000))
}

/**
 * The outermost element of an XML feed.
 * @param roots the local names it may have, in lower case.
 * @throws FootholdError `bad-feed`: `empty-body`, `html-instead-of-xml`, `truncated` or `mis-shaped`.
 */
export function xmlRoot(page: FeedPage, feed: string, roots: readonly string[]): XmlElement {
  const body = someBody(page, feed)
  const found = rootAt(body)
  const name = found?.name ?? ''
  const local = name.replace(/^.*:/, '').toLowerCase()
  if (local === 'html' || /^<!doctype html/i.test(body)) {
    throw badFeed('html-instead-of-xml', feed, 'the answer was a web page, not XML.')
  }
  if (found === null) {
    throw badFeed('mis-shaped', feed, 'the answer is not XML.')
  }
  if (!roots.includes(local)) {
    const known = roots.map((r) => `<${r}>`).join(', ')
    throw badFeed('mis-shaped', feed, `the answer is <${name}>, not one of ${known}.`)
  }
  if (!ends(body, found)) throw badFeed('truncated', feed, 'the answer stops in the middle.')
  const $ = load(body, { xml: true })
  const top = $.root()
    .children()
    .toArray()
    .find((node) => node.name === name)
  if (top === undefined) throw badFeed('mis-shaped', feed, `<${name}> cannot be found.`)
  return elementOf(top)
}

/** Pictures and players beside an entry are not facts of the job. */
const FOREIGN = new Set(['media', 'itunes'])

/** The children with one of these names, in the order of the names; none of an element that is absent. */
export function children(parent: XmlElement | null, ...names: string[]): XmlElement[] {
  const inside = (parent?.children ?? []).filter((c) => !FOREIGN.has(c.prefix))
  return names.flatMap((name) => inside.filter((c) => c.name === name))
}

/** The first child of that name; null when there is none. */
export function child(parent: XmlElement | null, name: string): XmlElement | null {
  return children(parent, name)[0] ?? null
}

/** The plain words of the first child that says something; null when none does. */
export function words(parent: XmlElement | null, ...names: string[]): string | null {
  for (const found of children(parent, ...names)) {
    const said = plain(found.text)
    if (said !== null) return said
  }
  return null
}

/** The markup of the first child that says something; null when none does. Whether it is HTML is for `asHtml` to see. */
export function markup(parent: XmlElement | null, ...names: string[]): string | null {
  for (const found of children(parent, ...names)) {
    const said = text(found.markup())
    if (said !== null) return said
  }
  return null
}

/** What no reader asked for, under the feed's own names: texts, lists of texts where a name comes twice. */
export function rest(parent: XmlElement, read: ReadonlySet<string>): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const child of parent.children) {
    if (read.has(child.name) || FOREIGN.has(child.prefix)) continue
    const said = plain(child.text)
    if (said === null) continue
    const before = facts[child.tag]
    facts[child.tag] =
      before === undefined
        ? said
        : [...(Array.isArray(before) ? (before as unknown[]) : [before]), said]
  }
  return facts
}

/** For mapEach: an element that has a title under one of these names. */
export function titled(...names: string[]): z.ZodType<XmlElement> {
  return z.custom<XmlElement>((item) => words(item as XmlElement, ...names) !== null, {
    error: 'the title is missing',
  })
}
