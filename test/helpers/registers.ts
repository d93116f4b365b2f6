import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { importRegister } from '../../core/import-register.ts'
import type { RegisterKind } from '../../core/domain/registers/register.ts'
import type { Database } from '../../core/store/schema.ts'

type Db = Kysely<Database>

const LOADED_AT = new Date('2026-11-24T12:00:00Z')
const TOWNS =
  '18503\tScranton\tPA\t42069\t41.4\t-75.66\n16501\tErie\tPA\t42049\t42.1\t-80.08\n' +
  '58368\tRugby\tND\t38069\t48.3\t-99.9\n'

/** Loads the text of a register's file under a name; a name that begins with "SAMPLE" makes it a sample. */
async function loadRegister(
  db: Db,
  kind: RegisterKind,
  name: string,
  text: string | Buffer,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-register-'))
  try {
    const path = join(folder, name)
    await writeFile(path, text)
    const options = { kind, path, asOf: '2026-07-03', sample: false, replace: false }
    await importRegister(db, options, () => LOADED_AT)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Loads a table of three towns: Scranton and Erie in Pennsylvania, Rugby in North Dakota. */
export const loadTowns = (db: Db): Promise<void> =>
  loadRegister(db, 'places', 'us-zips.tsv.gz', gzipSync(TOWNS))

/** Loads the invented rows of `seeds/registers`, as a sample or, under another name, as a real file. */
export async function loadSampleRows(db: Db, kind: RegisterKind, realName?: string): Promise<void> {
  const name = `SAMPLE-${kind}.csv`
  const text = await readFile(new URL(`../../seeds/registers/${name}`, import.meta.url))
  await loadRegister(db, kind, realName ?? name, text)
}
