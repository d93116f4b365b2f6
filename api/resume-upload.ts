import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import type { Request } from 'express'
import { LARGEST_FILE } from '../core/resume/read-file.ts'

/** Beyond this a request is not even read to its end. */
const LARGEST_REQUEST = 8 * LARGEST_FILE
/** Bytes of pasted text. */
const LARGEST_TEXT = 400_000
/** Milliseconds a browser may take to send it. */
const SLOWEST = 60_000

export interface Upload {
  /** The file's bytes; empty when none was chosen. */
  file: Buffer
  /** The file was larger than `LARGEST_FILE`, or the text than what may be pasted. */
  tooLarge: boolean
  text: string
}

/** Why a request held no upload. */
export class BadUpload extends Error {
  readonly fault: 'not_multipart' | 'too_large' | 'cut_off'
  constructor(fault: BadUpload['fault']) {
    super(fault)
    this.name = 'BadUpload'
    this.fault = fault
  }
}

/**
 * Reads a form with one file `resume` and one text `resume_text` into memory; nothing touches the disk.
 * @throws BadUpload.
 */
export function readUpload(req: Request): Promise<Upload> {
  const type = req.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) throw new BadUpload('not_multipart')
  if (Number(req.headers['content-length'] ?? 0) > LARGEST_REQUEST) throw new BadUpload('too_large')
  return new Promise((resolve, reject) => {
    const upload: Upload = { file: Buffer.alloc(0), tooLarge: false, text: '' }
    const form = parserOf({ ...req.headers, 'content-type': type })
    if (form === null) {
      reject(new BadUpload('cut_off'))
      return
    }
    let bytes = 0
    const stop = (fault: BadUpload['fault']) => {
      clearTimeout(clock)
      req.unpipe(form)
      req.resume()
      reject(new BadUpload(fault))
    }
    const clock = setTimeout(stop, SLOWEST, 'cut_off')
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > LARGEST_REQUEST) {
        stop('too_large')
        req.destroy()
      }
    })
    req.on('aborted', () => {
      stop('cut_off')
    })
    form.on('file', (name: string, stream: BusboyFileStream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (name === 'resume') chunks.push(chunk)
      })
      // A part that is cut off fails by itself, besides the whole.
      stream.on('error', () => {
        stop('cut_off')
      })
      stream.on('limit', () => {
        upload.tooLarge = true
      })
      stream.on('end', () => {
        if (name === 'resume') upload.file = Buffer.concat(chunks)
      })
    })
    form.on('field', (name: string, value: string, _nameCut: boolean, valueCut: boolean) => {
      if (name !== 'resume_text') return
      upload.text = value
      if (valueCut) upload.tooLarge = true
    })
    form.on('error', () => {
      stop('cut_off')
    })
    form.on('finish', () => {
      clearTimeout(clock)
      resolve(upload)
    })
    req.pipe(form)
  })
}

function parserOf(headers: Request['headers'] & { 'content-type': string }): BusboyInstance | null {
  try {
    return new Busboy({
      headers,
      limits: { files: 1, fileSize: LARGEST_FILE, fields: 4, fieldSize: LARGEST_TEXT, parts: 6 },
    })
  } catch {
    // A type without the boundary of its parts.
    return null
  }
}
