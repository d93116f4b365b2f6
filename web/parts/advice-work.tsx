import { domainWords } from '../../core/domain/experience.ts'
import { MOST_WORK_LINES } from '../../core/domain/profile-form/fields.ts'
import { SPECIALTIES } from '../../core/domain/vocabulary/specialties.ts'
import { capital } from '../format.ts'
import {
  Fault,
  type FormState,
  FromResume,
  Group,
  Tick,
  controlOf,
  faultOf,
  one,
} from './form-fields.tsx'

/** Keys of the experience ladder, what newcomers have most often first. */
const KINDS = [
  ...['billing', 'coding', 'front_desk', 'patient_access', 'medical_records', 'claims'],
  ...['healthcare_office', 'outpatient_coding', 'inpatient_coding', 'profee_coding'],
  ...['risk_adjustment', 'revenue_cycle', 'snf_billing', 'home_health_billing'],
  ...['home_health_office', 'hospital_records', 'office', 'other'],
]
const SPECIAL_KINDS = Object.keys(SPECIALTIES).map((key) => `${key}_coding`)
/** Lines shown beside the first, when they are empty. */
const SPARE_LINES = 2

function kindWord(kind: string): string {
  return capital(kind === 'other' ? 'other paid work' : domainWords(kind))
}

function Kinds({ chosen }: { chosen: string }) {
  const option = (value: string) => (
    <option key={value} value={value} selected={chosen === value}>
      {kindWord(value)}
    </option>
  )
  const known = KINDS.includes(chosen) || SPECIAL_KINDS.includes(chosen)
  return (
    <>
      <option value="">Choose</option>
      {KINDS.map(option)}
      <optgroup label="Coding for one specialty">{SPECIAL_KINDS.map(option)}</optgroup>
      {!known && /^[a-z][a-z0-9_]{1,58}$/.test(chosen) && option(chosen)}
    </>
  )
}

function Numbered({ children, line }: { children: string; line: number }) {
  return (
    <>
      {children}
      {line > 1 && <span data-name> ({line})</span>}
    </>
  )
}

function WorkLine({ state, line }: { state: FormState; line: number }) {
  const kind = `kind_${line}`
  const amount = `amount_${line}`
  const unit = `unit_${line}`
  return (
    <>
      <div class="work-line">
        <p>
          <label for={kind}>
            <Numbered line={line}>Kind of work</Numbered>
          </label>
          <select {...controlOf(state, kind)}>
            <Kinds chosen={one(state, kind)} />
          </select>
          <Fault state={state} field={kind} />
        </p>
        <p>
          <label for={amount}>
            <Numbered line={line}>How long</Numbered>
          </label>
          <input
            {...controlOf(state, amount)}
            inputMode="decimal"
            size={5}
            value={one(state, amount)}
          />
          <Fault state={state} field={amount} />
        </p>
        <p>
          <label for={unit}>
            <Numbered line={line}>Unit</Numbered>
          </label>
          <select {...controlOf(state, unit)}>
            <option value="months">months</option>
            <option value="years" selected={one(state, unit) === 'years'}>
              years
            </option>
          </select>
          <Fault state={state} field={unit} />
        </p>
      </div>
      <FromResume state={state} field={kind} />
    </>
  )
}

/** How many lines to show: all that hold something, and a few spare ones. */
function linesShown(state: FormState): number {
  let last = 1
  for (let line = 1; line <= MOST_WORK_LINES; line += 1) {
    const fields = [`kind_${line}`, `amount_${line}`]
    if (fields.some((f) => one(state, f) !== '' || faultOf(state, f) !== undefined)) last = line
  }
  return Math.min(MOST_WORK_LINES, last + SPARE_LINES)
}

/** The second question: how much paid work, and of what kind. */
export function WorkQuestion({ state }: { state: FormState }) {
  const shown = linesShown(state)
  const more = Array.from({ length: shown - 1 }, (_, at) => at + 2)
  return (
    <Group
      state={state}
      field="no_experience"
      legend="How much paid work have you done, and of what kind?"
      hint="Count paid work only. Leave it all blank if you would rather not say."
      big
    >
      <Tick state={state} field="no_experience" value="yes">
        <b>No paid experience yet</b>
      </Tick>
      <WorkLine state={state} line={1} />
      <details class="more" open={shown > 1 + SPARE_LINES}>
        <summary>Add other kinds of work</summary>
        {more.map((line) => (
          <WorkLine key={line} state={state} line={line} />
        ))}
      </details>
    </Group>
  )
}
