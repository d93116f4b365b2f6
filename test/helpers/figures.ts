import { load, type CheerioAPI } from 'cheerio'

type Wrapped = ReturnType<CheerioAPI>

/** Figures of a page and what is wrong with them. */
export interface FigureWalk {
  /** How many stretches of text with a figure were met. */
  figures: number
  /** One line for each figure without a mark, a source or a date; empty when all is well. */
  faults: string[]
}

/** Dates are no figures, a source line names its own files, and a name may hold a number: mark it `data-name`. */
const NO_FIGURE = 'time, [data-source-line], [data-name], script, style, option, textarea'

const TEXT_NODE = 3

/**
 * Walks the main part of a page. Every text that holds a digit must stand inside `data-figure`, and that inside a
 * block `data-source` whose own line `data-source-line` names a source in words and bears a `<time>`.
 */
export function walkFigures(html: string): FigureWalk {
  const $ = load(html)
  const walk: FigureWalk = { figures: 0, faults: [] }
  $('main *')
    .contents()
    .each((_, node) => {
      const text = $(node).text()
      if (node.nodeType !== TEXT_NODE || !/\d/.test(text)) return
      const parent = $(node).parent()
      if (parent.closest(NO_FIGURE).length > 0) return
      walk.figures += 1
      const why = faultOf($, parent)
      if (why !== null) walk.faults.push(`"${text.trim().slice(0, 60)}": ${why}`)
    })
  return walk
}

function faultOf($: CheerioAPI, parent: Wrapped): string | null {
  const marked = parent.closest('[data-figure]')
  if (marked.length === 0) return 'not marked as a figure'
  const block = marked.closest('[data-source]')
  if (block.length === 0) return 'in no block with a source'
  const line = block
    .find('[data-source-line]')
    .filter((_, el) => $(el).closest('[data-source]').is(block))
    .first()
  if (line.length === 0) return 'its block names no source'
  const dates = line.find('time').map((_, el) => $(el).attr('datetime') ?? '')
  if (!dates.get().some((date) => /^\d{4}/.test(date) && !Number.isNaN(Date.parse(date))))
    return 'its source bears no date'
  const words = line.clone()
  words.find('time').remove()
  return /\p{L}{3,}/u.test(words.text()) ? null : 'its source has no name'
}
