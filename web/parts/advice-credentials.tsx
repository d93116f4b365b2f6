import { EARNING_KEYS, sinceField } from '../../core/domain/profile-form/fields.ts'
import { CREDENTIALS } from '../../core/domain/vocabulary/credentials.ts'
import {
  type FormState,
  Group,
  SelectField,
  TextField,
  Tick,
  controlOf,
  Fault,
  faultOf,
  has,
  one,
} from './form-fields.tsx'

const FIRST = ['CPC-A', 'CPC', 'CCA', 'CPB', 'CBCS', 'RHIT']
const MORE = CREDENTIALS.map(({ code }) => code).filter((code) => !FIRST.includes(code))
/** Since when they are held tells how long the way to drop the A has been open. */
const DATED = ['CPC-A', 'COC-A', 'CIC-A']
const NAMES = new Map(CREDENTIALS.map(({ code, name }) => [code, name]))

const EARNING_WORDS: Record<(typeof EARNING_KEYS)[number], string> = {
  course: 'A billing or coding course',
  associate: 'An associate degree in health information',
  bachelor: 'A bachelor’s degree in health information',
}

function CredentialTick({ state, code }: { state: FormState; code: string }) {
  return (
    <Tick state={state} field="credential" value={code}>
      <b>{code}</b> <span class="quiet">{NAMES.get(code)}</span>
    </Tick>
  )
}

function Since({ state, code }: { state: FormState; code: string }) {
  const field = sinceField(code)
  return (
    <p>
      <label for={field}>{code} since (month and year)</label>
      <input {...controlOf(state, field)} value={one(state, field)} maxLength={40} />
      <Fault state={state} field={field} />
    </p>
  )
}

/** The first question: what the person holds, and what they are training for. */
export function CredentialQuestion({ state }: { state: FormState }) {
  const open = MORE.some((code) => has(state, 'credential', code))
  const dated = DATED.some(
    (code) => one(state, sinceField(code)) !== '' || faultOf(state, sinceField(code)),
  )
  return (
    <Group
      state={state}
      field="credential"
      legend="Which credential do you hold, or train for?"
      hint="Tick all that you hold today. Tick nothing if you would rather not say."
      big
    >
      <div class="ticks">
        <Tick state={state} field="credential" value="none">
          <b>None yet</b>
        </Tick>
        {FIRST.map((code) => (
          <CredentialTick key={code} state={state} code={code} />
        ))}
      </div>
      <details class="more" open={open}>
        <summary>More credentials</summary>
        <div class="ticks">
          {MORE.map((code) => (
            <CredentialTick key={code} state={state} code={code} />
          ))}
        </div>
      </details>
      <details class="more" open={Boolean(dated)}>
        <summary>Since when do you hold the A?</summary>
        <div class="work-line">
          {DATED.map((code) => (
            <Since key={code} state={state} code={code} />
          ))}
        </div>
      </details>
      <div class="work-line two">
        <SelectField
          state={state}
          field="earning"
          label="Are you training for one now?"
          none="No, or rather not say"
          options={EARNING_KEYS.map((key) => [key, EARNING_WORDS[key]])}
        />
        <TextField
          state={state}
          field="earning_ends"
          label="When will you finish? (month and year)"
        />
      </div>
    </Group>
  )
}
