import type { FormError, FormValues } from '../../core/domain/profile-form/form-reader.ts'
import type { Reading } from '../../core/domain/reading.ts'
import { EntryChip, entrySentence } from '../parts/chips.tsx'
import { controlOf, Fault, type FormState, one, TextField } from '../parts/form-fields.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { ReadingSections } from '../parts/reading-sections.tsx'
import { paths } from '../paths.ts'

export interface ReadInput extends Frame {
  /** As the person sent them, or empty for a new form. */
  values: FormValues
  errors: readonly FormError[]
  /** The advert as it was read; null before one was sent. */
  read: (Reading & { title: string; employer: string | null; text: string }) | null
}

const KEPT = 'Nothing you paste here is stored. It is read once and forgotten.'

function Form({ state, again }: { state: FormState; again: boolean }) {
  return (
    <form method="post" action={paths.read} class="paste">
      <TextField state={state} field="title" label="Job title" />
      <TextField state={state} field="employer" label="Employer (you may leave this empty)" />
      <TextField state={state} field="place" label="Place (you may leave this empty)" />
      <p>
        <label for="text_pasted">The advert’s text</label>
        <textarea {...controlOf(state, 'text')} id="text_pasted" rows={12}>
          {one(state, 'text')}
        </textarea>
        <Fault state={state} field="text" />
      </p>
      <p>
        <button>{again ? 'Read it again' : 'Read it'}</button>
      </p>
    </form>
  )
}

function Result({ read }: { read: NonNullable<ReadInput['read']> }) {
  return (
    <article class="listing">
      <header>
        <h1>{read.title}</h1>
        <p>{read.employer ?? 'The employer is not named.'}</p>
        <p class="verdict">
          <EntryChip listing={read} /> <span class="verdict-words">{entrySentence(read)}</span>
        </p>
        <p class="quiet">{KEPT}</p>
        {!read.in_domain && (
          <p class="closed-note">
            We do not take this for a job in medical billing or coding, so our search would not show
            it among them.
          </p>
        )}
      </header>
      <ReadingSections listing={read} />
    </article>
  )
}

/** A form for one advert, and below it the advert as our rules read it. Posts to itself. */
export function readPage({ values, errors, read, demo }: ReadInput): string {
  const state = { values, errors }
  const again = read !== null
  return renderPage({
    title: errors.length > 0 ? 'Error: paste an advert' : 'Paste an advert',
    description: 'Paste a job advert and see what it really asks, with its own words.',
    current: paths.read,
    noindex: true,
    demo: demo ?? false,
    children: again ? (
      <>
        <Result read={read} />
        <section class="narrow" aria-labelledby="again">
          <h2 id="again">Change it, or paste another</h2>
          <Form state={state} again />
        </section>
      </>
    ) : (
      <div class="narrow">
        <h1>Paste an advert</h1>
        <p class="lead">
          Found an advert elsewhere? Paste it here. We show what it asks, and the words that say so.
        </p>
        <p class="quiet">{KEPT}</p>
        <Form state={state} again={false} />
      </div>
    ),
  })
}
