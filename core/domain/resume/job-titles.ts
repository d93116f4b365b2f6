import { plainTitle } from '../read/tags/title-words.ts'
import { namesHealth, titleFamily } from '../read/tags/title-families.ts'
import { SPECIALTIES } from '../vocabulary/specialties.ts'

/** What a job title says of the kind of work. */
export type JobKind =
  | { is: 'domain'; domain: string }
  /** Billing and coding in one job: how much of each cannot be told. */
  | { is: 'mixed' }
  | { is: 'unpaid' }
  | { is: 'unclear' }

/** A word that makes a stretch of text the name of a job, and not of an employer. */
const JOB_NOUN =
  /\b(?:coder|biller|specialist|clerk|representative|rep|technician|tech|coordinator|assistant|associate|analyst|receptionist|secretary|registrar|scheduler|poster|collector|auditor|manager|supervisor|lead|abstractor|scribe|trainee|intern|extern|apprentice|processor|examiner|administrator|agent|officer|operator|cashier|server|teller|bookkeeper|accountant|aide|nurse|driver|teacher|teammate|crew member|team member|host|hostess|barista|cook|stocker|worker|consultant|educator|trainer|transcriptionist|cna|phlebotomist|volunteer|student|advisor|adviser|counselor)s?\b/i
const DESK =
  /^(?:the )?(?:front (?:desk|office)|charge (?:entry|capture)|payment posting|customer service|data entry|medical records|patient access|patient registration|release of information|medical (?:billing|coding)|claims processing)$/i
const COMPANY =
  /\b(?:inc|llc|l\.l\.c|corp|hospital|clinic|center|centre|group|associates|health system|healthcare system|services|solutions|company|university|college|practice|physicians|partners|department)\b\.?$/i

/** Whether a stretch of a line may be a job title. */
export const mayBeTitle = (text: string): boolean =>
  text.length <= 80 &&
  text.split(/\s+/).length <= 10 &&
  (JOB_NOUN.test(text) || DESK.test(text)) &&
  !(COMPANY.test(text) && !JOB_NOUN.test(text))

const UNPAID =
  /\b(?:interns?|internship|extern(?:ship)?|practicum|volunteer(?:ing)?|student|shadow(?:ing)?|unpaid)\b/i
/** Words around an unsure title that show it to be of health care. */
const HEALTH =
  /\b(?:icd-?10|cpt|hcpcs|eobs?|medicare|medicaid|hipaa|patients?|medical|hospital|clinic|health|physicians?|dental|insurance claims|cms-?1500|ub-?04)\b/i
const OFFICE =
  /\b(?:customer (?:service|care|support)|call center|administrative|office|data entry|secretary|receptionist|front desk|clerk|bookkeep\w+|teller)\b/

/**
 * The kind of work of a title. `around` is the rest of what the résumé says of the job: it decides where the
 * title alone could belong to another trade ("Claims Specialist", "Receptionist").
 */
export function jobKind(title: string, around: string): JobKind {
  const plain = plainTitle(title)
  if (UNPAID.test(title)) return { is: 'unpaid' }
  const health = namesHealth(plain) || HEALTH.test(around)
  const { family, rule } = titleFamily(plain)
  switch (family.is) {
    case 'both':
      return { is: 'mixed' }
    case 'coding':
      return family.sure || health ? domain(codingDomain(plain)) : { is: 'unclear' }
    case 'billing':
      return family.sure || health ? domain(billingDomain(plain)) : { is: 'unclear' }
    case 'records':
      if (family.role === 'cdi') return { is: 'unclear' }
      return domain(/\bhospital records?\b/.test(plain) ? 'hospital_records' : 'medical_records')
    case 'first_rung':
      if (family.role === 'front_desk') return domain(health ? 'front_desk' : 'office')
      return family.sure || health ? domain('patient_access') : domain('office')
    case 'out':
      // A title such as "Insurance Agent" is of another trade; one of billing elsewhere cannot be placed.
      return rule === 'title.other_billing' ? { is: 'unclear' } : domain('other')
    case 'unknown':
      if (!OFFICE.test(plain)) return otherWork(plain)
      return domain(namesHealth(plain) ? 'healthcare_office' : 'office')
  }
}

const domain = (key: string): JobKind => ({ is: 'domain', domain: key })

/** Plainly other work; a bare "Specialist" or "Associate" says nothing. */
function otherWork(plain: string): JobKind {
  return /\b(?:crew|team member|worker|stocker|operator|teacher|driver|host(?:ess)?|barista|cook|server|cashier|sales)\b/.test(
    plain,
  )
    ? domain('other')
    : { is: 'unclear' }
}

function codingDomain(plain: string): string {
  if (/\binpatient\b|\bdrg\b/.test(plain) && !/\boutpatient\b/.test(plain))
    return 'inpatient_coding'
  if (/\boutpatient\b/.test(plain) && !/\binpatient\b/.test(plain)) return 'outpatient_coding'
  if (/\brisk adjustment\b|\bhcc\b/.test(plain)) return 'risk_adjustment'
  const specialty = Object.entries(SPECIALTIES).find(([, names]) =>
    names.some((name) => name.length > 3 && plain.includes(name)),
  )
  if (specialty !== undefined) return `${specialty[0]}_coding`
  return /\bpro ?fee\b|\bprofessional fee\b|\bphysician\b/.test(plain) ? 'profee_coding' : 'coding'
}

function billingDomain(plain: string): string {
  if (/\bsnf\b|\bnursing home\b|\bskilled nursing\b|\blong term care\b/.test(plain))
    return 'snf_billing'
  if (/\bhome health\b|\bhospice\b/.test(plain)) return 'home_health_billing'
  if (/\bclaims?\b|\bdenials?\b|\bappeals?\b/.test(plain) && !/\bbill/.test(plain)) return 'claims'
  return /\brevenue (?:cycle|integrity)\b/.test(plain) && !/\bbill/.test(plain)
    ? 'revenue_cycle'
    : 'billing'
}
