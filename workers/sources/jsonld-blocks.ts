import { decodeHTML } from 'entities'
import { load } from 'cheerio'
import { Parser } from 'htmlparser2'

export type Node = Record<string, unknown>

export interface Blocks {
  /** Every JobPosting object of the page, in order. */
  postings: Node[]
  /** Blocks that could not be read as JSON. */
  broken: { where: string; mentionsPosting: boolean }[]
  /** Objects of the page by their @id, to follow references. */
  byId: Map<string, Node>
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isPosting(node: Node): boolean {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']]
  return types.some((t) => typeof t === 'string' && /(^|[/:#])JobPosting$/.test(t))
}

/** JSON as sites write it: inside comments or CDATA, with raw line breaks in strings, trailing commas, escaped quotes. */
export function lenientJson(source: string): unknown {
  const bare = source
    .replace(/^\uFEFF/, '')
    .replace(/^\s*(\/\/\s*)?(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/((\/\/\s*)?-->|\/\*\s*\]\]>\s*\*\/|(\/\/\s*)?\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  const text = /^[{[]\s*&quot;/.test(bare) ? decodeHTML(bare) : bare
  try {
    return JSON.parse(text)
  } catch {
    return JSON.parse(repaired(text))
  }
}

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Escapes raw control characters inside strings and drops commas before a closing bracket. */
function repaired(text: string): string {
  let out = ''
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (inString) {
      if (c === '\\') {
        out += c + (text[++i] ?? '')
        continue
      }
      if (c === '"') inString = false
      out += c < ' ' ? (ESCAPES[c] ?? ' ') : c
    } else {
      if (c === '"') inString = true
      if (c === ',' && /^\s*[}\]]/.test(text.slice(i + 1, i + 200))) continue
      out += c
    }
  }
  return out
}

function walk(value: unknown, into: Blocks, depth = 0): void {
  if (depth > 60) return
  if (Array.isArray(value)) {
    for (const v of value) walk(v, into, depth + 1)
    return
  }
  if (!isNode(value)) return
  if (typeof value['@id'] === 'string' && Object.keys(value).length > 1) {
    into.byId.set(value['@id'], value)
  }
  if (isPosting(value)) into.postings.push(value)
  else for (const v of Object.values(value)) walk(v, into, depth + 1)
}

/** Reads the JSON-LD of a web page, or of a body that is JSON itself. */
export function blocksOf(body: string): Blocks {
  const blocks: Blocks = { postings: [], broken: [], byId: new Map() }
  const read = (source: string, where: string) => {
    try {
      walk(lenientJson(source), blocks)
    } catch {
      blocks.broken.push({ where, mentionsPosting: /JobPosting/.test(source) })
    }
  }
  if (/^\s*[{[]/.test(body)) {
    read(body, 'body')
    return blocks
  }
  const $ = load(body)
  $('script[type]').each((i, element) => {
    if (!/^application\/ld\+json\b/i.test(($(element).attr('type') ?? '').trim())) return
    const source = $(element).text()
    if (source.trim() !== '') read(source, `script[${i}]`)
  })
  return blocks
}

/** The object a reference ({"@id": ...}) stands for; anything else unchanged. */
export function resolved(value: unknown, byId: Map<string, Node>): unknown {
  if (!isNode(value) || typeof value['@id'] !== 'string' || Object.keys(value).length > 1) {
    return value
  }
  return byId.get(value['@id']) ?? value
}

export interface SitemapEntry {
  loc: string
  lastmod: string | null
}

/** The entries of a sitemap or a sitemap index; null when the body is neither. */
export function sitemapOf(body: string): { index: boolean; entries: SitemapEntry[] } | null {
  const root = /<(?:\w+:)?(urlset|sitemapindex)\b/i.exec(body.slice(0, 5000))?.[1]
  if (root === undefined) return null
  const entries: SitemapEntry[] = []
  const path: string[] = []
  let entry: SitemapEntry = { loc: '', lastmod: null }
  const local = (name: string) => name.replace(/^.*:/, '').toLowerCase()
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(local(name))
        // Only the children of an entry count: <image:loc> stands one level deeper.
        if (path.length === 2) entry = { loc: '', lastmod: null }
      },
      ontext(text) {
        if (path.length !== 3) return
        if (path[2] === 'loc') entry.loc += text
        if (path[2] === 'lastmod') entry.lastmod = (entry.lastmod ?? '') + text
      },
      onclosetag() {
        const closed = path.pop()
        if (path.length !== 1 || (closed !== 'url' && closed !== 'sitemap')) return
        const loc = entry.loc.trim()
        if (loc !== '') entries.push({ loc, lastmod: entry.lastmod?.trim() || null })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(body)
  return { index: root.toLowerCase() === 'sitemapindex', entries }
}
