import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsv, readCsv, type CsvOptions, type CsvRecord } from '../../core/csv.ts'

async function read(
  input: string | Buffer,
  options: CsvOptions = {},
  chunkBytes = 65_536,
): Promise<CsvRecord[]> {
  const bytes = Buffer.from(input)
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    chunks.push(bytes.subarray(at, at + chunkBytes))
  }
  const all: CsvRecord[] = []
  for await (const batch of readCsv(chunks, options)) all.push(...batch)
  return all
}

const fieldsOf = async (input: string | Buffer, options?: CsvOptions) =>
  (await read(input, options)).map((r) => r.bad ?? r.fields)

test('parseCsv reads a text that is held whole just as readCsv reads it in pieces', async () => {
  const text = '\uFEFFa;b\n"1;2";"x\ny"\nbad "quote;\n3;4'
  expect(parseCsv(text, { delimiter: ';' })).toEqual(await read(text, { delimiter: ';' }, 3))
})

describe('readCsv', () => {
  test('reads quotes, doubled quotes, commas and line breaks inside quotes, CRLF and LF', async () => {
    expect(await fieldsOf('a,"b ""x"", c"\r\n"1\r\n2",\n,""\n')).toEqual([
      ['a', 'b "x", c'],
      ['1\r\n2', ''],
      ['', ''],
    ])
  })

  test('drops a byte order mark at the start, passes over empty lines, needs no break at the end', async () => {
    expect(await fieldsOf('\uFEFFa,b\r\n\r\n\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    // Also before a quote.
    expect(await fieldsOf('\uFEFF"a",b')).toEqual([['a', 'b']])
  })

  test('numbers lines as an editor does, breaks inside quotes counted', async () => {
    const records = await read('h\n"two\nlines"\n\nlast\n')
    expect(records.map((r) => [r.line, r.nextLine])).toEqual([
      [1, 2],
      [2, 4],
      [5, 6],
    ])
  })

  test('reports a record against the rules and reads on at the next line', async () => {
    expect(await fieldsOf('a,b\nx "y" z,1\n2,3\n"q"z,4\n5,6\n')).toEqual([
      ['a', 'b'],
      'a quote stands inside a field that has no quotes around it',
      ['2', '3'],
      'something follows a closing quote',
      ['5', '6'],
    ])
  })

  test('a quote that is never closed costs its own line only', async () => {
    const records = await read('a,b\n"lost,1\n2,3\n4,5\n')
    expect(records.map((r) => [r.line, r.bad ?? r.fields])).toEqual([
      [1, ['a', 'b']],
      [2, 'a quote is opened and never closed'],
      [3, ['2', '3']],
      [4, ['4', '5']],
    ])
  })

  test('a line longer than allowed is reported, and the next one is read', async () => {
    const long = 'x'.repeat(50)
    expect(await fieldsOf(`${long}\na,b\n"${long}\n1,2\n`, { maxRecordBytes: 20 })).toEqual([
      'it is too long, or a quote is opened and never closed',
      ['a', 'b'],
      'it is too long, or a quote is opened and never closed',
      ['1', '2'],
    ])
  })

  test('a field that is not UTF-8 is read as Windows-1252', async () => {
    // "Peña" and an en dash in Windows-1252: 0xF1, 0x96.
    expect(await fieldsOf(Buffer.from([0x50, 0x65, 0xf1, 0x61, 0x2c, 0x96, 0x0a]))).toEqual([
      ['Peña', '–'],
    ])
    expect(await fieldsOf('Peña,\uFFFD\n')).toEqual([['Peña', '\uFFFD']])
  })

  test('without quotes a tab-separated table keeps its quotes', async () => {
    expect(await fieldsOf('5" pipe\t"x\n', { delimiter: '\t', quotes: false })).toEqual([
      ['5" pipe', '"x'],
    ])
  })
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '漢', '"', ',', '\n', '\r', ' ', "'", '\t'),
  maxLength: 8,
})
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
const lineBreak = fc.constantFrom('\n', '\r\n')
const write = (rows: string[][], br: string): string =>
  rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',') + br).join('')
const wild = fc.string({
  unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é', '\uFEFF'),
  maxLength: 60,
})

describe('properties', () => {
  test('what was written is read back, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, lineBreak, fc.integer({ min: 1, max: 9 }), async (rows, br, cut) => {
        const records = await read(write(rows, br), {}, cut)
        expect(records.map((r) => r.fields)).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })

  test('any bytes at all: never throws, and the cuts change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(wild, fc.integer({ min: 1, max: 5 }), async (text, cut) => {
        const options = { maxRecordBytes: 12 }
        const whole = await read(text, options)
        expect(await read(text, options, cut)).toEqual(whole)
        expect(whole.every((r) => r.end <= Buffer.byteLength(text))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('taken up again after any record, the rest is the same', async () => {
    await fc.assert(
      fc.asyncProperty(wild, async (text) => {
        const bytes = Buffer.from(text)
        const whole = await read(bytes)
        for (const [i, record] of whole.entries()) {
          const rest = await read(bytes.subarray(record.end), {
            offset: record.end,
            line: record.nextLine,
          })
          expect(rest).toEqual(whole.slice(i + 1))
        }
      }),
      { numRuns: 150 },
    )
  })
})
