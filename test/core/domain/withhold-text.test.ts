import { expect, it } from 'vitest'
import { draftListing } from '../../../core/domain/draft.ts'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { withholdText } from '../../../core/domain/withhold-text.ts'

const POSTING: RawPosting = {
  external_id: '1',
  title: 'Medical Biller',
  url: 'https://example.org/1',
  apply_url: null,
  employer: 'Example Clinic',
  places: [{ city: 'Erie', state: 'PA', country: 'US' }],
  remote: null,
  posted_at: null,
  expires_at: null,
  pay: null,
  employment_type: null,
  html: '<p>We love lakeside mornings.</p><h3>Requirements</h3><ul><li>2 years of medical billing experience required</li><li>CPB preferred</li></ul>',
  structured: { other: { pitch: 'lakeside mornings' } },
}

it('keeps the tags of the whole advert and the words behind them, and no text', () => {
  const kept = withholdText(POSTING, null)
  const [whole, draft] = [draftListing(POSTING, null), draftListing(kept, null)]
  expect(JSON.stringify(kept)).not.toContain('lakeside')
  expect(draft).toMatchObject({ text: '', html: null, employer: 'Example Clinic' })

  expect(draft?.reading).toMatchObject({
    role: 'billing',
    min_months: 24,
    entry: 'asks_experience',
    credentials: { preferred: ['CPB'] },
  })
  const tagsOf = (reading: object | undefined) =>
    Object.entries(reading ?? {}).filter(
      ([tag]) => !['evidence', 'requirement', 'text'].includes(tag),
    )
  expect(tagsOf(draft?.reading)).toEqual(tagsOf(whole?.reading))
  const words = draft?.reading.evidence['min_months']?.[0]
  expect(words).toMatchObject({ start: 0, end: 0 })
  expect(words?.words).toContain('2 years')
  expect(JSON.stringify(draft?.reading.requirement)).not.toMatch(/"(start|end)":[1-9]/)
})
