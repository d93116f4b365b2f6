import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAdverts } from '../../api/demo-world.ts'
import { writeFact } from '../../core/store/clock.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeEmployer, makeListing, registered } from '../helpers/listings.ts'

let database: FreshDatabase
let app: Express
let evil: number
let closed: number

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database, { env: { FOOTHOLD_CONTACT: 'jobs@example.org' } })
  evil = await makeListing(database.db, {
    title: 'Biller <script>alert("t")</script>',
    employer: '"><img src=x onerror=alert(1)>',
    place: '<b>Scranton</b>, PA',
    url: 'javascript:alert(1)',
    apply_url: 'javascript:alert(2)',
    text: 'Post payments </script><script>alert(3)</script>',
    evidence: {
      min_months: [{ start: 0, end: 13, words: 'Post payments', rule: '<script>' }],
    },
    specialties: ['<i>heart</i>'],
  })
  closed = await makeListing(database.db, { closed_at: '2026-11-23T00:00:00Z' })
})
afterAll(() => database.close())

const page = (path: string) => request(app).get(path).set('Accept', 'text/html')

/** What the content security policy would stop or a stranger could have slipped in. */
function expectClean(html: string): void {
  expect(html).toMatch(/^<!doctype html>/)
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)]
  for (const [, attributes, body] of scripts) {
    if (/type="application\/ld\+json"/.test(attributes ?? '')) JSON.parse(body ?? '')
    else expect(body).toBe('')
  }
  const outside = html.replace(/<script\b[^]*?<\/script>/g, '')
  expect(outside).not.toMatch(/<script|<style|<iframe|<[^>]+\s(style|on\w+)=/i)
  expect(outside).not.toMatch(/(href|src|action)="\s*(javascript|data|vbscript):/i)
}

