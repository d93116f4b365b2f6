import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { satisfies } from '../../core/domain/search/demand.ts'
import {
  APPRENTICES,
  groupOf,
  KEY_GROUPS,
  SUSPICIOUS,
  TRADE,
  type KeyGroup,
} from '../../core/domain/search/keys.ts'
import { openBits } from '../../core/domain/search/query.ts'
import type { Condition, IndexedRow, Question } from '../../core/domain/search/question.ts'
import type { Alternative, TextQuery } from '../../core/domain/search/text-query.ts'
import type { OpenDatabase } from '../../core/store/db.ts'
import type { Answer, Asked, Engine } from './engine.ts'
import { COMMON_FACETS, countedAs, countsOf, usefulFails, type CommonFacet } from './matching.ts'
import { HITS } from './queries.ts'
import { sampleRows } from './rows.ts'

/**
 * SQLite with FTS5, as somebody would build it who wants one file and no server: words in an FTS5 table with
 * the title in a column of its own, filters of one value as columns, lists in a table of keys, facets by GROUP BY
 * over the matches kept in a temporary table. Driven through the `sqlite3` program over a pipe.
 */
export async function sqliteEngine(file: string, opened: OpenDatabase): Promise<Engine> {
  if (!existsSync(file)) await build(file, opened)
  const cli = new Cli(file)
  await cli.run(
    'pragma cache_size = -500000; pragma temp_store = memory; pragma mmap_size = 8000000000;',
  )
  return {
    name: 'SQLite FTS5',
    facets: COMMON_FACETS,
    sameOrder: false,
    ask: async (asked) => {
      const started = performance.now()
      const lines = await cli.run(statements(asked))
      const ms = performance.now() - started
      return { ...read(lines), ms }
    },
    close: () => cli.close(),
  }
}

export const sqliteSize = async (file: string): Promise<number> => (await stat(file)).size

/** Groups of which a listing carries at most one key. */
const SINGLE = [
  'role',
  'adjacent_role',
  'work_mode',
  'entry',
  'employment_type',
  'source',
  'employer',
] as const
const FLAGS = { trade: TRADE, suspicious: SUSPICIOUS, apprentices: APPRENTICES } as const
const PACKED = [
  'role',
  'work_mode',
  'entry',
  'employment_type',
] as const satisfies readonly CommonFacet[]
/** The keys of the two lists that are counted, credentials and settings, stand side by side. */
const LISTED = { from: KEY_GROUPS.credential * 2 ** 24, to: (KEY_GROUPS.setting + 1) * 2 ** 24 }
const SINGLE_OF = new Map<number, string>(SINGLE.map((name) => [KEY_GROUPS[name], name]))

async function build(file: string, opened: OpenDatabase): Promise<void> {
  const part = `${file}.part`
  for (const path of [part, `${part}.doc`, `${part}.key`, `${part}.req`, `${part}.txt`])
    await rm(path, { force: true })
  const [doc, key, req, words] = ['doc', 'key', 'req', 'txt'].map((x) =>
    createWriteStream(`${part}.${x}`),
  )
  if (doc === undefined || key === undefined || req === undefined || words === undefined) return
  const put = async (to: typeof doc, text: string): Promise<void> => {
    if (!to.write(text)) await once(to, 'drain')
  }
  for await (const row of sampleRows(opened)) {
    await put(doc, `${docValues(row).join('\t')}\n`)
    await put(
      key,
      row.keys
        .filter((k) => !SINGLE_OF.has(groupOf(k)) && groupOf(k) !== KEY_GROUPS.flag)
        .map((k) => `${k}\t${row.id}\n`)
        .join(''),
    )
    await put(req, row.demand.required.map((code) => `${row.id}\t${code}\n`).join(''))
    await put(words, wordsOf(row))
  }
  for (const stream of [doc, key, req, words]) {
    stream.end()
    await once(stream, 'close')
  }
  const cli = new Cli(part)
  await cli.run(`
    pragma journal_mode = off; pragma synchronous = off;
    create table doc (id integer primary key, first_seen int, posted int, months real, pay real,
      ${[...SINGLE, ...Object.keys(FLAGS)].map((c) => `${c} int`).join(', ')},
      any_of int, class int, within int, asked int);
    create table key (key int, id int, primary key (key, id)) without rowid;
    create table req (id int, code text, primary key (id, code)) without rowid;
    create virtual table words using fts5(head, body, content='', tokenize = "unicode61 remove_diacritics 0");
    create temp table load (id int, head text, body text);`)
  await cli.run(
    `.mode tabs\n.import ${part}.doc doc\n.import ${part}.key key\n.import ${part}.req req`,
  )
  await cli.run(`.import ${part}.txt load\ninsert into words (rowid, head, body) select * from load;
    insert into words (words) values ('optimize');
    update doc set months = nullif(months, ''), pay = nullif(pay, ''), within = nullif(within, '');
    create index key_of on key (id, key); analyze;`)
  await cli.close()
  for (const x of ['doc', 'key', 'req', 'txt']) await rm(`${part}.${x}`)
  await rename(part, file)
}

