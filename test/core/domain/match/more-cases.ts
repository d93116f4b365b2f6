import { advert, all, any, cred, edu, exp, other } from './build.ts'
import {
  asks,
  commuter,
  easy,
  holding,
  near,
  newcomer,
  remote,
  school,
  studied,
  worked,
  type Case,
} from './cases.ts'

/** Months that may stand elsewhere, said twice, of related work, or of one program. */
const experience: Case[] = [
  {
    // 12 of 24 sure months are a modest miss; the 24 months of coding may hold the rest. One such miss alone is a stretch.
    name: 'sure months fall modestly short and a broader key may hold the rest: a stretch',
    profile: worked({ coding: 24, cardiology_coding: 12 }),
    facts: advert(all(exp(24, 'profee_coding')), asks),
    verdict: 'stretch',
    reasons: [{ requirement: '2 years of coding of doctors’ services', gap: '12 months short' }],
  },
  {
    // Beside a second modest miss it is not known whether there are two: unknown, not a clear no.
    name: 'the same beside another modest miss: unknown',
    profile: worked({ coding: 24, cardiology_coding: 12, billing: 12 }),
    facts: advert(all(exp(24, 'profee_coding'), exp(24, 'billing')), { ...asks, role: 'both' }),
    verdict: 'unknown',
    reasons: [
      { requirement: '2 years of coding of doctors’ services', gap: '12 months short' },
      { requirement: '2 years of medical billing', gap: '12 months short' },
    ],
  },
  {
    name: 'one modest miss said twice is one miss: a stretch',
    profile: worked({ billing: 12 }),
    facts: advert(all(exp(24, 'billing'), exp(24, 'billing', { words: 'two years as a biller' })), {
      ...asks,
      role: 'billing',
    }),
    verdict: 'stretch',
    reasons: [{ requirement: '2 years of medical billing', gap: '12 months short' }],
  },
  {
    // domain.md 3e: "or broader if the text says related": revenue cycle stands above billing.
    name: 'billing or related work asked, revenue cycle work recorded: likely',
    profile: worked({ revenue_cycle: 30 }),
    facts: advert(
      all(exp(24, 'billing', { words: '2 years of medical billing or related experience' })),
      { ...asks, role: 'billing' },
    ),
    verdict: 'likely',
    reasons: [
      {
        requirement: '2 years of medical billing',
        has: '30 months of revenue cycle work; the advert takes related work too',
        gap: null,
        words: 'or related experience',
      },
    ],
  },
  {
    name: 'the same with too little of the broader work: the gap in billing counts, not yet',
    profile: worked({ patient_access: 20 }),
    facts: advert(
      all(exp(24, 'billing', { words: '2 years of medical billing or related experience' })),
      { ...asks, role: 'billing' },
    ),
    verdict: 'not_yet',
    reasons: [{ requirement: '2 years of medical billing', gap: '2 years short' }],
  },
  {
    name: 'the asked work itself meets it outright, related or not: open',
    profile: worked({ billing: 24 }),
    facts: advert(
      all(exp(24, 'billing', { words: '2 years of medical billing or related experience' })),
      { ...asks, role: 'billing' },
    ),
    verdict: 'open',
    reasons: [{ requirement: '2 years of medical billing', has: '2 years of medical billing' }],
  },
  {
    name: 'related work of another branch does not count: front desk is not above coding',
    profile: worked({ front_desk: 6 }),
    facts: advert(
      all(exp(12, 'inpatient_coding', { words: 'inpatient coding or related experience' })),
      asks,
    ),
    verdict: 'not_yet',
    reasons: [{ requirement: '12 months of inpatient coding', gap: '12 months short' }],
  },
  {
    name: 'experience with a program asked, the program known: likely, for how much is unsaid',
    profile: { ...newcomer, software: ['Epic'] },
    facts: advert(all(exp(null, null, { words: 'Epic experience' })), asks),
    verdict: 'likely',
    reasons: [
      {
        requirement: 'gives no number',
        has: 'You have used that program',
        words: 'Epic experience',
      },
    ],
  },
  {
    name: 'another program known does not help: not yet',
    profile: { ...newcomer, software: ['Meditech'] },
    facts: advert(all(exp(null, null, { words: 'Epic experience' })), asks),
    verdict: 'not_yet',
    reasons: [{ requirement: 'gives no number', gap: 'Some health care office work' }],
  },
  {
    name: 'a program that is only named is never a bar, and is answered as nice to have',
    profile: { ...newcomer, software: ['Meditech'] },
    facts: advert(easy, { systems: ['epic'] }),
    verdict: 'open',
    reasons: [
      {
        requirement: 'Nice to have: Programs the advert names: epic',
        has: 'You have used other programs',
        gap: null,
      },
    ],
  },
  {
    // domain.md 1b, 2c: an externship counts toward the A, not as paid work.
    name: 'externship hours are not paid work, but the reason says to name them',
    profile: { ...newcomer, externship_hours: 160 },
    facts: advert(all(exp(6, 'coding')), asks),
    verdict: 'not_yet',
    reasons: [
      {
        requirement: '6 months of medical coding',
        has: 'your 160 externship hours are not paid work, but name them',
        gap: '6 months short',
      },
    ],
  },
  {
    name: 'up to two years asked at most, none recorded: nothing is needed, open',
    profile: newcomer,
    facts: advert(all(exp(0, 'billing', { max_months: 24 })), { role: 'billing' }),
    verdict: 'open',
    reasons: [{ requirement: 'No medical billing is needed', has: 'Nothing is needed' }],
  },
]

