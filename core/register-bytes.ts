import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { FootholdError, sentence } from './errors.ts'

/** A file as it lies on the disk, known before it is read as a register. */
export interface FileFacts {
  path: string
  bytes: number
  gzip: boolean
  sha256: Buffer
}

/**
 * Size, packing and digest of a file.
 * @throws FootholdError `unreadable-file`; `wrong-file` when it is empty.
 */
export async function inspectFile(path: string): Promise<FileFacts> {
  try {
    const { size } = await stat(path)
    const head = Buffer.alloc(2)
    const handle = await open(path)
    await handle.read(head, 0, 2, 0).finally(() => handle.close())
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    if (size === 0) throw new FootholdError('wrong-file', `The file ${path} is empty.`)
    const gzip = head[0] === 0x1f && head[1] === 0x8b
    return { path, bytes: size, gzip, sha256: hash.digest() }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The unpacked bytes of the file from `offset` on. */
export async function* bytesFrom(file: FileFacts, offset: number): AsyncGenerator<Buffer> {
  const raw = createReadStream(file.path, { start: file.gzip ? 0 : offset })
  let skip = file.gzip ? offset : 0
  const source = file.gzip ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => source.destroy(error))
  try {
    for await (const part of source) {
      const chunk = part as Buffer
      if (skip < chunk.length) yield skip === 0 ? chunk : chunk.subarray(skip)
      skip = Math.max(0, skip - chunk.length)
    }
  } catch (error) {
    throw unreadable(file.path, error)
  } finally {
    raw.destroy()
  }
}

/** One sentence when the first bytes are plainly no table of text; null when they may be. */
export function notText(start: Buffer): string | null {
  if (start.subarray(0, 2).toString('latin1') === 'PK')
    return 'it is a ZIP archive or a spreadsheet: unpack it, or save the sheet as CSV'
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    return 'it is written in UTF-16: save it as UTF-8'
  if (start.subarray(0, 4).toString('latin1') === '%PDF') return 'it is a PDF'
  const text = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (text.startsWith('<')) return 'it is a web page or XML'
  if (/^[[{]/.test(text)) return 'it is JSON'
  if (start.includes(0)) return 'it is no text'
  return null
}

function unreadable(path: string, error: unknown): FootholdError {
  if (error instanceof FootholdError) return error
  return new FootholdError(
    'unreadable-file',
    `The file ${path} cannot be read: ${sentence(error)}`,
    {},
    error,
  )
}
