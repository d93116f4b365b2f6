import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeServer } from '../../api/server.ts'

/** The server of the product, really listening on a free port of this machine. */
export async function listenAtLoopback(
  app: RequestListener,
): Promise<{ server: Server; base: string }> {
  const server = makeServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