/** Credentials in choices, with deadlines, in all-of lists. */
const credentials: Case[] = [
  {
    name: 'a deadline of one month, and the credential held already: open, and the reason says held',
    profile: holding('CPC'),
    facts: advert(all(exp(0, null), cred(['CPC'], { within_months_of_hire: 1 }))),
    verdict: 'open',
    reasons: [{ requirement: 'CPC within 1 month of hire', has: 'You hold the CPC', gap: null }],
  },
  {
    name: 'a deadline does not waive years that stand beside it: not yet',
    profile: newcomer,
    facts: advert(all(exp(24, 'coding'), cred(['CPC'], { within_months_of_hire: 12 })), asks),
    verdict: 'not_yet',
    reasons: [
      { requirement: '2 years of medical coding', gap: '2 years short' },
      { requirement: 'CPC within 12 months of hire', gap: null },
    ],
  },
  {
    name: 'credentials not told, a deadline: open all the same, for nothing is needed at hire',
    profile: { months: {}, education: [], state: 'PA' },
    facts: advert(all(exp(0, null), cred(['CPC'], { within_months_of_hire: 18 }))),
    verdict: 'open',
    reasons: [{ requirement: 'CPC within 18 months of hire', has: '18 months to earn it' }],
  },
  {
    name: 'HCS-D or within a year of hire: the second of two is met, open',
    profile: holding('CPC'),
    facts: advert(
      all(exp(0, null), any(cred(['HCS-D']), cred(['HCS-D'], { within_months_of_hire: 12 }))),
    ),
    verdict: 'open',
    reasons: [{ requirement: 'Any one of these', has: 'You meet the second of two', gap: null }],
  },
  {
    // Edges: CPC for CCS is sometimes taken (a stretch); two such edges are two misses.
    name: 'two edges that only some employers take are two misses: not yet',
    profile: holding('CPC'),
    facts: advert(all(cred(['CCS']), cred(['CRC'])), school),
    verdict: 'not_yet',
    reasons: [
      { requirement: 'CCS', has: 'some employers take', gap: 'Not held: CCS' },
      { requirement: 'CRC', has: 'some employers take', gap: 'Not held: CRC' },
    ],
  },
  {
    name: 'a sometimes edge beside a usual one: one miss, a stretch',
    profile: holding('COC', 'RHIT'),
    facts: advert(all(cred(['CPC']), cred(['CIC'])), school),
    verdict: 'stretch',
    reasons: [
      { requirement: 'CPC', has: 'usually take', gap: null },
      { requirement: 'CIC', has: 'some employers take', gap: 'Not held: CIC' },
    ],
  },
  {
    name: 'a certification of no name asked, any credential held: likely',
    profile: holding('CMRS'),
    facts: advert(all(cred([])), school),
    verdict: 'likely',
    reasons: [{ requirement: 'the advert does not say which', has: 'You hold the CMRS' }],
  },
  {
    name: 'CRCR asked, CHAA held: some take it, a stretch',
    profile: holding('CHAA'),
    facts: advert(all(cred(['CRCR'])), { ...school, role: 'billing' }),
    verdict: 'stretch',
    reasons: [{ requirement: 'CRCR', has: 'some employers take', gap: 'Not held: CRCR' }],
  },
  {
    name: 'a class or a named one: the class is met though the name is not, open',
    profile: holding('CRC'),
    facts: advert(all(cred(['CCS'], { class: 'any_coding' })), school),
    verdict: 'open',
    reasons: [
      { requirement: 'CCS or a coding certification of AAPC or AHIMA', has: 'You hold the CRC' },
    ],
  },
  {
    name: 'the apprentice mark is told as a mark or as a code: CPC-A either way, open',
    profile: holding('cpc a'),
    facts: advert(all(cred(['CPC-A'])), school),
    verdict: 'open',
    reasons: [{ requirement: 'CPC-A', has: 'You hold the CPC-A', gap: null }],
  },
]

