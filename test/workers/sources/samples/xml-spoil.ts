const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Gives the first entry (the first that holds `<extra>`) an element with any value, as text or with elements inside. */
export function spoilXml(body: string, field: string, value: unknown): string {
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  const inside = Array.isArray(value) ? `<a>${escaped(said)}</a><b/>` : escaped(said)
  return body.replace('<extra>', () => `<${field}>${inside}</${field}><extra>`)
}
