import { countyFips, numberIn, usState, zip5 } from './fields.ts'
import { defineRegister } from './register.ts'

/**
 * Rural-Urban Commuting Area codes by ZIP code, USDA Economic Research Service (2020 file; the file of
 * 2010 is read too, whose cells stand between doubled apostrophes). A work of the federal government.
 */
export const ruca = defineRegister<'zip' | 'state' | 'type' | 'primary' | 'secondary'>({
  kind: 'ruca',
  about: 'USDA ERS rural-urban commuting area codes by ZIP code (not the census tract file)',
  required: {
    zip: ['ZIPCode', 'ZIP_CODE'],
    state: ['State'],
    primary: ['PrimaryRUCA', 'RUCA1'],
  },
  optional: { secondary: ['SecondaryRUCA', 'RUCA2'], type: ['ZIPCodeType', 'ZIP_TYPE'] },
  read: (row) => {
    const zip = zip5(row('zip'))
    if (zip === null) return { bad: `"${row('zip').slice(0, 20)}" is not a ZIP code` }
    const primary = row('primary')
    if (primary === '99') return { passed: 'nobody lives there: not coded' }
    const code = numberIn(primary, 1, 10)
    if (code === null) return { bad: `"${primary.slice(0, 20)}" is not a RUCA code (1 to 10)` }
    return {
      record: {
        table: 'area_fact',
        fact: 'ruca',
        id: '',
        area_kind: 'zip',
        area_code: zip,
        value: Math.floor(code),
        name: null,
        whole: null,
      },
    }
  },
})

/** The packed ZIP table of `seeds/places` (GeoNames, CC BY 4.0): six columns by their places, no header. */
export const places = defineRegister<'zip' | 'city' | 'state' | 'county' | 'lat' | 'lon'>({
  kind: 'places',
  about: 'the ZIP table seeds/places/us-zips.tsv.gz (zip, city, state, county, lat, lon; tabs)',
  format: 'tsv-without-header',
  required: {
    zip: ['zip'],
    city: ['city'],
    state: ['state'],
    county: ['county'],
    lat: ['lat'],
    lon: ['lon'],
  },
  read: (row) => {
    const zip = zip5(row('zip'))
    if (zip === null) return { bad: `"${row('zip').slice(0, 20)}" is not a ZIP code` }
    const state = usState(row('state'))
    if (state === null) return { bad: `"${row('state').slice(0, 20)}" is not a US state` }
    if (row('city') === '') return { bad: 'the town is empty' }
    const lat = numberIn(row('lat'), -90, 90)
    const lon = numberIn(row('lon'), -180, 180)
    if (lat === null || lon === null)
      return { bad: 'latitude or longitude is not a number of degrees' }
    return {
      record: {
        table: 'place',
        zip5: zip,
        city: row('city'),
        state,
        county_fips: countyFips(row('county')),
        lat,
        lon,
      },
    }
  },
})

/** Rural by the code of 4 or more: the line that HRSA's Federal Office of Rural Health Policy draws. */
export const RURAL_FROM = 4
export const isRuralCode = (code: number): boolean => code >= RURAL_FROM
