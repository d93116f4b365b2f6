import { sql } from 'kysely'
import type { SearchRow } from '../../core/domain/search/question.ts'
import type { OpenDatabase } from '../../core/store/db.ts'

/** One listing as the engines beside ours are given it: with the database's own lexemes, so that totals can agree. */
export interface SampleRow {
  row: SearchRow
  /** Lexemes of title and employer. */
  head: string[]
  /** All its lexemes, those of the head among them. */
  all: string[]
}

const BATCH = 2000

/** Every listing that a search may show, by its number. */
export async function* sampleRows({ db }: OpenDatabase): AsyncGenerator<SampleRow> {
  for (let last = 0; ;) {
    const { rows } = await sql<SearchRow & { id: number; head: string[]; all: string[] } & Asked>`
      select l.id, (extract(epoch from l.first_seen) * 1000000)::bigint as first_seen_us,
        floor(extract(epoch from coalesce(l.posted_at, l.first_seen)) * 1000)::bigint as posted_ms,
        l.search_keys as keys, l.min_months, coalesce(l.pay_hour_max, l.pay_hour_min) as pay,
        l.credentials_required as required, l.credentials_any_of as any_of,
        l.credentials_class as required_class, l.within_months_of_hire,
        tsvector_to_array(l.head) as head, tsvector_to_array(l.tsv) as all
      from listing l where l.closed_at is null and l.id > ${last} order by l.id limit ${BATCH}`.execute(
      db,
    )
    for (const {
      head,
      all,
      required,
      any_of,
      required_class,
      within_months_of_hire,
      ...row
    } of rows) {
      const demand = { required, any_of, required_class, within_months_of_hire }
      yield { row: { ...row, demand }, head, all }
    }
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

type Asked = SearchRow['demand']
