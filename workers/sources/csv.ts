import { z } from 'zod'
import { parseCsv, UNCLOSED, type CsvRecord } from '../../core/csv.ts'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, Rejected } from './contract.ts'
import { feedBase, feedDate, feedUrl, plain } from './fields.ts'
import { payInWords, payUnit } from './pay-fields.ts'
import { placeOf, placesFromWords } from './places.ts'
import {
  amount,
  asHtml,
  badFeed,
  derivedId,
  isoDate,
  mapEach,
  rebase,
  someBody,
  stated,
  text,
  webAddress,
} from './shape.ts'
import { modeIn } from './work-modes.ts'

const about: Adapter['about'] = {
  name: 'CSV file',
  source: 'RFC 4180; the columns are documented in docs/adding-a-source.md',
  terms:
    "The file owner's: a file that an employer or a partner offers for this use. robots.txt is honoured.",
  quirks: [
    'A row whose number of fields differs from the header is left out and told with its line.',
    '02/03/2026 is no sure date: say in the settings whether the month or the day comes first.',
    'Without an id column the address of a job is its id, else what tells it from its neighbours.',
    'A row gone from the file is closed; the file is always whole.',
  ],
  proven: false,
  needs: [],
}

const FEED = 'CSV file'

/** The fields of a posting with the column names that are known without being told. */
const COLUMNS = {
  id: ['id', 'job_id', 'reference', 'reference_number', 'requisition_id', 'req_id'],
  title: ['title', 'job_title', 'position'],
  url: ['url', 'link', 'job_url'],
  apply_url: ['apply_url', 'apply_link', 'application_url'],
  employer: ['employer', 'company', 'company_name', 'facility'],
  location: ['location', 'place'],
  city: ['city', 'town'],
  state: ['state', 'state_code'],
  country: ['country'],
  remote: ['remote', 'work_mode', 'workplace'],
  posted_at: ['posted_at', 'posted', 'date_posted', 'posting_date'],
  expires_at: ['expires_at', 'expires', 'closing_date', 'valid_through'],
  pay: ['pay', 'salary', 'wage'],
  pay_min: ['pay_min', 'salary_min', 'min_salary'],
  pay_max: ['pay_max', 'salary_max', 'max_salary'],
  pay_unit: ['pay_unit', 'salary_unit', 'pay_period'],
  employment_type: ['employment_type', 'job_type', 'schedule'],
  description: ['description', 'job_description', 'body', 'html'],
} as const
type Field = keyof typeof COLUMNS
const FIELDS = Object.keys(COLUMNS) as Field[]

const settings = z.object({
  /** The address of the file. */
  url: feedUrl,
  /** Which column holds a field, where its name is not one of the known ones: {"title": "Job Name"}. */
  columns: z.partialRecord(z.enum(FIELDS as [Field, ...Field[]]), z.string().min(1)).default({}),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  /** How dates such as 02/03/2026 are meant; without it only dates that cannot be misread are taken. */
  dates: z.enum(['iso', 'month_first', 'day_first']).default('iso'),
  base_url: feedBase,
})
type Settings = z.infer<typeof settings>

const folded = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')

/**
 * The position of each field's column.
 * @throws FootholdError `bad-feed` (`mis-shaped`) naming the column that is missing and those that are there.
 */
function columnsOf(header: readonly string[], s: Settings): Map<Field, number> {
  const names = header.map(folded)
  const there = header.map((name) => `"${name.trim()}"`).join(', ')
  const found = new Map<Field, number>()
  for (const field of FIELDS) {
    const named = s.columns[field]
    const at =
      named === undefined
        ? names.findIndex((name) => (COLUMNS[field] as readonly string[]).includes(name))
        : names.indexOf(folded(named))
    if (named !== undefined && at === -1) {
      const told = `settings.columns names "${named}" for ${field}, but the header row holds ${there}.`
      throw badFeed('mis-shaped', FEED, told)
    }
    if (at !== -1) found.set(field, at)
  }
  if (!found.has('title')) {
    const told = `no column holds the title; the header row holds ${there}. Name it in settings.columns.`
    throw badFeed('mis-shaped', FEED, told)
  }
  return found
}

interface Row {
  line: number
  /** Field by field, blanks left out. */
  said: Partial<Record<Field, string>>
  /** Columns that are no field of ours, under the file's own names. */
  other: Record<string, string>
}

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

function dateIn(value: string | undefined, s: Settings): string | null {
  const given = value?.trim() ?? ''
  const m = s.dates === 'iso' ? null : NUMERIC.exec(given)
  if (!m) return feedDate(given)
  const [a, b] = [m[1] as string, m[2] as string].map((part) => part.padStart(2, '0'))
  return isoDate(`${m[3]}-${s.dates === 'month_first' ? `${a}-${b}` : `${b}-${a}`}`)
}

function payOf({ said }: Row): RawPosting['pay'] {
  const [min, max] = [amount(said.pay_min), amount(said.pay_max)]
  const unit = payUnit(said.pay_unit)
  const pay = min === null && max === null ? payInWords(said.pay) : { min, max }
  return pay == null || unit === null ? (pay ?? null) : { unit, ...pay }
}

