import { countyFips, isoDate, numberIn, orNull, usState, zip5 } from './fields.ts'
import { defineRegister, type AreaFact } from './register.ts'

/**
 * Downloads of the Health Resources and Services Administration. Works of the federal government, public
 * domain in the US. Every row ends with a comma; header names as of the 2026 files.
 */

const COUNTY = [
  'Common State County FIPS Code',
  'State and County Federal Information Processing Standard Code',
]
const CREATED = ['Data Warehouse Record Create Date']

export const hrsaHealthCenter = defineRegister<
  'type' | 'number' | 'name' | 'city' | 'state' | 'zip' | 'status' | 'operator' | 'county' | 'date'
>({
  kind: 'hrsa-health-center',
  about:
    'HRSA health centers and look-alikes, Health_Center_Service_Delivery_and_LookAlike_Sites.csv',
  required: {
    type: ['Health Center Type'],
    number: ['BPHC Assigned Number'],
    name: ['Site Name'],
    city: ['Site City'],
    state: ['Site State Abbreviation'],
    zip: ['Site Postal Code'],
    status: ['Site Status Description'],
    operator: ['Health Center Name'],
  },
  optional: {
    county: ['State and County Federal Information Processing Standard Code'],
    date: CREATED,
  },
  statedDate: (row) => isoDate(row('date')),
  read: (row) => {
    if (row('status').toLowerCase() !== 'active') return { passed: 'the site is not active' }
    const id = row('number')
    if (!/^[A-Z0-9-]{3,30}$/i.test(id)) return { bad: 'the BPHC Assigned Number is missing' }
    if (row('name') === '') return { bad: 'the site’s name is empty' }
    const state = usState(row('state'))
    if (state === null) return { passed: 'the site lies outside the states and territories' }
    return {
      record: {
        table: 'facility',
        id: id.toUpperCase(),
        name: row('name'),
        operator: orNull(row('operator')),
        chain: null,
        settings: ['fqhc'],
        city: orNull(row('city')),
        state,
        zip5: zip5(row('zip')),
        county_fips: countyFips(row('county')),
      },
    }
  },
})

const DISCIPLINES: Readonly<Record<string, AreaFact>> = {
  'primary care': 'hpsa_primary_care',
  'dental health': 'hpsa_dental_health',
  'mental health': 'hpsa_mental_health',
}

/** Designations of one clinic, prison or hospital say nothing of the county around it. */
const OF_AN_AREA = /^(?:geographic hpsa|high needs geographic hpsa|hpsa population)$/i

export const hrsaHpsa = defineRegister<
  'name' | 'id' | 'type' | 'discipline' | 'score' | 'status' | 'county' | 'component' | 'date'
>({
  kind: 'hrsa-hpsa',
  about:
    'HRSA health professional shortage areas, BCD_HPSA_FCT_DET_PC.csv (also the dental _DH and mental health _MH files)',
  required: {
    name: ['HPSA Name'],
    id: ['HPSA ID'],
    type: ['Designation Type'],
    discipline: ['HPSA Discipline Class'],
    score: ['HPSA Score'],
    status: ['HPSA Status'],
    county: COUNTY,
  },
  optional: { component: ['HPSA Component Type Description'], date: CREATED },
  statedDate: (row) => isoDate(row('date')),
  // The three disciplines come as three files; each replaces its own rows only.
  scope: (row) => DISCIPLINES[row('discipline').toLowerCase()] ?? '',
  read: (row) => {
    const fact = DISCIPLINES[row('discipline').toLowerCase()]
    if (fact === undefined)
      return { bad: `"${row('discipline').slice(0, 30)}" is not a discipline of HPSAs` }
    if (row('status').toLowerCase() !== 'designated')
      return { passed: 'the designation does not stand' }
    if (!OF_AN_AREA.test(row('type'))) return { passed: 'it designates a facility and not an area' }
    const county = countyFips(row('county'))
    if (county === null) return { bad: `"${row('county').slice(0, 20)}" is not a county code` }
    if (row('id') === '') return { bad: 'the HPSA ID is empty' }
    const score = numberIn(row('score'), 0, 26)
    if (score === null)
      return { bad: `"${row('score').slice(0, 20)}" is not an HPSA score (0 to 26)` }
    const component = row('component').toLowerCase()
    const group = row('type').toLowerCase() === 'hpsa population'
    return {
      record: {
        table: 'area_fact',
        fact,
        id: row('id'),
        area_kind: 'county',
        area_code: county,
        value: score,
        name: orNull(row('name')),
        whole: group ? false : component === '' ? null : component === 'single county',
      },
    }
  },
})

export const hrsaMua = defineRegister<
  'id' | 'name' | 'status' | 'type' | 'county' | 'component' | 'score' | 'date'
>({
  kind: 'hrsa-mua',
  about: 'HRSA medically underserved areas and populations, MUA_DET.csv',
  required: {
    id: ['MUA/P ID'],
    status: ['MUA/P Status Code'],
    type: ['Designation Type Code'],
    county: [COUNTY[1] ?? '', COUNTY[0] ?? ''],
  },
  optional: {
    name: ['MUA/P Service Area Name'],
    component: [
      'Medically Underserved Area/Population (MUA/P) Component Geographic Type Description',
    ],
    score: ['IMU Score'],
    date: CREATED,
  },
  statedDate: (row) => isoDate(row('date')),
  read: (row) => {
    if (row('status').toUpperCase() !== 'D') return { passed: 'the designation does not stand' }
    if (!/^\d{4,10}$/.test(row('id')))
      return { bad: 'the MUA/P ID is not a number of 5 or 10 digits' }
    const type = row('type').toUpperCase()
    if (!/MU[AP]/.test(type)) return { bad: `"${type.slice(0, 20)}" is not a type of MUA/P` }
    const county = countyFips(row('county'))
    if (county === null) return { bad: `"${row('county').slice(0, 20)}" is not a county code` }
    const group = type.includes('MUP')
    const component = row('component').toLowerCase()
    return {
      record: {
        table: 'area_fact',
        fact: group ? 'mup' : 'mua',
        id: row('id').padStart(5, '0'),
        area_kind: 'county',
        area_code: county,
        value: numberIn(row('score'), 0, 100),
        name: orNull(row('name')),
        whole: group ? false : component === '' ? null : /^(?:single )?county$/.test(component),
      },
    }
  },
})
