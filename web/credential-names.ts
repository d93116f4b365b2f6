import { credential } from '../core/domain/vocabulary/credentials.ts'

/** "Certified Professional Coder, AAPC" for "CPC"; null when the catalogue does not hold the code. */
export function credentialName(code: string): string | null {
  const row = credential(code)
  return row === null ? null : `${row.name}, ${row.body}`
}
