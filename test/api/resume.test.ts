import type { Express } from 'express'
import { load } from 'cheerio'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { LARGEST_FILE } from '../../core/resume/read-file.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeDocx, makePdf, PDF_LOCK } from '../helpers/resume-files.ts'
import { REPORTED } from '../helpers/resume-texts.ts'

let database: FreshDatabase
let app: Express
const LINES = REPORTED.split('\n')

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database)
})
afterAll(() => database.close())

const send = (file: Buffer, name = 'cv.pdf') =>
  request(app).post('/advice/resume').attach('resume', file, name)
const paste = (text: string) => request(app).post('/advice/resume').field('resume_text', text)

function formOf(html: string) {
  const $ = load(html)
  const form = $('form.advice-form')
  return {
    ticked: (name: string) =>
      form
        .find(`input[name="${name}"][checked]`)
        .map((_, el) => $(el).attr('value'))
        .get(),
    chosen: (name: string) => form.find(`#${name} option[selected]`).attr('value'),
    typed: (name: string) => form.find(`#${name}`).attr('value'),
    words: form
      .find('.from-resume q')
      .map((_, el) => $(el).text())
      .get(),
    fault: $('#resume_fault, #resume_text_fault').text(),
  }
}

describe('a résumé', () => {
  it.each([
    ['a PDF', () => send(makePdf([LINES]))],
    ['a Word document', () => send(makeDocx(LINES), 'cv.docx')],
    ['a text file', () => send(Buffer.from(REPORTED), 'cv.txt')],
    ['pasted text', () => paste(REPORTED)],
  ])('as %s fills in the form, each answer with its words', async (_name, post) => {
    const { text, headers } = await post().expect(200)
    const form = formOf(text)
    expect(form.ticked('credential')).toEqual(['CPC-A'])
    expect([form.chosen('kind_1'), form.typed('amount_1')]).toEqual(['billing', '22'])
    expect([form.chosen('state'), form.typed('zip')]).toEqual(['PA', '18503'])
    expect(form.words).toContain(
      'Certified Professional Coder – Apprentice (CPC-A), AAPC, March 2024',
    )
    expect(text).toContain('It is in progress or planned, so you do not hold it yet.')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('shows neither name nor street nor mail of the person again', async () => {
    const { text } = await paste(REPORTED).expect(200)
    expect(text).not.toMatch(/Maria Example|Elm Street|555-0100|maria@/)
  })

  it('that says nothing of the trade is met with the plain form', async () => {
    const { text } = await paste('I like gardens and long walks.').expect(200)
    expect(text).toContain('We found nothing in it that this form asks for.')
    expect(text).not.toContain('resume_checked')
  })

  it('shows its words as words, never as markup', async () => {
    const { text } = await paste('CERTIFICATIONS\nCPC <script>alert(1)</script>').expect(200)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script>alert(1)&lt;/script>')
  })
})

describe('what cannot be read comes back with what to do', () => {
  it.each([
    ['a locked PDF', () => send(makePdf([LINES], { trailer: PDF_LOCK })), 400, /password/],
    ['a picture', () => send(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 400, /picture/],
    ['an empty file', () => send(Buffer.alloc(0)), 400, /Choose a file, or paste/],
    ['no file and no text', () => paste(' '), 400, /Choose a file, or paste/],
    ['too large a file', () => send(Buffer.alloc(LARGEST_FILE + 1, 0x41)), 413, /larger than 5 MB/],
  ])('%s', async (_name, post, status, words) => {
    const { text } = await post().expect(status)
    expect(formOf(text).fault).toMatch(words)
    expect(load(text)('details.resume').attr('open')).toBeDefined()
  })

  it('a request far too large is refused unread', async () => {
    await request(app)
      .post('/advice/resume')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .set('Content-Length', String(100 * LARGEST_FILE))
      .send('--x')
      .expect(413)
  })

  it.each([
    ['a type without a boundary', 'multipart/form-data', 'x'],
    [
      'a form cut off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="resume"; filename="a.pdf"\r\n\r\nabc',
    ],
  ])('%s', async (_name, type, body) => {
    const { text } = await request(app)
      .post('/advice/resume')
      .set('Content-Type', type)
      .send(body)
      .expect(400)
    expect(formOf(text).fault).toContain('Please send it again.')
  })

  it('a plain form is not taken for an upload, and the address has no page of its own', async () => {
    await request(app).post('/advice/resume').type('form').send({ resume: 'x' }).expect(415)
    const { headers } = await request(app).get('/advice/resume').expect(303)
    expect(headers['location']).toBe('/advice')
    await request(app).put('/advice/resume').expect(405)
  })
})

it('what a résumé says is in no log and in no table', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  const logged = makeApp(database, { log })
  await request(logged).post('/advice/resume').field('resume_text', REPORTED).expect(200)
  await request(logged)
    .post('/advice/resume')
    .attach('resume', Buffer.from('%PDF-1.7\nMaria Example'), 'Maria Example.pdf')
    .expect(400)
  expect(lines.join('')).toContain('/advice/resume')
  expect(lines.join('')).not.toMatch(/Maria|Scranton|CPC-A|Lackawanna/)
})
