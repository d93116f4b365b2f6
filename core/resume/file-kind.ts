import type { ResumeFault } from './faults.ts'

export type FileKind = 'pdf' | 'docx' | 'text'

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

const PICTURES: readonly number[][] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

/** What a file is by its own first bytes; its name and what the browser says of it decide nothing. */
export function kindOf(bytes: Uint8Array): FileKind | { fault: ResumeFault } {
  if (bytes.length === 0) return { fault: 'empty' }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'docx'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'old_word' }
  if (head.toString('latin1').startsWith('{\\rtf')) return { fault: 'rich_text' }
  const heic = head.toString('latin1', 4, 12)
  if (PICTURES.some((p) => starts(bytes, ...p)) || /^ftyp(?:heic|mif1)/.test(heic))
    return { fault: 'picture' }
  return 'text'
}

/**
 * The text of a plain file: UTF-8, UTF-16 with its mark, or else Windows-1252. null when its bytes are no
 * text, such as those of a program.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  const text = utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  const odd = [...text.slice(0, 4000)].filter((c) => /[\p{Cc}\ufffd]/u.test(c) && !/\s/.test(c))
  return odd.length > 0 ? null : text
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
