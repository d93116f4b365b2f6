import { load, type CheerioAPI } from 'cheerio'
import { badFeed, someBody } from './shape.ts'
import type { FeedPage } from './contract.ts'

/**
 * A web page that came whole.
 * @throws FootholdError `bad-feed`: `empty-body`, or `truncated` when it opens as a document and never ends.
 */
export function wholePage(page: FeedPage, feed: string): string {
  const body = someBody(page, feed)
  if (/<html\b/i.test(body) && !/<\/(html|body)\s*>/i.test(body)) {
    throw badFeed('truncated', feed, 'the page stops in the middle.')
  }
  return body
}

/**
 * The page for looking things up in. htmlparser2 is quick on long lists and takes fragments as they are.
 * @throws FootholdError `bad-feed` (`mis-shaped`) when its elements are nested without end.
 */
export function looked(body: string, feed: string): CheerioAPI {
  return shallow(load(body, { xml: { xmlMode: false, decodeEntities: true } }), feed)
}

/** The page for taking markup out of, as `looked`: `html()` gives what stands in it, its entities untouched. */
export function asWritten(body: string, feed: string): CheerioAPI {
  return shallow(load(body, { xml: { xmlMode: false, decodeEntities: false } }), feed)
}

/** Reading goes down by recursion, so a page nested deeper than any of people's making is refused first. */
const MOST_LEVELS = 500

function shallow($: CheerioAPI, feed: string): CheerioAPI {
  let level = $.root().toArray() as { children?: unknown[] }[]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) throw badFeed('mis-shaped', feed, 'its elements are nested too deep.')
    level = level.flatMap((node) => (node.children ?? []) as { children?: unknown[] }[])
  }
  return $
}

/**
 * The JSON value that a script of the page writes right behind `marker`; undefined when the marker is not there.
 * The text of adverts holds braces and "});" of its own, so strings are stepped over.
 * @throws FootholdError `bad-feed`: `truncated` when the value does not end, `mis-shaped` when it is not JSON.
 */
export function jsonBehind(body: string, marker: RegExp, feed: string): unknown {
  const found = marker.exec(body)
  if (!found) return undefined
  const start = found.index + found[0].length
  const end = endOfValue(body, start)
  if (end === null) throw badFeed('truncated', feed, 'the page stops in the middle of its data.')
  try {
    return JSON.parse(body.slice(start, end))
  } catch {
    throw badFeed('mis-shaped', feed, 'the data in the page is not JSON.')
  }
}

/** Behind the last character of the object or list that starts at `start`; null when it never ends. */
function endOfValue(body: string, start: number): number | null {
  let depth = 0
  let inString = false
  for (let i = start; i < body.length; i++) {
    const c = body[i]
    if (inString) {
      if (c === '\\') i++
      else if (c === '"') inString = false
    } else if (c === '"') inString = true
    else if (c === '{' || c === '[') depth++
    else if (c === '}' || c === ']') {
      depth--
      if (depth === 0) return i + 1
    }
  }
  return null
}
