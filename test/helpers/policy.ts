import type { Policy } from '../../core/domain/policy.ts'

/** Terms that allow everything and ask for nothing, with what a test changes of them. */
export function freePolicy(change: Partial<Policy> = {}): Record<string, unknown> {
  const policy: Policy = {
    may_cache_text: true,
    must_link: false,
    must_name: false,
    credit_html: null,
    may_email: true,
    may_gate: true,
    may_index: true,
    may_export: true,
    min_interval_s: 0,
    daily_cap: null,
    min_delay_s: 0,
    ...change,
  }
  return { ...policy }
}
