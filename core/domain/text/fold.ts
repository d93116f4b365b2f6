import { isSpace } from './chars.ts'

/** The plain sign a typographic one is read as; the same code where it stays. */
function plain(code: number): number {
  switch (code) {
    case 0x2019: // ’
    case 0x2018: // ‘
    case 0x02bc: // ʼ
    case 0x00b4: // ´
      return 39
    case 0x201c: // “
    case 0x201d: // ”
      return 34
    case 0x2010: // ‐
    case 0x2011: // ‑
    case 0x2012: // ‒
    case 0x2013: // –
    case 0x2014: // —
    case 0x2212: // −
      return 45
    case 10:
      return 10
    default:
      if (code < 32) return 32
      return code !== 0x200b && isSpace(code) ? 32 : code
  }
}

/**
 * The text as the rules read it: lower case, straight quotes, plain hyphens, plain spaces.
 * Same length as the input, position by position, so a span found here quotes the original.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  const kept =
    lower.length === text.length ? lower : text.replace(/[A-Z]/g, (char) => char.toLowerCase())
  let out = ''
  let from = 0
  for (let at = 0; at < kept.length; at += 1) {
    const code = kept.charCodeAt(at)
    if (code > 31 && code < 127) continue
    const as = plain(code)
    if (as === code) continue
    out += kept.slice(from, at) + String.fromCharCode(as)
    from = at + 1
  }
  return from === 0 ? kept : out + kept.slice(from)
}
