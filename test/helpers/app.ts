import type { Express } from 'express'
import { createApp } from '../../api/app.ts'
import type { Deps } from '../../api/context.ts'
import { readConfig } from '../../core/config.ts'
import { createLogger } from '../../core/log.ts'
import type { FreshDatabase } from './database.ts'

export const NOW = new Date('2026-11-24T12:00:00.000Z')

export interface AppOptions extends Partial<Omit<Deps, 'config'>> {
  /** Settings of the environment, as a shell would hold them. */
  env?: Record<string, string>
}

/** The whole app over a test database, at a fixed instant. */
export function makeApp(database: FreshDatabase, options: AppOptions = {}): Express {
  const { env, ...deps } = options
  return createApp({
    db: database.db,
    readDb: database.db,
    config: readConfig({ FOOTHOLD_OFFLINE: '1', ...env }, { uid: 1000, cwd: '/nowhere' }),
    log: createLogger('api-test', 'silent'),
    now: () => NOW,
    places: {},
    version: '0.0.0-test',
    ...deps,
  })
}
