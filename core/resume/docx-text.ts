import mammoth from 'mammoth'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { htmlToText } from '../domain/text/html-to-text.ts'
import { UnreadableFile } from './faults.ts'

/** What a document may unpack to, all its parts together, and how many parts it may have. */
export const MOST_UNPACKED = 40 * 1024 * 1024
const MOST_PARTS = 2000
const DOCUMENT = 'word/document.xml'
/** Flag of a part that is locked with a password. */
const LOCKED = 1

/** The text of a Word document. @throws UnreadableFile. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = await weigh(buffer)
  if (!names.includes(DOCUMENT)) throw new UnreadableFile('not_a_resume')
  const { value } = await mammoth
    .convertToHtml(
      { buffer },
      // Pictures say nothing; without this each would become a long text.
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    .catch(() => {
      throw new UnreadableFile('damaged')
    })
  return htmlToText(value)
}

/**
 * Unpacks every part once without keeping it, and counts. The sizes a ZIP file declares may lie, and the
 * library that reads the document believes them, so it meets only files that were weighed.
 */
async function weigh(buffer: Buffer): Promise<string[]> {
  const zip = await open(buffer)
  const names: string[] = []
  let total = 0
  try {
    for (let entry = await next(zip); entry !== null; entry = await next(zip)) {
      names.push(entry.fileName)
      if (names.length > MOST_PARTS) throw new UnreadableFile('unpacks_too_large')
      if ((entry.generalPurposeBitFlag & LOCKED) !== 0) throw new UnreadableFile('encrypted')
      total += await sizeOf(zip, entry, MOST_UNPACKED - total)
    }
  } finally {
    zip.close()
  }
  return names
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip)
      else reject(new UnreadableFile('damaged'))
    })
  })
}

function next(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
      end()
    }
    zip.once('entry', (entry: Entry) => {
      done(() => {
        resolve(entry)
      })
    })
    zip.once('end', () => {
      done(() => {
        resolve(null)
      })
    })
    zip.once('error', () => {
      done(() => {
        reject(new UnreadableFile('damaged'))
      })
    })
    zip.readEntry()
  })
}

function sizeOf(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  if (entry.uncompressedSize > most) throw new UnreadableFile('unpacks_too_large')
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(new UnreadableFile('damaged'))
        return
      }
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) stream.destroy(new UnreadableFile('unpacks_too_large'))
      })
      stream.on('end', () => {
        resolve(size)
      })
      stream.on('error', (fault: Error) => {
        reject(fault instanceof UnreadableFile ? fault : new UnreadableFile('damaged'))
      })
    })
  })
}
