import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { normaliseTown, parseZipTable } from '../../core/domain/places.ts'
import { US_STATES } from '../../core/domain/us-states.ts'

export interface Town {
  city: string
  state: string
  /** Its lowest ZIP code: the number of its search key. */
  zip: number
}

const TOWNS_A_STATE = 25

/** The towns with the most ZIP codes of each of the 51 states, largest first. */
export function largestTowns(): Map<string, Town[]> {
  const file = new URL('../../seeds/places/us-zips.tsv.gz', import.meta.url)
  const found = new Map<string, Town & { zips: number }>()
  for (const row of parseZipTable(gunzipSync(readFileSync(file)).toString('utf8'))) {
    const key = `${row.state}|${normaliseTown(row.city)}`
    const town = found.get(key)
    if (town === undefined) found.set(key, { ...row, zip: Number(row.zip), zips: 1 })
    else {
      town.zips += 1
      town.zip = Math.min(town.zip, Number(row.zip))
    }
  }
  const towns = [...found.values()].sort((a, b) => b.zips - a.zips || a.zip - b.zip)
  return new Map(
    US_STATES.map((state) => [
      state,
      towns
        .filter((town) => town.state === state)
        .slice(0, TOWNS_A_STATE)
        .map(({ city, zip }) => ({ city, state, zip })),
    ]),
  )
}

/** Inhabitants in hundred thousands, 2020. */
export const PEOPLE: Readonly<Record<string, number>> = {
  AL: 50,
  AK: 7,
  AZ: 72,
  AR: 30,
  CA: 395,
  CO: 58,
  CT: 36,
  DC: 7,
  DE: 10,
  FL: 215,
  GA: 107,
  HI: 15,
  ID: 18,
  IL: 128,
  IN: 68,
  IA: 32,
  KS: 29,
  KY: 45,
  LA: 47,
  ME: 14,
  MD: 62,
  MA: 70,
  MI: 101,
  MN: 57,
  MS: 30,
  MO: 62,
  MT: 11,
  NE: 20,
  NV: 31,
  NH: 14,
  NJ: 93,
  NM: 21,
  NY: 202,
  NC: 104,
  ND: 8,
  OH: 118,
  OK: 40,
  OR: 42,
  PA: 130,
  RI: 11,
  SC: 51,
  SD: 9,
  TN: 69,
  TX: 291,
  UT: 33,
  VT: 6,
  VA: 86,
  WA: 77,
  WV: 18,
  WI: 59,
  WY: 6,
}
