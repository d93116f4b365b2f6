import { isUtf8 } from 'node:buffer'

export interface CsvOptions {
  /** One ASCII character. Default ",". */
  delimiter?: string
  /** false: a quote is a character like any other (tab-separated tables). Default true. */
  quotes?: boolean
  /** Byte of the whole input at which these chunks begin; a byte order mark is looked for at 0 only. Default 0. */
  offset?: number
  /** Number of the line at which they begin. Default 1. */
  line?: number
  /** A longer record is reported as bad (a quote that is never closed, most likely). Default 262 144. */
  maxRecordBytes?: number
}

export interface CsvRecord {
  /** Line on which it begins, from 1. */
  line: number
  /** Byte of the whole input right after it and its line break. */
  end: number
  /** Number of the line that begins at `end`. */
  nextLine: number
  fields: string[]
  /** How the record breaks the rules, a clause that follows "line 7: "; null when it does not. `fields` is then []. */
  bad: string | null
}

/**
 * A strict streaming reader of RFC 4180: quoted fields with doubled quotes, delimiters and line breaks
 * inside, CRLF or LF, a byte order mark. Text is UTF-8; a field that is not is taken as Windows-1252, which
 * government files still use. It works on bytes, so that a reading can be taken up again at the byte after
 * any record. A record against the rules is reported and the reading goes on at the line after its first.
 * The records come in batches, as they become whole; empty lines are passed over.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: CsvOptions = {},
): AsyncGenerator<CsvRecord[]> {
  const reader = new CsvReader(options)
  for await (const chunk of chunks) {
    const records = reader.push(chunk, false)
    if (records.length > 0) yield records
  }
  const rest = reader.push(new Uint8Array(0), true)
  if (rest.length > 0) yield rest
}

/** The same for a text that is held whole. */
export function parseCsv(text: string, options: CsvOptions = {}): CsvRecord[] {
  return new CsvReader(options).push(Buffer.from(text), true)
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const END = -1
const MORE = 'more'
/** What `bad` says of a record whose quote no other quote closes until the input ends. */
export const UNCLOSED = 'a quote is opened and never closed'
const LONG = 'it is too long, or a quote is opened and never closed'

type Scan = { fields: string[]; next: number; breaks: number } | { bad: string } | typeof MORE

class CsvReader {
  private held: Buffer = Buffer.alloc(0)
  private final = false
  /** Where `held` begins in the whole input. */
  private offset: number
  private line: number
  private bomPossible: boolean
  /** Why the line now being passed over is bad; null when none is. */
  private skipping: string | null = null
  private readonly delimiter: number
  private readonly quotes: boolean
  private readonly max: number

  constructor(options: CsvOptions) {
    this.offset = options.offset ?? 0
    this.line = options.line ?? 1
    this.bomPossible = this.offset === 0
    this.delimiter = (options.delimiter ?? ',').charCodeAt(0)
    this.quotes = options.quotes ?? true
    this.max = options.maxRecordBytes ?? 262_144
  }

  push(chunk: Uint8Array, final: boolean): CsvRecord[] {
    this.held = Buffer.concat([this.held, chunk])
    this.final = final
    let at = 0
    if (this.bomPossible) {
      if (this.held.length < BOM.length && !final) return []
      if (this.held.subarray(0, BOM.length).equals(BOM)) at = BOM.length
      this.bomPossible = false
    }
    const records: CsvRecord[] = []
    while (at < this.held.length) {
      const next = this.take(at, records)
      if (next === null) break
      at = next
    }
    if (final && this.skipping !== null) this.passLine(at, 0, records)
    this.held = this.held.subarray(at)
    this.offset += at
    return records
  }

  /** Reads what begins at `from` into `records`. @returns where the next begins; null = not all of it is held. */
  private take(from: number, records: CsvRecord[]): number | null {
    if (this.skipping === null) {
      const scan = this.scan(from)
      if (scan === MORE) return null
      if (!('bad' in scan)) {
        const empty = scan.fields.length === 1 && scan.fields[0] === ''
        const record = this.record(scan.next, scan.breaks, scan.fields, null)
        if (!empty) records.push(record)
        return scan.next
      }
      this.skipping = scan.bad
    }
    const stop = this.held.indexOf(LF, from)
    // Passed over: nothing of a bad line needs to be held.
    if (stop === -1) return this.held.length
    this.passLine(stop + 1, 1, records)
    return stop + 1
  }

  private passLine(next: number, breaks: number, records: CsvRecord[]): void {
    records.push(this.record(next, breaks, [], this.skipping))
    this.skipping = null
  }

  private record(next: number, breaks: number, fields: string[], bad: string | null): CsvRecord {
    const line = this.line
    this.line += breaks
    return { line, end: this.offset + next, nextLine: this.line, fields, bad }
  }

  private scan(from: number): Scan {
    const limit = from + this.max
    const fields: string[] = []
    let breaks = 0
    let at = from
    for (;;) {
      const field =
        this.quotes && this.held[at] === QUOTE ? this.quoted(at, limit) : this.plain(at, limit)
      if (field === MORE || 'bad' in field) return field
      fields.push(field.text)
      breaks += field.breaks
      const after = this.held[field.stop]
      if (after === this.delimiter) {
        at = field.stop + 1
        continue
      }
      return after === LF
        ? { fields, next: field.stop + 1, breaks: breaks + 1 }
        : { fields, next: field.stop, breaks }
    }
  }

  /** The byte at `at`; END after the last; `more` when it has not come yet; null past the longest record. */
  private byte(at: number, limit: number): number | typeof MORE | null {
    if (at >= limit) return null
    return this.held[at] ?? (this.final ? END : MORE)
  }

  private plain(from: number, limit: number): Field {
    let at = from
    for (;;) {
      const byte = this.byte(at, limit)
      if (byte === MORE) return MORE
      if (byte === null) return { bad: LONG }
      if (byte === END || byte === LF || byte === this.delimiter) {
        const end = byte !== this.delimiter && at > from && this.held[at - 1] === CR ? at - 1 : at
        return { text: decode(this.held.subarray(from, end)), stop: at, breaks: 0 }
      }
      if (byte === QUOTE && this.quotes)
        return { bad: 'a quote stands inside a field that has no quotes around it' }
      at += 1
    }
  }

  private quoted(open: number, limit: number): Field {
    let at = open + 1
    let breaks = 0
    let doubled = false
    for (;;) {
      const byte = this.byte(at, limit)
      if (byte === MORE) return MORE
      if (byte === null) return { bad: LONG }
      if (byte === END) return { bad: UNCLOSED }
      if (byte === QUOTE) {
        const after = this.byte(at + 1, limit)
        if (after === MORE) return MORE
        if (after !== QUOTE) break
        doubled = true
        at += 1
      }
      if (byte === LF) breaks += 1
      at += 1
    }
    const raw = decode(this.held.subarray(open + 1, at))
    const stop = this.afterQuote(at + 1, limit)
    if (typeof stop !== 'number') return stop
    return { text: doubled ? raw.replaceAll('""', '"') : raw, stop, breaks }
  }

  /** After a closing quote only a delimiter, a line break or the end may follow. */
  private afterQuote(at: number, limit: number): number | { bad: string } | typeof MORE {
    const byte = this.byte(at, limit)
    if (byte === MORE) return MORE
    if (byte === END || byte === LF || byte === this.delimiter) return at
    if (byte === CR) {
      const after = this.byte(at + 1, limit)
      if (after === MORE) return MORE
      if (after === LF || after === END) return at + 1
    }
    return byte === null ? { bad: LONG } : { bad: 'something follows a closing quote' }
  }
}

type Field = { text: string; stop: number; breaks: number } | { bad: string } | typeof MORE

/** What Windows-1252 puts at 0x80 to 0x9F, where Latin 1 has control characters; undefined places stay. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') && !isUtf8(bytes) ? western(bytes) : text
}

// Node's own decoder of that name reads Latin 1.
function western(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (c) => WESTERN.charAt(c.charCodeAt(0) - 0x80))
}
