import { describe, expect, it } from 'vitest'
import { sanitiseAdvertHtml } from '../../../../core/domain/text/sanitise.ts'

const REL = 'rel="nofollow noopener noreferrer"'

describe('sanitising the HTML of an advert', () => {
  it('keeps paragraphs, lists, tables and emphasis as they are', () => {
    const html =
      '<p>One <strong>year</strong> of <em>billing</em></p><ul><li>CPC</li></ul>' +
      '<table><tbody><tr><td colspan="2">Days</td></tr></tbody></table>'
    expect(sanitiseAdvertHtml(html)).toBe(html)
  })

  it.each([
    ['a script element', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['a style element', '<style>p{color:red}</style><p>a</p>', '<p>a</p>'],
    ['an event handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['an image with a handler', '<img src=x onerror=alert(1)>a', 'a'],
    ['a frame', '<iframe src="https://evil.example"></iframe>a', 'a'],
    ['an object and an embed', '<object data="x"></object><embed src="x">a', 'a'],
    ['an inline SVG with a script', '<svg><script>alert(1)</script></svg>a', 'a'],
    ['a form with a field', '<form action="https://evil.example"><input name="ssn"></form>a', 'a'],
    ['style, class and id', '<p style="position:fixed" class="x" id="top">a</p>', '<p>a</p>'],
    ['a base element', '<base href="https://evil.example/">a', 'a'],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">a', 'a'],
    ['a comment', '<!-- <script>alert(1)</script> -->a', 'a'],
    ['an unclosed script', 'a<script>alert(1)', 'a'],
    // The parser ends the odd tag at its first ">"; what follows is plain text.
    ['a script split by a tag', '<scr<script>ipt>alert(1)</script>', 'ipt&gt;alert(1)'],
    ['a template', '<template><img src=x onerror=alert(1)></template>a', 'a'],
  ])('removes %s', (_what, html, shown) => {
    expect(sanitiseAdvertHtml(html)).toBe(shown)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    '//evil.example/x',
    '/listings/1',
    '#top',
  ])('turns a link to %j into its text', (href) => {
    expect(sanitiseAdvertHtml(`<a href="${href}">Apply</a>`)).toBe('<span>Apply</span>')
  })

  it('keeps http, https and mailto links and marks them as foreign', () => {
    expect(sanitiseAdvertHtml('<a href="https://e.example/a?b=1" target="_blank">x</a>')).toBe(
      `<a href="https://e.example/a?b=1" ${REL}>x</a>`,
    )
    expect(sanitiseAdvertHtml('<a href="mailto:jobs@e.example" rel="opener">x</a>')).toBe(
      `<a href="mailto:jobs@e.example" ${REL}>x</a>`,
    )
  })

  it('escapes text that only looks like markup', () => {
    expect(sanitiseAdvertHtml('2 < 3 &amp; &lt;script&gt;')).toBe('2 &lt; 3 &amp; &lt;script&gt;')
  })

  it('gives the top headings to the page around the advert', () => {
    expect(sanitiseAdvertHtml('<h1>Biller</h1><h2>Pay</h2><h5>Hours</h5>')).toBe(
      '<h3>Biller</h3><h3>Pay</h3><h4>Hours</h4>',
    )
  })

  it('cuts nesting that no advert needs and keeps the words in it', () => {
    const shown = sanitiseAdvertHtml(`${'<div>'.repeat(5000)}CPC${'</div>'.repeat(5000)}`)
    expect(shown).toContain('CPC')
    expect(shown.match(/<div>/g)?.length).toBeLessThanOrEqual(60)
  })

  it('changes nothing when run on its own output', () => {
    const once = sanitiseAdvertHtml('<h1>A</h1><a href="https://e.example">b</a><p>c < d')
    expect(sanitiseAdvertHtml(once)).toBe(once)
  })
})
