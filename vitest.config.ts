import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/helpers/global-setup.ts'],
    // Threads start faster than processes; each file still gets modules of its own.
    pool: 'threads',
    isolate: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    retry: 0,
    // What is waited for comes as soon as it can; the limit is for a machine that is busy.
    expect: { poll: { timeout: 20_000 } },
    env: { FOOTHOLD_OFFLINE: '1' },
    reporters: ['default', './test/helpers/closing-line.ts'],
  },
})
