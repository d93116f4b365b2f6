import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { createApp } from '../../api/app.ts'
import { makeServer } from '../../api/server.ts'
import type { Find } from '../../core/domain/search/answer.ts'
import { readConfig } from '../../core/config.ts'
import { createLogger } from '../../core/log.ts'
import { loadPlaces } from '../../core/places-file.ts'
import { createIndex } from '../../core/search/create-index.ts'
import { openDatabase } from '../../core/store/db.ts'
import { NOW } from './now.ts'
import { sqlFind } from './ours.ts'
import type { Sent } from './pgbench.ts'

/**
 * The API as it is served, in a process of its own, on a free port of the loopback (behind api.ts): with the
 * search index, which keeps its snapshot in the folder named, or with the database alone.
 */
const [url = '', engine = 'sql', folder = ''] = process.argv.slice(2)

/** Statements sent since logging began; null = nobody asked for them. */
let sent: Sent[] | null = null
const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
const query = client.query
client.query = function (...args: unknown[]): unknown {
  const [text, values] = args
  if (sent !== null && typeof text === 'string') {
    sent.push({ text, values: Array.isArray(values) ? (values as unknown[]) : [] })
  }
  return query.apply(this, args)
}

const { db } = openDatabase(url, { max: 10, applicationName: 'bench api' })
const log = createLogger('bench', 'silent')
const index =
  engine === 'sql' ? null : createIndex({ db, home: folder, log, now: () => new Date() })
await index?.catchUp()
index?.start()
/** Searches that the index itself answered. */
let found = 0
const find: Find = (question, page) => {
  if (index === null) return sqlFind({ db })(question, page)
  if (index.stats().ready === 1 && index.canAnswer(question)) found += 1
  return index.find(question, page)
}
const app = createApp({
  find,
  db,
  readDb: db,
  config: readConfig({ FOOTHOLD_OFFLINE: '1' }, { uid: 1000, cwd: '/nowhere' }),
  log,
  now: () => NOW,
  places: loadPlaces(),
  version: 'bench',
})
const server = makeServer(app)
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', (order) => {
  if (order === 'log') {
    sent = []
    found = 0
  } else {
    process.send?.({ sent: sent ?? [], found })
    sent = null
  }
})
process.on('disconnect', () => process.exit())
