import type { ComponentChildren } from 'preact'
import type { FormError, FormValues } from '../../core/domain/profile-form/form-reader.ts'
import { notesOf } from '../../core/domain/resume/notes.ts'

/** What the form shows: the values as sent and what was wrong with them. */
export interface FormState {
  values: FormValues
  errors: readonly FormError[]
}

/** The value of a field that has one; '' when it is not given. */
export function one({ values }: FormState, field: string): string {
  const given = Object.hasOwn(values, field) ? values[field] : undefined
  return Array.isArray(given) ? (given.at(-1) ?? '') : (given ?? '')
}

/** Whether a repeated field holds this value. */
export function has({ values }: FormState, field: string, value: string): boolean {
  const given = Object.hasOwn(values, field) ? values[field] : undefined
  return Array.isArray(given) ? given.includes(value) : given === value
}

/** The sentence about a field's fault, if it has one. */
export function faultOf(state: FormState, field: string): string | undefined {
  return state.errors.find((e) => e.field === field)?.message
}

/** The fault beside its field. */
export function Fault({ state, field }: { state: FormState; field: string }) {
  const message = faultOf(state, field)
  if (message === undefined) return null
  return (
    <strong class="fault" id={`${field}_fault`}>
      {message}
    </strong>
  )
}

/** What a control of this field needs so that a fault is tied to it. */
export function controlOf(state: FormState, field: string) {
  const wrong = faultOf(state, field) !== undefined
  return {
    id: field,
    name: field,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${field}_fault` : undefined,
  }
}

/** The words of the résumé that an answer was read from, beside the answer; nothing for one that was typed. */
export function FromResume({
  state,
  field,
  value,
}: {
  state: FormState
  field: string
  value?: string
}) {
  const notes = notesOf(state.values).filter(
    (note) => note.field === field && (note.value ?? undefined) === value,
  )
  return (
    <>
      {notes.map(({ words }) => (
        <small key={words} class="from-resume">
          From your résumé: <q data-name>{words}</q>
        </small>
      ))}
    </>
  )
}

/** A list to choose one from; the first choice says nothing. */
export function SelectField({
  state,
  field,
  label,
  none = 'Rather not say',
  options,
}: {
  state: FormState
  field: string
  label: ComponentChildren
  none?: string
  options: readonly (readonly [value: string, words: string])[]
}) {
  const chosen = one(state, field)
  return (
    <p>
      <label for={field}>{label}</label>
      <select {...controlOf(state, field)}>
        <option value="">{none}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={chosen === value}>
            {words}
          </option>
        ))}
      </select>
      <Fault state={state} field={field} />
      <FromResume state={state} field={field} />
    </p>
  )
}

/** Controls that answer one question together. */
export function Group({
  state,
  field,
  legend,
  hint,
  big,
  children,
}: {
  state: FormState
  field: string
  legend: ComponentChildren
  hint?: string
  big?: boolean
  children: ComponentChildren
}) {
  const wrong = faultOf(state, field) !== undefined
  const described = [hint && `${field}_hint`, wrong && `${field}_fault`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={field}
      class={big ? 'question' : undefined}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend>{big ? <h2>{legend}</h2> : legend}</legend>
      {hint && (
        <p class="hint" id={`${field}_hint`}>
          {hint}
        </p>
      )}
      <Fault state={state} field={field} />
      {children}
    </fieldset>
  )
}

/** A box to tick with its words. */
export function Tick({
  state,
  field,
  value,
  children,
}: {
  state: FormState
  field: string
  value: string
  children: ComponentChildren
}) {
  return (
    <label class="tick">
      <input type="checkbox" name={field} value={value} checked={has(state, field, value)} />
      <span>
        {children}
        <FromResume state={state} field={field} value={value} />
      </span>
    </label>
  )
}

/** One line of text with its label. */
export function TextField({
  state,
  field,
  label,
  hint,
}: {
  state: FormState
  field: string
  label: ComponentChildren
  hint?: ComponentChildren
}) {
  return (
    <p>
      <label for={field}>{label}</label>
      <input {...controlOf(state, field)} value={one(state, field)} maxLength={500} />
      {hint && <small>{hint}</small>}
      <Fault state={state} field={field} />
      <FromResume state={state} field={field} />
    </p>
  )
}
