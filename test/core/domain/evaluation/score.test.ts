import { describe, expect, it } from 'vitest'
import { score, valueOf } from '../../../../core/domain/evaluation/score.ts'
import { readAdvert } from '../../../../core/domain/read/read-advert.ts'
import type { Reading } from '../../../../core/domain/reading.ts'

const base = readAdvert({ title: 'Medical Biller' })
const reading = (change: Partial<Reading>): Reading => ({ ...base, ...change })

describe('scoring readings against labels', () => {
  it('counts list tags by their single values: two of three read right, one of two labels found', () => {
    // labels: {snf, hospice} and {}; read: {snf} and {va}. right 1, read 2, labelled 2.
    const scores = score(
      [
        { id: '1', expect: { settings: ['snf', 'hospice'] } },
        { id: '2', expect: { settings: [] } },
      ],
      new Map([
        ['1', reading({ settings: ['snf'] })],
        ['2', reading({ settings: ['va'] })],
      ]),
    )
    expect(scores.tags[0]).toMatchObject({ n: 2, exact: 0, precision: 0.5, recall: 0.5, f1: 0.5 })
  })

  it('takes a list under entry as "any of these" and averages F1 over the labelled classes', () => {
    // open: 1 right of 1 read, 2 labelled → 2/3. asks_experience: 1 right, 2 read, 1 labelled → 2/3.
    const scores = score(
      [
        { id: '1', expect: { entry: ['open', 'open_with_credential'] } },
        { id: '2', expect: { entry: 'open' } },
        { id: '3', expect: { entry: ['asks_experience', 'contradictory'] } },
      ],
      new Map([
        ['1', reading({ entry: 'open' })],
        ['2', reading({ entry: 'asks_experience' })],
        ['3', reading({ entry: 'asks_experience' })],
      ]),
    )
    expect(scores.tags[0]?.macro_f1).toBeCloseTo(2 / 3)
    expect(scores.tags[0]?.exact).toBeCloseTo(2 / 3)
  })

  it('counts as invented a barrier read where the labels ask for nothing, and only there', () => {
    const asks = reading({ entry: 'asks_experience', min_months: 12 })
    const scores = score(
      [
        { id: '1', expect: { min_months: 0, entry: ['open'] } },
        { id: '2', expect: { min_months: null, entry: ['not_stated'] } },
        { id: '3', expect: { min_months: null, entry: ['asks_experience'] } },
        { id: '4', expect: { min_months: null } },
      ],
      new Map([
        ['1', asks],
        ['2', reading({ entry: 'not_stated', min_months: null })],
        ['3', asks],
        ['4', asks],
      ]),
    )
    expect(scores.invented_barriers).toEqual({ n: 2, wrong: 1, share: 0.5 })
  })

  it('passes over labels without an advert and names no reading has', () => {
    const scores = score(
      [
        { id: 'gone', expect: { role: 'billing' } },
        { id: '1', expect: { shoe_size: 43 } },
      ],
      new Map([['1', base]]),
    )
    expect(scores).toMatchObject({ adverts: 1, tags: [], misses: [] })
  })

  it('reads a credential class under the names that labels use', () => {
    const { credentials } = base
    const asked = reading({ credentials: { ...credentials, required_class: 'any_coding' } })
    expect(valueOf(asked, 'credentials_required')).toEqual(['AHIMA-or-AAPC-cert'])
    const scores = score(
      [{ id: '1', expect: { credentials_required: ['any_coding'] } }],
      new Map([['1', asked]]),
    )
    expect(scores.tags[0]?.exact).toBe(1)
  })
})
