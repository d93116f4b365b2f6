import { describe, expect, it } from 'vitest'
import type { Requirement, RequirementLeaf } from '../../core/domain/reading.ts'
import { listingPage } from '../../web/pages/listing.tsx'
import { NOW, experienceLeaf, sampleDetail, wordsIn } from './samples.ts'

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'

const page = (over: Parameters<typeof sampleDetail>[0] = {}) =>
  listingPage({ listing: sampleDetail(over), now: NOW })

describe('a hostile advert', () => {
  it('cannot put an element of its own on the page, whichever field carries it', () => {
    const html = page({
      title: HOSTILE,
      employer: HOSTILE,
      place: HOSTILE,
      text: HOSTILE,
      systems: [HOSTILE],
      specialties: [HOSTILE],
      warnings: [{ code: HOSTILE, words: HOSTILE }],
      evidence: { [HOSTILE]: [{ ...wordsIn(HOSTILE, 'alert(1)'), rule: HOSTILE }] },
      requirement: experienceLeaf(HOSTILE, HOSTILE, 3, { domain: HOSTILE }),
      sources: [
        {
          key: HOSTILE,
          employer: HOSTILE,
          kind: HOSTILE,
          url: HOSTILE,
          first_seen: HOSTILE,
          missing_since: HOSTILE,
          closed_at: null,
          credit_html: null,
        },
      ],
    })
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img')
    expect(html.match(/<script/g)).toHaveLength(1) // the site's own file
    expect(html.match(/\son\w+="/g)).toBeNull()
  })

  it('cannot carry a link that runs a script: the link is dropped and its absence said', () => {
    const html = page({ url: 'javascript:alert(1)', apply_url: ' data:text/html,x' })
    expect(html).not.toContain('javascript:')
    expect(html).not.toContain('data:text')
    expect(html).toContain('The feed gave no link to the original advert.')
  })
})

describe('what is not known', () => {
  it('is said in words, never left blank', () => {
    const html = page({
      employer: null,
      place: null,
      posted_at: null,
      last_checked: null,
      url: null,
      apply_url: null,
    })
    for (const words of [
      'Employer not named',
      'Place not stated',
      'Posting date not stated',
      'The advert is silent on how much paid experience it needs.',
      'We found no requirement in this advert. That is not the same as none',
      'No credential or schooling stated',
      'The title names no level',
      'The advert does not say what kind of place this is.',
      'No words of the advert led to a tag.',
      'The source is no longer in our list.',
      'Not checked in full yet.',
      'No closing date stated.',
      'We may not show the text here, or the feed gave none.',
    ]) {
      expect(html).toContain(words)
    }
    expect(html).not.toMatch(/<dd>(<span[^>]*>)?\s*<\//)
    expect(html).not.toMatch(/\b(undefined|null|NaN)\b/)
  })
})

describe('the requirement tree', () => {
  const text = 'One year of coding, or a certificate. CPC or CCS. Epic a plus.'
  const year = experienceLeaf(text, 'One year of coding', 12, { domain: 'coding' })
  const school: RequirementLeaf = {
    kind: 'education',
    strength: 'required',
    level: 'certificate',
    field: null,
    accredited: true,
    ...wordsIn(text, 'a certificate'),
  }
  const cpc: RequirementLeaf = {
    kind: 'credential',
    strength: 'required',
    codes: ['CPC', 'ZZZ'],
    any_of: true,
    class: null,
    accepted_apprentice: true,
    within_months_of_hire: 6,
    ...wordsIn(text, 'CPC or CCS'),
  }
  const epic: RequirementLeaf = {
    kind: 'other',
    strength: 'preferred',
    what: 'Epic',
    ...wordsIn(text, 'Epic a plus'),
  }
  const requirement: Requirement = {
    kind: 'all_of',
    of: [{ kind: 'any_of', of: [year, school] }, cpc, epic],
  }

  it('is nested lists with "all of" and "any of", strengths and the advert’s words', () => {
    const html = page({ text, requirement })
    const tree = html.slice(html.indexOf('<ul class="tree root">'), html.indexOf('id="facts"'))
    const words = tree.replace(/<[^>]+>/g, '|').replace(/\|[\s|]*/g, '|')
    expect(
      words
        .split('|')
        .filter((w) => w !== '')
        .slice(0, 18),
    ).toEqual([
      'All of these:',
      'Any one of these:',
      'Required',
      'At least 12 months (1 year) of paid work in medical coding',
      'One year of coding',
      'Required',
      'Certificate from a course or program, from an accredited program',
      'a certificate',
      'Required',
      'CPC',
      '(Certified Professional Coder, AAPC)',
      'or ',
      'ZZZ',
      '. Apprentice status (the “-A”) is accepted. You may earn it within 6 months of being hired',
      'CPC or CCS',
      'Nice to have',
      'Epic',
      'Epic a plus',
    ])
    const depth = [...tree.matchAll(/<(\/?)ul\b/g)].map((m) => (m[1] === '/' ? -1 : 1))
    expect(depth).toEqual([1, 1, 1, -1, -1, -1])
  })

  it('shows a branch of one as its leaf, and says "no amount" and "none" apart', () => {
    const vague = experienceLeaf(text, 'coding', null)
    const none = experienceLeaf(text, 'coding', 0)
    const range = experienceLeaf(text, 'coding', 0, { max_months: 24 })
    const html = page({
      text,
      requirement: { kind: 'all_of', of: [{ kind: 'any_of', of: [vague] }] },
    })
    expect(html).not.toContain('Any one of these')
    expect(html).toContain('Paid experience, no amount stated')
    expect(page({ text, requirement: none })).toContain('No paid experience needed')
    expect(page({ text, requirement: range })).toContain(
      'Up to 24 months (2 years) of paid experience; none is fine',
    )
  })
})

describe('the state of a listing', () => {
  it('open: links to apply and to the original, naming the host', () => {
    const html = page()
    expect(html).toContain('<a class="button" href="https://jobs.example.org/7/apply"')
    expect(html).toContain('Apply at jobs.example.org')
    expect(html).toContain('href="https://jobs.example.org/7"')
    expect(html).not.toContain('noindex')
  })

  it('closed: says so, says when, offers no way to apply and stays out of search engines', () => {
    const html = page({ status: 'closed', closed_at: '2026-11-20T12:00:00Z' })
    expect(html).toContain('This advert is closed.')
    expect(html).toContain('title="Nov 20, 2026">4 days ago</time>')
    expect(html).not.toContain('Apply at')
    expect(html).toContain('<meta name="robots" content="noindex"')
  })

  it('invented: marked on the page and beside the employer, with nowhere to apply', () => {
    const html = page({ demo: true })
    expect(html).toContain('aria-label="Demo notice"')
    expect(html).toContain('Demo, invented')
    expect(html).toContain('There is nowhere to apply')
    expect(html).not.toContain('https://jobs.example.org')
  })

  it('marked with a warning: names the reason, quotes the words, says where to report', () => {
    const html = page({ warnings: [{ code: 'fee_to_start', words: 'starter kit fee of $49' }] })
    expect(html).toContain('It seems to ask you to pay before you start.')
    expect(html).toContain('<q>starter kit fee of $49</q>')
    expect(html).toContain('href="https://reportfraud.ftc.gov/"')
  })

  it('marked for unclear wording only: does not speak of fraud', () => {
    const html = page({ warnings: [{ code: 'number_conflict', words: 'three (5) years' }] })
    expect(html).toContain('two different numbers')
    expect(html).not.toContain('reportfraud')
  })
})

it('names the source where its terms ask for it, and keeps the link to the advert after it has closed', () => {
  const url = 'https://jobs.example.org/7'
  const credit = { name: 'Remotive', html: null, link: url }
  const html = page({ url, apply_url: url, status: 'closed', credit })
  expect(html).toContain('This advert comes from Remotive.')
  expect(html).toContain(`<a href="${url}"`)
  expect(page({ credit: null })).not.toContain('This advert comes from')
})

it('links to the original, to its application and to the feed so that search engines may follow', () => {
  const feed = 'https://boards.example.org/m'
  const source = { key: 's', employer: null, kind: 'remoteok', url: feed, credit_html: null }
  const seen = { first_seen: '2026-11-22T12:00:00Z', missing_since: null, closed_at: null }
  const html = page({ sources: [{ ...source, ...seen }] })
  const links = html.match(/<a [^>]*example\.org[^>]*>/g) ?? []
  expect(links).toHaveLength(3)
  for (const link of links) expect(link).not.toContain('nofollow')
})

it('shows pay in the stated unit and worked out, says which is which, and keeps the source’s credit', () => {
  const html = page({
    pay: { min: 18.5, max: 24, unit: 'hour' },
    sources: [
      {
        key: 's',
        employer: 'Mercy Hill Hospital',
        kind: 'greenhouse',
        url: 'https://boards.example.org/m',
        first_seen: '2026-11-22T12:00:00Z',
        missing_since: null,
        closed_at: null,
        credit_html: 'Jobs by <a href="https://x.example">X</a>',
      },
    ],
  })
  expect(html).toContain('<dt>Pay, as stated</dt><dd>$18.50–$24.00 an hour<')
  expect(html).toContain('About $38,480–$49,920 a year <span class="quiet">(at 2,080 paid hours')
  expect(html).toContain('<p class="credit">Jobs by <a href="https://x.example">X</a></p>')
  expect(html).toContain('first seen <time datetime="2026-11-22T12:00:00Z"')
})
