import type { LeftOut } from '../../core/domain/resume/resume.ts'
import { paths } from '../paths.ts'
import { LEFT_OUT_WORDS } from '../resume-words.ts'
import { Fault, type FormState, controlOf, one } from './form-fields.tsx'

/** A form for a résumé that fills in the advice form; folded until it is asked for or has a fault. */
export function ResumeUpload({ state }: { state: FormState }) {
  return (
    <details class="details resume" open={state.errors.length > 0}>
      <summary>Let your résumé fill in the form (optional)</summary>
      <form method="post" action={paths.resume} enctype="multipart/form-data">
        <p class="hint">
          It is read once and forgotten. It is not stored and not logged. You check each answer
          before it counts.
        </p>
        <p>
          <label for="resume">PDF, Word (DOCX) or text file, five megabytes at most</label>
          <input {...controlOf(state, 'resume')} type="file" accept=".pdf,.docx,.txt,.text" />
          <Fault state={state} field="resume" />
        </p>
        <p>
          <label for="resume_text">Or paste the text here</label>
          <textarea {...controlOf(state, 'resume_text')} rows={6} maxLength={100_000}>
            {one(state, 'resume_text')}
          </textarea>
          <Fault state={state} field="resume_text" />
        </p>
        <p>
          <button type="submit">Read my résumé</button>
        </p>
      </form>
    </details>
  )
}

/** What a résumé gave, above the form that it filled in. */
export function ResumeReport({ found, leftOut }: { found: number; leftOut: readonly LeftOut[] }) {
  return (
    <section class="resume-report" aria-labelledby="from_resume">
      <h2 id="from_resume">What we read in your résumé</h2>
      {found === 0 ? (
        <p>We found nothing in it that this form asks for. Please fill in the form yourself.</p>
      ) : (
        <p>
          We filled in some answers below. Each one shows the words it comes from. Change what is
          wrong. Nothing counts until you tick the box at the end and send the form.
        </p>
      )}
      {leftOut.length > 0 && (
        <>
          <p>We left these out. Add them yourself if they count:</p>
          <ul>
            {leftOut.map(({ why, words }) => (
              <li key={why + words}>
                <q data-name>{words}</q> {LEFT_OUT_WORDS[why]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