describe('every page', () => {
  it.each([
    ['/', /listings/],
    ['/listings', /listings/],
    ['/advice', /<form/],
    ['/about', /0\.0\.0-test/],
    ['/privacy', /jobs@example\.org/],
    ['/data-credits', /GeoNames/],
    ['/sources', /feed/i],
    ['/contact', /jobs@example\.org/],
    ['/demo/jobs', /Invented/],
  ])('%s is whole HTML without inline script or style', async (path, words) => {
    const { text, headers } = await page(path).expect(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expectClean(text)
    expect(text).toMatch(words)
  })

  it.each(['/', '/listings/1', '/about', '/demo/jobs'])(
    '%s answers 405 to a DELETE',
    async (path) => {
      const { headers } = await request(app).delete(path).expect(405)
      expect(headers.allow).toBe('GET, HEAD, OPTIONS')
    },
  )
})

describe('what strangers wrote', () => {
  it('stays text in the list of listings and on its own page', async () => {
    for (const path of ['/', `/listings/${evil}`]) {
      const { text } = await page(path).expect(200)
      expectClean(text)
      expect(text, path).toContain('Biller &lt;script>alert(')
      expect(text, path).not.toContain('<img src=x')
      expect(text, path).not.toContain('<b>Scranton')
    }
  })

  it('stays text when it comes by the address', async () => {
    const q = '"><script>alert(1)</script>'
    const { text } = await page(`/?q=${encodeURIComponent(q)}`).expect(200)
    expectClean(text)
    const bad = await page(`/?state=${encodeURIComponent(q)}`).expect(400)
    expectClean(bad.text)
    const form = await request(app).post('/advice').type('form').send({ zip: q, state: q })
    expect(form.status).toBe(400)
    expectClean(form.text)
  })
})

describe('search pages', () => {
  it('find by the address what the API finds', async () => {
    expect((await page('/?state=PA&role=billing').expect(200)).text).toContain('1 listing')
    expect((await page('/?state=TX').expect(200)).text).toContain('0 listings')
  })

  it('say in words what cannot be used', async () => {
    const { text, headers } = await page('/?max_months=six').expect(400)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('max_months is a whole number from 0 to 600')
    await page(`/?q=${'a'.repeat(10_000)}`).expect(400)
  })

  it('show a closed listing by its number, out of reach of search engines', async () => {
    const { text, headers } = await page(`/listings/${closed}`).expect(200)
    expect(text).toMatch(/closed/i)
    expect(headers['x-robots-tag']).toBe('noindex')
    await page('/listings/999999').expect(404)
  })
})

describe('the page of an employer', () => {
  const name = '<b>Laurel</b> Care'

  it('shows what is known of it and its listings, and is found from its listing', async () => {
    const id = await makeEmployer(database.db, name, [registered('snf')])
    const listing = await makeListing(database.db, { employer: name, employer_id: id })
    const { text, headers } = await page(`/employers/${id}`).expect(200)
    expectClean(text)
    expect(text).toContain('<h1>&lt;b>Laurel&lt;/b> Care</h1>')
    expect(text).toContain('MERCY HILL NURSING CENTER')
    expect(text).toContain(`href="/listings/${listing}"`)
    expect(headers['x-robots-tag']).toBeUndefined()
    expect((await page(`/listings/${listing}`)).text).toContain(`href="/employers/${id}"`)
    await request(app).delete(`/employers/${id}`).expect(405)
    await database.db
      .updateTable('listing')
      .set({ closed_at: NOW })
      .where('id', '=', listing)
      .execute()
    const empty = await page(`/employers/${id}`).expect(200)
    expect(empty.headers['x-robots-tag']).toBe('noindex')
  })

  it.each(['999999', '0', '-1', 'abc', '1.5', '2147483648', '99999999999999999999', '%00'])(
    'is not there for the number %s',
    async (id) => {
      expect((await page(`/employers/${id}`).expect(404)).text).toContain('There is no such page')
    },
  )
})

describe('the advice pages', () => {
  it('answer a posted form with a result that nobody may keep', async () => {
    const { text, headers } = await request(app)
      .post('/advice')
      .type('form')
      .send('credential=CPC-A&state=PA&no_experience=yes&work_mode=onsite&work_mode=remote')
      .expect(200)
    expect(headers['cache-control']).toBe('no-store')
    expectClean(text)
  })

  it('answer the same question asked by the address', async () => {
    const { text } = await page('/advice?credential=none&state=PA').expect(200)
    expectClean(text)
    expect(text).not.toBe((await page('/advice').expect(200)).text)
  })

  it('show the form again with what was wrong and what was right', async () => {
    const { text } = await request(app)
      .post('/advice')
      .type('form')
      .send({ zip: '12', state: 'PA' })
      .expect(400)
    expect(text).toContain('five digits')
    expect(text).toMatch(/value="PA"[^>]*selected|selected[^>]*value="PA"/)
  })

  it('refuse a body that is no form', async () => {
    await request(app)
      .post('/advice')
      .set('Accept', 'text/html')
      .type('text/plain')
      .send('zip=1')
      .expect(415)
  })
})

describe('files', () => {
  it('are asked for again unless their address carries a version', async () => {
    const fresh = await request(app).get('/assets/site.css').expect(200)
    expect(fresh.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(fresh.headers['content-type']).toMatch(/^text\/css/)
    const kept = await request(app).get('/assets/site.css?v=1.2.3').expect(200)
    expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('are found nowhere outside their folder', async () => {
    for (const path of ['/assets/', '/assets/..%2fpaths.ts', '/assets/%2e%2e/paths.ts']) {
      expect((await page(path)).status, path).toBe(404)
    }
  })

  it('include an icon and a robots.txt that lets our own reader in', async () => {
    for (const path of ['/favicon.ico', '/favicon.svg']) {
      const { headers } = await request(app).get(path).expect(200)
      expect(headers['content-type']).toMatch(/^image\/svg\+xml/)
    }
    const { text } = await request(app).get('/robots.txt').expect(200)
    expect(text).toContain('Disallow: /api/')
    expect(text).not.toContain('/demo')
  })
})

describe('the demo world', () => {
  it('marks even a page of failure as demo while invented adverts stand', async () => {
    const later = makeApp(database, { now: () => new Date('2026-11-25T00:00:00Z') })
    const unmarked = await request(later).get('/nowhere').set('Accept', 'text/html')
    expect([unmarked.status, unmarked.text.includes('invented')]).toEqual([404, false])
    await makeListing(database.db, { demo: true })
    const fresh = makeApp(database, { now: () => new Date('2026-11-25T00:00:00Z') })
    const marked = await request(fresh).get('/nowhere').set('Accept', 'text/html')
    expect([marked.status, marked.text.includes('invented')]).toEqual([404, true])
    await database.db
      .updateTable('listing')
      .set({ demo: false, closed_at: new Date() })
      .where('demo', '=', true)
      .execute()
  })

  const postings = (html: string) =>
    [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map(
      ([, body]) => JSON.parse(body ?? '') as Record<string, unknown>,
    )

  it('is one page that carries every invented advert as a JobPosting, kept out of search engines', async () => {
    const { text, headers } = await page('/demo/jobs').expect(200)
    const found = postings(text)
    expect(found.map((p) => p.title)).toEqual(demoAdverts().map((a) => a.title))
    expect(found.every((p) => p['@type'] === 'JobPosting')).toBe(true)
    expect(headers['x-robots-tag']).toBe('noindex')
  })

  it('stays the same between two polls, whatever the day', async () => {
    await writeFact(database.db, 'demo_epoch', '2026-11-01', new Date())
    const ask = async (at: string) => {
      const later = makeApp(database, { now: () => new Date(at) })
      return request(later).get('/demo/jobs').set('Host', '127.0.0.1:4000')
    }
    const [one, two] = [await ask('2026-11-24T00:00:00Z'), await ask('2026-12-24T00:00:00Z')]
    expect(two.text).toBe(one.text)
    expect(two.headers.etag).toBe(one.headers.etag)
  })

  it('has a page for each advert with its own JobPosting', async () => {
    const [advert] = demoAdverts()
    const { text } = await page(`/demo/jobs/${advert?.id}`).expect(200)
    expectClean(text)
    expect(postings(text)).toMatchObject([{ title: advert?.title, description: advert?.html }])
    await page('/demo/jobs/none').expect(404)
    await page('/demo').expect(302).expect('Location', '/demo/jobs')
  })

  it('does not repeat a Host header that is no host', async () => {
    const { text } = await page('/demo/jobs').set('Host', 'a"><script>x</script>')
    expectClean(text)
    expect(text).not.toContain('<script>x')
  })
})
