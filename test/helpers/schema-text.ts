import { sql } from 'kysely'
import type { OpenDatabase } from '../../core/store/db.ts'

type Row = Record<string, string>

/**
 * The tables of the schema `public` as text, in an order that never changes: columns as they stand,
 * constraints and indexes by name. Written so that a person can read what a migration changed.
 */
export async function schemaText(db: OpenDatabase['db']): Promise<string> {
  const rows = async (query: ReturnType<typeof sql<Row>>) => (await query.execute(db)).rows
  const columns = await rows(sql<Row>`
    select c.relname as table, format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attidentity <> '' then ' generated as identity'
           when a.attgenerated <> '' then ' generated as ' || pg_get_expr(d.adbin, d.adrelid)
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid)
           else '' end,
      case when a.attnotnull then ' not null' else '' end) as line
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
    order by c.relname collate "C", a.attnum`)
  // contype 'n' (NOT NULL as a constraint) exists from PostgreSQL 18 on; the columns already say it.
  const constraints = await rows(sql<Row>`
    select c.relname as table, format('  constraint %s %s', n.conname, pg_get_constraintdef(n.oid)) as line
    from pg_constraint n join pg_class c on c.oid = n.conrelid
    where n.connamespace = 'public'::regnamespace and n.contype <> 'n'
    order by c.relname collate "C", n.conname collate "C"`)
  const indexes = await rows(sql<Row>`
    select i.tablename as table, '  ' || i.indexdef as line from pg_indexes i
    where i.schemaname = 'public'
      and not exists (select from pg_constraint n where n.conname = i.indexname
        and n.connamespace = 'public'::regnamespace)
    order by i.tablename collate "C", i.indexname collate "C"`)
  const options = await rows(sql<Row>`
    select c.relname as table, '  with (' || array_to_string(c.reloptions, ', ') || ')' as line
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reloptions is not null
    order by c.relname collate "C"`)
  const rest = await rows(sql<Row>`
    select 'function ' || p.oid::regprocedure as line from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 'trigger ' || t.tgname || ' on ' || t.tgrelid::regclass from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
    union all
    select 'extension ' || e.extname from pg_extension e where e.extname <> 'plpgsql'
    order by 1`)
  const tables = [...new Set(columns.map((row) => row.table!))]
  const all = [...columns, ...constraints, ...indexes, ...options]
  const blocks = tables.map((table) =>
    [table, ...all.filter((row) => row.table === table).map((row) => row.line!)].join('\n'),
  )
  return `${[...blocks, ...rest.map((row) => row.line!)].join('\n\n')}\n`
}