function docValues(row: IndexedRow): (string | number)[] {
  const one = (group: KeyGroup): number =>
    row.keys.find((k) => groupOf(k) === KEY_GROUPS[group]) ?? 0
  const { demand } = row
  return [
    row.id,
    row.first_seen_us,
    row.posted_ms,
    row.min_months ?? '',
    row.pay ?? '',
    ...SINGLE.map(one),
    ...Object.values(FLAGS).map((flag) => Number(row.keys.includes(flag))),
    Number(demand.any_of),
    Number(demand.required_class !== null),
    demand.within_months_of_hire ?? '',
    demand.required.length,
  ]
}

/** Words of the title stand in the first column alone; a search looks at both. */
function wordsOf({ id, head, lexemes }: IndexedRow): string {
  const inHead = new Set(head)
  const body = lexemes.filter((lexeme) => !inHead.has(lexeme))
  return `${id}\t${head.map(token).join(' ')}\t${body.map(token).join(' ')}\n`
}

/** A lexeme as one token: FTS5 would part "cpc-a" in two. */
const token = (lexeme: string): string =>
  /^[a-z0-9]+$/.test(lexeme) ? lexeme : `zz${Buffer.from(lexeme).toString('hex')}`

function statements({ question, skip }: Asked): string {
  const fails = question.conditions.map((c) => `(case when ${holds(c)} then 0 else ${c.bit} end)`)
  const fail = fails.length === 0 ? '0' : fails.join(' + ')
  const match = question.text === null ? null : matchOf(question.text)
  const from = match === null ? 'doc d' : 'words join doc d on d.id = words.rowid'
  const where = match === null ? 'true' : `words match '${match}'`
  const score = match !== null && question.sort === 'best' ? 'bm25(words, 10.0, 1.0)' : '0'
  const columns = SINGLE.map((name) => `d.${name}`).join(', ')
  return [
    `create temp table m as select * from (select d.id, ${fail} as fail, ${score} as score, d.first_seen, d.months, d.pay, ${columns} from ${from} where ${where}) where fail in (${usefulFails(question).join(', ')});`,
    `select 'total', count(*) from m where fail = 0;`,
    // One pass for all facets of one value and one for both lists, folded in JavaScript: half the time of a pass for each.
    `select 'one', fail, count(*), ${PACKED.join(', ')} from m group by fail, ${PACKED.join(', ')};`,
    `select 'list', m.fail, count(*), k.key from m cross join key k on k.id = m.id and k.key >= ${LISTED.from} and k.key < ${LISTED.to} group by m.fail, k.key;`,
    `select 'hit', id from m where fail = 0 order by ${order(question)} limit ${HITS} offset ${skip};`,
    `drop table m;`,
  ].join('\n')
}

function order({ sort }: Question): string {
  const newest = 'first_seen desc, id desc'
  if (sort === 'best') return `score, ${newest}`
  if (sort === 'pay') return `coalesce(pay, -1) desc, ${newest}`
  if (sort === 'least_experience') return `coalesce(months, 1e9), ${newest}`
  return newest
}

