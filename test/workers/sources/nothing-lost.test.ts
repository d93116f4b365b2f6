import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { adapterFor } from '../../../workers/sources/index.ts'
import { blocksOf } from '../../../workers/sources/jsonld-blocks.ts'
import { hasRecordedFeeds, recordedFeed } from '../../helpers/recorded.ts'
import { shown } from '../../helpers/shown.ts'

/** Fields whose value stands in the posting in another form; the golden files show which. */
const CONVERTED: Record<string, Record<string, string>> = {
  ashby: {
    'address.postalAddress.addressCountry': 'places[].country as a code',
    descriptionPlain: 'the text of descriptionHtml once more, with the addresses of its links',
  },
  greenhouse: {
    content: 'html, unescaped once',
    'metadata[].name': 'a key of structured.other.metadata',
  },
  himalayas: {
    pubDate: 'posted_at, seconds made an instant',
    expiryDate: 'expires_at, seconds made an instant',
  },
  icims: {
    href: "url and external_id: the posting's page without its frame and session marks",
  },
  indeed: {
    '[].posted_at': 'posted_at',
  },
  jsonld: {
    validThrough: 'expires_at',
    datePosted: 'posted_at with a colon in its zone',
  },
  lever: {
    createdAt: 'posted_at, from milliseconds',
  },
  personio: {
    '[].createdAt': 'posted_at with a colon in its zone',
  },
  recruitee: {
    hybrid: 'structured.work_mode, when set',
    published_at: 'posted_at in ISO 8601',
  },
  remoteok: {
    salary_min: 'pay; 0 is "not stated"',
    salary_max: 'as above',
  },
  rss: {
    '[].pubDate': 'posted_at in ISO 8601',
    '[].expires_at': 'expires_at in ISO 8601',
  },
  smartrecruiters: {
    'location.hybrid': 'structured.work_mode, when set',
    'customField[].fieldLabel': 'a key of structured.other.custom_fields',
  },
  usajobs: {
    'MatchedObjectDescriptor.PublicationStartDate': 'posted_at, midnight cut to the day',
    'MatchedObjectDescriptor.ApplicationCloseDate': 'expires_at, midnight cut to the day',
    'MatchedObjectDescriptor.PositionLocation[].CountryCode': 'places[].country as a code',
    'MatchedObjectDescriptor.PositionLocation[].CountrySubDivisionCode': 'places[].state as a code',
  },
  workable: {
    'entries[].country': 'places[].country as a code',
    'entries[].locations[].country': 'places[].country as a code',
  },
}

