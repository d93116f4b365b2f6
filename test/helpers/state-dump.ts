import { sql } from 'kysely'
import type { OpenDatabase } from '../../core/store/db.ts'

/**
 * Everything that ingest leaves in a database, row for row, with generated ids replaced by what they stand
 * for and moments by whether they are set. Of a poll the split into new, changed and unchanged is summed:
 * what a killed poll had kept already is unchanged to the poll that goes on after it.
 */
export async function stateDump(db: OpenDatabase['db']): Promise<Record<string, unknown[]>> {
  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  return {
    sources: await rows(sql`
      select key, state, paused_by, reason, failures, barren_polls, etag, last_modified,
        encode(body_sha256, 'hex') as body, tagger_version
      from source order by key`),
    polls: await rows(sql`
      select s.key, p.outcome, p.complete, p.seen, p.new + p.changed + p.unchanged as read,
        p.rejected, p.error, p.message, p.status
      from poll p join source s on s.id = p.source_id order by s.key, p.id`),
    postings: await rows(sql`
      select s.key, p.external_id, encode(p.content_hash, 'hex') as hash, p.version,
        p.missing_since is not null as missing, p.closed_at is not null as closed, p.close_reason,
        p.tagger_version, lead.key as lead_source, l.lead_external_id as lead
      from posting p join source s on s.id = p.source_id
        left join listing l on l.id = p.listing_id left join source lead on lead.id = l.lead_source_id
      order by s.key, p.external_id`),
    bodies: await rows(sql`
      select s.key, to_jsonb(b) - 'source_id' as body
      from posting_body b join source s on s.id = b.source_id order by s.key, b.external_id`),
    listings: await rows(sql`
      select s.key, e.name as employer_row, l.closed_at is not null as closed,
        to_jsonb(l) - array['id', 'lead_source_id', 'employer_id', 'first_seen', 'closed_at', 'search_keys']
          as listing,
        -- The key of the employer holds its number, which differs from run to run; its name stands beside.
        array(select k from unnest(l.search_keys) k where k >> 24 <> 14 order by k) as search_keys
      from listing l join source s on s.id = l.lead_source_id left join employer e on e.id = l.employer_id
      order by s.key, l.lead_external_id, l.closed_at is not null`),
    employers: await rows(sql`select name, name_norm from employer order by name_norm`),
  }
}
