import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers {adminUrl, template}; the first question starts the server, so that pure tests start none. */
    databaseDesk: string
  }
}

/** Opens the desk where test files ask for the database server, and closes both at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<TestServer> | undefined
  const desk = createServer((_request, response) => {
    running ??= startTestServer()
    running.then(
      ({ adminUrl, template }) => response.end(JSON.stringify({ adminUrl, template })),
      (error: unknown) => {
        response.statusCode = 500
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error))
      },
    )
  })
  project.provide('databaseDesk', await listen(desk))
  // A run ended by a signal skips the teardown; the server must not outlive it.
  let server: TestServer | undefined
  const atExit = () => server?.kill()
  process.once('exit', atExit)
  desk.on('request', () => void running?.then((s) => (server = s)).catch(() => undefined))
  return async () => {
    desk.closeAllConnections()
    await new Promise((resolve) => desk.close(resolve))
    process.off('exit', atExit)
    // A server that never started has already failed the tests that asked for it.
    await (await running?.catch(() => undefined))?.stop()
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    })
  })
}
