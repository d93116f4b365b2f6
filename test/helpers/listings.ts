import type { Insertable, Kysely } from 'kysely'
import type { Place } from '../../core/domain/posting.ts'
import type {
  EmployerSetting,
  SettingEvidence,
} from '../../core/domain/registers/match-facility.ts'
import type { Setting } from '../../core/domain/tags.ts'
import type { EducationTag, Evidence, Requirement, Warning } from '../../core/domain/reading.ts'
import { replaceEmployerSettings } from '../../core/store/facilities.ts'
import type { Database, ListingTable, PollTable, SourceTable } from '../../core/store/schema.ts'
import type { ListingRow as WrittenRow } from '../../core/store/listing-columns.ts'
import { insertListings } from '../../core/store/listing-writes.ts'
import { withSearchColumns, type SearchInput } from '../../core/store/search-columns.ts'

type Db = Kysely<Database>

interface JsonColumns {
  places?: Place[]
  education?: EducationTag | null
  warnings?: Warning[]
  requirement?: Requirement
  evidence?: Record<string, Evidence[]>
}

/** Columns of a listing as a test cares to set them; JSON columns as values. */
export type ListingRow = JsonColumns & Partial<Omit<Insertable<ListingTable>, keyof JsonColumns>>

const FIRST_SEEN = '2026-11-20T08:00:00.000Z'

/** Inserts a healthy source. @returns its id. */
export async function makeSource(
  db: Db,
  row: Partial<Insertable<SourceTable>> = {},
): Promise<number> {
  const { id } = await db
    .insertInto('source')
    .values({
      key: 'mercy-hill',
      employer: 'Mercy Hill Hospital',
      kind: 'greenhouse',
      settings: '{}',
      policy: '{}',
      pace_ms: null,
      origin: 'seed',
      facts: '{}',
      state: 'healthy',
      reason: null,
      etag: null,
      last_modified: null,
      body_sha256: null,
      next_due_at: '2026-11-24T12:00:00Z',
      ...row,
    })
    .onConflict((c) => c.column('key').doUpdateSet((eb) => ({ key: eb.ref('excluded.key') })))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Inserts a complete, healthy poll. */
export async function makePoll(
  db: Db,
  sourceId: number,
  at: string,
  row: Partial<Insertable<PollTable>> = {},
): Promise<void> {
  await db
    .insertInto('poll')
    .values({
      source_id: sourceId,
      started_at: at,
      finished_at: at,
      outcome: 'ok',
      complete: true,
      seen: 10,
      new: 1,
      changed: 2,
      unchanged: 7,
      rejected: 0,
      closed: 3,
      duration_ms: 40,
      message: null,
      ...row,
    })
    .execute()
}

/** Inserts an employer of which so much is known. @returns its id. */
export async function makeEmployer(
  db: Db,
  name: string,
  settings: readonly EmployerSetting[] = [],
): Promise<number> {
  const { id } = await db
    .insertInto('employer')
    .values({ name, name_norm: name.toLowerCase() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await replaceEmployerSettings(db, id, settings)
  return id
}

/** What a register knows of an employer in Scranton by its name. */
export function registered(
  setting: Setting,
  over: Partial<Extract<SettingEvidence, { sample: boolean }>> = {},
): EmployerSetting {
  return {
    setting,
    confidence: 0.9,
    evidence: [
      {
        rule: 'name_city',
        register: 'cms-nursing-home',
        id: '399001',
        name: 'MERCY HILL NURSING CENTER',
        city: 'SCRANTON',
        state: 'PA',
        zip5: '18503',
        source: 'NH_ProviderInfo_Jul2026.csv',
        as_of: '2026-07-01',
        sample: false,
        ...over,
      },
    ],
  }
}

let madeSoFar = 0

/**
 * Inserts one open on-site billing job in Scranton, changed by `row`, with its source and its posting.
 * @returns its id.
 */
export async function makeListing(db: Db, row: ListingRow = {}): Promise<number> {
  const sourceId = row.lead_source_id ?? (await makeSource(db))
  const externalId = row.lead_external_id ?? `made-${++madeSoFar}`
  const plain = listingRow({ ...row, lead_source_id: sourceId, lead_external_id: externalId })
  const searched = await withSearchColumns(db, [plain], (r) => {
    const places = JSON.parse(r.places) as Place[]
    const warnings = JSON.parse(r.warnings) as Warning[]
    // listingRow leaves no column out.
    return { ...r, places, warnings } as SearchInput
  })
  const { id } = await db
    .insertInto('listing')
    .values(searched)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('posting')
    .values({
      source_id: sourceId,
      external_id: externalId,
      content_hash: Buffer.from('00', 'hex'),
      version: null,
      listing_id: id,
      first_seen: row.first_seen ?? FIRST_SEEN,
      closed_at: row.closed_at ?? null,
      close_reason: row.close_reason ?? null,
      tagger_version: 1,
    })
    .execute()
  return id
}

/**
 * Inserts many open listings at once, as ingest writes them; they have no postings. All are first seen when the
 * first of them is.
 */
export async function makeListings(db: Db, rows: readonly ListingRow[]): Promise<void> {
  const written = rows.map(
    (row) =>
      ({
        bands: [],
        ...listingRow({ lead_external_id: `made-${++madeSoFar}`, ...row }),
      }) as WrittenRow,
  )
  await insertListings(db, written, new Date(rows[0]?.first_seen ?? FIRST_SEEN))
}

function listingRow(row: ListingRow): Insertable<ListingTable> {
  const { places, education, warnings, requirement, evidence, ...columns } = row
  return {
    same_key: 'key',
    lead_source_id: 0,
    lead_external_id: '',
    employer_id: null,
    title: 'Medical Billing Specialist',
    employer: 'Mercy Hill Hospital',
    place: 'Scranton, PA',
    states: ['PA'],
    url: 'https://jobs.example.org/1',
    apply_url: null,
    posted_at: null,
    first_seen: FIRST_SEEN,
    closes_at: null,
    closed_at: null,
    close_reason: null,
    demo: false,
    text: 'We post payments and work denials.',
    html: null,
    in_domain: true,
    role: 'billing',
    adjacent_role: null,
    level: 'unknown',
    min_months: null,
    max_months: null,
    preferred_months: null,
    entry: 'not_stated',
    credentials_required: [],
    credentials_any_of: false,
    credentials_class: null,
    credentials_preferred: [],
    accepted_apprentice: false,
    within_months_of_hire: null,
    work_mode: 'onsite',
    hybrid_days_onsite: null,
    states_allowed: [],
    states_excluded: [],
    settings: [],
    specialties: [],
    systems: [],
    employment_type: null,
    pay_min: null,
    pay_max: null,
    pay_unit: null,
    pay_hour_min: null,
    pay_hour_max: null,
    tagger_version: 1,
    ...columns,
    places: JSON.stringify(places ?? [{ city: 'Scranton', state: 'PA', country: 'US' }]),
    education: education == null ? null : JSON.stringify(education),
    warnings: JSON.stringify(warnings ?? []),
    requirement: JSON.stringify(requirement ?? { kind: 'all_of', of: [] }),
    evidence: JSON.stringify(evidence ?? {}),
  }
}
