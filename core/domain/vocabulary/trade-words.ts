/** What a stretch of text speaks of. `health` is context only: it never makes a job part of the trade. */
export type Subject =
  'coding' | 'billing' | 'records' | 'access' | 'health' | 'clinical' | 'software' | 'other'

export interface SubjectWeight {
  subject: Subject
  weight: number
}

type Entry = readonly [phrase: string, value: SubjectWeight]

const list = (subject: Subject, weight: number, phrases: string): Entry[] =>
  phrases
    .split(',')
    .map((p) => p.trim())
    .filter((p) => p !== '')
    .map((p) => [p, { subject, weight }] as const)

/** Weight 3: said of hardly any other trade. 2: usual in this one. 1: seen in it and beside it. */
export const TRADE_WORDS: readonly Entry[] = [
  ...list(
    'coding',
    3,
    `medical coding, medical coder, medical coders, coding guidelines, coding clinic, icd 10 cm, icd 10 pcs, cpt assistant, encoder,
     ms drg, apr drg, code assignment, assign codes, assigns codes, assigning codes, assign icd, assigns icd, assign cpt, assigns cpt,
     alpha numeric codes, coding accuracy, coding quality, coding certification, certified coder, coding credential, abstract codes, hcc coding, risk adjustment coding,
     diagnosis codes, procedure codes, diagnostic codes, procedural codes, coding audits, coding audit, coding compliance, inpatient coding, outpatient coding, ccs p, professional coder`,
  ),
  ...list(
    'coding',
    2,
    `icd 10, icd10, icd 9, cpt, hcpcs, drg, ahima, aapc, cpc, coders, coder, ncci, modifiers, 3m encoder, trucode, e m coding`,
  ),
  ...list('coding', 1, `coding, codes, abstracting, rhit, rhia, ccs`),
  ...list(
    'billing',
    3,
    `medical billing, medical biller, medical billers, hospital billing, physician billing, insurance billing, third party billing, patient billing, patient accounts, patient account,
     revenue cycle, claim denials, denied claims, denial management, insurance follow up, claims follow up, insurance claims, medical claims, health insurance claims, claim submission, claims submission,
     ub 04, ub04, ub 92, cms 1500, hcfa 1500, hcfa, explanation of benefits, eob, eobs, eras, era posting, remittance advice, remittance advices, remittances, clearinghouse, charge entry, charge capture,
     patient financial services, timely filing, unpaid claims, claim edits, claim status, claims status, payer denials, secondary claims, electronic claims, clean claims, rejected claims, rejections, patient balances, patient statements,
     insurance payments, payment posting, third party payers, third party payors, third party payer, third party payor, rebill, medicare billing, medicaid billing, billing claims, chargemaster,
     resident billing, insurance collections, medical collections, alternate resources, purchased referred care, claims processing, coordination of benefits, facets, self pay accounts, patient collections, contractual adjustments, payor contracts, claims to insurance, insurance company claims, third party claims, private insurance claims, patient responsibility, outstanding patient balances, outstanding patient due balances, patient due balances, patient account balances, posts payments, posting of payments`,
  ),
  ...list(
    'billing',
    2,
    `accounts receivable, denials, denial, appeals, reimbursement, payers, payors, payer, payor, claim forms, claims, copays, co pays, deductibles, write offs, adjustments, insurance companies, insurance carriers, cash posting, collections, a r, account balances, outstanding balances, balances due, unpaid balances, patient payments, third party, private insurance, financial assistance, remittance, remittance processing`,
  ),
  ...list(
    'billing',
    1,
    `billing, medicare, medicaid, payments, invoices, invoice, refunds, post payments, posting payments`,
  ),
  ...list(
    'records',
    3,
    `medical records, medical record, health records, patient records, release of information, health information management, chart completion, incomplete records, deficiency analysis, master patient index, records requests, record requests, chart deficiencies, cancer registry, tumor registry, disclosure of health information, loose reports, health information technician, medical record documentation`,
  ),
  ...list(
    'records',
    2,
    `hims, roi, subpoenas, record retention, purging, scanning and indexing, medical terminology`,
  ),
  ...list(
    'access',
    3,
    `patient registration, register patients, registers patients, registering patients, check in patients, patient check in, schedule appointments, scheduling appointments, schedules appointments, greet patients, greets patients, greeting patients, prior authorization, prior authorizations, patient access, insurance verification, verify insurance, verifies insurance, collect copays, admitting, pre registration, eligibility verification, appointment scheduling, insurance eligibility`,
  ),
  ...list('access', 1, `front desk, registration, scheduling, referrals, greet, receptionist`),
  ...list(
    'health',
    2,
    `hospital, clinic, clinics, physicians, physician, health care, healthcare, medical, patient, patients, hipaa, health plan, health system, diagnosis, medical center, nursing home, hospice, home health, residents, skilled nursing, dental, behavioral health, ehr, emr, epic, payer, payors, providers`,
  ),
  ...list('health', 1, `health, provider, insurance, medicare, medicaid, care`),
  ...list(
    'clinical',
    3,
    `direct patient care, administer medications, administers medications, vital signs, nursing process, nursing care, plan of care, registered nurse, nursing license, rn license, licensed practical nurse, bls certification, acls, assess patients, patient assessments, treatment plans, bedside, perform procedures, nursing judgment, psychotherapy, phlebotomy, rehabilitation therapy`,
  ),
  ...list(
    'clinical',
    2,
    `rn, clinical judgment, therapist, medications, licensed clinical, patient care`,
  ),
  ...list(
    'software',
    3,
    `software development, source code, javascript, java, python, react, node js, typescript, sql server, kubernetes, aws, azure, microservices, agile, scrum, full stack, git, github, devops, object oriented, web development, front end development, c sharp, unit tests, ci cd, programming languages, rest apis, coding standards, clean code, html, css`,
  ),
  ...list(
    'other',
    3,
    `utility billing, water bills, meter, meters, law firm, veterinary, veterinarian, veterinarians, pet, pets, prebills, utbms, client invoices, legal billing, ebilling, attorneys, billable hours, telecommunications, rent, leases, tenant, tenants, property management, student accounts, tuition, subcontractors, purchase orders, construction, freight, accounts payable, sales tax, month end close, general ledger, warranty, automotive, auto claims, property claims, bodily injury, adjusters, policyholders, policyholder, loan, loans, mortgage, inmates, inmate, criminal, litigation, subscription, saas, hvac, technicians, dispatch, timesheets, aia billing, lien waivers, retainage, customer invoices, journal entries, hotel, guests, rail, utilities, kilowatt, job costing`,
  ),
  ...list('other', 1, `customers, customer, vendors, vendor, sales, clients, projects`),
]
