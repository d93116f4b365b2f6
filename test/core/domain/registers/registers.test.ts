import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../../core/csv.ts'
import { ccn, countyFips, isoDate, zip5 } from '../../../../core/domain/registers/fields.ts'
import {
  openRegister,
  REGISTER_KINDS,
  type RegisterKind,
  type RowReading,
} from '../../../../core/domain/registers/register.ts'
import {
  recogniseHeader,
  REGISTERS,
  wrongFile,
} from '../../../../core/domain/registers/registers.ts'

const sampleFile = (kind: RegisterKind) =>
  readFileSync(new URL(`../../../../seeds/registers/SAMPLE-${kind}.csv`, import.meta.url))

async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of readCsv([bytes])) rows.push(...batch.map((r) => r.fields))
  return rows
}

async function readAll(kind: RegisterKind): Promise<RowReading[]> {
  const [header = [], ...rows] = await rowsOf(sampleFile(kind))
  return rows.map((fields) => readOne(kind, header, fields))
}

function readOne(kind: RegisterKind, header: string[], fields: string[]): RowReading {
  const opened = openRegister(REGISTERS[kind], header)
  if ('missing' in opened) throw new Error(`missing ${opened.missing.join()}`)
  const row = opened.row(fields)
  return typeof row === 'function' ? REGISTERS[kind].read(row) : row
}

const CSV_KINDS = REGISTER_KINDS.filter((k) => k !== 'places')

