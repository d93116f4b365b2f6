import { spawn } from 'node:child_process'

interface Outcome {
  code: number | null
  lines: Record<string, unknown>[]
  told: string
}

/** Runs a command that prints JSON Lines as its own process on this input. */
export function runLines(
  file: string,
  input: string | Buffer,
  args: readonly string[] = [],
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      cwd: new URL('../..', import.meta.url),
      env: { ...process.env, FOOTHOLD_OFFLINE: '1' },
    })
    let [out, told] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const lines = out.split('\n').filter(Boolean)
      resolve({ code, told, lines: lines.map((l) => JSON.parse(l) as Record<string, unknown>) })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

export const jsonLines = (values: readonly unknown[]): string =>
  values.map((v) => JSON.stringify(v)).join('\n')
