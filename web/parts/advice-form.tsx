import { FORM_WORK_MODES } from '../../core/domain/profile-form/fields.ts'
import type { FormError } from '../../core/domain/profile-form/form-reader.ts'
import { notesOf, writeNote } from '../../core/domain/resume/notes.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { paths } from '../paths.ts'
import { WORK_MODE_WORDS, stateName } from '../words.ts'
import { CredentialQuestion } from './advice-credentials.tsx'
import { AdviceDetails } from './advice-details.tsx'
import { WorkQuestion } from './advice-work.tsx'
import { type FormState, Group, SelectField, Tick } from './form-fields.tsx'

const STATES = STATE_CODES.map((code) => [code, stateName(code)] as const).sort(([, a], [, b]) =>
  a.localeCompare(b, 'en'),
)

function PlaceQuestion({ state }: { state: FormState }) {
  return (
    <Group
      state={state}
      field="work_mode"
      legend="Where do you live, and would you work from home?"
      hint="Many remote jobs take people from certain states only."
      big
    >
      <SelectField state={state} field="state" label="Your state" options={STATES} />
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
export function Faults({ errors }: { errors: readonly FormError[] }) {
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

/** What was read from a résumé goes along, and counts only when this box is ticked. */
function Confirm({ state }: { state: FormState }) {
  const notes = notesOf(state.values)
  if (notes.length === 0) return null
  return (
    <>
      {notes.map((note) => (
        <input key={writeNote(note)} type="hidden" name="resume_note" value={writeNote(note)} />
      ))}
      <Group state={state} field="resume_checked" legend="Check before you send" big>
        <Tick state={state} field="resume_checked" value="yes">
          <b>I have checked what was read from my résumé.</b>
        </Tick>
      </Group>
    </>
  )
}

/** The form: three questions, then optional details. Field names: core/domain/profile-form/read-form.ts. */
export function AdviceForm({ values, errors }: FormState) {
  const state = { values, errors }
  return (
    <form class="advice-form" method="post" action={paths.advice}>
      <Faults errors={errors} />
      <CredentialQuestion state={state} />
      <WorkQuestion state={state} />
      <PlaceQuestion state={state} />
      <h2>More about you</h2>
      <p class="hint">You may stop here and come back. Each answer makes the result more exact.</p>
      <AdviceDetails state={state} />
      <Confirm state={state} />
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
