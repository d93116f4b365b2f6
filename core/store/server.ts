import pg from 'pg'

/** Questions and orders to a server as such, not to Foothold's own tables; each opens one connection and closes it. */

async function once<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'foothold server',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The folder the server behind `url` keeps its data in, as the server writes it. Rejects with pg's own error. */
export function dataDirectoryOf(url: string): Promise<string> {
  return once(url, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory ?? ''
  })
}

const quoted = (name: string): string => pg.escapeIdentifier(name)

/** Makes the database `name` if it is missing; several callers at once are fine. */
export function createDatabaseIfMissing(url: string, name: string): Promise<void> {
  return once(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    try {
      await client.query(`create database ${quoted(name)}`)
    } catch (error) {
      if (!isAlreadyThere(error)) throw error
    }
  })
}

/** Makes `name` as a copy of `template`, to which nobody may be connected meanwhile. */
export function cloneDatabase(url: string, template: string, name: string): Promise<void> {
  return once(url, async (client) => {
    await client.query(
      `create database ${quoted(name)} template ${quoted(template)} strategy wal_log`,
    )
  })
}

/** Removes the database, ending whoever is still connected to it. */
export function dropDatabase(url: string, name: string): Promise<void> {
  return once(url, async (client) => {
    await client.query(`drop database if exists ${quoted(name)} with (force)`)
  })
}

/** The same server and account, another database. */
export function withDatabaseName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

function isAlreadyThere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // duplicate_database, or unique_violation when two were made in the same instant
  return code === '42P04' || code === '23505'
}

/** True when the server answered but is still starting, recovering or going down (57P03). */
export function isServerBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57P03'
}

/** The arbitrary but fixed number of the advisory lock that says "a program uses this server". */
const IN_USE = 7_203_118

export interface Hold {
  /** Lets go; true when nobody else holds, in which case newcomers are kept out for as long as `end` is not called. */
  letGo(): Promise<boolean>
  /** Ends the connection. */
  end(): Promise<void>
}

/**
 * Holds the server in use: a session lock on a connection of its own, so that it ends with the process
 * however that dies. Undefined when the last user is just shutting the server down.
 * `onLost` is called when the server ends the connection.
 */
export async function holdServer(url: string, onLost: () => void): Promise<Hold | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'foothold hold',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  let wanted = false
  client.on('error', () => undefined)
  client.on('end', () => {
    if (wanted) {
      wanted = false
      onLost()
    }
  })
  await client.connect()
  if (!(await locked(client, 'select pg_try_advisory_lock_shared($1) as got'))) {
    await client.end()
    return undefined
  }
  wanted = true
  return {
    async letGo() {
      wanted = false
      await client.query('select pg_advisory_unlock_shared($1)', [IN_USE])
      return locked(client, 'select pg_try_advisory_lock($1) as got')
    },
    async end() {
      wanted = false
      await client.end()
    },
  }
}

async function locked(client: pg.Client, statement: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(statement, [IN_USE])
  return rows[0]?.got === true
}