/** Fields that are left behind, each with its reason. */
const NOT_CARRIED: Record<string, Record<string, string>> = {
  ashby: {
    shouldDisplayCompensationOnJobPostings: 'decides whether pay is shown at all, and says no more',
    'compensation.compensationTiers[].id': "the board's inner number",
    'compensation.compensationTiers[].components[].id': "the board's inner number",
  },
  bamboohr: {
    departmentId: "the employer's inner number of the department",
  },
  greenhouse: {
    updated_at:
      'moves without a change that a reader sees, and would make every posting look changed',
    'data_compliance[].type': "the employer's handling of applicants' data, not the job",
    'data_compliance[].requires_consent': 'as above',
    'data_compliance[].requires_processing_consent': 'as above',
    'data_compliance[].requires_retention_consent': 'as above',
    'data_compliance[].demographic_data_consent_applies': 'as above',
    'metadata[].id': "the board's inner number of a field",
    'metadata[].value_type': 'the kind of input in the editor',
    'departments[].id': "the board's inner number",
    'departments[].parent_id': "the board's inner number",
    'offices[].id': "the board's inner number",
    'offices[].parent_id': "the board's inner number",
  },
  himalayas: {
    companyLogo: 'a picture',
    excerpt: 'the first words of the description, taken only where that is missing',
  },
  indeed: {
    '[].cpa': 'what a click is worth to the publisher; it moves without the job',
    '[].cpc': 'as above',
    '[].html_jobs': 'says how the text is written',
  },
  jobicy: {
    companyLogo: 'a picture',
    jobExcerpt: 'the first words of the description, taken only where that is missing',
  },
  jsonld: {
    '@context': 'names the vocabulary',
    '@type': 'names the vocabulary',
    'hiringOrganization.@type': 'names the vocabulary',
    'hiringOrganization.logo': 'a picture',
  },
  paylocity: {
    ShouldDisplayLocation: 'how the board draws its list',
    '@context': 'names the vocabulary',
    '@type': 'names the vocabulary',
    'hiringOrganization.@type': 'names the vocabulary',
    'hiringOrganization.logo': 'a picture',
  },
  recruitee: {
    options_cv: 'which fields the application form asks for, not the job',
    options_cover_letter: 'as above',
    options_photo: 'as above',
    options_phone: 'as above',
    options_salutation: 'as above',
    options_title: 'as above',
    locations_question: 'the label of a field of the form',
    'translations.en.locations_question': 'as above',
    locations_question_type: 'the kind of input in the form',
    locations_question_required: 'as above',
    'open_questions[].id': "the form's inner number",
    'open_questions[].position': 'the order of the form',
    'open_questions[].required': 'whether the form may be sent without an answer',
    'open_questions[].kind': 'the kind of input in the form',
    'open_questions[].options.length': 'as above',
    position: "the order on the employer's page; it moves with every new posting",
    created_at: 'when the posting was drafted, before it was published',
    updated_at: 'moves without a change that a reader sees',
    guid: "the platform's inner id beside id",
    'locations[].id': "the platform's inner number",
    mailbox_email: 'a mailbox for applications, reached by the form',
    status: '"published": others are not read',
    sharing_title: 'the title for social networks',
    'translations.en.sharing_title': 'as above',
  },
  remoteok: {
    epoch: 'the instant of `date` once more',
  },
  remotive: {
    company_logo: 'a picture',
    company_logo_url: 'a picture',
  },
  smartrecruiters: {
    jobAdId: "the platform's inner id beside id",
    defaultJobAd: 'about versions of the advert, not the job',
    'experienceLevel.id': '"not_applicable" says nothing; other ids are the label in other letters',
    'experienceLevel.label': 'as above',
    'customField[].fieldId': "the platform's inner id beside its label",
    'customField[].valueId': 'as above',
    visibility: '"PUBLIC": others are not served',
    active: '"true": others are read as gone',
    ref: 'the address of the same facts for programs',
    referralUrl: 'the form by which employees refer others',
    'creator.name': 'a person at the employer',
    'language.label': 'the name of language.code',
    'language.labelNative': 'as above',
  },
  teamtailor: {
    '_jobposting.@context': 'names the vocabulary',
    '_jobposting.@type': 'names the vocabulary',
  },
  usajobs: {
    RelevanceRank: 'the rank within one search; it moves with every poll',
    'MatchedObjectDescriptor.PositionFormattedDescription[].Content':
      'the search teaser: pieces of the text with highlighting, other in every search',
    'MatchedObjectDescriptor.PositionFormattedDescription[].Label': 'names the teaser',
    'MatchedObjectDescriptor.PositionFormattedDescription[].LabelDescription': 'names the teaser',
    'MatchedObjectDescriptor.PositionStartDate':
      'the day the announcement opens, as PublicationStartDate says',
    'MatchedObjectDescriptor.PositionEndDate': 'the closing day, as ApplicationCloseDate says',
    'MatchedObjectDescriptor.UserArea.IsRadialSearch': 'about the search, not the job',
  },
  workable: {
    'entries[].locations[].hidden': '"false": a hidden place is not read',
  },
}

const PLACEHOLDER = new Set(['', 'UNAVAILABLE', 'N/A'])

/** Every scalar of a job with its path, numbers of lists left out. */
function scalars(value: unknown, path = ''): { path: string; value: string }[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((v) => scalars(v, `${path}[]`))
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([k, v]) => scalars(v, path === '' ? k : `${path}.${k}`))
  }
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  return PLACEHOLDER.has(said) ? [] : [{ path, value: said }]
}

/** Letters and digits only, so that markup and escapes do not matter. */
const bones = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/gi, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

const boneless = (posting: RawPosting) =>
  new Set(scalars(posting).map((s) => bones(s.value))).add(bones(posting.html ?? ''))

