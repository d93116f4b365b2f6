import type { Express } from 'express'
import request from 'supertest'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'

let database: FreshDatabase
let app: Express
beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database)
})
afterAll(() => database.close())

const post = (body: object) => request(app).post('/read').type('form').send(body)
const TEXT =
  'Requirements\r\n- 2 years of medical billing experience required\r\n- $18 to $20 an hour'

describe('/read', () => {
  it('shows an empty form, kept out of search engines, that says nothing is stored', async () => {
    const { text, headers } = await request(app).get('/read').expect(200)
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(text).toContain('<meta name="robots" content="noindex"')
    expect(text).toContain('<form method="post" action="/read"')
    expect(text).toContain('Nothing you paste here is stored.')
  })

  it('reads a pasted advert as the listing page would draw it, and stores nothing', async () => {
    const { text, headers } = await post({
      title: 'Medical Biller',
      employer: 'Elm Clinic',
      place: '',
      text: TEXT,
    }).expect(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(text).toContain('Asks 24 months')
    expect(text).toContain('<h2 id="asks">What it asks</h2>')
    expect(text).toMatch(/<mark[^>]*>[^<]*2 years/)
    expect(text).toContain('$18.00–$20.00 an hour')
    expect(text).toContain('Elm Clinic')
    expect(text).not.toContain('This is wrong')
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from listing)::int + (select count(*) from feedback)::int
        + (select count(*) from posting)::int as n`.execute(database.db)
    expect(rows[0]?.n).toBe(0)
  })

  it('shows what strangers write as text, never as markup', async () => {
    const { text } = await post({
      title: '<script>alert(1)</script>',
      text: '<img src=x onerror=alert(2)></textarea><script>alert(3)</script>',
    }).expect(200)
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).not.toMatch(/<img/)
    expect(text.match(/<\/textarea>/g)).toHaveLength(1)
  })

  it('keeps what was typed and says what is missing or too long', async () => {
    const empty = await post({ title: '', text: '  ', employer: 'Elm "Clinic"' }).expect(400)
    expect(empty.text).toContain('Write the job title.')
    expect(empty.text).toContain('Paste the text of the advert.')
    expect(empty.text).toContain('value="Elm &quot;Clinic&quot;"')
    const long = await post({ title: 'x'.repeat(201), text: 'y'.repeat(60_001) }).expect(400)
    expect(long.text).toContain('Use at most 200 characters here.')
    expect(long.text).toContain('The text is longer than 60,000 characters.')
    await post({ title: 'Coder', text: 'y'.repeat(110_000) }).expect(413)
  })

  it('takes fields given twice, NUL and unknown fields without falling over', async () => {
    const { text } = await request(app)
      .post('/read')
      .type('form')
      .send('title=a&title=Coder&text=CPC%00+required&__proto__=x&extra=1')
      .expect(200)
    expect(text).toContain('<h1>Coder</h1>')
    expect(text).toContain('CPC')
  })

  it('is linked from every page', async () => {
    const { text } = await request(app).get('/about').expect(200)
    expect(text).toContain('<a href="/read">Paste an advert</a>')
  })
})
