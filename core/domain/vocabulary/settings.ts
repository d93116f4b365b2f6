import type { Setting } from '../tags.ts'

/**
 * Words by which an employer's setting is known (domain notes 4a). General knowledge of the US care trade,
 * as of 2025; chain names are those of national groups whose whole business is the one setting.
 */

const list = (words: string): string[] =>
  words
    .split(',')
    .map((w) => w.trim().replace(/\s+/g, ' '))
    .filter((w) => w !== '')

/** What the place is called in running text. Singular and plural are listed where both occur. */
export const SETTING_NOUNS: Readonly<Record<Setting, readonly string[]>> = {
  assisted_living: list(
    `assisted living, assisted living community, assisted living communities, assisted living facility, assisted living facilities, personal care home, personal care community, residential care home,
     residential care facility for the elderly, rcfe, board and care, alf, alfs, adult foster care, senior living community, senior living communities, supportive living`,
  ),
  memory_care: list(
    `memory care, memory care community, dementia care community, alzheimers care, alzheimer s care`,
  ),
  snf: list(
    `skilled nursing, skilled nursing facility, skilled nursing facilities, skilled nursing center, skilled nursing centers, snf, snfs, nursing home, nursing homes, nursing facility, nursing facilities,
     nursing and rehabilitation center, nursing and rehabilitation centers, nursing and rehab center, nursing rehab center, long term care facility, long term care facilities, long term care center, long term care community,
     post acute care center, post acute facility, skilled rehabilitation facility, nursing center, nursing and rehabilitation facility, skilled nursing and rehabilitation, health and rehabilitation center, convalescent hospital, subacute and skilled nursing,
     long term acute and skilled nursing, veterans home, healthcare and rehabilitation center, care and rehabilitation center, skilled care center`,
  ),
  ccrc: list(
    `ccrc, ccrcs, continuing care retirement community, continuing care retirement communities, life plan community, life plan communities, continuing care community, retirement community, retirement communities, lifecare community, life care community`,
  ),
  home_health: list(
    `home health, home health agency, home health agencies, home healthcare, home health care, home care agency, visiting nurse association, visiting nurses, visiting nurse service, in home nursing, certified home health agency, chha, vna`,
  ),
  hospice: list(
    `hospice, hospice agency, hospice care, hospice provider, hospice organization, hospice and palliative care, hospices`,
  ),
  pace: list(
    `pace program, pace organization, pace center, program of all inclusive care for the elderly, programs of all inclusive care for the elderly, all inclusive care for the elderly`,
  ),
  fqhc: list(
    `fqhc, fqhcs, federally qualified health center, federally qualified health centers, federally qualified community health center, fqhc look alike, community health center, community health centers, section 330, 330 grant, community health clinic,
     migrant health center, health care for the homeless, federally qualified, sliding fee, sliding fee scale, sliding fee discount, sliding scale fee, hrsa funded`,
  ),
  rural_health_clinic: list(
    `rural health clinic, rural health clinics, rhc, rhcs, certified rural health clinic`,
  ),
  critical_access: list(
    `critical access hospital, critical access hospitals, critical access facility, critical access, cah, swing bed, swing beds`,
  ),
  ihs_tribal_urban: list(
    `indian health service, indian health services, ihs, tribal health, tribal health center, tribal clinic, tribal clinics, tribal hospital, tribal hospitals, tribal health program, urban indian, urban indian health, indian preference, indian health center, indian hospital, native health,
     638 contract, purchased referred care, purchased and referred care, tribally operated, tribally owned, native american preference, tribal member preference, tribal preference, the tribe, the tribe s, tribal nation, tribal government, tribal community, tribal members, alaska native tribal, indian health`,
  ),
  correctional: list(
    `correctional facility, correctional facilities, correctional healthcare, correctional health care, correctional health, correctional institution, correctional center, detention center, detention facility, detention facilities, county jail, state prison, jails and prisons, jail, prison, prisons, jails, incarcerated patients, inmate patients`,
  ),
  va: list(
    `vamc, visn, va medical center, va health care, va healthcare system, va health care system, va hospital, veterans health administration, department of veterans affairs, va medical centers, title 38, veterans affairs medical center, va outpatient clinic, cboc, consolidated patient account center, va policy, va * healthcare system, va * health care system, va * medical center, va * * healthcare system, va * * health care system, va * * medical center, va handbook`,
  ),
  behavioral: list(
    `cmhc, ccbhc, community mental health center, community mental health, community mental health agency, certified community behavioral health clinic, behavioral health organization, behavioral health agency, behavioral health hospital, behavioral health center, behavioral health provider, behavioral healthcare provider, behavioral health facility,
     psychiatric hospital, psychiatric facility, mental health center, mental health clinic, mental health clinics, mental health multi clinic system, mental health practice, mental health provider, mental health group, mental health system, psychiatric practice, psychiatry practice, mental health agency, mental health organization, substance use disorder treatment, substance abuse treatment, addiction treatment, addiction treatment center, treatment center, residential treatment program, residential treatment center, substance use treatment, recovery center, community services board, autism services, aba therapy provider, applied behavior analysis, opioid treatment program, methadone clinic, outpatient mental health, behavioral health services, behavioral health company, behavioral health practice`,
  ),
  safety_net: list(
    `safety net, safety net hospital, safety net health system, safety net provider, public hospital, public hospitals, county health system, public health system, disproportionate share, disproportionate share hospital, dsh hospital, indigent care hospital, essential hospital`,
  ),
}

