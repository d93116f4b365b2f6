import sanitizeHtml from 'sanitize-html'

/** Markup nested deeper than any advert is dropped, its text kept: browsers lay out deep nests very slowly. */
const DEEPEST = 60

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'div', 'section', 'article', 'br', 'hr', 'blockquote', 'pre', 'h3', 'h4'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['a', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'small', 'code', 'abbr'],
  ],
  allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    ...['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title'],
    ...['iframe', 'object', 'embed', 'svg', 'math', 'xmp', 'noembed', 'noframes', 'plaintext'],
  ],
  nestingLimit: DEEPEST,
  transformTags: {
    // The page around the advert owns the first two levels of headings.
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (_tag, { href }): sanitizeHtml.Tag =>
      href === undefined || !isAbsolute(href)
        ? { tagName: 'span', attribs: {} }
        : { tagName: 'a', attribs: { href, rel: 'nofollow noopener noreferrer' } },
  },
}

/**
 * An advert's HTML as it may be shown on our pages: blocks, lists, tables and plain emphasis only. Links keep
 * absolute http, https and mailto addresses and get `rel="nofollow noopener noreferrer"`; a link to anything
 * else becomes its text. No images, styles, classes, ids, scripts, forms or frames.
 */
export function sanitiseAdvertHtml(html: string): string {
  return sanitizeHtml(html, OPTIONS).trim()
}

/** A relative address would lead into our own site, not to the employer's. */
function isAbsolute(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}
