import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advertText } from '../../../../../core/domain/text/document.ts'
import { readTags } from '../../../../../core/domain/read/tags/read-tags.ts'
import { scanOf } from '../../../../../core/domain/read/tags/scan.ts'
import { gsBasePay } from '../../../../../core/domain/vocabulary/gs-pay.ts'
import { SYSTEMS } from '../../../../../core/domain/vocabulary/systems.ts'
import { SPECIALTIES } from '../../../../../core/domain/vocabulary/specialties.ts'

const read = (advert: { title: string; employer?: string; text?: string; html?: string }) => {
  const doc = advertText(advert)
  return { tags: readTags(scanOf(doc, advert)), text: doc.text }
}

/** Words the rules look for, so that random texts reach into them. */
const word = fc.constantFrom(
  ...`remote hybrid onsite on-site home office training after days week 3 $18.50 - $24 per hour up to bonus
  Texas OH OR reside must not available hospice our skilled nursing facility experience fee pay check Telegram
  coder billing claims ICD-10 İstanbul ﷽ 🩺 ‮abc \u0000 <b> &amp; ; . , ( ) ^ 1,234.56 401k ½`.split(
    /\s+/,
  ),
)

describe('the tag families on any input', () => {
  it('never throw and always quote the text, for texts made of the words they look for', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 120 }),
        fc.array(word, { maxLength: 8 }),
        (body, head) => {
          const { tags, text } = read({
            title: head.join(' '),
            employer: head.join(' '),
            text: body.join(' '),
          })
          for (const found of Object.values(tags.evidence)) {
            for (const e of found) {
              if (e.start === 0 && e.end === 0) continue
              expect(text.slice(e.start, e.end)).toBe(e.words)
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('never throw for arbitrary strings and broken HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (s) => {
        read({ title: s, text: s })
        read({ title: 'Coder', html: `<p>${s}<ul><li>${s}` })
      }),
      { numRuns: 100 },
    )
  })

  it('give the same answer twice', () => {
    const advert = {
      title: 'Biller',
      text: 'Remote after training. $18 - $20 per hour. Our hospice.',
    }
    expect(read(advert)).toEqual(read(advert))
  })

  it('survive a megabyte of pay figures, one word, or the same state', () => {
    for (const unit of ['$20 ', 'remote ', 'must live in TX ', 'our hospice ']) {
      const { tags } = read({ title: 'Biller', text: unit.repeat(1_000_000 / unit.length) })
      expect(tags.level).toBe('unknown')
    }
  })
})

describe('the vocabularies', () => {
  it('have stable keys in snake case and no phrase under two keys', () => {
    for (const vocabulary of [SYSTEMS, SPECIALTIES]) {
      const seen = new Map<string, string>()
      for (const [key, phrases] of Object.entries(vocabulary)) {
        expect(key).toMatch(/^[a-z0-9]+(?:_[a-z0-9]+)*$/)
        for (const phrase of phrases) {
          expect(seen.get(phrase), `${phrase} in ${key}`).toBeUndefined()
          expect(phrase, phrase).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/)
          seen.set(phrase, key)
        }
      }
    }
  })

  it('know what a federal grade is worth, however it is written, and refuse what is no grade', () => {
    expect(gsBasePay('GS-5')).toEqual({ min: 34_799, max: 45_239, year: 2026 })
    expect(gsBasePay('GS-15')).toEqual({ min: 126_384, max: 164_301, year: 2026 })
    expect(gsBasePay('gs 05')).toEqual(gsBasePay('5'))
    expect(gsBasePay('GS-16')).toBeNull()
    expect(gsBasePay('Grade B12')).toBeNull()
  })
})
