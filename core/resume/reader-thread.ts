import { parentPort, workerData } from 'node:worker_threads'
import { docxText } from './docx-text.ts'
import { UnreadableFile, type FileText } from './faults.ts'
import { pdfText } from './pdf-text.ts'

/** What the thread is started with. */
export interface ThreadTask {
  kind: 'pdf' | 'docx'
  bytes: Uint8Array
  mostSigns: number
}

// A thread of its own, ended when it takes too long or too much: the libraries that take a file apart run
// without pause, and a hostile file must not stop the server.
const { kind, bytes, mostSigns } = (workerData as { task: ThreadTask }).task

async function read(): Promise<FileText> {
  try {
    const text = kind === 'pdf' ? await pdfText(bytes, mostSigns) : await docxText(bytes)
    return { text: text.slice(0, mostSigns) }
  } catch (error) {
    return { fault: error instanceof UnreadableFile ? error.fault : 'damaged' }
  }
}

parentPort?.postMessage(await read())