function held(value: string, within: Set<string>): boolean {
  const wanted = bones(value)
  // Short values stand everywhere by chance: they must be a value of their own.
  return within.has(wanted) || (wanted.length > 5 && [...within].some((b) => b.includes(wanted)))
}

interface Payload {
  kind: string
  payload: string
  /** Where in the file the body stands, when it holds several. */
  part?: (string | number)[]
  jobs: (body: string) => unknown[]
}

/** The entries of a body's one list, e.g. `{"jobs": [...]}`. */
const listed = (key: string) => (body: string) =>
  (JSON.parse(body) as Record<string, unknown[]>)[key] ?? []

/** The entries of an XML feed, each as the texts of its elements in order; attributes hold pictures only. */
function xmlEntries(body: string, name: string): unknown[] {
  const $ = load(body, { xml: true })
  const told = (e: ReturnType<typeof $>): unknown => {
    const parts = e.children().toArray()
    return parts.length === 0 ? e.text().trim() : parts.map((c) => ({ [c.name]: told($(c)) }))
  }
  return $(name)
    .toArray()
    .map((e) => told($(e)))
}

/** The positions of a Personio feed, which may hold one twice, each once. */
function positions(body: string): unknown[] {
  const seen = new Set<string>()
  return xmlEntries(body, 'position').filter((entry) => {
    const id = JSON.stringify((entry as Record<string, unknown>[]).find((part) => 'id' in part))
    return seen.has(id) ? false : seen.add(id)
  })
}

/** What the cards of an iCIMS list show, of those that stay on the platform. */
function cards(body: string): unknown[] {
  const $ = load(body)
  return $('li.iCIMS_JobCardItem')
    .toArray()
    .map((e) => ({
      href: $(e).find('a').attr('href'),
      tooltip: $(e)
        .find('a')
        .attr('title')
        ?.replace(/^\d+ - /, ''),
      title: $(e).find('h3').text().trim(),
      header: $(e)
        .find('.header span:not(.sr-only)')
        .toArray()
        .map((s) => $(s).text().trim()),
      description: $(e).find('.description').text().trim(),
    }))
    .filter((c) => c.href?.includes('.icims.com') === true)
}

const COLLECTED = 'remote-jobs-collector'

