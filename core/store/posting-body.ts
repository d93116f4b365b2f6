import type { Kysely, Selectable } from 'kysely'
import type { ListingDraft } from '../domain/draft.ts'
import type { RawPosting } from '../domain/posting.ts'
import type { Database, PostingBodyTable } from './schema.ts'

/** Keeps the fields and text of a posting, replacing what stood there. */
export async function keepBody(
  tx: Kysely<Database>,
  id: { source_id: number; external_id: string },
  posting: RawPosting,
  draft: ListingDraft,
): Promise<void> {
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
  await tx
    .insertInto('posting_body')
    .values({ ...id, ...body })
    .onConflict((c) => c.columns(['source_id', 'external_id']).doUpdateSet(body))
    .execute()
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
