import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../../core/domain/text/html-to-text.ts'

describe('htmlToText', () => {
  it('keeps headings and paragraphs on lines of their own and list items as bullets', () => {
    const html =
      '<h2>Needs</h2><p>Be kind.</p><ul><li>CPC</li><li><p>1 year</p></li></ul><p>Bye</p>'
    expect(htmlToText(html)).toBe('Needs\n\nBe kind.\n\n• CPC\n• 1 year\n\nBye')
  })

  it('separates the cells of a table row', () => {
    const html =
      '<table><tr><th>Shift</th><th>Days</th></tr><tr><td>1st</td><td>Mon</td></tr></table>'
    expect(htmlToText(html)).toBe('Shift | Days\n1st | Mon')
  })

  it('decodes entities and turns non-breaking spaces into spaces', () => {
    expect(htmlToText('<p>A/R&nbsp;&amp;&#8211;billing</p>')).toBe('A/R &–billing')
  })

  it('drops what is never shown', () => {
    const html = '<style>p{}</style><p>x</p><script>var a="<p>y</p>"</script><!-- z -->'
    expect(htmlToText(html)).toBe('x')
  })

  it('reads markup that was escaped once too often', () => {
    const html =
      '&lt;p&gt;Pay &amp;amp; hours&lt;/p&gt;&lt;ul&gt;&lt;li&gt;18 &amp;lt; 20&lt;/li&gt;&lt;/ul&gt;'
    expect(htmlToText(html)).toBe('Pay & hours\n\n• 18 < 20')
  })

  it('keeps the lines of text that holds no markup', () => {
    expect(htmlToText('one\r\ntwo\n\n\nthree')).toBe('one\ntwo\n\nthree')
  })

  it('composes letters that came apart', () => {
    expect(htmlToText('<p>re\u0301sume\u0301</p>')).toBe('r\u00e9sum\u00e9')
  })

  it('reads markup that never closes', () => {
    expect(htmlToText('<ul><li>one<li>two<p>three')).toBe('• one\n• two\nthree')
  })

  it('does not double a bullet the advert typed itself', () => {
    expect(htmlToText('<ul><li>• CPC</li></ul>')).toBe('• CPC')
  })

  it('never throws and never shows a control character, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const shown = htmlToText(text)
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
      }),
    )
  })
})
