import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stem } from '../../../core/domain/search/stem.ts'
import { buildSynonyms } from '../../../core/domain/search/synonyms.ts'
import type { Alternative, TextQuery } from '../../../core/domain/search/text-query.ts'
import { readWords } from '../../../core/store/lexemes.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'

const synonyms = buildSynonyms([
  { name: 'biller', words: ['biller', 'billing specialist', 'insurance biller'] },
  { name: 'coder', words: ['coder', 'coding specialist'] },
  { name: 'him', words: ['HIM', 'health information management'] },
  { name: 'ar-follow-up', words: ['AR follow-up', 'A/R follow-up'] },
])
const none = buildSynonyms([])

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const read = (q: string, by = none): Promise<TextQuery | null> => readWords(database.db, q, by)
const plain = (...lexemes: string[]): Alternative => ({
  lexemes,
  tsquery: lexemes.map((l) => `'${l}'`).join(' & '),
  phrase: false,
})

/** The whole search as one tsquery: what an engine in SQL would write. */
function compiled({ all, none: without }: TextQuery): string {
  const clause = (ways: Alternative[]): string => `(${ways.map((w) => `(${w.tsquery})`).join('|')})`
  return [...all.map(clause), ...without.map((ways) => `!${clause(ways)}`)].join(' & ')
}

describe('single words', () => {
  test('are stemmed as the columns are, and stop words are passed over', async () => {
    expect(await read('the Billing CODER')).toEqual({
      all: [[plain('bill')], [plain('coder')]],
      none: [],
    })
  })

  test('that all say nothing are no search', async () => {
    expect(await read('the of a')).toBeNull()
    expect(await read(' "the of" - or ')).toBeNull()
  })

  test('with a minus must not stand', async () => {
    expect(await read('coder -senior -"team lead"')).toEqual({
      all: [[plain('coder')]],
      none: [
        [plain('senior')],
        [{ lexemes: ['lead', 'team'], tsquery: "'team' <-> 'lead'", phrase: true }],
      ],
    })
    expect(await read('-senior')).toEqual({ all: [], none: [[plain('senior')]] })
  })

  test('on both sides of `or` are alternatives', async () => {
    expect(await read('remote biller or coder')).toEqual({
      all: [[plain('remot')], [plain('biller'), plain('coder')]],
      none: [],
    })
  })
})

describe('words with hyphens and slashes', () => {
  test.each([
    // Whole, or all of its parts.
    ['entry-level', [plain('entry-level'), plain('entri', 'level')]],
    // "a" and "up" are stop words: CPC-A is not any CPC.
    ['CPC-A', [plain('cpc-a')]],
    ['follow-up', [plain('follow-up')]],
    ['ICD-10', [plain('icd', '-10')]],
    ['ICD-10-CM', [plain('icd', '-10', 'cm')]],
    ['billing/coding', [plain('billing/coding'), plain('bill', 'code')]],
    ['A/R', [plain('a/r')]],
    ['E&M', [plain('e', 'm')]],
    ["patient's", [plain('patient')]],
  ])('%s', async (q, ways) => {
    expect(await read(q)).toEqual({ all: [ways], none: [] })
  })

  test('in quotes are that word alone', async () => {
    expect(await read('"CPC-A"')).toEqual({ all: [[plain('cpc-a')]], none: [] })
    expect(await read('"entry-level"')).toEqual({ all: [[plain('entry-level')]], none: [] })
  })
})

describe('synonyms', () => {
  test('one word is its group or itself', async () => {
    expect(await read('billers', synonyms)).toEqual({
      all: [[plain('#biller'), plain('biller')]],
      none: [],
    })
  })

  test('several words are one clause: the group, or all of them', async () => {
    expect(await read('remote Billing Specialists', synonyms)).toEqual({
      all: [[plain('remot')], [plain('#biller'), plain('bill', 'specialist')]],
      none: [],
    })
  })

  test('a phrase that is a synonym is the group or the phrase', async () => {
    expect(await read('"billing specialist"', synonyms)).toEqual({
      all: [
        [
          plain('#biller'),
          { lexemes: ['bill', 'specialist'], tsquery: "'bill' <-> 'specialist'", phrase: true },
        ],
      ],
      none: [],
    })
  })

  test('`or` joins whole synonyms, not the words next to it', async () => {
    expect(await read('billing specialist or coding specialist', synonyms)).toEqual({
      all: [
        [
          plain('#biller'),
          plain('bill', 'specialist'),
          plain('#coder'),
          plain('code', 'specialist'),
        ],
      ],
      none: [],
    })
  })

  test('a synonym of stop words alone is still found', async () => {
    expect(await read('him', synonyms)).toEqual({ all: [[plain('#him')]], none: [] })
  })

  test('words to be left out mean themselves', async () => {
    expect(await read('remote -biller', synonyms)).toEqual({
      all: [[plain('remot')]],
      none: [[plain('biller')]],
    })
  })

  test('a synonym with a hyphen is found however it is typed', async () => {
    const ways = [[plain('#ar-follow-up'), plain('ar', 'follow')]]
    expect(await read('ar follow up', synonyms)).toEqual({ all: ways, none: [] })
    expect(await read('a/r Follow-Up', synonyms)).toEqual({
      all: [[plain('#ar-follow-up'), plain('a/r', 'follow-up')]],
      none: [],
    })
  })
})

