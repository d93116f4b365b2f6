import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { inject } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../core/store/db.ts'
import {
  cloneDatabase,
  createDatabaseIfMissing,
  dropDatabase,
  withDatabaseName,
} from '../../core/store/server.ts'

export interface FreshDatabase extends OpenDatabase {
  url: string
  /** Ends the pool and drops the database. */
  close: () => Promise<void>
}

/** A migrated, empty database of its own: call it in beforeAll, close it in afterAll. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return make((adminUrl, template, name) => cloneDatabase(adminUrl, template, name))
}

/** A database without a single table of ours, for tests of migrations. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return make((adminUrl, _template, name) => createDatabaseIfMissing(adminUrl, name))
}

async function make(
  create: (adminUrl: string, template: string, name: string) => Promise<void>,
): Promise<FreshDatabase> {
  const { adminUrl, template } = await askDesk()
  const name = `foothold_test_${process.pid}_${randomBytes(6).toString('hex')}`
  await create(adminUrl, template, name)
  const url = withDatabaseName(adminUrl, name)
  const opened = openDatabase(url, { max: 5, applicationName: 'foothold test' })
  return {
    ...opened,
    url,
    async close() {
      await opened.close()
      await dropDatabase(adminUrl, name)
    },
  }
}

function askDesk(): Promise<{ adminUrl: string; template: string }> {
  return new Promise((resolve, reject) => {
    get(inject('databaseDesk'), { agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(body))
        else reject(new Error(`The test database did not start: ${body}`))
      })
    }).once('error', reject)
  })
}
