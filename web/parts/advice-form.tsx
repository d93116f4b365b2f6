import { domainWords } from '../../core/domain/experience.ts'
import {
  EXPERIENCE_LINES,
  FORM_WORK_MODES,
  type FormError,
} from '../../core/domain/profile-form.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { credentialName } from '../credential-names.ts'
import { paths } from '../paths.ts'
import { WORK_MODE_WORDS, stateName } from '../words.ts'
import { AdviceDetails } from './advice-details.tsx'
import { Fault, type FormState, Group, Tick, controlOf, faultOf, has, one } from './form-fields.tsx'

const FIRST_CREDENTIALS = ['CPC-A', 'CPC', 'CCA', 'CPB', 'CBCS', 'RHIT']
const MORE_CREDENTIALS = [
  ...['COC-A', 'COC', 'CCS', 'CCS-P', 'CIC', 'CRC', 'RHIA', 'CMRS', 'CRCR', 'CHAA', 'HCS-D'],
]
/** Keys of the experience ladder, what newcomers have most often first. */
const KINDS = [
  ...['billing', 'coding', 'front_desk', 'patient_access', 'medical_records', 'claims'],
  ...['healthcare_office', 'outpatient_coding', 'inpatient_coding', 'profee_coding'],
  ...['risk_adjustment', 'revenue_cycle', 'snf_billing', 'home_health_billing'],
  ...['home_health_office', 'hospital_records', 'office', 'other'],
]

function CredentialTick({ state, code }: { state: FormState; code: string }) {
  return (
    <Tick state={state} field="credential" value={code}>
      <b>{code}</b> <span class="quiet">{credentialName(code)}</span>
    </Tick>
  )
}

function CredentialQuestion({ state }: { state: FormState }) {
  const open = MORE_CREDENTIALS.some((code) => has(state, 'credential', code))
  return (
    <Group
      state={state}
      field="credential"
      legend="1. Which credential do you hold?"
      hint="Tick all that you hold today. Tick nothing if you would rather not say."
      big
    >
      <div class="ticks">
        <Tick state={state} field="credential" value="none">
          <b>None yet</b>
        </Tick>
        {FIRST_CREDENTIALS.map((code) => (
          <CredentialTick key={code} state={state} code={code} />
        ))}
      </div>
      <details class="more" open={open}>
        <summary>More credentials</summary>
        <div class="ticks">
          {MORE_CREDENTIALS.map((code) => (
            <CredentialTick key={code} state={state} code={code} />
          ))}
        </div>
      </details>
    </Group>
  )
}

function kindWord(kind: string): string {
  const text = kind === 'other' ? 'other paid work' : domainWords(kind)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function ExperienceLine({ state, line }: { state: FormState; line: number }) {
  const kind = `kind_${line}`
  const amount = `amount_${line}`
  const unit = `unit_${line}`
  return (
    <div class="work-line">
      <p>
        <label for={kind}>Kind of work{line > 1 && ` (${line})`}</label>
        <select {...controlOf(state, kind)}>
          <option value="">Choose</option>
          {KINDS.map((value) => (
            <option key={value} value={value} selected={one(state, kind) === value}>
              {kindWord(value)}
            </option>
          ))}
        </select>
        <Fault state={state} field={kind} />
      </p>
      <p>
        <label for={amount}>How long{line > 1 && ` (${line})`}</label>
        <input
          {...controlOf(state, amount)}
          inputMode="decimal"
          size={5}
          value={one(state, amount)}
        />
        <Fault state={state} field={amount} />
      </p>
      <p>
        <label for={unit}>Unit{line > 1 && ` (${line})`}</label>
        <select {...controlOf(state, unit)}>
          <option value="months">months</option>
          <option value="years" selected={one(state, unit) === 'years'}>
            years
          </option>
        </select>
      </p>
    </div>
  )
}

function ExperienceQuestion({ state }: { state: FormState }) {
  const more = EXPERIENCE_LINES.slice(1).some((line) =>
    [`kind_${line}`, `amount_${line}`].some(
      (field) => one(state, field) !== '' || faultOf(state, field) !== undefined,
    ),
  )
  return (
    <Group
      state={state}
      field="no_experience"
      legend="2. How much paid experience do you have, and in what?"
      hint="Count paid work only. Leave it all blank if you would rather not say."
      big
    >
      <Tick state={state} field="no_experience" value="yes">
        <b>No paid experience yet</b>
      </Tick>
      <ExperienceLine state={state} line={1} />
      <details class="more" open={more}>
        <summary>Add other kinds of work</summary>
        {EXPERIENCE_LINES.slice(1).map((line) => (
          <ExperienceLine key={line} state={state} line={line} />
        ))}
      </details>
    </Group>
  )
}

function PlaceQuestion({ state }: { state: FormState }) {
  return (
    <Group
      state={state}
      field="work_mode"
      legend="3. Where do you live, and where would you work?"
      hint="Many remote jobs take people from certain states only."
      big
    >
      <p>
        <label for="state">Your state</label>
        <select {...controlOf(state, 'state')}>
          <option value="">Rather not say</option>
          {STATE_CODES.map((code) => ({ code, name: stateName(code) }))
            .sort((a, b) => a.name.localeCompare(b.name, 'en'))
            .map(({ code, name }) => (
              <option key={code} value={code} selected={one(state, 'state') === code}>
                {name}
              </option>
            ))}
        </select>
        <Fault state={state} field="state" />
      </p>
      <p class="label" id="work_mode_label">
        You would work (tick all that fit)
      </p>
      <div class="ticks row" role="group" aria-labelledby="work_mode_label">
        {FORM_WORK_MODES.map((mode) => (
          <Tick key={mode} state={state} field="work_mode" value={mode}>
            {WORK_MODE_WORDS[mode]}
          </Tick>
        ))}
      </div>
    </Group>
  )
}

/** What was wrong, each with a link to its place in the form. */
function Faults({ errors }: { errors: readonly FormError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" aria-labelledby="errors">
      <h2 id="errors">Please look at this again</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The form: three questions, then optional details. Field names: core/domain/profile-form.ts. */
export function AdviceForm({ values, errors }: FormState) {
  const state = { values, errors }
  return (
    <form class="advice-form" method="post" action={paths.advice}>
      <Faults errors={errors} />
      <CredentialQuestion state={state} />
      <ExperienceQuestion state={state} />
      <PlaceQuestion state={state} />
      <AdviceDetails state={state} />
      <p class="apply">
        <button type="submit">Show my jobs and next steps</button>
      </p>
      <p class="quiet">
        Nothing you write here is kept. It is used once, to make your answer, and then forgotten.{' '}
        <a href={paths.privacy}>How we treat your data</a>.
      </p>
    </form>
  )
}
