import { describe, expect, it } from 'vitest'
import { helpFor, type HelpEntry } from '../../core/domain/help.ts'
import { loadHelp, readHelp } from '../../core/help-file.ts'

const ENTRY: HelpEntry = {
  id: 'amba',
  name: 'AMBA chapters',
  kind: 'chapter_finder',
  body: 'AMBA',
  what_for: 'Meet billers.',
  states: [],
  reach: 'Ask AMBA for the nearest chapter.',
  address: 'ambanet.net/chapters',
  source: 'ambanet.net',
  as_of: '2026-03',
  checked: '2026-11-24',
  note: null,
}
const file = (...entries: object[]) => JSON.stringify({ entries })
const changed = (over: object) => file({ ...ENTRY, ...over })

describe('the directory of help', () => {
  it('is read as it stands, and lets AMBA be asked where no list of chapters was found', () => {
    const amba = loadHelp().find(({ id }) => id === 'amba-chapters')
    expect(amba).toMatchObject({
      states: [],
      reach: 'Ask AMBA for the nearest chapter.',
      note: expect.stringContaining('We found no list of AMBA chapters'),
    })
    expect(readHelp(file(ENTRY))).toEqual([ENTRY])
  })

  it.each([
    ['without a source', changed({ source: ' ' }), 'source'],
    ['with a date that is none', changed({ as_of: '2026-13' }), 'as_of'],
    ['with a figure and no date', changed({ note: 'Dues are $99.', as_of: null }), 'as_of'],
    ['of a state that is none', changed({ states: ['ZZ'] }), 'states'],
    ['with a script for an address', changed({ address: 'javascript:alert(1)' }), 'address'],
    ['with a key that nobody reads', changed({ phone: '1' }), 'phone'],
    ['that stands twice', file(ENTRY, ENTRY), 'one id'],
    ['in a broken file', '{', 'not JSON'],
  ])('refuses an entry %s, and names the fault', (_name, text, named) => {
    expect(() => readHelp(text)).toThrow(
      expect.objectContaining({
        code: 'bad-help-file',
        message: expect.stringContaining(named),
      }),
    )
  })

  it('gives a state what serves it and what serves everywhere', () => {
    const pa: HelpEntry = { ...ENTRY, id: 'pa', states: ['PA', 'NJ'] }
    const ids = (state: string | null) => helpFor([ENTRY, pa], state).map(({ id }) => id)
    expect([ids('PA'), ids('OH'), ids(null)]).toEqual([['amba', 'pa'], ['amba'], ['amba', 'pa']])
  })
})
