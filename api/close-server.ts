import type { Server } from 'node:http'

/**
 * Stops listening, lets the answers in hand finish, and drops connections that are only kept alive. After
 * `graceMs` whatever is left is cut. (`server.close()` alone waits for every kept-alive browser.)
 */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), graceMs)
  try {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
  } finally {
    clearInterval(idle)
    clearTimeout(late)
  }
}