describe('the database', () => {
  async function matches(text: string, query: TextQuery): Promise<boolean> {
    const { rows } = await sql<{ m: boolean }>`
      select to_tsvector('english', ${text}) @@ ${compiled(query)}::tsquery as m`.execute(
      database.db,
    )
    return rows[0]?.m === true
  }

  test('finds what a search with the words of an advert asks', async () => {
    const advert =
      'Medical Billing Specialist (CPC-A welcome): entry level, ICD-10-CM, A/R follow-up.'
    for (const [q, found] of [
      ['billing specialists', true],
      ['"billing specialist"', true],
      ['"specialist billing"', false],
      ['entry-level', true],
      ['CPC-A', true],
      ['COC-A', false],
      ['icd-10-cm', true],
      ['coder or biller', false],
      ['coder or billing', true],
      ['billing -cpc', false],
      ['billing -senior', true],
    ] as const) {
      const query = await read(q)
      expect([q, query !== null && (await matches(advert, query))]).toEqual([q, found])
    }
  })

  test('agrees with websearch_to_tsquery about plain words', async () => {
    const word = fc.constantFrom(
      ...'billing coders the remote senior of medical records specialists hospital with patients'.split(
        ' ',
      ),
    )
    const signed = fc.tuple(fc.constantFrom('', '', '', '-'), word).map((parts) => parts.join(''))
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((w) => w.join(' '))
    await fc.assert(
      fc.asyncProperty(
        fc.array(signed, { minLength: 1, maxLength: 5 }),
        text,
        async (ws, advert) => {
          const q = ws.join(' ')
          const query = await read(q)
          const { rows } = await sql<{ theirs: boolean; nodes: number }>`
          select to_tsvector('english', ${advert}) @@ websearch_to_tsquery('english', ${q}) as theirs,
            numnode(websearch_to_tsquery('english', ${q})) as nodes`.execute(database.db)
          expect(query === null).toBe(rows[0]?.nodes === 0)
          if (query !== null) expect(await matches(advert, query)).toBe(rows[0]?.theirs)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('takes whatever is typed, and lexemes only: nothing slips out of its quotes', async () => {
    const nasty = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom(
            "'",
            '\\',
            "''",
            "\\'",
            '"',
            '|',
            '&',
            '!',
            '<->',
            ':*',
            '-',
            ' or ',
            '/',
            'a-b',
            "o'neil",
            '#biller',
            '\0',
            '“x y”',
            "x'::y",
            '<b>',
            'http://a.b/c?d=e',
          ),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(nasty, async (q) => {
        const query = await read(q, synonyms)
        if (query === null) return
        const ways = [...query.all, ...query.none].flat()
        expect(ways.every(({ lexemes }) => lexemes.length > 0)).toBe(true)
        // A text that holds exactly these lexemes is found, so that no sign among them did anything else.
        const { rows } = await sql<{ found: boolean; nodes: number; lexemes: string[] }>`
          select array_to_tsvector(array(select json_array_elements_text(w -> 'lexemes')))
              @@ (w ->> 'tsquery')::tsquery as found,
            numnode((w ->> 'tsquery')::tsquery) as nodes,
            array(select json_array_elements_text(w -> 'lexemes')) as lexemes
          from json_array_elements(${JSON.stringify(ways)}::json) w`.execute(database.db)
        rows.forEach(({ found, nodes, lexemes }, i) => {
          expect(lexemes).toEqual(ways[i]?.lexemes)
          // Without positions no phrase is found.
          if (ways[i]?.phrase === false)
            expect([found, nodes]).toEqual([true, lexemes.length * 2 - 1])
          else expect(nodes).toBeGreaterThan(1)
        })
        await sql`select ''::tsvector @@ ${compiled(query)}::tsquery`.execute(database.db)
      }),
      { numRuns: 150 },
    )
  })

  test('is not asked again for words it has read', async () => {
    await read('unheard-of "pay stub" clinic')
    let asked = 0
    const counting = database.db.withPlugin({
      transformQuery: ({ node }) => {
        asked += 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    expect(await readWords(counting, 'clinic unheard-of "pay stub"', none)).not.toBeNull()
    expect(asked).toBe(0)
    await readWords(counting, 'clinic never-met-before "nor this" zzyzx', none)
    expect(asked).toBe(1)
  })
})

test('our own stemmer, which only marks words, makes of them what the database makes', async () => {
  const text = ['01', '02', '03', '04', '05', '06', '07', '08', '09']
    .map((n) => new URL(`../../../seeds/demo/adverts-${n}.jsonl`, import.meta.url))
    .map((file) => readFileSync(file, 'utf8'))
    .join(' ')
  const words = [...new Set(text.toLowerCase().match(/[a-z]{3,}(?:-[a-z]{3,})*/g))]
  expect(words.length).toBeGreaterThan(4000)
  const { rows } = await sql<{ word: string; lexeme: string }>`
    select word, (ts_lexize('english_stem', word))[1] as lexeme
    from unnest(${words}::text[]) as asked(word)
    where ts_lexize('english_stem', word) <> '{}'`.execute(database.db)
  // Releases of Snowball differ in a handful of words ("adding").
  const differ = rows.filter(({ word, lexeme }) => stem(word) !== lexeme)
  expect(differ.length, JSON.stringify(differ)).toBeLessThanOrEqual(3)
})
