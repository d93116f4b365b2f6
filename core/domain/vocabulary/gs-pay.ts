/**
 * Base pay of the US General Schedule for 2024, dollars a year, first and last step, before any locality
 * payment. Source: OPM Salary Table 2024-GS, effective January 2024. A grade alone is never shown as an
 * advert's pay (tags.md 9); this table only tells a reader what a grade is worth.
 */
export const GS_YEAR = 2024

const STEP_ONE_AND_TEN: readonly (readonly [number, number])[] = [
  [21_986, 27_502],
  [24_722, 31_109],
  [26_975, 35_066],
  [30_280, 39_361],
  [33_878, 44_039],
  [37_764, 49_095],
  [41_966, 54_557],
  [46_475, 60_416],
  [51_332, 66_731],
  [56_528, 73_484],
  [62_107, 80_737],
  [74_441, 96_770],
  [88_520, 115_079],
  [104_604, 135_987],
  [123_041, 159_950],
]

/** The yearly base pay of a grade written as "GS-5", "GS 05" or "5"; null when it is no such grade. */
export function gsBasePay(grade: string): { min: number; max: number; year: number } | null {
  const match = /^(?:gs)?[- ]?0?(\d{1,2})$/i.exec(grade.trim())
  const steps = match ? STEP_ONE_AND_TEN[Number(match[1]) - 1] : undefined
  return steps === undefined ? null : { min: steps[0], max: steps[1], year: GS_YEAR }
}