function placesOf({ said }: Row): Place[] {
  if (said.location !== undefined) return placesFromWords(plain(said.location))
  const place = placeOf({ city: said.city, region: said.state, country: said.country })
  return place === null ? [] : [place]
}

const NO = /^(?:no|false|0|n)$/i
const YES = /^(?:yes|true|1|y)$/i

function postingOf(row: Row, s: Settings): RawPosting {
  const { said, other } = row
  const title = plain(said.title) ?? ''
  const employer = plain(said.employer)
  const url = webAddress(said.url)
  const pay = payOf(row)
  const flag = plain(said.remote)
  const mode = modeIn(YES.test(flag ?? '') ? 'Remote' : flag, plain(said.location))
  const remote = NO.test(flag ?? '') ? false : mode.remote
  const employmentType = plain(said.employment_type)
  const places = placesOf(row)
  return {
    external_id: text(said.id) ?? url ?? derivedId(title, employer, JSON.stringify(places)),
    title,
    url,
    apply_url: webAddress(said.apply_url),
    employer,
    places,
    remote,
    posted_at: dateIn(said.posted_at, s),
    expires_at: dateIn(said.expires_at, s),
    pay,
    employment_type: employmentType,
    html: asHtml(said.description),
    structured: {
      ...stated({ remote, work_mode: mode.work_mode, pay, employment_type: employmentType }),
      other: stated({ ...other, pay: text(said.pay), location: text(said.location) }),
    },
  }
}

/** Says of a record what is wrong with it; null when it can be read. */
function faultOf(record: CsvRecord, columns: number): string | null {
  if (record.bad !== null) return `line ${record.line}: ${record.bad}`
  const n = record.fields.length
  return n === columns ? null : `line ${record.line}: ${n} fields under a header of ${columns}`
}

function rowOf(record: CsvRecord, header: readonly string[], at: Map<Field, number>): Row {
  const blank = (value: string | undefined) => text(value) === null
  const said = Object.fromEntries(
    [...at].map(([field, i]) => [field, record.fields[i]]).filter(([, v]) => !blank(v)),
  ) as Row['said']
  const taken = new Set(at.values())
  const rest = header.flatMap((name, i): [string, string][] =>
    taken.has(i) || blank(record.fields[i]) ? [] : [[name.trim(), record.fields[i] as string]],
  )
  return { line: record.line, said, other: Object.fromEntries(rest) }
}

/** A file of jobs in comma-separated values: one row, one job; the header row names the fields. */
export const csv: Adapter<Settings> = {
  kind: 'csv',
  about,
  pace: 5000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: false,
    credit_html: null,
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 3600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: {
    url: 'https://careers.example.org/jobs.csv',
    columns: {},
    delimiter: ',',
    dates: 'iso',
  },
  first: (s) => [{ url: rebase(s.url, s.base_url), audience: 'page' }],
  read(page, s) {
    if (/^<(!doctype|html|\?xml)/i.test(someBody(page, FEED))) {
      throw badFeed('html-instead-of-csv', FEED, 'the answer was a web page, not a CSV file.')
    }
    const [head, ...records] = parseCsv(page.body, { delimiter: s.delimiter })
    if (head === undefined || head.bad !== null) {
      throw badFeed('mis-shaped', FEED, `the header row cannot be read: ${head?.bad ?? 'none'}.`)
    }
    const at = columnsOf(head.fields, s)
    const columns = head.fields.length
    if (stopsShort(page.body, records, columns)) {
      throw badFeed('truncated', FEED, 'the file stops in the middle of a row.')
    }
    return { ...readRows(records, head.fields, at, s), details: [], next: [], total: null }
  },
}

/** A quote that never ends, or a last row with too few fields and no line break behind it. */
function stopsShort(body: string, records: readonly CsvRecord[], columns: number): boolean {
  if (records.some((r) => r.bad === UNCLOSED)) return true
  const last = records.at(-1)
  return (
    last !== undefined &&
    !/[\r\n]$/.test(body) &&
    (last.bad !== null || last.fields.length < columns)
  )
}

const rowSchema = z.custom<Row>((row) => plain((row as Row).said?.title) !== null, {
  error: 'the title is missing',
})

function readRows(
  records: readonly CsvRecord[],
  header: readonly string[],
  at: Map<Field, number>,
  s: Settings,
): { postings: RawPosting[]; rejected: Rejected[] } {
  const rejected: Rejected[] = []
  const rows: Row[] = []
  for (const record of records) {
    const fault = faultOf(record, header.length)
    if (fault === null) rows.push(rowOf(record, header, at))
    else rejected.push({ where: `line ${record.line}`, reason: fault })
  }
  const idOf = (row: unknown) => text((row as Row).said.id)
  const read = mapEach(rows, 'row', rowSchema, idOf, (row) => postingOf(row, s))
  return { postings: read.postings, rejected: [...rejected, ...read.rejected] }
}
