import type { RawPosting } from '../core/domain/posting.ts'
import { seededRandom } from '../test/helpers/random.ts'
import { invented, pick, SMALL, TRADE } from './words.ts'

/**
 * Invented adverts of one source, each made from its number alone: about 3.4 kB of text in 4.5 kB of
 * markup, 38 % small words, 28 % words of the trade, the rest from 20,000 made-up words, drawn by rank
 * (Zipf). One in twelve repeats the text of a neighbour but for one paragraph, in another town.
 */
export function advert(n: number, revision = 0): RawPosting {
  const near = n % 12 === 11 ? n - 1 - (n % 5) : n
  const own = seededRandom(n * 7919 + 1)
  const town = TOWNS[pick(own, TOWNS.length)] ?? 'Erie, PA'
  const [city = '', state = ''] = town.split(', ')
  const role = ROLES[pick(own, ROLES.length)] ?? 'Medical Coder'
  const employer = `${invented(pick(own, 700))} ${KINDS[pick(own, KINDS.length)]}`
  return {
    external_id: `bench-${n}`,
    title: role,
    url: `https://jobs.example.org/bench/${100000 + n}`,
    apply_url: `https://jobs.example.org/bench/${100000 + n}/apply`,
    employer,
    places: [{ city: `${city} ${invented(pick(own, 20))}`, state, country: 'US' }],
    remote: null,
    posted_at: new Date(Date.UTC(2026, 9, 1) + pick(own, 50) * 86_400_000).toISOString(),
    expires_at: null,
    pay: null,
    employment_type: null,
    html: textOf(near, near === n ? -1 : n, revision),
    structured: { other: { requisition_id: `R${n}` } },
  }
}

function textOf(n: number, replaced: number, revision: number): string {
  const random = seededRandom(n * 104729 + 3)
  const other = seededRandom(replaced * 15485863 + revision + 5)
  const paragraph = (words: number): string => {
    const sentences: string[] = []
    for (let left = words; left > 0; left -= 15)
      sentences.push(sentence(random, Math.min(left, 15)))
    return sentences.join(' ')
  }
  const list = (items: number): string =>
    `<ul>${Array.from({ length: items }, () => `<li>${sentence(random, 14)}</li>`).join('')}</ul>`
  const years = 1 + pick(random, 5)
  const credential = ['CPC', 'CCS', 'RHIT', 'CPB', 'CCA'][pick(random, 5)]
  const own = replaced < 0 ? paragraph(60) : sentence(other, 60)
  const news = revision === 0 ? '' : `<p>${sentence(other, 20)}</p>`
  return [
    `<p>${paragraph(90)}</p>${news}`,
    `<h3>What you will do</h3>${list(9)}<p>${own}</p>`,
    `<h3>Requirements</h3><ul><li>High school diploma or equivalent</li>`,
    `<li>${years} years of medical billing or coding experience</li><li>${credential} certification</li></ul>${list(4)}`,
    `<h3>Preferred</h3>${list(3)}`,
    `<h3>What we offer</h3><p>$${18 + pick(random, 12)}.50 per hour. ${paragraph(80)}</p>`,
    `<p>${paragraph(70)}</p>`,
  ].join('\n')
}

function sentence(random: () => number, words: number): string {
  const list = Array.from({ length: words }, () => word(random))
  const text = list.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function word(random: () => number): string {
  const kind = random()
  if (kind < 0.38) return SMALL[zipf(random, SMALL.length, 0.9)] ?? 'the'
  if (kind < 0.66) return TRADE[zipf(random, TRADE.length, 0.85)] ?? 'claims'
  return invented(zipf(random, 20_000, 1))
}

/** A rank from 0, drawn so that rank r comes about as often as (r + 1) to the power of -s. */
function zipf(random: () => number, n: number, s: number): number {
  const u = random()
  const rank = s === 1 ? n ** u - 1 : (u * (n ** (1 - s) - 1) + 1) ** (1 / (1 - s)) - 1
  return Math.min(n - 1, Math.floor(rank))
}

const ROLES = [
  'Medical Coder',
  'Medical Biller',
  'Outpatient Coder',
  'Inpatient Coder',
  'Medical Billing Specialist',
  'Coding Specialist',
  'Claims Follow-Up Representative',
  'Payment Poster',
  'Charge Entry Specialist',
  'Patient Account Representative',
  'Denials Specialist',
  'Risk Adjustment Coder',
  'Medical Records Technician',
  'Billing Coordinator',
  'Insurance Verification Specialist',
  'Release of Information Clerk',
]
const KINDS = [
  'Health',
  'Medical Center',
  'Clinic',
  'Hospital',
  'Family Care',
  'Physicians',
  'Home Health',
]
const TOWNS =
  'Albany, NY;Altoona, PA;Boise, ID;Camden, NJ;Dayton, OH;El Paso, TX;Fargo, ND;Gary, IN;Houston, TX;Irvine, CA;Juneau, AK;Keene, NH;Lansing, MI;Mobile, AL;Norman, OK;Ogden, UT;Peoria, IL;Quincy, MA;Reno, NV;Salem, OR;Tampa, FL;Utica, NY;Vernon, CT;Waco, TX;Yuma, AZ'.split(
    ';',
  )
