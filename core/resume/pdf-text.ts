import { getDocumentProxy } from 'unpdf'
import { UnreadableFile } from './faults.ts'

/** A résumé is one or two pages; a longer file is something else. */
export const MOST_PAGES = 15

interface Piece {
  str: string
  x: number
  y: number
  width: number
  height: number
  ends: boolean
}

/** What pdf.js says of a piece of text. */
interface PdfText {
  str: string
  transform: number[]
  width: number
  height: number
  hasEOL: boolean
}

/** What we use of a document; the library's own types of it do not resolve. */
interface Pdf {
  numPages: number
  getPage: (number: number) => Promise<{
    /** Marks of structure stand among the pieces of text. */
    getTextContent: () => Promise<{ items: (PdfText | object)[] }>
  }>
}

/** How much pdf.js tells on the console. */
const ERRORS_ONLY = 0

/** The text of a PDF, line by line as it stands on the page. @throws UnreadableFile. */
export async function pdfText(bytes: Uint8Array, mostSigns: number): Promise<string> {
  const pdf = (await getDocumentProxy(bytes, {
    verbosity: ERRORS_ONLY,
    stopAtErrors: false,
    enableXfa: false,
  }).catch((error: unknown) => {
    throw new UnreadableFile(nameOf(error) === 'PasswordException' ? 'encrypted' : 'damaged')
  })) as Pdf
  if (pdf.numPages > MOST_PAGES) throw new UnreadableFile('too_many_pages')
  let text = ''
  for (let number = 1; number <= pdf.numPages && text.length < mostSigns; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item)) return []
      const [, , , , x, y] = item.transform
      return [
        {
          str: item.str,
          x: x ?? 0,
          y: y ?? 0,
          width: item.width,
          height: item.height,
          ends: item.hasEOL,
        },
      ]
    })
    text += `${pageText(pieces)}\n`
  }
  return text
}

/** Pieces of one line are joined; a wide gap between them, as before a date at the right edge, stands as a tab. */
function pageText(pieces: readonly Piece[]): string {
  let text = ''
  let last: Piece | null = null
  for (const piece of pieces) {
    if (last !== null && piece.str !== '') {
      const high = Math.max(piece.height, last.height, 1)
      const gap = piece.x - (last.x + last.width)
      if (Math.abs(piece.y - last.y) > high * 0.6) text += text.endsWith('\n') ? '' : '\n'
      else if (gap > high * 2) text += '\t'
      else if (gap > high * 0.15 && !/\s$/.test(text)) text += ' '
    }
    text += piece.str.trim() === '' && piece.width > piece.height * 2 ? '\t' : piece.str
    if (piece.ends && !text.endsWith('\n')) text += '\n'
    if (piece.str !== '') last = piece
  }
  return text
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')