function holds(condition: Condition): string {
  switch (condition.kind) {
    case 'keys': {
      const any = condition.any === null ? 'true' : carriesAny(condition.any)
      return condition.none.length === 0 ? any : `${any} and not ${carriesAny(condition.none)}`
    }
    case 'holds': {
      const held = condition.codes.map((code) => `'${code.replaceAll("'", "''")}'`).join(', ')
      const coder = satisfies(condition.codes, {
        required: [],
        any_of: true,
        required_class: 'any_coding',
        within_months_of_hire: null,
      })
      return `(d.asked = 0 and d.class = 0 or d.within is not null or d.class = 1 and ${Number(coder)}
        or d.asked > 0 and case when d.any_of then exists (select 1 from req where req.id = d.id and code in (${held}))
          else not exists (select 1 from req where req.id = d.id and code not in (${held})) end)`
    }
    case 'max_months':
      return `(d.months <= ${condition.most} or ${condition.unstated ? 'd.months is null' : 'false'})`
    case 'pay_floor':
      return `d.pay >= ${condition.least}`
    case 'posted_within':
      return `d.posted >= ${condition.since}`
  }
}

function carriesAny(keys: readonly number[]): string {
  const parts: string[] = []
  const listed: number[] = []
  const columns = new Map<string, number[]>()
  for (const key of keys) {
    const flag = Object.entries(FLAGS).find(([, value]) => value === key)
    const column = SINGLE_OF.get(groupOf(key))
    if (flag !== undefined) parts.push(`d.${flag[0]}`)
    else if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), key])
    else listed.push(key)
  }
  for (const [column, values] of columns) parts.push(`d.${column} in (${values.join(', ')})`)
  if (listed.length > 0)
    parts.push(`d.id in (select id from key where key in (${listed.join(', ')}))`)
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`
}

/** The words as FTS5 writes them; a phrase only asks that its words stand somewhere. */
function matchOf({ all, none }: TextQuery): string {
  const clause = (alternatives: readonly Alternative[]): string =>
    `(${alternatives.map(({ lexemes }) => `(${lexemes.map((l) => `"${token(l)}"`).join(' AND ')})`).join(' OR ')})`
  return [all.map(clause).join(' AND '), ...none.map(clause)].join(' NOT ')
}

function read(lines: readonly string[]): Omit<Answer, 'ms'> {
  const counts = new Map<CommonFacet, Map<number, number>>()
  const ids: number[] = []
  let total = 0
  for (const line of lines) {
    const [kind, ...values] = line.split('|')
    const [first = 0, count = 0, ...keys] = values.map(Number)
    if (kind === 'total') total = first
    else if (kind === 'hit') ids.push(first)
    else {
      for (const key of keys) {
        const counted = countedAs(key)
        if (counted === null || (first & ~openBits(counted.facet)) !== 0) continue
        const facet = counts.get(counted.facet) ?? new Map<number, number>()
        facet.set(counted.value, (facet.get(counted.value) ?? 0) + count)
        counts.set(counted.facet, facet)
      }
    }
  }
  return { total, facets: countsOf(counts), ids }
}

const END = '~end~'

/** The sqlite3 program, one batch of statements after another. */
class Cli {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string>
  #errors = ''

  constructor(file: string) {
    this.#child = spawn('sqlite3', ['-bail', file])
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
    this.#child.stderr.on('data', (data: Buffer) => (this.#errors += data.toString()))
  }

  /** @throws Error with the program's words when it ends on an error. */
  async run(statements: string): Promise<string[]> {
    this.#child.stdin.write(`${statements}\n.print ${END}\n`)
    const lines: string[] = []
    for (;;) {
      const next = await this.#lines.next()
      if (next.done === true) throw new Error(`sqlite3 ended: ${this.#errors.slice(0, 500)}`)
      if (next.value === END) return lines
      lines.push(next.value)
    }
  }

  async close(): Promise<void> {
    this.#child.stdin.end('.quit\n')
    if (this.#child.exitCode === null) await once(this.#child, 'close')
  }
}
