import type { FormError, FormValues } from '../../core/domain/profile-form/form-reader.ts'
import type { LeftOut } from '../../core/domain/resume/resume.ts'
import { AdviceForm } from '../parts/advice-form.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { ResumeReport, ResumeUpload } from '../parts/resume-upload.tsx'
import { paths } from '../paths.ts'

export interface AdviceFormInput extends Frame {
  /** As the person sent it, as a résumé filled it in, or empty for a new form. */
  values: FormValues
  errors: readonly FormError[]
  resume?: {
    /** What was wrong with the résumé itself. */
    errors: readonly FormError[]
    /** What was read, when one was: how many answers, and what was left out. */
    read: { found: number; leftOut: readonly LeftOut[] } | null
  }
}

/** The advice form, empty or as it was sent with its faults. Posts to /advice. */
export function adviceFormPage({ values, errors, resume, demo }: AdviceFormInput): string {
  const faulty = errors.length > 0 || (resume?.errors.length ?? 0) > 0
  return renderPage({
    title: faulty ? 'Error: get advice' : 'Get advice',
    description:
      'Three questions. Then see which billing and coding jobs are open to you, and which step opens most of the rest.',
    current: paths.advice,
    demo: demo ?? false,
    styles: [paths.adviceCss],
    children: (
      <div class="narrow">
        <h1>What can you apply for today?</h1>
        <p class="lead">
          Answer three questions. It takes two minutes. We compare your answers with every advert we
          hold. You see which jobs are open to you, and which step would open most of the rest.
        </p>
        {resume?.read != null ? (
          <ResumeReport {...resume.read} />
        ) : (
          <ResumeUpload state={{ values, errors: resume?.errors ?? [] }} />
        )}
        <AdviceForm values={values} errors={errors} />
      </div>
    ),
  })
}
