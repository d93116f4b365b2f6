import type { FormError, FormValues } from '../../core/domain/profile-form/form-reader.ts'
import { AdviceForm } from '../parts/advice-form.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'

export interface AdviceFormInput extends Frame {
  /** As the person sent it, or empty for a new form. */
  values: FormValues
  errors: readonly FormError[]
}

/** The advice form, empty or as it was sent with its faults. Posts to /advice. */
export function adviceFormPage({ values, errors, demo }: AdviceFormInput): string {
  return renderPage({
    title: errors.length > 0 ? 'Error: get advice' : 'Get advice',
    description:
      'Three questions. Then see which billing and coding jobs are open to you, and which step opens most of the rest.',
    current: paths.advice,
    demo: demo ?? false,
    children: (
      <div class="narrow">
        <h1>What can you apply for today?</h1>
        <p class="lead">
          Answer three questions. We compare your answers with every advert we hold. You see which
          jobs are open to you, and which step would open most of the rest.
        </p>
        <AdviceForm values={values} errors={errors} />
      </div>
    ),
  })
}