const PAYLOADS: Payload[] = [
  { kind: 'ashby', payload: 'ashby/careerkit_ashby.json', jobs: listed('jobs') },
  { kind: 'bamboohr', payload: 'bamboohr/careerkit_bamboohr.json', jobs: listed('result') },
  { kind: 'greenhouse', payload: 'greenhouse/careerkit_greenhouse.json', jobs: listed('jobs') },
  ...['himalayas', 'jobicy', 'remotive'].map((kind) => ({
    kind,
    payload: `${kind}/${COLLECTED}_${kind}.json`,
    jobs: listed('jobs'),
  })),
  { kind: 'icims', payload: 'icims/career-ops_icims-search-page.html', jobs: cards },
  ...['appcast_feed_100.xml', 'appcast_singlejob.xml'].map((file) => ({
    kind: 'indeed',
    payload: `indeed-xml/${file}`,
    jobs: (body: string) => xmlEntries(body, 'job'),
  })),
  { kind: 'jibe', payload: 'icims/job-hq_icims.json', jobs: listed('jobs') },
  ...[
    'avalanchefusion_open-positions.html',
    'gsd_jobposting.json',
    'mercyhealth_37949_patient-access-supervisor.html',
    'mercyhealth_39494_patient-access-lead.html',
  ].map((file) => ({
    kind: 'jsonld',
    payload: `jsonld/${file}`,
    jobs: (body: string) => blocksOf(body).postings,
  })),
  {
    kind: 'lever',
    payload: 'lever/careerkit_lever.json',
    jobs: (body) => JSON.parse(body) as unknown[],
  },
  {
    kind: 'paylocity',
    payload: 'paylocity/ever-jobs_paylocity_board.html',
    jobs: (body) => {
      const data = /window\.pageData = (\{.*\});$/m.exec(body)?.[1] ?? ''
      return (JSON.parse(data) as { Jobs: unknown[] }).Jobs
    },
  },
  {
    kind: 'paylocity',
    payload: 'paylocity/ever-jobs_paylocity_detail.html',
    jobs: (body) => blocksOf(body).postings,
  },
  ...['personio/careerkit_personio.xml', 'personio/cyber-job-radar_personio.xml'].map(
    (payload) => ({ kind: 'personio', payload, jobs: positions }),
  ),
  { kind: 'recruitee', payload: 'recruitee/careerkit_recruitee.json', jobs: listed('offers') },
  {
    kind: 'remoteok',
    payload: `remoteok/${COLLECTED}_remoteok.json`,
    // The first item is the legal notice.
    jobs: (body) => (JSON.parse(body) as unknown[]).slice(1),
  },
  {
    kind: 'rss',
    payload: `weworkremotely/${COLLECTED}_wwr.xml`,
    jobs: (body) => xmlEntries(body, 'item'),
  },
  {
    kind: 'smartrecruiters',
    payload: 'smartrecruiters/careerkit_smartrecruiters.json',
    jobs: listed('content'),
  },
  ...[0, 1].map((n) => ({
    kind: 'smartrecruiters',
    payload: 'smartrecruiters/job-board_smartrecruiters.json',
    part: ['list_pages', n],
    jobs: listed('content'),
  })),
  ...['744000135080134', '744000900000001', '744000135078460'].map((id) => ({
    kind: 'smartrecruiters',
    payload: 'smartrecruiters/job-board_smartrecruiters.json',
    part: ['details', id],
    jobs: (body: string) => [JSON.parse(body) as unknown],
  })),
  { kind: 'teamtailor', payload: 'teamtailor/careerkit_teamtailor.json', jobs: listed('items') },
  ...['usajobs/usajobs_data1.json', 'usajobs/small_silver-parakeet.json'].map((payload) => ({
    kind: 'usajobs',
    payload,
    jobs: (body: string) =>
      (JSON.parse(body) as { SearchResult: { SearchResultItems: unknown[] } }).SearchResult
        .SearchResultItems,
  })),
  {
    kind: 'workable',
    payload: 'workable/careerkit_workable.json',
    // Two entries of one job, which are read as one posting.
    jobs: (body) => [{ entries: listed('jobs')(body) }],
  },
  { kind: 'workday', payload: 'workday/careerkit_workday.json', jobs: listed('jobPostings') },
]
const NAMED = PAYLOADS.map((p) => ({ ...p, name: [p.payload, ...(p.part ?? [])].join(' ') }))

describe.skipIf(!hasRecordedFeeds)(
  `no field is lost${hasRecordedFeeds ? '' : ' (skipped: needs the recorded data)'}`,
  () => {
    test.each(NAMED)('of $name', ({ kind, payload, part, jobs }) => {
      const adapter = adapterFor(kind)
      if (adapter === undefined) throw new Error(kind)
      const body = recordedFeed(payload, part)
      const page = {
        url: 'https://x.example.org/',
        status: 200,
        content_type: null,
        body,
        context: {},
      }
      const { postings } = shown(adapter.read(page, adapter.example))
      const sources = jobs(body)
      expect(sources.length).toBe(postings.length)
      const lost = new Map<string, string>()
      sources.slice(0, 60).forEach((job, i) => {
        const within = boneless(postings[i] as RawPosting)
        for (const { path, value } of scalars(job)) {
          const excused = path in (CONVERTED[kind] ?? {}) || path in (NOT_CARRIED[kind] ?? {})
          if (!excused && !held(value, within)) lost.set(path, value.slice(0, 80))
        }
      })
      expect([...lost]).toEqual([])
    })

    test.each([...new Set(PAYLOADS.map((p) => p.kind))])(
      'the lists for %s name no field that no payload has',
      (kind) => {
        const paths = new Set(
          PAYLOADS.filter((p) => p.kind === kind).flatMap((p) =>
            p
              .jobs(recordedFeed(p.payload, p.part))
              .flatMap((job) => scalars(job).map((s) => s.path)),
          ),
        )
        const listed = [
          ...Object.keys(CONVERTED[kind] ?? {}),
          ...Object.keys(NOT_CARRIED[kind] ?? {}),
        ]
        expect(listed.filter((path) => !paths.has(path))).toEqual([])
      },
    )
  },
)
