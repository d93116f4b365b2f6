import { sql, type Kysely, type Selectable } from 'kysely'
import type { Listing, Tags } from '../domain/listing.ts'
import { creditOf } from '../domain/policy.ts'
import type { Pay } from '../domain/reading.ts'
import type { Setting } from '../domain/tags.ts'
import { registeredEmployers } from './listing-filters.ts'
import type { Database, ListingTable } from './schema.ts'

/** The columns of a tag set: everything a reading holds but the words behind it. */
export const TAG_COLUMNS = [
  'l.in_domain',
  'l.role',
  'l.adjacent_role',
  'l.level',
  'l.min_months',
  'l.max_months',
  'l.preferred_months',
  'l.entry',
  'l.credentials_required',
  'l.credentials_any_of',
  'l.credentials_class',
  'l.credentials_preferred',
  'l.accepted_apprentice',
  'l.within_months_of_hire',
  'l.education',
  'l.work_mode',
  'l.hybrid_days_onsite',
  'l.states_allowed',
  'l.states_excluded',
  'l.settings',
  'l.specialties',
  'l.systems',
  'l.employment_type',
  'l.pay_min',
  'l.pay_max',
  'l.pay_unit',
  'l.warnings',
  'l.requirement',
] as const

/** The columns of a listing in a list. Never the text, the HTML, the evidence or the search vectors: they stand outside the row. */
export const CARD_COLUMNS = [
  'l.id',
  'l.title',
  'l.employer',
  'l.employer_id',
  'l.place',
  'l.places',
  'l.url',
  'l.apply_url',
  'l.posted_at',
  'l.first_seen',
  'l.closes_at',
  'l.closed_at',
  'l.demo',
  ...TAG_COLUMNS,
] as const

type Column<Reference> = Reference extends `l.${infer Name}` ? Name : never
type Row = Selectable<ListingTable>
export type TagRow = Pick<Row, Column<(typeof TAG_COLUMNS)[number]>>
export type CardRow = Pick<Row, Column<(typeof CARD_COLUMNS)[number]>> & {
  last_checked: Date | null
  register_settings: string[]
  source_kind: string | null
  source_policy: Record<string, unknown> | null
}

/**
 * When the listing was last known to stand: the end of the newest healthy, complete poll of its lead source;
 * once its lead posting is missing or closed, the last such poll before that.
 */
const lastChecked = sql<Date | null>`(
  select p.finished_at
  from posting o
  join poll p on p.source_id = o.source_id and p.complete and p.outcome in ('ok', 'unchanged')
  where o.source_id = l.lead_source_id
    and o.external_id = l.lead_external_id
    and p.finished_at < coalesce(least(o.missing_since, o.closed_at), 'infinity')
  order by p.started_at desc
  limit 1)`.as('last_checked')

const registerSettings = sql<string[]>`coalesce(
  (select e.settings from ${registeredEmployers} e where e.employer_id = l.employer_id), '{}')`.as(
  'register_settings',
)

/** A query for listings as lists show them, for the caller to narrow. */
export function selectCards(db: Kysely<Database>) {
  return db
    .selectFrom('listing as l')
    .leftJoin('source as lead', 'lead.id', 'l.lead_source_id')
    .select(CARD_COLUMNS)
    .select(['lead.kind as source_kind', 'lead.policy as source_policy'])
    .select([lastChecked, registerSettings])
}

/** The tags of a row, under the names of the `read` command. */
export function tagsOf(row: TagRow): Tags {
  // The closed vocabularies of tags.ts are what ingest writes; the columns are plain text.
  const closed = row as unknown as Tags
  return {
    in_domain: row.in_domain,
    role: closed.role,
    adjacent_role: closed.adjacent_role,
    level: closed.level,
    min_months: row.min_months,
    max_months: row.max_months,
    preferred_months: row.preferred_months,
    entry: closed.entry,
    credentials: {
      required: row.credentials_required,
      any_of: row.credentials_any_of,
      required_class: row.credentials_class as Tags['credentials']['required_class'],
      preferred: row.credentials_preferred,
      accepted_apprentice: row.accepted_apprentice,
      within_months_of_hire: row.within_months_of_hire,
    },
    education: row.education,
    work_mode: closed.work_mode,
    hybrid_days_onsite: row.hybrid_days_onsite,
    states_allowed: row.states_allowed,
    states_excluded: row.states_excluded,
    settings: closed.settings,
    specialties: row.specialties,
    systems: row.systems,
    employment_type: closed.employment_type,
    pay: payOf(row),
    warnings: row.warnings,
    requirement: row.requirement,
  }
}

/** A row as lists show it. */
export function listingOf(row: CardRow): Listing {
  return {
    id: row.id,
    title: row.title,
    employer: row.employer,
    employer_id: row.employer_id,
    place: row.place,
    places: row.places,
    url: row.url,
    apply_url: row.apply_url,
    posted_at: instant(row.posted_at),
    first_seen: row.first_seen.toISOString(),
    last_checked: instant(row.last_checked),
    closes_at: instant(row.closes_at),
    status: row.closed_at === null ? 'open' : 'closed',
    closed_at: instant(row.closed_at),
    demo: row.demo,
    register_settings: row.register_settings as Setting[],
    credit: creditOf({ kind: row.source_kind ?? '', policy: row.source_policy ?? {} }, row.url),
    ...tagsOf(row),
  }
}

export const instant = (date: Date | null): string | null => date?.toISOString() ?? null

function payOf(row: TagRow): Pay | null {
  if (row.pay_unit === null) return null
  return { min: row.pay_min, max: row.pay_max, unit: row.pay_unit as Pay['unit'] }
}