/** Trees within trees. */
const trees: Case[] = [
  {
    name: 'a choice within a choice is one list: the third of three is met',
    profile: studied({ level: 'associate', field: 'history' }),
    facts: advert(any(cred(['CPC']), any(exp(24, 'coding'), edu('associate'))), school),
    verdict: 'open',
    reasons: [
      {
        requirement:
          'Any one of these: (1) CPC; (2) 2 years of medical coding; (3) Associate degree',
        has: 'You meet the third of three',
        gap: null,
      },
    ],
  },
  {
    name: 'a choice beside a demand: both must hold, and the demand is missed',
    profile: holding('CPC'),
    facts: advert(all(any(cred(['CPC']), exp(12, 'coding')), edu('bachelor')), school),
    verdict: 'not_yet',
    reasons: [
      { requirement: 'Any one of these', has: 'You meet the first of two: You hold the CPC' },
      { requirement: 'Bachelor’s degree', gap: 'Bachelor’s degree' },
    ],
  },
  {
    // Six and six of twelve months: each branch alone is a stretch, the pair in the first branch is two misses.
    name: 'two modest misses within one alternative are a clear miss; the other alternative counts',
    profile: worked({ coding: 6, billing: 6 }),
    facts: advert(any(all(exp(12, 'coding'), exp(12, 'billing')), exp(10, 'billing')), {
      ...asks,
      role: 'both',
    }),
    verdict: 'stretch',
    reasons: [{ has: 'Nearest is the second of two', requirement: 'Any', gap: '4 months short' }],
  },
  {
    name: 'VA: a year of work, or a degree, or six months and a certificate: the third is met',
    profile: {
      ...studied({ level: 'certificate', field: 'medical coding' }),
      months: { coding: 6 },
    },
    facts: advert(
      any(
        exp(12, 'coding'),
        edu('associate', { field: 'health information' }),
        all(exp(6, 'coding'), edu('certificate')),
      ),
      asks,
    ),
    verdict: 'open',
    reasons: [{ requirement: '(3) 6 months of medical coding and', has: 'the third of three' }],
  },
  {
    name: 'a licence that is only preferred decides nothing: open',
    profile: newcomer,
    facts: advert(all(exp(0, null), other('RN licence', { strength: 'preferred' }))),
    verdict: 'open',
    reasons: [{ requirement: 'Nice to have: RN licence', has: null, gap: null }],
  },
]

/** Wishes with new keys, and what a job beside the trade is. */
const wishes: Case[] = [
  {
    name: 'a place in another state the person would work in: open',
    profile: { ...newcomer, states_too: ['NJ', 'NY'] },
    facts: advert(easy, { places: [{ city: 'Albany', state: 'NY', country: 'US' }] }),
    verdict: 'open',
    reasons: [
      { requirement: 'Work in Albany, NY', has: 'You would also work in NJ or NY', gap: null },
    ],
  },
  {
    name: 'beyond the radius but in such a state: open',
    profile: { ...commuter, radius_miles: 5, states_too: ['NY'] },
    facts: advert(easy, { places: [{ city: 'Binghamton', state: 'NY', country: 'US' }] }),
    world: near,
    verdict: 'open',
    reasons: [{ requirement: 'Work in Binghamton, NY', gap: null }],
  },
  {
    name: 'but it is not where the person lives: a remote job for that state alone stays shut',
    profile: { ...newcomer, states_too: ['NY'] },
    facts: advert(easy, { ...remote, states_allowed: ['NY'] }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'You must live in NY', has: 'You live in PA', gap: 'shut out' }],
  },
  {
    name: 'hybrid with a state limit that is met: open',
    profile: newcomer,
    facts: advert(easy, { work_mode: 'hybrid', states_allowed: ['PA'] }),
    verdict: 'open',
    reasons: [{ requirement: 'You must live in PA', has: 'You live in PA', gap: null }],
  },
  {
    name: 'on site, the place is the limit: a list of states does not shut out',
    profile: newcomer,
    facts: advert(easy, { states_allowed: ['NY'] }),
    verdict: 'open',
    reasons: [{ requirement: 'Work in Scranton, PA', gap: null }],
  },
  {
    name: 'part time wished, full time offered: a stretch',
    profile: { ...newcomer, employment_types: ['part_time', 'per_diem'] },
    facts: advert(easy, { employment_type: 'full_time' }),
    verdict: 'stretch',
    reasons: [
      {
        requirement: 'The job is full time',
        has: 'You would work part time or by the day, as needed',
        gap: 'Not the hours you chose',
      },
    ],
  },
  {
    name: 'part time wished, hours not said: silence speaks against nothing, open',
    profile: { ...newcomer, employment_types: ['part_time'] },
    facts: advert(easy, { employment_type: null }),
    verdict: 'open',
    reasons: [{ requirement: 'Work in Scranton, PA', gap: null }],
  },
  {
    name: 'a front desk job for a person who asked for such jobs: open',
    profile: { ...newcomer, roles: ['billing', 'adjacent'], adjacent_roles: ['front_desk'] },
    facts: advert(easy, { in_domain: false, role: 'adjacent', adjacent_role: 'front_desk' }),
    verdict: 'open',
    reasons: [{ requirement: 'The job is a job beside the trade', gap: null }],
  },
  {
    name: 'partly on site wished, on site offered: a stretch',
    profile: { ...newcomer, work_modes: ['hybrid', 'remote'] },
    facts: advert(easy),
    verdict: 'stretch',
    reasons: [
      { requirement: 'Work on site', has: 'partly on site or from home', gap: 'Not the way' },
    ],
  },
]

export const MORE_CASES: readonly Case[] = [...experience, ...credentials, ...trees, ...wishes]
