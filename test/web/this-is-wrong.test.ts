import { describe, expect, it } from 'vitest'
import { FEEDBACK_TAGS } from '../../core/domain/feedback.ts'
import { listingPage } from '../../web/pages/listing.tsx'
import { readPage } from '../../web/pages/read.tsx'
import { NOW, sampleDetail, wordsIn } from './samples.ts'

const TEXT = 'Two years of billing. $18 an hour. Pay a $50 starter kit fee.'
const full = sampleDetail({
  text: TEXT,
  entry: 'asks_experience',
  min_months: 24,
  max_months: 36,
  preferred_months: 48,
  adjacent_role: 'him_clerk',
  work_mode: 'hybrid',
  hybrid_days_onsite: 2,
  states_allowed: ['PA'],
  states_excluded: ['CA'],
  warnings: [{ code: 'fee_to_start', words: 'starter kit fee' }],
  evidence: { pay: [wordsIn(TEXT, '$18 an hour')] },
})
const page = (listing = full, told?: boolean) =>
  listingPage({ listing, now: NOW, ...(told === undefined ? {} : { told }) })

/** Every tag that a form of this page can name. */
const offered = (html: string): Set<string | undefined> =>
  new Set([
    ...[...html.matchAll(/name="tag" value="(\w+)"/g)].map((m) => m[1]),
    ...[...html.matchAll(/<option value="(\w+)"/g)].map((m) => m[1]),
  ])

describe('"This is wrong" on a listing page', () => {
  it('can name every tag that there is, when the advert gives them all', () => {
    expect([...offered(page())].sort()).toEqual([...FEEDBACK_TAGS].sort())
  })

  it('leaves out what the page does not state', () => {
    const tags = offered(page(sampleDetail({ text: TEXT })))
    expect(tags.has('pay')).toBe(true)
    for (const tag of ['warnings', 'max_months', 'adjacent_role', 'states_allowed'])
      expect(tags.has(tag), tag).toBe(false)
  })

  it('is a closed part with a plain form that posts to the listing', () => {
    const html = page(sampleDetail({ id: 42 }))
    expect(html).toContain('<form method="post" action="/listings/42/feedback">')
    expect(html).toContain('<summary>This is wrong<span class="hidden"> (Pay)</span></summary>')
    expect(html).toContain('maxlength="500"')
    expect(html).not.toMatch(/<details[^>]*\sopen/)
  })

  it('thanks only the visitor who told us something', () => {
    expect(page(full, true)).toContain('role="status"><strong>Thank you.</strong>')
    expect(page(full)).not.toContain('Thank you')
  })
})

describe('the page of a pasted advert', () => {
  const html = readPage({ values: { title: 'Biller', text: TEXT }, errors: [], read: full })
  const sections = (whole: string) => {
    const from = whole.indexOf('<section class="warning-box"')
    const to = whole.indexOf('</section>', whole.indexOf('<h2 id="why">'))
    expect(from).toBeGreaterThan(0)
    return whole
      .slice(from, to)
      .replace(/<details class="wrong">.*?<\/details>/gs, '')
      .replace(
        /<section(?: class="places")? aria-labelledby="(?:serves|underserved)">.*?<\/section>/gs,
        '',
      )
  }

  it('draws the reading exactly as the page of a listing does, without the forms and what registers say', () => {
    expect(html).not.toContain('This is wrong')
    expect(sections(html)).toBe(sections(page()))
  })

  it('says when the advert is outside the trade', () => {
    expect(html).not.toContain('We do not take this')
    const outside = readPage({ values: {}, errors: [], read: { ...full, in_domain: false } })
    expect(outside).toContain('We do not take this for a job in medical billing or coding')
  })

  it('ties each fault to its field and keeps what was typed', () => {
    const wrong = readPage({
      values: { title: '', text: 'kept <words>' },
      errors: [{ field: 'title', message: 'Write the job title.' }],
      read: null,
    })
    expect(wrong).toContain('aria-describedby="title_fault"')
    expect(wrong).toContain('id="title_fault">Write the job title.')
    expect(wrong).toContain('>kept &lt;words></textarea>')
  })
})
