import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buildPlaceIndex, parseZipTable, type PlaceIndex } from './domain/places.ts'

const FILE = new URL('../seeds/places/us-zips.tsv.gz', import.meta.url)
let loaded: PlaceIndex | null = null

/**
 * The ZIP table of `seeds/places` (GeoNames, CC BY 4.0), read from the disk at the first call and kept
 * for the life of the process.
 */
export function loadPlaces(): PlaceIndex {
  loaded ??= buildPlaceIndex(parseZipTable(gunzipSync(readFileSync(FILE)).toString('utf8')))
  return loaded
}
