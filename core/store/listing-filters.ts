import { sql } from 'kysely'

/**
 * The employers that a government register knows, with what it says they are. A row of a sample file, or a
 * setting that only adverts speak of, is not among them: an advert must not be found by another's words.
 */
export const registeredEmployers = sql<unknown>`(
  select employer_id, array_agg(setting order by setting) as settings
  from employer_setting where evidence @> '[{"sample": false}]'
  group by employer_id)`

/** Dollars an hour at the top of the stated range. */
export const topPay = sql<number | null>`coalesce(l.pay_hour_max, l.pay_hour_min)`

/** Open, of the trade or a first rung to it: what a search may show at all. */
export const standing = sql<boolean>`(l.closed_at is null and (l.in_domain or l.role = 'adjacent'))`
