import { stateCode } from '../places.ts'

/** Readers of single cells, shared by the registers: each gives null for what it cannot use. */

/** A ZIP code's five digits from "45229-2631", "452292631", "45229" or "2138" (a spreadsheet ate the zero). */
export function zip5(text: string): string | null {
  const digits = text.replace(/^''|''$/g, '').replace(/[\s-]/g, '')
  if (!/^\d{3,9}$/.test(digits)) return null
  if (digits.length === 6 || digits.length === 7) return null
  const five = digits.padStart(digits.length <= 5 ? 5 : 9, '0').slice(0, 5)
  return five === '00000' ? null : five
}

/** A CMS Certification Number: six letters and digits; a lost leading zero is put back. */
export function ccn(text: string): string | null {
  const whole = /^\d{5}$/.test(text) ? `0${text}` : text.toUpperCase()
  return /^[0-9A-Z]{6}$/.test(whole) ? whole : null
}

/** Five digits of a county; "4201" becomes "04201". Codes of no state ("00000") are null. */
export function countyFips(text: string): string | null {
  if (!/^\d{4,5}$/.test(text)) return null
  const whole = text.padStart(5, '0')
  return whole.startsWith('00') || whole.endsWith('000') ? null : whole
}

export const usState = (text: string): string | null => (text === '' ? null : stateCode(text))

/** "07/03/2026", "2026-07-03" and "2026/07/03" as "2026-07-03". */
export function isoDate(text: string): string | null {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text)
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})/.exec(text)
  const [year, month, day] = us ? [us[3], us[1], us[2]] : iso ? iso.slice(1) : []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null
}

/** A number within bounds; null for '' and for anything else. */
export function numberIn(text: string, min: number, max: number): number | null {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null
  const value = Number(text)
  return value >= min && value <= max ? value : null
}

export const orNull = (text: string): string | null => (text === '' ? null : text)
