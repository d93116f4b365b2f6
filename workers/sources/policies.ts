import type { Policy } from '../../core/domain/policy.ts'

/**
 * For platforms whose owner says nothing of reuse: the text is kept to be read and tagged, the advert is
 * always linked, nothing is passed on or marked up as ours, and the board is read at most every six hours.
 */
export const UNSTATED_TERMS: Policy = {
  may_cache_text: true,
  must_link: true,
  must_name: false,
  credit_html: null,
  may_email: true,
  may_gate: false,
  may_index: false,
  may_export: false,
  min_interval_s: 21_600,
  daily_cap: null,
  min_delay_s: 0,
}
