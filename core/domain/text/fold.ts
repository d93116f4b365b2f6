const ODD = /[^\n -~]/g
const SPACE = /\s/

function plain(char: string): string {
  switch (char) {
    case '’':
    case '‘':
    case 'ʼ':
    case '´':
      return "'"
    case '“':
    case '”':
      return '"'
    case '–':
    case '—':
    case '‐':
    case '‑':
    case '‒':
    case '−':
      return '-'
    default:
      return SPACE.test(char) || char < ' ' ? ' ' : char
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
  return kept.replace(ODD, plain)
}
