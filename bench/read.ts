import { load } from 'cheerio'
import { htmlToText } from '../core/domain/text/html-to-text.ts'
import { advertText } from '../core/domain/text/document.ts'
import { readAdvert } from '../core/domain/read/read-advert.ts'
import { readRequirements } from '../core/domain/read/requirement/read-requirements.ts'

/**
 * How long reading an advert takes, against `cheerio.load(html).text()` on the same markup in the same
 * run (1.00 = that), by the best round and by the mean of all. Also time per byte from 1 kB to 1 MB, which must stay flat.
 * Run: node --import tsx bench/read.ts
 */
const ADVERT = `
<h2>Medical Coder II</h2>
<p>We are a community health center that has cared for our neighbours for over 40&nbsp;years. The Medical Coder
assigns ICD-10-CM, CPT and HCPCS codes to outpatient encounters and works with providers to close gaps in documentation.</p>
<h3>What you&rsquo;ll do</h3>
<ul>
<li>Review encounter notes and assign diagnosis and procedure codes within 3 business days.</li>
<li>Query providers when documentation is unclear, and follow up on open queries weekly.</li>
<li>Work coding-related denials and claims aged over 90 days with the billing team.</li>
<li>Keep up with payer policy, NCCI edits and changes to the code sets each quarter and year.</li>
<li>Take part in internal and external audits and keep an accuracy rate of 95% or better.</li>
<li>Other duties as assigned by the Revenue Cycle Manager.</li>
</ul>
<h3>Minimum Qualifications</h3>
<ul>
<li>High school diploma or equivalent <b>required</b>; associate&rsquo;s degree in health information technology or related field preferred.</li>
<li>Two (2) years of outpatient coding experience, or one year of coding experience with completion of an accredited coding program.</li>
<li>CPC, COC, CCS or RHIT certification, or must be obtained within 12 months of hire. CPC-A welcome.</li>
<li>Working knowledge of medical terminology, anatomy and HIPAA.</li>
<li>Experience with eClinicalWorks or another EHR.</li>
</ul>
<h3>Preferred Qualifications</h3>
<ul>
<li>3+ years of experience in an FQHC or rural health clinic</li>
<li>CRC or CPMA</li>
<li>Bilingual in English and Spanish</li>
</ul>
<h3>Work environment</h3>
<p>Hybrid: three days a week in our Springfield office, two days from home after the first 90 days. Sitting for long
periods; lifting up to 20 pounds. Reasonable accommodation is available.</p>
<h3>Pay and benefits</h3>
<p>$22.50 &ndash; $29.75 per hour, depending on experience. Medical, dental and vision from day one; 401(k) with match,
fully vested after 3 years; three weeks of paid time off in the first year; tuition help; we pay your AAPC or AHIMA dues.</p>
<p>We are an equal opportunity employer. Applicants must be at least 18 years of age and pass a background check that
covers the past seven years.</p>`

const html = ADVERT + ADVERT.slice(0, Math.max(0, 4096 - ADVERT.length))

const ROUNDS = 400
const RUNS = 2

interface Time {
  /** Best of many short rounds: a busy machine disturbs some rounds of every way, hardly all of one. */
  best: number
  /** All rounds together, with the collecting of garbage that falls into them. */
  mean: number
}

/** Microseconds of each way, all ways taken in turn. */
function microseconds(ways: readonly (() => unknown)[]): Time[] {
  for (const run of ways) for (let i = 0; i < 400; i += 1) run()
  const times = ways.map(() => ({ best: Infinity, mean: 0 }))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, run] of ways.entries()) {
      const started = performance.now()
      for (let i = 0; i < RUNS; i += 1) run()
      const spent = ((performance.now() - started) / RUNS) * 1000
      const time = times[index]
      if (time === undefined) continue
      time.best = Math.min(time.best, spent)
      time.mean += spent / ROUNDS
    }
  }
  return times
}

const title = 'Medical Coder II'
const doc = advertText({ title, html })
const ways: [string, () => unknown][] = [
  ['cheerio.load(html).text()', () => load(html).text()],
  ['htmlToText', () => htmlToText(html)],
  ['advertText (text, sections, sentences)', () => advertText({ title, html })],
  ['readRequirements on a cut text', () => readRequirements(doc, null)],
  ['HTML to requirement tags', () => readRequirements(advertText({ title, html }), null)],
  ['readAdvert, everything', () => readAdvert({ title, html })],
]
const times = microseconds(ways.map(([, run]) => run))
const base = times[0] ?? { best: 1, mean: 1 }
const ratio = (time: number, to: number): string => (time / to).toFixed(2).padStart(7)

console.log(`advert of ${html.length} characters; 1.00 = cheerio.load(html).text()`)
console.log(`${''.padEnd(42)}    best    mean`)
for (const [index, [name]] of ways.entries()) {
  const { best, mean } = times[index] ?? base
  console.log(
    `${name.padEnd(42)} ${ratio(best, base.best)} ${ratio(mean, base.mean)}  ${mean.toFixed(0).padStart(6)} µs`,
  )
}

console.log('\ntime per kB as the advert grows (readAdvert, everything)')
for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
  const long = html.repeat(Math.ceil(size / html.length)).slice(0, size)
  const started = performance.now()
  const runs = size < 100_000 ? 100 : 2
  for (let i = 0; i < runs; i += 1) readAdvert({ title, html: long })
  const perKb = ((performance.now() - started) / runs / size) * 1_000_000
  console.log(`${String(size).padStart(9)} characters ${perKb.toFixed(1).padStart(8)} µs/kB`)
}
