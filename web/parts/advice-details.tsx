import { EDUCATION_LEVELS, ROLES, SETTINGS } from '../../core/domain/tags.ts'
import { EDUCATION_WORDS, ROLE_WORDS, SETTING_WORDS } from '../words.ts'
import { Fault, type FormState, Group, TextField, Tick, controlOf, one } from './form-fields.tsx'

const DETAIL_FIELDS = [
  ...['education_level', 'education_field', 'education_status', 'education_accredited'],
  ...['zip', 'radius_miles', 'role', 'setting_liked', 'setting_refused', 'pay_floor_hour'],
]

function Schooling({ state }: { state: FormState }) {
  return (
    <Group state={state} field="education" legend="Schooling">
      <p>
        <label for="education_level">Highest level</label>
        <select {...controlOf(state, 'education_level')}>
          <option value="">Rather not say</option>
          <option value="none" selected={one(state, 'education_level') === 'none'}>
            None of these yet
          </option>
          {EDUCATION_LEVELS.map((level) => (
            <option key={level} value={level} selected={one(state, 'education_level') === level}>
              {EDUCATION_WORDS[level]}
            </option>
          ))}
        </select>
        <Fault state={state} field="education_level" />
      </p>
      <TextField state={state} field="education_field" label="In what? (for example, coding)" />
      <p>
        <label for="education_status">Finished?</label>
        <select {...controlOf(state, 'education_status')}>
          <option value="">Rather not say</option>
          <option value="complete" selected={one(state, 'education_status') === 'complete'}>
            Yes
          </option>
          <option value="in_progress" selected={one(state, 'education_status') === 'in_progress'}>
            Still studying
          </option>
        </select>
        <Fault state={state} field="education_status" />
      </p>
      <Tick state={state} field="education_accredited" value="yes">
        The program is accredited for health information by{' '}
        <abbr title="Commission on Accreditation for Health Informatics and Information Management Education">
          CAHIIM
        </abbr>
      </Tick>
    </Group>
  )
}

function Settings({
  state,
  field,
  legend,
}: {
  state: FormState
  field: 'setting_liked' | 'setting_refused'
  legend: string
}) {
  return (
    <Group state={state} field={field} legend={legend}>
      <div class="ticks">
        {SETTINGS.map((value) => (
          <Tick key={value} state={state} field={field} value={value}>
            {SETTING_WORDS[value]}
          </Tick>
        ))}
      </div>
    </Group>
  )
}

/** What refines the answer and nobody must give, folded away until it holds something. */
export function AdviceDetails({ state }: { state: FormState }) {
  const open = DETAIL_FIELDS.some(
    (field) => state.values[field] !== undefined && one(state, field) !== '',
  )
  return (
    <details class="details" open={open}>
      <summary>More about you (optional)</summary>
      <Schooling state={state} />
      <Group state={state} field="reach" legend="Where and for how much">
        <div class="work-line">
          <TextField state={state} field="zip" label="ZIP code" />
          <TextField state={state} field="radius_miles" label="Miles you would travel" />
          <TextField state={state} field="pay_floor_hour" label="Least pay, dollars an hour" />
        </div>
      </Group>
      <Group state={state} field="role" legend="Kinds of work you want">
        <div class="ticks">
          {ROLES.map((role) => (
            <Tick key={role} state={state} field="role" value={role}>
              {ROLE_WORDS[role]}
            </Tick>
          ))}
        </div>
      </Group>
      <Settings state={state} field="setting_liked" legend="Employers you would like" />
      <Settings state={state} field="setting_refused" legend="Employers you would not work for" />
    </details>
  )
}
