import type { ComponentChildren } from 'preact'
import type { Profile } from '../../core/domain/profile.ts'
import { AGAIN, TO_PLAN, type AdviceView, carried } from '../advice-view.ts'
import { paths } from '../paths.ts'

/**
 * The answers, carried from page to page in hidden fields of two forms: what a person tells stays out of
 * addresses and is kept nowhere. Buttons elsewhere on the page belong to one of them by its id.
 */
export function CarriedAnswers({ profile, view }: { profile: Profile; view: AdviceView }) {
  const fields = carried(profile, view).map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
  return (
    <div hidden>
      <form id={AGAIN} method="post" action={paths.advice}>
        {fields}
      </form>
      <form id={TO_PLAN} method="post" action={paths.plan}>
        {fields}
      </form>
    </div>
  )
}

/** A button that looks like a link and asks for the result again with one thing changed. */
export function AskAgain({
  name,
  value,
  pressed,
  children,
}: {
  name: string
  value: string
  pressed?: boolean
  children: ComponentChildren
}) {
  return (
    <button
      class="as-link"
      type="submit"
      form={AGAIN}
      name={name}
      value={value}
      aria-pressed={pressed}
    >
      {children}
    </button>
  )
}
