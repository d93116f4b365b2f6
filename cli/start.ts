import { readConfig } from '../core/config.ts'
import { sentence } from '../core/errors.ts'
import { seedDatabase } from '../workers/seed.ts'
import { runFoothold } from './foothold.ts'

/** `npm start`: the database, the API and the workers as one supervised tree, until Ctrl-C. */
async function main(): Promise<number> {
  // A terminal that is gone must not turn the orderly end into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  return runFoothold({
    config,
    env: process.env,
    api: new URL('../api/main.ts', import.meta.url),
    workers: new URL('../workers/main.ts', import.meta.url),
    seed: seedDatabase,
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
    ...(process.env.npm_lifecycle_event === undefined ? {} : { until: npmGone() }),
  })
}

/**
 * Resolves when npm, or the shell it put between itself and us, is gone: a SIGTERM for npm kills that shell
 * and never arrives here. Only under npm, since a shell of a person may well end and leave us running.
 */
function npmGone(): Promise<string> {
  const parent = process.ppid
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      resolve('npm is gone')
    }, 250)
    watch.unref()
  })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentence(error))
    process.exit(1)
  },
)
