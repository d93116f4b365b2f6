/**
 * Base pay of the US General Schedule for 2026, dollars a year, first and last step, before any locality
 * payment. Source: OPM Salary Table 2026-GS (1 % general increase, effective January 2026). The table itself
 * could not be opened; each figure stands alike in four copies of it by different hands, two of which name
 * OPM's file salary-tables/pdf/2026/GS.pdf (one is the public repository u22766/public-finance-data,
 * federal/pay-tables.json), and each first step is that of 2025 raised by 1 % and rounded. A grade alone is
 * never shown as an advert's pay (tags.md 9), and no page shows this table.
 */
export const GS_YEAR = 2026

const STEP_ONE_AND_TEN: readonly (readonly [number, number])[] = [
  [22_584, 28_248],
  [25_393, 31_953],
  [27_708, 36_024],
  [31_103, 40_436],
  [34_799, 45_239],
  [38_791, 50_428],
  [43_106, 56_039],
  [47_738, 62_057],
  [52_727, 68_549],
  [58_064, 75_479],
  [63_795, 82_938],
  [76_463, 99_404],
  [90_925, 118_204],
  [107_446, 139_684],
  [126_384, 164_301],
]

/** The yearly base pay of a grade written as "GS-5", "GS 05" or "5"; null when it is no such grade. */
export function gsBasePay(grade: string): { min: number; max: number; year: number } | null {
  const match = /^(?:gs)?[- ]?0?(\d{1,2})$/i.exec(grade.trim())
  const steps = match ? STEP_ONE_AND_TEN[Number(match[1]) - 1] : undefined
  return steps === undefined ? null : { min: steps[0], max: steps[1], year: GS_YEAR }
}
