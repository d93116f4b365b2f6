/** Characters that XML 1.0 has no place for, not even escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as it may stand in an element or in a quoted attribute. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

/** A CDATA section with this text; one that ends a section inside is cut in two. */
export const cdata = (text: string): string =>
  `<![CDATA[${text.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** `<name>text</name>`; nothing for null. */
export const element = (name: string, text: string | null): string =>
  text === null ? '' : `<${name}>${xmlText(text)}</${name}>`

/** The same with the text in a CDATA section, as job boards write it; an empty element for null. */
export const cdataElement = (name: string, text: string | null): string =>
  `<${name}>${text === null ? '' : cdata(text)}</${name}>`

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

/** "Fri, 20 Nov 2026 08:00:00 GMT", the date of RSS 2.0 and of job feeds. */
export const feedDate = (iso: string): string => new Date(iso).toUTCString()
