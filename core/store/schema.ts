import type { ColumnType, Generated } from 'kysely'
import type { Structured } from '../domain/advert.ts'
import type { FeedbackStatus, FeedbackTag } from '../domain/feedback.ts'
import type { Place } from '../domain/posting.ts'
import type { EducationTag, Evidence, Reading, Requirement, Warning } from '../domain/reading.ts'
import type { SettingEvidence } from '../domain/registers/match-facility.ts'
import type { AreaFact, RegisterKind, WageRecord } from '../domain/registers/register.ts'
import type { Setting } from '../domain/tags.ts'

type Instant = ColumnType<Date, Date | string, Date | string>
type NullableInstant = ColumnType<
  Date | null,
  Date | string | null | undefined,
  Date | string | null
>
/** jsonb: read as a value, written as a JSON string (pg would send an array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>

export type SourceState = 'new' | 'healthy' | 'failing' | 'suspect' | 'paused' | 'forbidden'
export type PollOutcome = 'ok' | 'unchanged' | 'partial' | 'suspect' | 'failed'

export interface SourceTable {
  id: Generated<number>
  key: string
  employer: string | null
  kind: string
  settings: Json<Record<string, unknown>>
  policy: Json<Record<string, unknown>>
  pace_ms: number | null
  /** seed: shipped list; file: FOOTHOLD_SOURCES; demo: the demo world. */
  origin: 'seed' | 'file' | 'demo'
  facts: Json<Record<string, unknown>>
  state: ColumnType<SourceState, SourceState | undefined, SourceState>
  /**
   * Who paused it: the list (no adapter, no key, no policy), which may take it back, or the product itself,
   * which then probes it on a slow rhythm.
   */
  paused_by: 'list' | 'product' | null
  reason: string | null
  etag: string | null
  last_modified: string | null
  body_sha256: Buffer | null
  /** Rules with which the remembered body was read; newer rules read it again. */
  tagger_version: number | null
  failures: Generated<number>
  next_due_at: Instant
  removed_at: NullableInstant
  /** When its newest poll began, written before the first request. */
  started_at: NullableInstant
  /** Complete polls in a row after which no open advert of the trade stood. */
  barren_polls: Generated<number>
  /** When a source of an unproven reader was first read well. */
  proven_at: NullableInstant
}

export interface PollTable {
  id: Generated<number>
  source_id: number
  started_at: Instant
  finished_at: Instant
  outcome: PollOutcome
  /** Every page was read and nothing was cut short. */
  complete: boolean
  seen: number
  new: number
  changed: number
  unchanged: number
  rejected: number
  closed: number
  duration_ms: number
  /** Stable name of what went wrong, e.g. "html-instead-of-json"; null when nothing did. */
  error: string | null
  message: string | null
  /** The HTTP status that ended it, where one did. */
  status: ColumnType<number | null, number | null | undefined, number | null>
}

export interface PostingTable {
  source_id: number
  external_id: string
  content_hash: Buffer
  /** Version of a detail page as the list told it; null for feeds whose list carries the text. */
  version: string | null
  /** null = read and found to be outside the trade; kept so that it is not read again while unchanged. */
  listing_id: number | null
  first_seen: Instant
  missing_since: NullableInstant
  closed_at: NullableInstant
  close_reason: string | null
  tagger_version: number
  /** Version of the same-job rule that placed it; 0 = to be looked at again. */
  same_version: Generated<number>
}

export interface PostingBodyTable {
  source_id: number
  external_id: string
  title: string
  employer: string | null
  url: string | null
  apply_url: string | null
  places: Json<Place[]>
  posted_at: NullableInstant
  expires_at: NullableInstant
  html: string | null
  structured: Json<Structured>
  /** What the rules read, where the terms forbid keeping the text; null where the text is kept. */
  reading: ColumnType<Reading | null, string | null | undefined, string | null>
}

export interface EmployerTable {
  id: Generated<number>
  name: string
  name_norm: string
}

export interface ListingTable {
  id: Generated<number>
  same_key: string
  /** The posting whose words are shown: an employer's own before an aggregator's copy, then the oldest. */
  lead_source_id: number
  lead_external_id: string
  employer_id: number | null
  title: string
  employer: string | null
  place: string | null
  places: Json<Place[]>
  states: string[]
  url: string | null
  apply_url: string | null
  posted_at: NullableInstant
  first_seen: Instant
  closes_at: NullableInstant
  closed_at: NullableInstant
  close_reason: string | null
  demo: boolean
  text: string
  html: string | null
  in_domain: boolean
  role: string | null
  adjacent_role: string | null
  level: string
  min_months: number | null
  max_months: number | null
  preferred_months: number | null
  entry: string
  credentials_required: string[]
  credentials_any_of: boolean
  credentials_class: string | null
  credentials_preferred: string[]
  accepted_apprentice: boolean
  within_months_of_hire: number | null
  education: NullableJson<EducationTag>
  work_mode: string
  hybrid_days_onsite: number | null
  states_allowed: string[]
  states_excluded: string[]
  settings: string[]
  specialties: string[]
  systems: string[]
  employment_type: string | null
  pay_min: number | null
  pay_max: number | null
  pay_unit: string | null
  /** Hourly equivalents for filters and order; null for charts and percent. */
  pay_hour_min: number | null
  pay_hour_max: number | null
  warnings: Json<Warning[]>
  requirement: Json<Requirement>
  evidence: Json<Record<string, Evidence[]>>
  tagger_version: number
  /** The values under which the text stands in `listing_band`. */
  bands: Generated<number[]>
  /** The listing that shows this job now; null for one that shows its own. */
  moved_to: Generated<number | null>
  /** What search filters by (core/domain/search/keys.ts). */
  search_keys: Generated<number[]>
  /** Version of the rule that made the keys and concepts; 0 = to be made. */
  search_version: Generated<number>
  /** Names of the trade's synonyms that stand in its words. */
  concepts: Generated<string[]>
  /** The same for title and employer alone. */
  head_concepts: Generated<string[]>
}

