import { Router, type Request, type Response } from 'express'
import type { FormValues } from '../../core/domain/profile-form/form-reader.ts'
import { notesOf } from '../../core/domain/resume/notes.ts'
import { prefill } from '../../core/domain/resume/prefill.ts'
import { readResume } from '../../core/domain/resume/read-resume.ts'
import { readResumeFile } from '../../core/resume/read-file.ts'
import { adviceFormPage } from '../../web/pages/advice-form.tsx'
import { paths } from '../../web/paths.ts'
import { RESUME_FAULT_WORDS } from '../../web/resume-words.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { limitRate } from '../middleware/limits.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { BadUpload, readUpload, type Upload } from '../resume-upload.ts'
import type { World } from '../page-world.ts'

/** Résumés a minute from one address. */
const RESUMES_A_MINUTE = 10

const STATUS: Readonly<Record<string, number>> = { too_large: 413, busy: 503 }

/**
 * `POST /advice/resume`: a file or pasted text comes in, the advice form comes back filled in with what it
 * says. Neither the file nor a word of it is kept or logged.
 */
export function resumePageRoutes({ now }: Deps, world: World): Router {
  const refused = async (res: Response, fault: string, text = '') => {
    const { demo } = await world()
    const field = text === '' ? 'resume' : 'resume_text'
    const message = RESUME_FAULT_WORDS[fault] ?? RESUME_FAULT_WORDS['damaged'] ?? ''
    const values: FormValues = text === '' ? {} : { resume_text: text }
    const resume = { errors: [{ field, message }], read: null }
    res.status(STATUS[fault] ?? 400).type('html')
    res.send(adviceFormPage({ values, errors: [], resume, demo }))
  }
  const router = Router()
  router
    .route(paths.resume)
    .get(cache('never'), (_req, res) => {
      res.redirect(303, paths.advice)
    })
    .post(cache('never'), limitRate('resumes', RESUMES_A_MINUTE), async (req, res) => {
      const upload = await uploadOf(req)
      if (typeof upload === 'string') return refused(res, upload)
      const { file, text, tooLarge } = upload
      if (tooLarge) return refused(res, 'too_large')
      if (file.length === 0 && text.trim() === '') return refused(res, 'nothing')
      const read = file.length === 0 ? { text } : await readResumeFile(file)
      if ('fault' in read) return refused(res, read.fault)
      const reading = readResume(read.text, now().toISOString())
      const values = prefill(reading)
      const found = notesOf(values).length
      const resume = { errors: [], read: { found, leftOut: reading.left_out } }
      const { demo } = await world()
      res.type('html').send(adviceFormPage({ values, errors: [], resume, demo }))
    })
    .all(onlyMethods('GET', 'POST'))
  return router
}

/** The upload, or the name of its fault. */
async function uploadOf(req: Request): Promise<Upload | string> {
  try {
    return await readUpload(req)
  } catch (error) {
    if (!(error instanceof BadUpload)) throw error
    if (error.fault === 'not_multipart')
      throw new HttpError(415, 'Send the form as a browser does.')
    return error.fault === 'too_large' ? 'too_large' : 'wrong_form'
  }
}
