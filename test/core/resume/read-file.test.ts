import { describe, expect, it } from 'vitest'
import { MOST_UNPACKED } from '../../../core/resume/docx-text.ts'
import { MOST_PAGES } from '../../../core/resume/pdf-text.ts'
import { LARGEST_FILE, readResumeFile } from '../../../core/resume/read-file.ts'
import { docxParts, makeDocx, makePdf, makeZip, PDF_LOCK } from '../../helpers/resume-files.ts'

const LINES = [
  'Maria Example, CPC-A',
  'WORK EXPERIENCE',
  'Medical Biller, Mercy Hill Hospital\tJun 2021 – Mar 2023',
  '• Posted payments & worked denials',
]
const bytesOf = (text: string) => Buffer.from(text)

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const read = await readResumeFile(bytes)
  if ('fault' in read) throw new Error(read.fault)
  return read.text.split('\n').filter((line) => line.trim() !== '')
}

describe('a file that is a résumé', () => {
  it('as PDF gives its lines, the dates at the right edge apart', async () => {
    expect(await textOf(makePdf([LINES]))).toEqual(LINES)
  })

  it('as PDF gives every page in order', async () => {
    expect(await textOf(makePdf([['First page'], ['Second page']]))).toEqual([
      'First page',
      'Second page',
    ])
  })

  it('as DOCX gives its lines', async () => {
    expect(await textOf(makeDocx(LINES))).toEqual(LINES.map((l) => l.replace('\t', ' ')))
  })

  it('as text is taken in UTF-8, UTF-16 and the old Windows letters', async () => {
    expect(await textOf(bytesOf('Résumé – CPC-A'))).toEqual(['Résumé – CPC-A'])
    expect(await textOf(Buffer.from('\ufeffRésumé', 'utf16le'))).toEqual(['Résumé'])
    expect(await textOf(Buffer.from([0x52, 0xe9, 0x73, 0x75, 0x6d, 0xe9]))).toEqual(['Résumé'])
  })

  it('is known by its content, whatever it is called', async () => {
    expect(
      await textOf(Buffer.concat([bytesOf('\r\n'), makePdf([['Behind a blank line']])])),
    ).toEqual(['Behind a blank line'])
  })
})

describe('a file that cannot be read says why', () => {
  const big = Buffer.alloc(MOST_UNPACKED + 1, 0x20)
  const document = (bytes: Buffer, more: object = {}) =>
    makeZip([...docxParts([]).slice(0, 2), { name: 'word/document.xml', bytes, ...more }])

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blank text', bytesOf(' \n \n'), 'empty'],
    ['too many bytes', Buffer.alloc(LARGEST_FILE + 1, 0x41), 'too_large'],
    ['a PNG picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'picture'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old_word'],
    ['rich text', bytesOf('{\\rtf1 Hello}'), 'rich_text'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x00, 0x01]), 'not_a_resume'],
    ['a PDF with a password', makePdf([LINES], { trailer: PDF_LOCK }), 'encrypted'],
    ['a scanned PDF', makePdf([[]], { content: bytesOf('0 0 100 100 re f') }), 'no_text'],
    ['a PDF cut off at its head', bytesOf('%PDF-1.7\n'), 'damaged'],
    ['a book', makePdf(Array.from({ length: MOST_PAGES + 1 }, () => ['x'])), 'too_many_pages'],
    [
      'a ZIP file that is no document',
      makeZip([{ name: 'a.txt', bytes: bytesOf('a') }]),
      'not_a_resume',
    ],
    ['a broken ZIP file', makeDocx(LINES).subarray(0, 200), 'damaged'],
    ['a locked ZIP file', document(bytesOf('<x/>'), { locked: true }), 'encrypted'],
    ['a document that is no XML', document(bytesOf('not xml at all <<')), 'damaged'],
    ['a ZIP bomb', document(big), 'unpacks_too_large'],
    ['a ZIP bomb that lies about its size', document(big, { claims: 10 }), 'damaged'],
    [
      'a document of very many parts',
      makeZip(Array.from({ length: 2001 }, (_, n) => ({ name: `p${n}`, bytes: bytesOf('') }))),
      'unpacks_too_large',
    ],
  ])('%s', async (_name, bytes, fault) => {
    expect(await readResumeFile(bytes)).toEqual({ fault })
  })

  it('a PDF that unpacks without end is given up, and the next file is read', async () => {
    const bomb = makePdf([[]], { content: Buffer.alloc(400 * 1024 * 1024, '0 0 m ') })
    expect(bomb.length).toBeLessThan(LARGEST_FILE)
    const read = await readResumeFile(bomb, { time: 1500 })
    expect(['too_slow', 'unpacks_too_large']).toContain('fault' in read ? read.fault : 'text')
    expect(await textOf(makePdf([['Still here']]))).toEqual(['Still here'])
  })

  it('and when very many come at once, the last are turned away, not the first', async () => {
    const reads = await Promise.all(
      Array.from({ length: 13 }, () => readResumeFile(makePdf([['Hello there']]))),
    )
    const told = reads.map((r) => ('fault' in r ? r.fault : r.text.trim()))
    expect(told.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'Hello there'))
    expect(told.slice(10)).toEqual(['busy', 'busy', 'busy'])
  })
})
