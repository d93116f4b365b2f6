import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Load {
  /** Answers a second. */
  rate: number
  p50: number
  p99: number
}

/**
 * Asks `paths` in turn over so many connections of the loopback for so long. Written on bare sockets: a client
 * that cost as much as the server would make every route look alike.
 * @throws Error at the first answer that is not 200, or when a connection breaks.
 */
export async function load(
  port: number,
  paths: readonly string[],
  connections: number,
  seconds: number,
): Promise<Load> {
  const times: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  let at = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await Client.open(port)
      while (performance.now() < end) {
        const path = paths[at++ % paths.length] ?? '/'
        const asked = performance.now()
        await client.get(path)
        times.push(performance.now() - asked)
      }
      client.close()
    }),
  )
  const spent = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const part = (p: number): number => times[Math.floor(times.length * p)] ?? Number.NaN
  return { rate: times.length / spent, p50: part(0.5), p99: part(0.99) }
}

/** One kept-alive connection, one request at a time. */
export class Client {
  readonly #socket: Socket
  #held: Buffer[] = []
  #size = 0
  #wanted = Infinity
  #arrived: () => void = () => undefined
  #failed: (error: Error) => void = () => undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (data: Buffer) => this.#take(data))
    socket.on('error', (error) => this.#failed(error))
    socket.on('close', () => this.#failed(new Error('The server closed the connection.')))
  }

  static async open(port: number): Promise<Client> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Client(socket)
  }

  /** @returns the body's size in bytes. */
  async get(path: string): Promise<number> {
    this.#held = []
    this.#size = 0
    this.#wanted = Infinity
    const whole = new Promise<void>((resolve, reject) => {
      this.#arrived = resolve
      this.#failed = reject
    })
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
    await whole
    this.#failed = () => undefined
    return this.#size
  }

  #take(data: Buffer): void {
    this.#held.push(data)
    this.#size += data.length
    if (this.#wanted === Infinity) this.#readHead()
    if (this.#size >= this.#wanted) this.#arrived()
  }

  #readHead(): void {
    const text = Buffer.concat(this.#held).toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1]
    if (!text.startsWith('HTTP/1.1 200')) {
      this.#failed(new Error(`The server answered: ${text.slice(0, 400)}`))
    } else if (length === undefined) {
      this.#failed(new Error('The answer states no length.'))
    } else this.#wanted = end + 4 + Number(length)
  }

  close(): void {
    this.#socket.destroy()
  }
}
