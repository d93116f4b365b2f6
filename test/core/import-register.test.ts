import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RegisterKind } from '../../core/domain/registers/register.ts'
import {
  importRegister,
  type ImportOptions,
  type ImportProgress,
} from '../../core/import-register.ts'
import { placeFacts } from '../../core/store/areas.ts'
import { wageRows } from '../../core/store/wages.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'

const NOW = () => new Date('2026-11-24T12:00:00Z')
const HOSPITALS = 'Facility ID,Facility Name,City/Town,State,ZIP Code,Hospital Type\n'
const sample = (kind: string) =>
  fileURLToPath(new URL(`../../seeds/registers/SAMPLE-${kind}.csv`, import.meta.url))

let database: FreshDatabase
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'foothold-register-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  await sql`truncate import_run, facility, place, area_fact, wage restart identity cascade`.execute(
    database.db,
  )
})

function load(
  kind: RegisterKind,
  path: string,
  more: Partial<ImportOptions> = {},
  progress?: (state: ImportProgress) => void,
) {
  const options = { kind, path, asOf: null, sample: false, replace: false, ...more }
  return importRegister(database.db, options, NOW, progress)
}

async function file(name: string, text: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const hospital = (n: number, name = `Hospital ${n}`) =>
  `39${String(n).padStart(4, '0')},${name},Erie,PA,16501,Acute Care Hospitals\n`
const hospitals = (from: number, to: number) =>
  HOSPITALS + Array.from({ length: to - from + 1 }, (_, i) => hospital(from + i)).join('')

const names = async () =>
  (await database.db.selectFrom('facility').select('name').orderBy('id').execute()).map(
    (f) => f.name,
  )

/** Every row with the transaction that wrote it. */
async function versions(): Promise<unknown[]> {
  const { rows } = await sql`
    select xmin::text, ctid::text, id::text from facility
    union all select xmin::text, ctid::text, id::text from import_run order by 3`.execute(
    database.db,
  )
  return rows
}

describe('importRegister', () => {
  it('loads every sample file, marked as sample, with the date that it states', async () => {
    const counts: Record<string, unknown[]> = {}
    for (const kind of [
      'cms-nursing-home',
      'hrsa-health-center',
      'hrsa-hpsa',
      'hrsa-mua',
    ] as const) {
      const { run } = await load(kind, sample(kind))
      counts[kind] = [run.rows_read, run.rows_kept, run.rows_passed, run.rows_rejected, run.as_of]
      expect(run.sample).toBe(true)
    }
    expect(counts).toEqual({
      'cms-nursing-home': [4, 4, 0, 0, '2026-07-01'],
      'hrsa-health-center': [4, 3, 1, 0, '2026-07-03'],
      'hrsa-hpsa': [6, 4, 2, 0, '2026-07-03'],
      'hrsa-mua': [3, 2, 1, 0, '2026-07-03'],
    })
    for (const kind of ['cms-home-health', 'cms-hospice', 'cms-hospital', 'ruca'] as const) {
      await expect(load(kind, sample(kind))).rejects.toMatchObject({ code: 'no-date' })
      const report = await load(kind, sample(kind), { asOf: '2026-07-01' })
      expect(report.outcome).toBe('loaded')
    }
    const { rows } = await sql<{ register: string; n: number }>`
      select register, count(*) as n from facility where sample group by 1 order by 1`.execute(
      database.db,
    )
    expect(rows).toEqual([
      { register: 'cms-home-health', n: 3 },
      { register: 'cms-hospice', n: 2 },
      { register: 'cms-hospital', n: 4 },
      { register: 'cms-nursing-home', n: 4 },
      { register: 'hrsa-health-center', n: 3 },
    ])
  })

  it('loads wages, of which a newer file takes the place, and refuses the series before 2018 whole', async () => {
    const text = await readFile(sample('oews'), 'utf8')
    const first = await load('oews', await file('state_M2023_dl.csv', text))
    expect(first.run).toMatchObject({ as_of: '2023-05-01', sample: false, rows_kept: 16 })
    const lines = text.split('\n')
    const newer = lines.filter((l) => !l.includes('Sample Wyoming')).join('\n')
    const second = await load(
      'oews',
      await file('state_M2024_dl.csv', newer.replace('17.00', '17.50')),
    )
    expect(second).toMatchObject({ outcome: 'loaded', removed: 2 })
    const [california] = await wageRows(database.db)
    expect(california).toEqual({
      ...{ soc: '29-2072', state: 'CA', hour_p10: 20.4, hour_p25: 23.4, hour_median: 28.2 },
      ...{ year_p10: 42432, year_p25: 48672, year_median: 58656 },
      ...{ sample: false, source: 'state_M2024_dl.csv', as_of: '2024-05-01' },
    })
    const country = (await wageRows(database.db)).find((r) => r.state === 'US')
    expect(country?.hour_p10).toBe(17.5)

    // The old code stands in the last row, far behind what is looked at first.
    const old = `${newer.trimEnd()}\n${(lines[1] ?? '').replace('29-2072', '29-2071')}\n`
    await expect(load('oews', await file('state_M2025_dl.csv', old))).rejects.toMatchObject({
      code: 'wrong-file',
      message: expect.stringContaining('was split into 29-2072 and 29-9021'),
    })
    expect((await wageRows(database.db)).map((r) => r.as_of)).not.toContain('2025-05-01')
    expect(await database.db.selectFrom('import_run').selectAll().execute()).toHaveLength(2)
  })

  it('knows a sample of wages by its name, and asks for the date that it lacks', async () => {
    await expect(load('oews', sample('oews'))).rejects.toMatchObject({ code: 'no-date' })
    await load('oews', sample('oews'), { asOf: '2024-05-01' })
    const wages = await wageRows(database.db)
    expect(wages).toHaveLength(16)
    expect(wages.every((w) => w.sample)).toBe(true)
  })

  it('the same file twice writes nothing', async () => {
    const path = await file('h_2026-07-01.csv', hospitals(1, 5))
    expect((await load('cms-hospital', path)).outcome).toBe('loaded')
    const before = await versions()
    const again = await load('cms-hospital', path)
    expect(again).toMatchObject({ outcome: 'unchanged', removed: 0 })
    expect(await versions()).toEqual(before)
    expect(before).toHaveLength(6)
  })

  it('a newer file replaces the rows that vanished, an older one is refused', async () => {
    await load('cms-hospital', await file('h_2026-07-01.csv', hospitals(1, 5)))
    const newer = await load('cms-hospital', await file('h_2026-08-01.csv', hospitals(2, 6)))
    expect(newer).toMatchObject({ outcome: 'loaded', removed: 1 })
    expect(await names()).toEqual([2, 3, 4, 5, 6].map((n) => `Hospital ${n}`))
    const old = await file('h_2026-06-01.csv', hospitals(1, 9))
    await expect(load('cms-hospital', old)).rejects.toMatchObject({ code: 'older-file' })
    expect(await names()).toHaveLength(5)
  })

  it('goes on after a kill where the last batch was kept, and ends as if nothing had been', async () => {
    const path = await file('h_2026-07-01.csv', hospitals(1, 10))
    const kill = ({ rows }: ImportProgress) => {
      if (rows === 6) throw new Error('killed')
    }
    await expect(load('cms-hospital', path, { batchRows: 3 }, kill)).rejects.toThrow('killed')
    expect(await names()).toHaveLength(6)
    const seen: number[] = []
    const report = await load('cms-hospital', path, { batchRows: 3 }, (p) => seen.push(p.rows))
    expect(seen).toEqual([9, 10])
    expect(report).toMatchObject({ outcome: 'loaded', resumed: true, removed: 0 })
    expect(report.run).toMatchObject({ rows_read: 10, rows_kept: 10 })
    expect(await names()).toHaveLength(10)
  })

  it('a killed run of another file is given up, and its rows go', async () => {
    const first = await file('h_2026-07-01.csv', hospitals(1, 6))
    const kill = () => {
      throw new Error('killed')
    }
    await expect(load('cms-hospital', first, { batchRows: 2 }, kill)).rejects.toThrow('killed')
    const report = await load('cms-hospital', await file('h_2026-08-01.csv', hospitals(11, 14)))
    expect(report).toMatchObject({ resumed: false, removed: 2 })
    expect(await names()).toHaveLength(4)
  })

  it('of two at once one stops and says so, and no row is read twice', async () => {
    const path = await file('h_2026-07-01.csv', hospitals(1, 40))
    const done = await Promise.allSettled([
      load('cms-hospital', path, { batchRows: 1 }),
      load('cms-hospital', path, { batchRows: 1 }),
    ])
    const failed = done.filter((d) => d.status === 'rejected')
    expect(failed.map((d) => (d.reason as { code: string }).code)).toEqual(['import-taken-over'])
    const run = await database.db.selectFrom('import_run').selectAll().executeTakeFirstOrThrow()
    expect(run).toMatchObject({ state: 'done', rows_read: 40, rows_kept: 40 })
  })

  it('counts bad rows with their lines and keeps the rest', async () => {
    const text =
      HOSPITALS + hospital(1) + 'bad,row,Erie,PA,16501,x\n' + '"open,1\n' + hospital(2, '"A\nB"')
    const { run } = await load('cms-hospital', await file('h_2026-07-01.csv', text))
    expect(run).toMatchObject({ rows_read: 4, rows_kept: 2, rows_rejected: 2 })
    expect(run.rejected).toEqual([
      { line: 3, reason: '"bad" is not a CCN (six characters)' },
      { line: 4, reason: 'something follows a closing quote' },
    ])
    expect(await names()).toEqual(['Hospital 1', 'A\nB'])
  })

  it.each([
    ['a page', '<!doctype html><title>Error</title>', 'it is a web page or XML'],
    ['JSON', '[{"Facility ID": 1}]', 'it is JSON'],
    ['an archive', Buffer.from('PK\u0003\u0004'), 'it is a ZIP archive or a spreadsheet'],
    ['a header alone', HOSPITALS, 'it has no row of data'],
    ['columns of something else', 'a,b\n1,2\n', 'expected the columns "Facility ID"'],
    ['rows that are no rows', `${HOSPITALS}x,y\n`, 'none of its first 1 rows can be used'],
    ['nothing', '', 'is empty'],
  ])('rejects %s and writes nothing', async (_, content, words) => {
    const path = await file('h_2026-07-01.csv', content)
    const failed = await load('cms-hospital', path).catch((e: unknown) => e as Error)
    expect(failed).toMatchObject({ code: 'wrong-file' })
    expect((failed as Error).message).toContain(words)
    expect(await database.db.selectFrom('import_run').selectAll().execute()).toEqual([])
  })

  it('a file that lacks more rows than it brings takes nothing away until told to', async () => {
    await load('cms-hospital', await file('h_2026-07-01.csv', hospitals(1, 10)))
    const short = await file('h_2026-08-01.csv', hospitals(1, 3))
    const report = await load('cms-hospital', short)
    expect(report).toMatchObject({ outcome: 'suspect', vanished: 7, removed: 0 })
    expect(await names()).toHaveLength(10)
    const told = await load('cms-hospital', short, { replace: true })
    expect(told).toMatchObject({ outcome: 'loaded', removed: 7 })
    expect(await names()).toHaveLength(3)
  })

  it('a sample is never loaded over a real file, and a real file replaces a sample', async () => {
    await load('cms-hospital', sample('cms-hospital'), { asOf: '2026-11-01' })
    const real = await load('cms-hospital', await file('h_2026-07-01.csv', hospitals(1, 1)))
    expect(real).toMatchObject({ outcome: 'loaded', removed: 4 })
    await expect(
      load('cms-hospital', sample('cms-hospital'), { asOf: '2026-11-01' }),
    ).rejects.toMatchObject({ code: 'sample-over-real' })
  })

  it('the three disciplines of HPSAs stand side by side', async () => {
    const primary = await readFile(sample('hrsa-hpsa'), 'utf8')
    await load('hrsa-hpsa', await file('BCD_HPSA_FCT_DET_PC.csv', primary))
    const dental = primary.replaceAll('Primary Care', 'Dental Health')
    const report = await load('hrsa-hpsa', await file('BCD_HPSA_FCT_DET_DH.csv', dental))
    expect(report).toMatchObject({ removed: 0 })
    const { rows } = await sql`
      select fact, count(*) as n from area_fact group by 1 order by 1`.execute(database.db)
    expect(rows).toEqual([
      { fact: 'hpsa_dental_health', n: 3 },
      { fact: 'hpsa_primary_care', n: 3 },
    ])
  })
})

describe('placeFacts', () => {
  const ZIPS =
    '18503\tScranton\tPA\t42069\t41.4\t-75.66\n18504\tScranton\tPA\t42069\t41.4\t-75.7\n' +
    '16501\tErie\tPA\t42049\t42.1\t-80.08\n58368\tRugby\tND\t38069\t48.3\t-99.9\n' +
    '04401\tBangor\tME\t23019\t44.8\t-68.8\n'
  const scranton = { city: 'scranton', state: 'PA' }

  beforeEach(async () => {
    await load('places', await file('us-zips.tsv.gz', gzipSync(ZIPS)), { asOf: '2026-03-11' })
  })

  it('without any register knows the town and nothing else', async () => {
    expect(await placeFacts(database.db, [scranton, { city: 'Nowhere', state: 'PA' }])).toEqual([
      { ...scranton, found: true, counties: ['42069'], facts: {}, looked_up: {} },
      { city: 'Nowhere', state: 'PA', found: false, counties: [], facts: {}, looked_up: {} },
    ])
  })

  it('gives the highest score with its file, and says when a county was looked up in vain', async () => {
    const text = await readFile(sample('hrsa-hpsa'), 'utf8')
    await load('hrsa-hpsa', await file('BCD_HPSA_FCT_DET_PC.csv', text))
    const [s, erie, rugby] = await placeFacts(database.db, [
      scranton,
      { city: 'Erie', state: 'PA' },
      { city: 'Rugby', state: 'ND' },
    ])
    expect(s?.facts).toEqual({
      hpsa_primary_care: {
        area_kind: 'county',
        area_code: '42069',
        value: 17,
        name: 'Sample Low Income - Scranton',
        whole: false,
        source: 'BCD_HPSA_FCT_DET_PC.csv',
        as_of: '2026-07-03',
        sample: false,
      },
    })
    // Its one designation is a clinic's: the county itself has none. Dental was never loaded: no key.
    expect(erie?.facts).toEqual({ hpsa_primary_care: null })
    expect(erie?.looked_up).toEqual({
      hpsa_primary_care: { source: 'BCD_HPSA_FCT_DET_PC.csv', as_of: '2026-07-03' },
    })
    expect(rugby?.facts.hpsa_primary_care).toMatchObject({ value: 12, whole: true })
  })

  it('where no county is known nothing was looked up, though the register is loaded', async () => {
    await load(
      'places',
      await file('zips.tsv.gz', gzipSync(`${ZIPS}18505\tDupont\tPA\t\t41\t-75\n`)),
      {
        asOf: '2026-03-12',
      },
    )
    await load('hrsa-hpsa', await file('PC.csv', await readFile(sample('hrsa-hpsa'), 'utf8')))
    const [dupont] = await placeFacts(database.db, [{ city: 'Dupont', state: 'PA' }])
    expect(dupont).toEqual({
      ...{ city: 'Dupont', state: 'PA', found: true, counties: [] },
      ...{ facts: {}, looked_up: {} },
    })
  })

  it('a sample proves no absence', async () => {
    await load('hrsa-hpsa', sample('hrsa-hpsa'))
    const [s, erie] = await placeFacts(database.db, [scranton, { city: 'Erie', state: 'PA' }])
    expect(s?.facts.hpsa_primary_care).toMatchObject({ value: 17, sample: true })
    expect(erie?.facts).toEqual({})
  })

  it('rural by the codes of the ZIP codes; a ZIP code asked for stands for itself', async () => {
    const ruca =
      'ZIPCode,State,ZIPCodeType,POName,PrimaryRUCA,SecondaryRUCA\n' +
      '18503,PA,ZIP Code Area,Scranton,1,1\n18504,PA,ZIP Code Area,Scranton,4,4\n58368,ND,ZIP Code Area,Rugby,10,10\n'
    await load('ruca', await file('ruca.csv', ruca), { asOf: '2025-01-01' })
    const found = await placeFacts(database.db, [
      scranton,
      { ...scranton, zip5: '18503' },
      { city: 'Rugby', state: 'nd' },
      { city: 'Erie', state: 'PA' },
    ])
    expect(found.map((f) => f.rural)).toEqual(['some', 'none', 'all', undefined])
  })
})
