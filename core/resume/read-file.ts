import { Worker } from 'node:worker_threads'
import type { FileText } from './faults.ts'
import { decodeText, kindOf } from './file-kind.ts'
import type { ThreadTask } from './reader-thread.ts'

/** Bytes of a résumé; a larger file is refused unread. */
export const LARGEST_FILE = 5 * 1024 * 1024
/** Signs of text that are looked at; a résumé has some five thousand. */
const MOST_SIGNS = 100_000
const HEAP_MB = 256
/** Memory outside the heap, which the limits of a thread do not count, may grow by this much. */
const MOST_GROWTH = 500 * 1024 * 1024
const WATCH_MS = 50
/** Files taken apart at once; more wait, and beyond `MOST_WAITING` are turned away. */
const AT_ONCE = 2
const MOST_WAITING = 8

export interface ReadLimits {
  /** Milliseconds for one file. */
  time: number
}

let running = 0
const waiting: (() => void)[] = []

/**
 * The text of a résumé file: PDF, DOCX or plain text, told by its content. Nothing of it is kept, written to a
 * disk or logged. A file that is none of these, is locked, holds only pictures, unpacks too large or takes too
 * long gives a fault; this never throws.
 */
export async function readResumeFile(
  bytes: Uint8Array,
  { time }: ReadLimits = { time: 15_000 },
): Promise<FileText> {
  if (bytes.length > LARGEST_FILE) return { fault: 'too_large' }
  const kind = kindOf(bytes)
  if (typeof kind === 'object') return kind
  if (kind === 'text') {
    const text = decodeText(bytes)
    return text === null
      ? { fault: 'not_a_resume' }
      : withText({ text: text.slice(0, MOST_SIGNS) }, 'empty')
  }
  if (!(await turn())) return { fault: 'busy' }
  try {
    return withText(await inThread({ kind, bytes, mostSigns: MOST_SIGNS }, time), 'no_text')
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function withText(read: FileText, otherwise: 'empty' | 'no_text'): FileText {
  return 'text' in read && !/[\p{L}]{2}/u.test(read.text) ? { fault: otherwise } : read
}

/** Waits for a free place; false when too many wait already. */
async function turn(): Promise<boolean> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return false
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
  return true
}

function inThread(task: ThreadTask, time: number): Promise<FileText> {
  const worker = new Worker(new URL('./thread-start.cjs', import.meta.url), {
    // The thread sees no setting of ours, and what it prints goes nowhere: it may quote the file.
    env: {},
    stdout: true,
    stderr: true,
    workerData: {
      // A copy of its own: a view would carry all the memory behind it along.
      task: { ...task, bytes: new Uint8Array(task.bytes) },
    },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const before = process.memoryUsage.rss()
  return new Promise((resolve) => {
    const end = (read: FileText) => {
      clearTimeout(clock)
      clearInterval(watch)
      resolve(read)
      void worker.terminate()
    }
    const clock = setTimeout(end, time, { fault: 'too_slow' })
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_GROWTH) end({ fault: 'unpacks_too_large' })
    }, WATCH_MS)
    worker.once('message', (read: FileText) => {
      end(read)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'unpacks_too_large' : 'damaged' })
    })
    worker.once('exit', () => {
      end({ fault: 'damaged' })
    })
  })
}
