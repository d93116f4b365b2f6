import { FootholdError, sentence } from '../errors.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** A file-system fault at `path` as one sentence a person can act on; a FootholdError passes through. */
export function fileFailure(error: unknown, path: string): FootholdError {
  if (error instanceof FootholdError) return error
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new FootholdError(
      'home-not-writable',
      `The folder ${path} cannot be written to by this user; set FOOTHOLD_HOME to a folder that can.`,
      { path },
      error,
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new FootholdError(
      'home-not-a-folder',
      `${path} is not a folder; set FOOTHOLD_HOME to a folder, or to a path that does not exist yet.`,
      { path },
      error,
    )
  }
  return new FootholdError(
    'embedded-failed',
    `The embedded database cannot use ${path}: ${sentence(error)}`,
    { path },
    error,
  )
}

/** The refusal for a full disk. */
export function diskFull(path: string, cause?: unknown): FootholdError {
  return new FootholdError(
    'disk-full',
    `The disk that holds ${path} is full; free some space (about 200 MB) and start again.`,
    { path },
    cause,
  )
}

/** True when a program's own words speak of a full disk. */
export function speaksOfFullDisk(words: string): boolean {
  return /no space left on device|disk quota exceeded/i.test(words)
}
