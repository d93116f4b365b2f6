import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A PDF of the given pages, each a list of lines; a line may hold words at the right edge, after a tab. */
export function makePdf(pages: readonly (readonly string[])[], extra: PdfExtra = {}): Buffer {
  const contents = pages.map(
    (lines) => extra.content ?? Buffer.from(textOperators(lines), 'latin1'),
  )
  const objects: Buffer[] = []
  const font = 3
  const pageAt = (n: number) => 4 + n * 2
  objects[1] = Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')
  objects[2] = Buffer.from(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${pageAt(n)} 0 R`).join(' ')}] >>`,
  )
  objects[font] = Buffer.from(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  )
  contents.forEach((content, n) => {
    objects[pageAt(n)] = Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(n) + 1} 0 R >>`,
    )
    const packed = deflateSync(content)
    objects[pageAt(n) + 1] = Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ])
  })
  return pdfFile(objects, extra.trailer ?? '')
}

interface PdfExtra {
  /** Drawing operators for every page in place of its lines. */
  content?: Buffer
  /** More for the trailer, such as a lock. */
  trailer?: string
}

/** A trailer that locks a PDF with a password nobody knows. */
export const PDF_LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`

function textOperators(lines: readonly string[]): string {
  const shown = (text: string) =>
    `(${text
      .replace(/[\\()]/g, '\\$&')
      .replaceAll('–', '\\226')
      .replaceAll('•', '\\225')}) Tj`
  return lines
    .map((line, at) => {
      const y = 760 - at * 14
      const [left = '', right] = line.split('\t')
      const first = `BT /F1 10 Tf 50 ${y} Td ${shown(left)} ET`
      return right === undefined ? first : `${first}\nBT /F1 10 Tf 450 ${y} Td ${shown(right)} ET`
    })
    .join('\n')
}

function pdfFile(objects: readonly Buffer[], trailer: string): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  objects.forEach((object, number) => {
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ])
    offsets[number] = at
    at += part.length
    parts.push(part)
  })
  const rows = Array.from({ length: objects.length }, (_, n) =>
    n === 0 ? '0000000000 65535 f \n' : `${String(offsets[n] ?? 0).padStart(10, '0')} 00000 n \n`,
  )
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length}\n${rows.join('')}trailer\n<< /Size ${objects.length} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

interface ZipPart {
  name: string
  bytes: Buffer
  /** What the file says of the unpacked size, when that is a lie. */
  claims?: number
  locked?: boolean
}

/** A ZIP file, its parts packed. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes, claims, locked } of parts) {
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(locked === true ? 1 : 0, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claims ?? bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed)
    const row = Buffer.alloc(14)
    row.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, row, Buffer.from(name))
    offset += 4 + 26 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')

/** The parts of a Word document of these paragraphs. */
export function docxParts(lines: readonly string[]): ZipPart[] {
  const body = lines
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')
  const part = (name: string, xml: string): ZipPart => ({ name, bytes: Buffer.from(XML + xml) })
  return [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  ]
}

export const makeDocx = (lines: readonly string[]): Buffer => makeZip(docxParts(lines))