/** What an employer's name says by itself. */
export const SETTING_NAMES: Readonly<Record<Setting, readonly string[]>> = {
  assisted_living: list(
    `assisted living, senior living, personal care home, residential care home, brookdale, sunrise senior living, atria senior living, five star senior living, discovery senior living, holiday by atria, sonida, american house, enlivant, morningstar senior living, belmont village, the arbor company, oakmont senior living, silverado`,
  ),
  memory_care: list(`memory care, silverado`),
  snf: list(
    `nursing and rehab, nursing and rehabilitation, nursing rehab, nursing rehabilitation, nursing home, nursing center, nursing facility, nursing care center, skilled nursing, health and rehab, health and rehabilitation, health rehab, health rehabilitation, care center, care and rehab, care and rehabilitation, rehab and nursing,
     rehabilitation and nursing, rehab and healthcare, rehabilitation and healthcare, rehabilitation and health care, healthcare and rehab, healthcare and rehabilitation, healthcare rehabilitation, convalescent, post acute, postacute, transitional care, healthcare center nursing, veterans home, subacute, living center, genesis healthcare,
     ensign, pruitthealth, life care centers of america, promedica senior care, manorcare, signature healthcarellc, consulate health care, diversicare, trilogy health services, saber healthcare, communicare health services, national healthcare corporation, good samaritan society, golden living, kindred nursing, pacs group, avamere, cantex continuing care, next step healthcare`,
  ),
  ccrc: list(
    `life plan, continuing care, retirement community, retirement communities, lifecare community, ccrc, erickson senior living, acts retirement, kendal, lifespace communities`,
  ),
  home_health: list(
    `home health, homehealth, home healthcare, home health care, homecare, home care, visiting nurse, visiting nurses, vna, vnsny, vns health, amedisys, lhc group, bayada, enhabit, centerwell home health, accentcare, elara caring, interim healthcare, maxim healthcare, aveanna, addus, pediatric home service`,
  ),
  hospice: list(
    `hospice, palliative, vitas, compassus, amedisys hospice, gentiva hospice, heartland hospice, seasons hospice, traditions health, chapters health, agrace, empath health`,
  ),
  pace: list(`pace, innovage, welbehealth`),
  fqhc: list(
    `community health center, community health centers, community health services, community healthcare, community health care, family health center, family health centers, family health services, neighborhood health center, neighborhood health centers, neighborhood healthcare, community clinic, community clinics, community health clinic, peoples health center, chc, community health network of, migrant health, community health systems of, community health connections, family healthcare network, la clinica, clinica, clinica de, health care for the homeless, healthcare for the homeless, primary health care center, community health partnership, community medical centers, federally qualified`,
  ),
  rural_health_clinic: list(`rural health clinic, rural health, rural healthcare`),
  critical_access: list(`critical access, critical access hospital`),
  ihs_tribal_urban: list(
    `indian health, indian hospital, tribe, tribes, tribal, nation health, nation department, nation of, indian medical center, indian community, indian center, native health, native american health, pueblo, band of, rancheria, chippewa, ojibwe, choctaw nation, cherokee nation, chickasaw nation, muscogee, navajo nation, tohono, southcentral foundation, yukon kuskokwim, confederated tribes, indian nation, alaska native, urban indian, bureau of indian affairs`,
  ),
  correctional: list(
    `correctional, corrections, reformatory, penitentiary, detention, jail, prison, sheriff, sheriffs office, wellpath, corizon, naphcare, centurion health, yescare, primecare medical, armor correctional, vitalcore, department of corrections, bureau of prisons`,
  ),
  va: list(
    `veterans health administration, department of veterans affairs, veterans affairs, va medical center, va health care, va healthcare, vamc, visn, va hospital`,
  ),
  behavioral: list(
    `behavioral health, behavioral healthcare, behavioral health care, behavioural health, mental health, community services board, counseling, counseling center, psychiatric, psychiatry, psychological, recovery center, recovery centers, addiction, treatment centers, treatment center, autism, aba, behavior analysis, mental wellness, psychiatric hospital, acadia healthcare, universal health services, lifestance, springstone, behavioral services, behavioral care`,
  ),
  safety_net: list(
    `county health system, public hospital, hospital district, public health trust, safety net, county health and hospital, health and hospitals, county of health services`,
  ),
}

/** Facets of one setting that show only when the work itself names them: billing models, forms, systems. */
export const SETTING_TRADE_WORDS: Readonly<Partial<Record<Setting, readonly string[]>>> = {
  snf: list(
    `pdpm, mds coordinator, resident trust, resident trust fund, resident fund, resident census, consolidated billing, triple check, medicaid pending residents, ub 04 for skilled, resident billing, resident accounts, pointclickcare, matrixcare, resident funds`,
  ),
  home_health: list(
    `pdgm, oasis, notice of admission, request for anticipated payment, episode billing, homecare homebase, kinnser, axxess, wellsky home health`,
  ),
  hospice: list(
    `notice of election, hospice cap, hospice benefit, continuous home care, hospice claims, hospice billing, hospice medicare`,
  ),
  fqhc: list(
    `pps rate, wraparound payments, wrap around payments, uds reporting, uds report, sliding fee applications, sliding fee program, sliding fee policy, sliding fee application`,
  ),
  rural_health_clinic: list(`all inclusive rate, rhc billing, rhc claims`),
  critical_access: list(`swing bed billing, method ii billing, cah billing`),
}
