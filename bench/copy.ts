import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'

type Value = string | number | boolean | null | readonly (string | number)[]

/** Sends rows by COPY; `lines` is drawn from no faster than the server takes them. */
export async function copyIn(
  client: pg.PoolClient | pg.Client,
  order: string,
  lines: Iterable<string>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyIn(order, lines, resolve, reject) as never)
  })
}

/** One row as COPY reads it; arrays are taken for PostgreSQL arrays. */
export const copyLine = (values: readonly unknown[]): string =>
  `${values.map((value) => copyText(value as Value)).join('\t')}\n`

interface Connection {
  stream: Writable
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}

/** COPY ... FROM STDIN as pg's clients take orders of their own. */
class CopyIn {
  readonly #order: string
  readonly #lines: Iterable<string>
  readonly #done: () => void
  readonly #failed: (error: Error) => void

  constructor(
    order: string,
    lines: Iterable<string>,
    done: () => void,
    failed: (error: Error) => void,
  ) {
    this.#order = order
    this.#lines = lines
    this.#done = done
    this.#failed = failed
  }

  submit(connection: Connection): void {
    connection.query(this.#order)
  }

  handleCopyInResponse(connection: Connection): void {
    this.#send(connection).catch(this.#failed)
  }

  async #send(connection: Connection): Promise<void> {
    let held: string[] = []
    for (const line of this.#lines) {
      held.push(line)
      if (held.length < 50) continue
      connection.sendCopyFromChunk(Buffer.from(held.join('')))
      held = []
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.sendCopyFromChunk(Buffer.from(held.join('')))
    connection.endCopyFrom()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done()
  }

  handleError(error: Error): void {
    this.#failed(error)
  }
}

function copyText(value: Value): string {
  if (value === null) return '\\N'
  const text = Array.isArray(value)
    ? `{${value.map((v) => (typeof v === 'number' ? v : `"${String(v).replace(/[\\"]/g, '\\$&')}"`)).join(',')}}`
    : String(value)
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}
