/** Why a file gave no text. */
export const RESUME_FAULTS = [
  'empty',
  'too_large',
  'picture',
  'old_word',
  'rich_text',
  'not_a_resume',
  'encrypted',
  'damaged',
  'no_text',
  'too_many_pages',
  'unpacks_too_large',
  'too_slow',
  'busy',
] as const
export type ResumeFault = (typeof RESUME_FAULTS)[number]

/** The text of a file, or why there is none. */
export type FileText = { text: string } | { fault: ResumeFault }

/** Thrown by the readers of one kind of file for what they can tell about it. */
export class UnreadableFile extends Error {
  readonly fault: ResumeFault
  constructor(fault: ResumeFault) {
    super(fault)
    this.name = 'UnreadableFile'
    this.fault = fault
  }
}
