import type { LeftOut } from '../core/domain/resume/resume.ts'

/** Why a file could not be read, and what to do. Keys are those of the file reader, `wrong_form` and `nothing` of the route. */
export const RESUME_FAULT_WORDS: Readonly<Record<string, string>> = {
  nothing: 'Choose a file, or paste the text of your résumé into the box.',
  empty: 'The file is empty. Choose another one, or paste the text.',
  too_large: 'The file is larger than 5 MB. Save a smaller copy, or paste the text.',
  picture: 'This is a picture. We can read only text: send a PDF or Word file, or paste the text.',
  old_word: 'This is an old Word file. Save it as DOCX or PDF, or paste the text.',
  rich_text: 'This is a rich text file. Save it as DOCX or PDF, or paste the text.',
  not_a_resume: 'We cannot read this kind of file. Send a PDF, a DOCX or a text file.',
  encrypted: 'The file is locked with a password. Save a copy without one, or paste the text.',
  damaged: 'The file is damaged. Save it anew, or paste the text.',
  no_text: 'We found no text in this file. It may be a scan. Paste the text instead.',
  too_many_pages:
    'The file has too many pages for a résumé. Send a shorter one, or paste the text.',
  unpacks_too_large: 'The file unpacks to far more than a résumé. Paste the text instead.',
  too_slow: 'The file took too long to read. Paste the text instead.',
  busy: 'Many files are being read right now. Try again in a minute, or paste the text.',
  wrong_form: 'The form was cut off on its way. Please send it again.',
}

/** Why something in a résumé was not counted. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOut['why'], string>> = {
  no_dates: 'It bears no dates.',
  years_only: 'It names only years, too close together to count a month.',
  kind_unclear: 'We cannot tell what kind of work it was.',
  mixed: 'It joins billing and coding. Say how much of each.',
  unpaid: 'It may not have been paid. Only paid work counts.',
  not_held: 'It is in progress or planned, so you do not hold it yet.',
  expired: 'It seems to have run out.',
}
