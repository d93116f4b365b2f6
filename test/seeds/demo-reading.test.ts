import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type DemoAdvert, readDemoAdverts } from '../../core/domain/demo.ts'
import { type Expected, score, type TagScore } from '../../core/domain/evaluation/score.ts'
import type { Reading } from '../../core/domain/reading.ts'
import { readAdvert } from '../../core/domain/read/read-advert.ts'

const FOLDER = fileURLToPath(new URL('../../seeds/demo/', import.meta.url))

const adverts: DemoAdvert[] = readdirSync(FOLDER)
  .filter((name) => /^adverts-\d{2}\.jsonl$/.test(name))
  .sort()
  .flatMap((name) => readDemoAdverts(readFileSync(FOLDER + name, 'utf8')))

/** The advert as ingest hands it to the reader: the feed's own fields beside the text. */
function read(advert: DemoAdvert): Reading {
  const { id, title, employer, city, state, html, remote, states, pay } = advert
  const named = [city, state].filter((part) => part !== null).join(', ')
  return readAdvert({
    id,
    title,
    employer,
    place: named === '' ? (remote === true ? 'Remote' : null) : named,
    html,
    structured: {
      remote,
      states,
      pay,
      employment_type: advert.employment_type,
      months_of_experience: advert.months_of_experience,
    },
  })
}

/** The labels under the names the scorer knows: a required class stands among the required credentials. */
function labelOf({ id, expect: labels }: DemoAdvert): Expected {
  const { credentials_any_of: any, ...rest } = labels as Record<string, unknown>
  const named = rest.credentials_required
  if (Array.isArray(named) && rest.required_class === 'any_coding')
    rest.credentials_required = [...(named as unknown[]), 'any_coding']
  return { id, expect: any === undefined ? rest : { ...rest, any_of: any } }
}

const readings = new Map(adverts.map((advert) => [advert.id, read(advert)]))
const scores = score(adverts.map(labelOf), readings)
const tag = (name: string): TagScore => {
  const found = scores.tags.find((t) => t.tag === name)
  if (found === undefined) throw new Error(`no label is named ${name}`)
  return found
}
const shown = (value: number | null): string => (value === null ? '  -  ' : value.toFixed(3))

describe('the demo adverts, labelled by somebody who did not know the rules', () => {
  it('are read, and the figures shown', () => {
    const lines = scores.tags.map(
      (t) =>
        `${t.tag.padEnd(22)} n ${String(t.n).padStart(3)}  exact ${shown(t.exact)}  P ${shown(t.precision)}  R ${shown(t.recall)}  F1 ${shown(t.f1)}  macro ${shown(t.macro_f1)}`,
    )
    const { n, wrong } = scores.invented_barriers
    process.stdout.write(`${lines.join('\n')}\ninvented barriers ${wrong} of ${n}\n`)
    expect(readings.size).toBe(adverts.length)
    expect(readings.size).toBeGreaterThanOrEqual(250)
  })

  it.each([
    ['min_months', 0.95],
    ['max_months', 0.97],
    ['preferred_months', 0.96],
    ['entry', 0.94],
    ['required_class', 0.97],
    ['accepted_apprentice', 0.97],
    ['within_months_of_hire', 0.97],
    ['any_of', 0.95],
  ])('keep %s exact in at least %f of them', (name, floor) => {
    expect(tag(name).exact).toBeGreaterThanOrEqual(floor)
  })

  it.each([
    ['credentials_required', 0.97],
    ['credentials_preferred', 0.93],
    ['accepted_apprentice', 0.93],
  ])('keep F1 of %s at %f or better', (name, floor) => {
    expect(tag(name).f1).toBeGreaterThanOrEqual(floor)
  })

  it('keep the macro-F1 of the entry verdict at 0.90 or better', () => {
    expect(tag('entry').macro_f1).toBeGreaterThanOrEqual(0.9)
  })

  it('keep invented barriers at six in a hundred or fewer', () => {
    expect(scores.invented_barriers.share).toBeLessThanOrEqual(0.06)
  })
})
