import { sql, type RawBuilder } from 'kysely'

/** Columns of rows that travel together: name and PostgreSQL type. */
export type Columns<Name extends string = string> = Readonly<Record<Name, string>>

/**
 * Rows as a source for `insert ... select` and `update ... from`: one array for each column, whatever the
 * number of rows. Use as `select ... from ${rowsOf(...)}`; the columns carry their names under the alias `x`.
 * Values of array columns are JavaScript arrays, of jsonb columns JSON strings.
 */
export function rowsOf<Name extends string>(
  columns: Columns<Name>,
  rows: readonly Readonly<Record<Name, unknown>>[],
): RawBuilder<unknown> {
  const entries = Object.entries(columns) as [Name, string][]
  const arrays = entries.map(([name, type]) => {
    const values = rows.map((row) => (isArray(type) ? literal(row[name]) : row[name]))
    return sql`${values}::${sql.raw(isArray(type) ? 'text' : type)}[]`
  })
  // unnest takes an array of arrays apart to the last value, so these travel as text.
  const picked = entries.map(([name, type]) =>
    isArray(type) ? sql`u.${sql.id(name)}::${sql.raw(type)}` : sql`u.${sql.id(name)}`,
  )
  const named = entries.map(([name], i) => sql`${picked[i]} as ${sql.id(name)}`)
  const names = entries.map(([name]) => sql.id(name))
  return sql`(select ${sql.join(named)} from unnest(${sql.join(arrays)}) as u(${sql.join(names)})) as x`
}

/** The names of columns, for `insert into t (...)` and `select ...`. */
export const namesOf = (columns: Columns): RawBuilder<unknown> =>
  sql.join(Object.keys(columns).map((name) => sql.id(name)))

/** `a = x.a, b = x.b, ...`, for `update t set ... from ${rowsOf(...)}`. */
export const assignments = (columns: Columns): RawBuilder<unknown> =>
  sql.join(Object.keys(columns).map((name) => sql`${sql.id(name)} = x.${sql.id(name)}`))

/** `a = excluded.a, ...`, for `on conflict ... do update set`. */
export const excluded = (columns: Columns): RawBuilder<unknown> =>
  sql.join(Object.keys(columns).map((name) => sql`${sql.id(name)} = excluded.${sql.id(name)}`))

const isArray = (type: string): boolean => type.endsWith('[]')

/** An array as PostgreSQL writes it: {"a","b"}. */
function literal(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const items = (value as readonly unknown[]).map((item) =>
    typeof item === 'number' ? String(item) : `"${String(item).replace(/[\\"]/g, '\\$&')}"`,
  )
  return `{${items.join(',')}}`
}
