import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advertText, sentenceText } from '../../../../core/domain/text/document.ts'
import { fold } from '../../../../core/domain/text/fold.ts'

const read = (text: string) => advertText({ title: 'Medical Coder', text })
const readHtml = (html: string) => advertText({ title: 'Medical Coder', html })
type Doc = ReturnType<typeof advertText>
const said = (doc: Doc): string[] =>
  doc.sentences.filter((s) => s.kind !== 'heading').map((s) => sentenceText(doc, s))
const headings = (doc: Doc) => doc.sections.slice(1).map((s) => [s.heading, s.kind, s.strength])

describe('advertText', () => {
  it('shows plain text exactly as given, so that spans point into the input', () => {
    const text = '  Needs:\r\n\u00a0- CPC\n'
    expect(read(text).text).toBe(text)
  })

  it('prefers html to text', () => {
    expect(advertText({ title: 't', html: '<p>a</p>', text: 'b' }).text).toBe('a')
  })

  it('knows required and preferred headings, with and without colon', () => {
    const doc = read('Minimum Qualifications\n- CPC\nPreferred Qualifications:\n- CRC')
    expect(headings(doc)).toEqual([
      ['Minimum Qualifications', 'required', 'required'],
      ['Preferred Qualifications', 'preferred', 'preferred'],
    ])
  })

  it('treats Qualifications as asked without a mark', () => {
    expect(headings(read('Qualifications\nHS diploma'))).toEqual([
      ['Qualifications', 'required', 'unspecified'],
    ])
  })

  it('lets a label keep the strength of the heading above it', () => {
    const doc = read('Preferred Qualifications:\nExperience: 2 years\nBenefits:\n- 401k')
    expect(headings(doc).map(([, kind]) => kind)).toEqual(['preferred', 'preferred', 'benefits'])
  })

  it('does not take physical requirements for qualifications', () => {
    expect(headings(read('Physical Requirements:\n- Lift 20 lb'))[0]?.[1]).toBe('other')
  })

  it('tells duties, about, pay and benefits apart', () => {
    const doc = read("What you'll do:\nx\nAbout us:\nx\nPay range:\nx\nWhat we offer:\nx")
    expect(headings(doc).map(([, kind]) => kind)).toEqual(['duties', 'about', 'pay', 'benefits'])
  })

  it('reads a bold-only paragraph as a heading', () => {
    const doc = readHtml('<p><strong>Requirements</strong></p><p>CPC</p>')
    expect(headings(doc)).toEqual([['Requirements', 'required', 'required']])
  })

  it('does not read a bold requirement as a heading', () => {
    const doc = readHtml('<p><b>2 years of coding experience required</b></p>')
    expect(headings(doc)).toEqual([])
  })

  it('reads a heading that stands in a line', () => {
    const doc = read('Qualifications: High school diploma. CPC required.')
    expect(headings(doc)[0]?.[0]).toBe('Qualifications')
    expect(said(doc)).toEqual(['High school diploma.', 'CPC required.'])
  })

  it('does not split at abbreviations of the trade', () => {
    const doc = read('Min. 2 yrs. experience with Dr. Smith, e.g. billing. Must type.')
    expect(said(doc)).toEqual([
      'Min. 2 yrs. experience with Dr. Smith, e.g. billing.',
      'Must type.',
    ])
  })

  it('splits statements that were glued together', () => {
    const doc = read('Knows payers.4+ years in billingStrong attention to detail')
    expect(said(doc)).toEqual([
      'Knows payers.',
      '4+ years in billing',
      'Strong attention to detail',
    ])
  })

  it('does not split a product name at its inner capital', () => {
    expect(said(read('Uses eClinicalWorks and AdvancedMD daily'))).toHaveLength(1)
  })

  it('splits bullets that stand inside a line', () => {
    expect(said(read('• CPC • 1 year • Kind'))).toEqual(['CPC', '1 year', 'Kind'])
  })

  it('marks bulleted lines as items and prose as paragraphs', () => {
    const doc = read('We are hiring a coder for our clinic.\n- CPC')
    expect(doc.sentences.map((s) => s.kind)).toEqual(['paragraph', 'item'])
  })

  it('never throws, and every sentence lies inside the text and its section', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (raw, html) => {
        const doc = html ? readHtml(raw) : read(raw)
        for (const s of doc.sentences) {
          expect(s.start).toBeGreaterThanOrEqual(0)
          expect(s.end).toBeLessThanOrEqual(doc.text.length)
          expect(s.end).toBeGreaterThan(s.start)
          expect(doc.sections[s.section]).toBeDefined()
        }
      }),
    )
  })
})

describe('fold', () => {
  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })

  it('straightens quotes and dashes and lowers case', () => {
    expect(fold('Bachelor’s – “CPC”\u00a0İ')).toBe('bachelor\'s - "cpc" İ')
  })
})