/** One change of a listing; rows come from a trigger. */
export interface ListingChangeTable {
  seq: Generated<number>
  listing_id: number
  xid: Generated<string>
  at: ColumnType<Date, never, never>
}

/** Values that near-copies share (signature.ts); 16 rows a listing. */
export interface ListingBandTable {
  v: number
  listing_id: number
}

/** Why a posting was joined to the listing of another. */
export interface SameJobTable {
  source_id: number
  external_id: string
  /** The posting that the listing showed then. */
  lead_source_id: number
  lead_external_id: string
  why: string
  /** Version of the same-job rule. */
  rules: number
  at: Instant
}

/** Two postings that a person has parted; the lesser (source, id) comes first. */
export interface KeptApartTable {
  source_id: number
  external_id: string
  other_source_id: number
  other_external_id: string
  note: string | null
  at: Instant
}

export interface HostPaceTable {
  host: string
  next_allowed_at: Instant
  /** Failed requests in a row since `failed_since`. */
  failures: Generated<number>
  failed_since: NullableInstant
  /** Until when the host is left alone, and why. */
  rest_until: NullableInstant
  rest_why: ColumnType<string | null, string | null | undefined, string | null>
}

/** A platform that is left alone because several of its sources failed alike. */
export interface PlatformRestTable {
  kind: string
  until: Instant
  why: string
}

export interface TickTable {
  job: string
  instant: Instant
}

export interface WorkerTable {
  id: string
  started_at: Instant
  beat_at: Instant
}

export interface FactTable {
  key: string
  value: Json<unknown>
  at: Instant
}

export type ImportState = 'running' | 'done' | 'suspect' | 'abandoned'

/** One reading of one register's file. */
export interface ImportRunTable {
  id: Generated<number>
  kind: RegisterKind
  /** The part of the register that the file is; '' for the whole. */
  scope: string
  file: string
  sha256: Buffer
  /** The day the publisher states for the file: "2026-07-29". */
  as_of: string
  sample: boolean
  /** suspect: read to the end, but so short that nothing was taken away by it. */
  state: ImportState
  rows_read: Generated<number>
  rows_kept: Generated<number>
  rows_passed: Generated<number>
  rows_rejected: Generated<number>
  /** The first rejected rows. */
  rejected: ColumnType<RejectedRow[], string | undefined, string>
  /** Byte of the unpacked file and line at which a killed run goes on. */
  resume_offset: number
  resume_line: number
  started_at: Instant
  finished_at: NullableInstant
}

export interface RejectedRow {
  line: number
  reason: string
}

/** A government record of a place of care; file and date stand in its import run. */
export interface FacilityTable {
  register: RegisterKind
  id: string
  name: string
  name_norm: string
  operator: string | null
  operator_norm: string | null
  chain: string | null
  chain_norm: string | null
  /** Empty for a general hospital. */
  settings: Setting[]
  city: string | null
  state: string | null
  zip5: string | null
  /** Only where the register gives it; else the ZIP code's county in `place`. */
  county_fips: string | null
  sample: boolean
  run_id: number
}

export interface PlaceTable {
  zip5: string
  city: string
  town_norm: string
  state: string
  county_fips: string | null
  lat: number
  lon: number
  sample: boolean
  run_id: number
}

/** What a register says of a county or ZIP code; one designation is one row. */
export interface AreaFactTable {
  register: RegisterKind
  fact: AreaFact
  id: string
  area_kind: 'county' | 'zip'
  area_code: string
  value: number | null
  name: string | null
  whole: boolean | null
  sample: boolean
  run_id: number
}

/** What an occupation pays in a state (`US`: in the country), in dollars; file and date stand in its import run. */
export interface WageTable extends Omit<WageRecord, 'table'> {
  sample: boolean
  run_id: number
}

export interface EmployerSettingTable {
  employer_id: number
  setting: Setting
  confidence: number
  evidence: Json<SettingEvidence[]>
}

export interface FeedbackTable {
  id: Generated<number>
  listing_id: number
  tag: FeedbackTag
  shown: Json<unknown>
  words: string[]
  correct: string | null
  tagger_version: number
  status: ColumnType<FeedbackStatus, FeedbackStatus | undefined, FeedbackStatus>
  created_at: Instant
}

export interface Database {
  source: SourceTable
  poll: PollTable
  posting: PostingTable
  posting_body: PostingBodyTable
  employer: EmployerTable
  listing: ListingTable
  listing_band: ListingBandTable
  listing_change: ListingChangeTable
  same_job: SameJobTable
  kept_apart: KeptApartTable
  host_pace: HostPaceTable
  platform_rest: PlatformRestTable
  tick: TickTable
  worker: WorkerTable
  fact: FactTable
  import_run: ImportRunTable
  facility: FacilityTable
  place: PlaceTable
  area_fact: AreaFactTable
  wage: WageTable
  employer_setting: EmployerSettingTable
  feedback: FeedbackTable
}