describe('each sample file', () => {
  test.each(CSV_KINDS)(
    '%s is recognised by its own header and by no other register',
    async (kind) => {
      const [header = []] = await rowsOf(sampleFile(kind))
      expect(recogniseHeader(header)).toBe(kind)
    },
  )

  test('nursing homes: SNF, and CCRC beside it where the file says so', async () => {
    const all = await readAll('cms-nursing-home')
    expect(all).toHaveLength(4)
    expect(all[0]).toEqual({
      record: {
        table: 'facility',
        id: '995001',
        name: 'SAMPLE ROOK HOLLOW NURSING & REHAB CENTER',
        operator: 'SAMPLE ROOK HOLLOW, LLC',
        chain: 'SAMPLE LARKMONT HEALTHCARE',
        settings: ['snf'],
        city: 'SCRANTON',
        state: 'PA',
        zip5: '18503',
        county_fips: null,
      },
    })
    expect(all[2]).toMatchObject({
      record: { name: 'SAMPLE "OLD MILL" RETIREMENT COMMUNITY, THE', settings: ['snf', 'ccrc'] },
    })
    expect(all[3]).toMatchObject({ record: { id: '99E004', zip5: '01001', chain: null } })
  })

  test('hospitals: critical access, psychiatric and VA have a setting, a general one has none', async () => {
    const all = await readAll('cms-hospital')
    expect(
      all.map((r) => ('record' in r && r.record.table === 'facility' ? r.record.settings : r)),
    ).toEqual([['critical_access'], [], ['behavioral'], ['va']])
  })

  test('home health and hospice', async () => {
    for (const [kind, setting, n] of [
      ['cms-home-health', 'home_health', 3],
      ['cms-hospice', 'hospice', 2],
    ] as const) {
      const all = await readAll(kind)
      expect(all).toHaveLength(n)
      for (const reading of all) expect(reading).toMatchObject({ record: { settings: [setting] } })
    }
  })

  test('health centers: look-alikes count, closed sites are passed over, the operator is kept', async () => {
    const all = await readAll('hrsa-health-center')
    expect(all[0]).toMatchObject({
      record: {
        id: 'BPS-H80-990001',
        operator: 'SAMPLE NORTHGATE COMMUNITY HEALTH, INC.',
        settings: ['fqhc'],
        zip5: '18503',
        county_fips: '42069',
      },
    })
    expect(all[2]).toMatchObject({ record: { settings: ['fqhc'], state: 'FL' } })
    expect(all[3]).toEqual({ passed: 'the site is not active' })
  })

  test('HPSAs: only standing designations of an area; what is partial says so', async () => {
    const all = await readAll('hrsa-hpsa')
    expect(all[0]).toEqual({
      record: {
        table: 'area_fact',
        fact: 'hpsa_primary_care',
        id: '1429999901',
        area_kind: 'county',
        area_code: '42069',
        value: 17,
        name: 'Sample Low Income - Scranton',
        whole: false,
      },
    })
    expect(all[2]).toMatchObject({ record: { area_code: '38069', value: 12, whole: true } })
    expect(all[3]).toMatchObject({ record: { area_code: '23019', value: 19, whole: false } })
    expect(all[4]).toEqual({ passed: 'the designation does not stand' })
    expect(all[5]).toEqual({ passed: 'it designates a facility and not an area' })
  })

  test('MUA/Ps: areas and populations are told apart', async () => {
    const all = await readAll('hrsa-mua')
    expect(all[0]).toMatchObject({
      record: { fact: 'mua', id: '99001', area_code: '42069', value: 51.3, whole: false },
    })
    expect(all[1]).toMatchObject({ record: { fact: 'mup', area_code: '42049', whole: false } })
    expect(all[2]).toEqual({ passed: 'the designation does not stand' })
  })

  test('wages: states and the country are kept, what is not published is null, the rest is passed over', async () => {
    const all = await readAll('oews')
    const kept = all.flatMap((r) => ('record' in r && r.record.table === 'wage' ? [r.record] : []))
    expect(kept.map((r) => `${r.state} ${r.soc}`)).toEqual([
      ...['US 29-2072', 'US 43-3021', 'CA 29-2072', 'CA 43-3021', 'FL 29-2072', 'FL 43-3021'],
      ...['OH 29-2072', 'OH 43-3021', 'PA 29-2072', 'PA 43-3021', 'TX 29-2072', 'TX 43-3021'],
      ...['PA 43-6013', 'PA 29-9021', 'WY 29-2072', 'WY 43-3021'],
    ])
    // 17.00, 19.50, 23.50, 29.00 and 37.00 an hour, times 2,080; jobs and years carry commas in the file.
    expect(kept[8]).toEqual({
      table: 'wage',
      soc: '29-2072',
      state: 'PA',
      jobs: 3000,
      hour_p10: 17,
      hour_p25: 19.5,
      hour_median: 23.5,
      hour_p75: 29,
      hour_p90: 37,
      year_p10: 35360,
      year_p25: 40560,
      year_median: 48880,
      year_p75: 60320,
      year_p90: 76960,
    })
    // "#" is above the highest figure that is published.
    expect(kept[13]).toMatchObject({ hour_p75: 42, hour_p90: null, year_p90: null })
    // "**" jobs and "*" wages; a state may give the year without the hour.
    expect(kept[14]).toMatchObject({ jobs: null, hour_p10: null, year_median: null })
    expect(kept[15]).toMatchObject({ hour_p10: null, year_p10: 31200, year_p25: 36400 })
    expect(all.at(-1)).toEqual({ passed: 'neither a state nor the whole country' })
    expect(all.filter((r) => 'passed' in r && r.passed === 'another occupation')).toHaveLength(6)
    expect(all.filter((r) => 'bad' in r)).toEqual([])
  })

  test('wages: nonsense is rejected, and a row of one industry is not the state', async () => {
    const [header = [], first = []] = await rowsOf(sampleFile('oews'))
    const changed = (column: string, text: string) =>
      readOne('oews', header, first.with(header.indexOf(column), text))
    expect(changed('A_PCT10', 'n/a')).toEqual({ bad: '"n/a" is no figure that year10 can hold' })
    expect(changed('A_PCT10', '90,000')).toEqual({
      bad: 'the tenth percentile lies above the twenty-fifth',
    })
    expect(changed('I_GROUP', 'sector')).toEqual({ passed: 'one industry alone' })
  })

  test('RUCA codes, those of 2010 between apostrophes too', async () => {
    const all = await readAll('ruca')
    expect(all.slice(1, 3)).toMatchObject([
      { record: { fact: 'ruca', area_kind: 'zip', area_code: '58368', value: 10 } },
      { record: { area_code: '04401', value: 4 } },
    ])
    expect(all[3]).toEqual({ passed: 'nobody lives there: not coded' })
    const header = ["''ZIP_CODE''", 'STATE', 'ZIP_TYPE', 'RUCA1', 'RUCA2']
    expect(readOne('ruca', header, ["''19701''", 'DE', 'Zip Code Area', '1', '1'])).toMatchObject({
      record: { area_code: '19701', value: 1 },
    })
  })
})

