import { FormReader, type FormValues } from '../../core/domain/profile-form/form-reader.ts'
import { STEP_ORDERS, type AdviceView } from '../../web/advice-view.ts'

/** Ids a visit can put out of sight; more are passed over. */
const MOST_HIDDEN = 500
const MOST_STEPS = 20

/** Fields of the posted form that say how to look at the answer; all others are answers. */
export interface AdviceControls {
  view: AdviceView
  /** The list asked for and its page, from 1; null = the result itself. */
  show: { list: string; page: number } | null
  /** Keys of the steps chosen for the plan. */
  steps: string[]
}

/** Reads those fields. What cannot be used is passed over: they are written by our own pages. */
export function adviceControls(values: FormValues): AdviceControls {
  const form = new FormReader(values)
  const order = STEP_ORDERS.find((o) => o === form.one('order')) ?? 'gain'
  const hide = form
    .many('hide')
    .filter((id) => /^\d{1,15}$/.test(id))
    .map(Number)
  const [, list = '', page = '1'] = /^(.{1,200}?)(?:@(\d{1,6}))?$/.exec(form.one('show')) ?? []
  return {
    view: { order, hide: form.one('unhide') === 'yes' ? [] : hide.slice(0, MOST_HIDDEN) },
    show: list === '' ? null : { list, page: Math.max(1, Number(page)) },
    steps: form.many('step').slice(0, MOST_STEPS),
  }
}

/** Whether a form holds an answer, and not only a wish how to look at one. */
export function holdsAnswers(values: FormValues): boolean {
  return Object.keys(values).some((field) => !CONTROLS.has(field))
}

const CONTROLS = new Set(['order', 'hide', 'unhide', 'show', 'step'])
