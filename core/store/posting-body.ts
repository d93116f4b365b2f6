import { sql, type Kysely, type Selectable } from 'kysely'
import type { ListingDraft } from '../domain/draft.ts'
import type { RawPosting } from '../domain/posting.ts'
import type { Database, PostingBodyTable } from './schema.ts'
import { excluded, namesOf, rowsOf } from './unnest.ts'

const ID_COLUMNS = { source_id: 'integer', external_id: 'text' } as const
const WORD_COLUMNS = {
  title: 'text',
  employer: 'text',
  url: 'text',
  apply_url: 'text',
  places: 'jsonb',
  posted_at: 'timestamptz',
  expires_at: 'timestamptz',
  html: 'text',
  structured: 'jsonb',
  reading: 'jsonb',
} as const

/** Keeps the fields and text of postings, replacing what stood there. */
export async function keepBodies(
  tx: Kysely<Database>,
  sourceId: number,
  kept: readonly { posting: RawPosting; draft: ListingDraft }[],
): Promise<void> {
  if (kept.length === 0) return
  const rows = kept.map(({ posting, draft }) => ({
    source_id: sourceId,
    external_id: posting.external_id,
    ...bodyOf(posting, draft),
  }))
  const columns = { ...ID_COLUMNS, ...WORD_COLUMNS }
  await sql`
    insert into posting_body (${namesOf(columns)})
    select ${namesOf(columns)} from ${rowsOf(columns, rows)}
    on conflict (source_id, external_id) do update set ${excluded(WORD_COLUMNS)}`.execute(tx)
}

function bodyOf(posting: RawPosting, draft: ListingDraft) {
  const body = {
    title: posting.title,
    employer: draft.employer,
    url: posting.url,
    apply_url: posting.apply_url,
    places: JSON.stringify(posting.places),
    posted_at: draft.posted_at,
    expires_at: draft.closes_at,
    html: posting.html,
    structured: JSON.stringify({
      ...posting.structured,
      remote: posting.structured.remote ?? posting.remote,
      pay: posting.structured.pay ?? posting.pay,
      employment_type: posting.structured.employment_type ?? posting.employment_type,
    }),
    reading: posting.reading == null ? null : JSON.stringify(posting.reading),
  }
  return body
}

/** A kept body as the adapter once read it, so that it can be read again by newer rules. */
export function postingOfBody(body: Selectable<PostingBodyTable>): RawPosting {
  return {
    external_id: body.external_id,
    title: body.title,
    url: body.url,
    apply_url: body.apply_url,
    employer: body.employer,
    places: body.places,
    remote: body.structured.remote ?? null,
    posted_at: body.posted_at?.toISOString() ?? null,
    expires_at: body.expires_at?.toISOString() ?? null,
    pay: body.structured.pay ?? null,
    employment_type: body.structured.employment_type ?? null,
    html: body.html,
    structured: body.structured,
    reading: body.reading,
  }
}
