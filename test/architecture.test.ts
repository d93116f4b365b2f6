import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const ROOMS = ['api', 'cli', 'core', 'migrations', 'web', 'workers']

async function cruise(rooms: string[]): Promise<{ modules: number; violations: string[] }> {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
  ]
  const { stdout } = await run(process.execPath, [...args, '--output-type', 'json', ...rooms], {
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }))
  const report = JSON.parse(stdout) as {
    modules: unknown[]
    summary: { violations: { rule: { name: string } }[] }
  }
  return {
    modules: report.modules.length,
    violations: report.summary.violations.map((v) => v.rule.name),
  }
}

it('keeps the arrows of the house, and the checker really sees the modules', async () => {
  const { modules, violations } = await cruise(ROOMS)
  expect(violations).toEqual([])
  expect(modules).toBeGreaterThan(60)
}, 120_000)

it('refuses a wrong import: the domain may not reach the store, not even for a type', async () => {
  const folder = await mkdtemp(join('core', 'domain', 'tmp-arrow-'))
  try {
    await writeFile(
      join(folder, 'wrong.ts'),
      "import type { Database } from '../../store/schema.ts'\nexport type X = Database\n",
    )
    const { violations } = await cruise([folder])
    expect(violations).toContain('domain-imports-nothing-of-ours')
  } finally {
    await rm(folder, { recursive: true })
  }
}, 120_000)
