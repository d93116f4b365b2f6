import { describe, expect, it } from 'vitest'
import { walkFigures } from '../helpers/figures.ts'

const page = (inside: string) => `<header>2026</header><main>${inside}</main><footer>1</footer>`
const line = 'data-source-line>BLS, <time datetime="2024-05">May 2024</time>.'

describe('the walk through the figures of a page', () => {
  it('lets a marked figure pass whose block names source and date', () => {
    const html = page(
      `<section data-source><p>About <b data-figure>24 months</b>.</p><p ${line}</p></section>`,
    )
    expect(walkFigures(html)).toEqual({ figures: 1, faults: [] })
  })

  it.each([
    ['not marked as a figure', '<p>About 24 months</p>'],
    ['not marked as a figure', `<section data-source><p>24</p><p ${line}</p></section>`],
    ['in no block with a source', '<p data-figure>24</p>'],
    ['its block names no source', '<section data-source><p data-figure>24</p></section>'],
    [
      'its source bears no date',
      '<section data-source><p data-figure>24</p><p data-source-line>BLS, May 2024</p></section>',
    ],
    [
      'its source bears no date',
      '<section data-source><p data-figure>24</p><p data-source-line>BLS, <time>May</time></p></section>',
    ],
    [
      'its source has no name',
      '<section data-source><p data-figure>24</p><p data-source-line><time datetime="2024">2024</time></p></section>',
    ],
    // The line of an inner block does not speak for the outer one.
    [
      'its block names no source',
      `<section data-source><p data-figure>24</p><div data-source><p ${line}</p></div></section>`,
    ],
  ])('finds a figure that is %s', (why, inside) => {
    const { figures, faults } = walkFigures(page(inside))
    expect(figures).toBe(1)
    expect(faults).toEqual([expect.stringContaining(why)])
  })

  it('takes dates, source lines and names that hold a number for no figures', () => {
    const html = page(
      `<p><time datetime="2026-11-24">Nov 24</time> <span data-name>ICD-10</span></p><p ${line} 29-2072</p>`,
    )
    expect(walkFigures(html)).toEqual({ figures: 0, faults: [] })
  })

  it('looks into drawings too', () => {
    expect(walkFigures(page('<svg><text>12</text></svg>')).faults).toHaveLength(1)
  })
})
