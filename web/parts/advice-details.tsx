import type { ComponentChildren } from 'preact'
import {
  ADJACENT_ROLES,
  EMPLOYMENT_TYPES,
  ROLES,
  SETTINGS,
  type Setting,
} from '../../core/domain/tags.ts'
import { SYSTEMS } from '../../core/domain/vocabulary/systems.ts'
import {
  ADJACENT_ROLE_WORDS,
  EMPLOYMENT_WORDS,
  ROLE_WORDS,
  SETTING_WORDS,
  systemWord,
} from '../words.ts'
import { Schooling } from './advice-schooling.tsx'
import { type FormState, Group, SelectField, TextField, Tick, one } from './form-fields.tsx'

/** The programs that adverts name most; the others are written out. */
const SOFTWARE = [
  ...['epic', 'cerner', 'meditech', 'athenahealth', 'eclinicalworks', 'nextgen', 'tebra'],
  ...['advancedmd', 'pointclickcare', 'matrixcare', 'allscripts', 'solventum_encoder'],
  ...['optum_encoder', 'trucode', 'waystar', 'availity'],
].filter((key) => Object.hasOwn(SYSTEMS, key))

const SCHOOL = /^education_/
const HOURS = /^(?:externship|practicode)_/
const TOOLS = /^software/
const WISHES =
  /^(?:zip|radius_miles|states_too|neighbours|pay_floor_hour|employment_type|role|adjacent_role|setting_)/

/** One folded part of the form; open as soon as it holds an answer or a fault. */
function Part({
  state,
  fields,
  title,
  children,
}: {
  state: FormState
  fields: RegExp
  title: string
  children: ComponentChildren
}) {
  const filled = Object.keys(state.values).some((f) => fields.test(f) && one(state, f) !== '')
  const wrong = state.errors.some(({ field }) => fields.test(field))
  return (
    <details class="details" open={filled || wrong}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Ticks<T extends string>({
  state,
  field,
  legend,
  values,
  words,
}: {
  state: FormState
  field: string
  legend: string
  values: readonly T[]
  words: (value: T) => string
}) {
  return (
    <Group state={state} field={field} legend={legend}>
      <div class="ticks">
        {values.map((value) => (
          <Tick key={value} state={state} field={field} value={value}>
            <span data-name>{words(value)}</span>
          </Tick>
        ))}
      </div>
    </Group>
  )
}

function Training({ state }: { state: FormState }) {
  return (
    <Part state={state} fields={HOURS} title="Externship and Practicode (optional)">
      <p class="hint">They are not paid work. But they count toward dropping the A.</p>
      <div class="work-line">
        <TextField state={state} field="externship_hours" label="Hours of a formal externship" />
        <TextField state={state} field="practicode_hours" label="Hours of Practicode so far" />
        <SelectField
          state={state}
          field="practicode_done"
          label="Practicode finished?"
          options={[
            ['yes', 'Yes, all of it'],
            ['no', 'Not yet'],
          ]}
        />
      </div>
    </Part>
  )
}

function Tools({ state }: { state: FormState }) {
  return (
    <Part state={state} fields={TOOLS} title="Programs you have used (optional)">
      <Ticks
        state={state}
        field="software"
        legend="Tick those you know"
        values={[...SOFTWARE, ...others(state)]}
        words={systemWord}
      />
      <TextField
        state={state}
        field="software_other"
        label="Others, with commas between them"
        hint="For example: RXNT, QuickBooks"
      />
    </Part>
  )
}

/** Ticked programs that the short list does not hold. */
function others({ values }: FormState): string[] {
  const given = values['software']
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given]
  return list.filter((key) => !SOFTWARE.includes(key) && Object.hasOwn(SYSTEMS, key))
}

function Wishes({ state }: { state: FormState }) {
  const setting = (value: Setting) => SETTING_WORDS[value]
  return (
    <Part
      state={state}
      fields={WISHES}
      title="What you want: place, pay, hours, kind of work (optional)"
    >
      <Group state={state} field="reach" legend="Where and for how much">
        <div class="work-line">
          <TextField state={state} field="zip" label="ZIP code" />
          <TextField state={state} field="radius_miles" label="Miles you would travel" />
          <TextField state={state} field="pay_floor_hour" label="Least pay, dollars an hour" />
        </div>
        <TextField
          state={state}
          field="states_too"
          label="Other states where you would work"
          hint="Two letters for each, with commas: NJ, NY"
        />
        <Group state={state} field="neighbours" legend="Or all of them at once">
          <Tick state={state} field="neighbours" value="yes">
            Every state that borders mine
          </Tick>
        </Group>
      </Group>
      <Ticks
        state={state}
        field="employment_type"
        legend="Hours you would work (tick none for any)"
        values={EMPLOYMENT_TYPES}
        words={(value) => EMPLOYMENT_WORDS[value]}
      />
      <Ticks
        state={state}
        field="role"
        legend="Kinds of work you want"
        values={ROLES}
        words={(value) => ROLE_WORDS[value]}
      />
      <Ticks
        state={state}
        field="adjacent_role"
        legend="If you ticked jobs beside the trade: which? (tick none for any)"
        values={ADJACENT_ROLES}
        words={(value) => ADJACENT_ROLE_WORDS[value]}
      />
      <Ticks
        state={state}
        field="setting_liked"
        legend="Employers you would like"
        values={SETTINGS}
        words={setting}
      />
      <Ticks
        state={state}
        field="setting_refused"
        legend="Employers you would not work for"
        values={SETTINGS}
        words={setting}
      />
    </Part>
  )
}

/** What refines the answer and nobody must give, folded away until it holds something. */
export function AdviceDetails({ state }: { state: FormState }) {
  return (
    <>
      <Part state={state} fields={SCHOOL} title="Your schooling (optional)">
        <Schooling state={state} />
      </Part>
      <Training state={state} />
      <Tools state={state} />
      <Wishes state={state} />
    </>
  )
}
