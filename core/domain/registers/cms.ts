import type { Setting } from '../tags.ts'
import { ccn, isoDate, orNull, usState, zip5 } from './fields.ts'
import { defineRegister, type RegisterRecord, type Row, type RowReading } from './register.ts'

/**
 * The Provider Data Catalog of the Centers for Medicare & Medicaid Services: one row a certified facility.
 * Works of the federal government, public domain in the US. Header names as of the 2026 files.
 */

const CCN = ['CMS Certification Number (CCN)', 'Federal Provider Number']
const CITY = ['City/Town', 'City']
const STATE = ['State']
const ZIP = ['ZIP Code', 'Zip']

type Common = 'ccn' | 'name' | 'city' | 'state' | 'zip'

function facility<F extends string>(
  row: Row<F | Common>,
  settings: Setting[],
  more: { operator?: string; chain?: string } = {},
): RowReading {
  const id = ccn(row('ccn'))
  if (id === null) return { bad: `"${row('ccn').slice(0, 20)}" is not a CCN (six characters)` }
  const name = row('name')
  if (name === '') return { bad: 'the name is empty' }
  const state = usState(row('state'))
  if (state === null) return { bad: `"${row('state').slice(0, 20)}" is not a US state` }
  return {
    record: {
      table: 'facility',
      id,
      name,
      operator: orNull(more.operator ?? ''),
      chain: orNull(more.chain ?? ''),
      settings,
      city: orNull(row('city')),
      state,
      zip5: zip5(row('zip')),
      county_fips: null,
    },
  }
}

export const cmsNursingHome = defineRegister<Common | 'legal' | 'chain' | 'ccrc' | 'beds' | 'date'>(
  {
    kind: 'cms-nursing-home',
    about: 'CMS nursing homes, NH_ProviderInfo, data set 4pq5-n9py',
    required: {
      ccn: CCN,
      name: ['Provider Name'],
      city: CITY,
      state: STATE,
      zip: ZIP,
      // Told apart from other CMS lists by this column.
      beds: ['Number of Certified Beds'],
    },
    optional: {
      legal: ['Legal Business Name'],
      chain: ['Chain Name', 'Affiliated Entity Name'],
      ccrc: ['Continuing Care Retirement Community'],
      date: ['Processing Date'],
    },
    statedDate: (row) => isoDate(row('date')),
    read: (row) =>
      facility(row, row('ccrc').toUpperCase() === 'Y' ? ['snf', 'ccrc'] : ['snf'], {
        operator: row('legal'),
        chain: row('chain'),
      }),
  },
)

export const cmsHomeHealth = defineRegister<Common | 'nursing'>({
  kind: 'cms-home-health',
  about: 'CMS home health agencies, HH_Provider, data set 6jpm-sxkc',
  required: {
    ccn: CCN,
    name: ['Provider Name'],
    city: CITY,
    state: STATE,
    zip: ZIP,
    nursing: ['Offers Nursing Care Services'],
  },
  read: (row) => facility(row, ['home_health']),
})

export const cmsHospice = defineRegister<Common | 'region'>({
  kind: 'cms-hospice',
  about: 'CMS hospices, Hospice_General-Information, data set yc9t-dgbk',
  required: {
    ccn: CCN,
    name: ['Facility Name'],
    city: CITY,
    state: STATE,
    zip: ZIP,
    region: ['CMS Region'],
  },
  read: (row) => facility(row, ['hospice']),
  suspicion: hospiceNumbers,
})

/**
 * Rehabilitation and long-term care hospitals are published with the very same columns: the numbers tell.
 * The last four places of a hospice's CCN lie from 1500 to 1799 (CMS State Operations Manual, 2779A1).
 */
function hospiceNumbers(records: readonly RegisterRecord[]): string | null {
  const hospices = records.filter(
    (r) => r.table === 'facility' && /^(?:15|16|17)\d\d$/.test(r.id.slice(2)),
  )
  return hospices.length > 0
    ? null
    : 'none of its numbers is a hospice’s (the last four places of a hospice’s CCN lie from 1500 to 1799)'
}

/** Hospital types that are one of our settings; every other type is a general hospital. */
const HOSPITAL_TYPES: Readonly<Record<string, Setting[]>> = {
  'critical access hospitals': ['critical_access'],
  psychiatric: ['behavioral'],
  'acute care - veterans administration': ['va'],
}

export const cmsHospital = defineRegister<Common | 'type'>({
  kind: 'cms-hospital',
  about: 'CMS hospitals, Hospital_General_Information, data set xubh-q36u',
  required: {
    ccn: ['Facility ID', 'Provider ID'],
    name: ['Facility Name', 'Hospital Name'],
    city: CITY,
    state: STATE,
    zip: ZIP,
    type: ['Hospital Type'],
  },
  read: (row) => facility(row, HOSPITAL_TYPES[row('type').toLowerCase()] ?? []),
})