describe('bad rows say what is wrong with them', () => {
  const header = ['Facility ID', 'Facility Name', 'City/Town', 'State', 'ZIP Code', 'Hospital Type']
  test.each([
    [['39', 'A', 'B', 'PA', '18503', 'x'], '"39" is not a CCN (six characters)'],
    [['390001', '', 'B', 'PA', '18503', 'x'], 'the name is empty'],
    [['390001', 'A', 'B', 'ZZ', '18503', 'x'], '"ZZ" is not a US state'],
    [['390001', 'A'], 'it has 2 fields where the header has 6'],
    [['390001', 'A', 'B', 'PA', '18503', 'x', 'y'], 'it has 7 fields where the header has 6'],
  ])('%j', (fields, bad) => {
    expect(readOne('cms-hospital', header, fields)).toEqual({ bad })
  })

  test('an unknown ZIP code is no reason to lose a facility', () => {
    expect(readOne('cms-hospital', header, ['390001', 'A', 'B', 'PA', '', 'x', ''])).toMatchObject({
      record: { zip5: null },
    })
  })
})

describe('a wrong file', () => {
  test('is told by what was expected, what was found and what it looks like', async () => {
    const [header = []] = await rowsOf(sampleFile('cms-hospice'))
    const opened = openRegister(REGISTERS['cms-nursing-home'], header)
    if (!('missing' in opened)) throw new Error('it fits')
    expect(wrongFile(REGISTERS['cms-nursing-home'], opened.missing, opened.found)).toBe(
      'This is not a file of the kind "cms-nursing-home" (CMS nursing homes, NH_ProviderInfo, data set 4pq5-n9py): expected the columns "Provider Name", "Number of Certified Beds", found "CMS Certification Number (CCN)", "Facility Name", "Address Line 1", "Address Line 2", "City/Town", "State", "ZIP Code", "County/Parish" and 4 more. It looks like a file of the kind "cms-hospice".',
    )
  })

  test('with a hospice’s columns and no hospice’s numbers is suspected', () => {
    const record = (id: string) => ({
      table: 'facility' as const,
      id,
      name: 'X',
      operator: null,
      chain: null,
      settings: [],
      city: null,
      state: 'PA',
      zip5: null,
      county_fips: null,
    })
    const { suspicion } = REGISTERS['cms-hospice']
    expect(suspicion([record('393025'), record('39T001')])).toContain('1500 to 1799')
    expect(suspicion([record('393025'), record('A51623')])).toBeNull()
  })
})

describe('single cells', () => {
  test.each([
    ['45229-2631', '45229'],
    ['452292631', '45229'],
    ['2138', '02138'],
    ['21381234', '02138'],
    ["''19701''", '19701'],
    ['00000', null],
    ['123456', null],
    ['K1A 0B1', null],
    ['', null],
  ])('ZIP %j is %j', (text, zip) => {
    expect(zip5(text)).toBe(zip)
  })

  test('numbers get back the zero that a spreadsheet ate', () => {
    expect(ccn('15009')).toBe('015009')
    expect(ccn('15e009')).toBe('15E009')
    expect(ccn('1500')).toBeNull()
    expect(countyFips('4013')).toBe('04013')
    expect(countyFips('42000')).toBeNull()
    expect(countyFips('not set')).toBeNull()
  })

  test('dates in the three ways agencies write them; an impossible day is none', () => {
    expect(isoDate('07/03/2026')).toBe('2026-07-03')
    expect(isoDate('2026-07-03')).toBe('2026-07-03')
    expect(isoDate('2026/07/03')).toBe('2026-07-03')
    expect(isoDate('02/30/2026')).toBeNull()
    expect(isoDate('July 2026')).toBeNull()
  })
})
