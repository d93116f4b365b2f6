import { sql } from 'kysely'
import type { IndexedRow, SearchRow } from '../../core/domain/search/question.ts'
import type { OpenDatabase } from '../../core/store/db.ts'

const BATCH = 2000

/**
 * Every listing that a search may show, by its number, as the engines beside the database are given it: with the
 * database's own lexemes, so that totals can agree.
 */
export async function* sampleRows({ db }: OpenDatabase): AsyncGenerator<IndexedRow> {
  for (let last = 0; ;) {
    const { rows } = await sql<SearchRow & { head: string[]; lexemes: string[] } & Asked>`
      select l.id, (extract(epoch from l.first_seen) * 1000000)::bigint as first_seen_us,
        floor(extract(epoch from coalesce(l.posted_at, l.first_seen)) * 1000)::bigint as posted_ms,
        l.search_keys as keys, l.min_months, coalesce(l.pay_hour_max, l.pay_hour_min) as pay,
        l.credentials_required as required, l.credentials_any_of as any_of,
        l.credentials_class as required_class, l.within_months_of_hire,
        tsvector_to_array(l.head) as head, tsvector_to_array(l.tsv) as lexemes
      from listing l where l.closed_at is null and l.id > ${last} order by l.id limit ${BATCH}`.execute(
      db,
    )
    for (const { required, any_of, required_class, within_months_of_hire, ...row } of rows) {
      yield { ...row, demand: { required, any_of, required_class, within_months_of_hire } }
    }
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

type Asked = SearchRow['demand']
