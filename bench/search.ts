import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadedServer } from './search/load.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string', default: join(tmpdir(), 'foothold-bench-search') },
    postgres: { type: 'string', default: '/usr/lib/postgresql/15/bin' },
    'load-only': { type: 'boolean', default: false },
  },
})

for (const rows of positionals.length === 0 ? [100_000] : positionals.map(Number)) {
  const server = await loadedServer(options.cache, rows, options.postgres)
  await server.stop()
}
