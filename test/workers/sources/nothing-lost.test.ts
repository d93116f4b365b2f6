import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { adapterFor } from '../../../workers/sources/index.ts'
import { blocksOf } from '../../../workers/sources/jsonld-blocks.ts'
import { hasRecordedFeeds, recordedFeed } from '../../helpers/recorded.ts'
import { shown } from '../../helpers/shown.ts'

/** Fields whose value stands in the posting in another form; the golden files show which. */
const CONVERTED: Record<string, Record<string, string>> = {
  icims: {
    href: "url and external_id: the posting's page without its frame and session marks",
  },
  personio: {
    '[].createdAt': 'posted_at with a colon in its zone',
  },
  greenhouse: {
    content: 'html, unescaped once',
    'metadata[].name': 'a key of structured.other.metadata',
  },
  usajobs: {
    'MatchedObjectDescriptor.PublicationStartDate': 'posted_at, midnight cut to the day',
    'MatchedObjectDescriptor.ApplicationCloseDate': 'expires_at, midnight cut to the day',
    'MatchedObjectDescriptor.PositionLocation[].CountryCode': 'places[].country as a code',
    'MatchedObjectDescriptor.PositionLocation[].CountrySubDivisionCode': 'places[].state as a code',
  },
  jsonld: {
    validThrough: 'expires_at',
    datePosted: 'posted_at with a colon in its zone',
  },
}

/** Fields that are left behind, each with its reason. */
const NOT_CARRIED: Record<string, Record<string, string>> = {
  bamboohr: {
    departmentId: "the employer's inner number of the department",
  },
  paylocity: {
    ShouldDisplayLocation: 'how the board draws its list',
    '@context': 'names the vocabulary',
    '@type': 'names the vocabulary',
    'hiringOrganization.@type': 'names the vocabulary',
    'hiringOrganization.logo': 'a picture',
  },
  teamtailor: {
    '_jobposting.@context': 'names the vocabulary',
    '_jobposting.@type': 'names the vocabulary',
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
  jsonld: {
    '@context': 'names the vocabulary',
    '@type': 'names the vocabulary',
    'hiringOrganization.@type': 'names the vocabulary',
    'hiringOrganization.logo': 'a picture',
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

/** The positions of a Personio feed as plain objects, each once. */
function positions(body: string): unknown[] {
  const $ = load(body, { xml: true })
  const seen = new Set<string>()
  const told = (e: ReturnType<typeof $>): unknown => {
    const parts = e.children().toArray()
    if (parts.length === 0) return e.text().trim()
    return parts.map((c) => ({ [c.name]: told($(c)) }))
  }
  return $('position')
    .toArray()
    .filter((e) => {
      const id = $(e).children('id').text()
      return seen.has(id) ? false : seen.add(id)
    })
    .map((e) => told($(e)))
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

const PAYLOADS: { kind: string; payload: string; jobs: (body: string) => unknown[] }[] = [
  {
    kind: 'greenhouse',
    payload: 'greenhouse/careerkit_greenhouse.json',
    jobs: (body) => (JSON.parse(body) as { jobs: unknown[] }).jobs,
  },
  {
    kind: 'bamboohr',
    payload: 'bamboohr/careerkit_bamboohr.json',
    jobs: (body) => (JSON.parse(body) as { result: unknown[] }).result,
  },
  { kind: 'icims', payload: 'icims/career-ops_icims-search-page.html', jobs: cards },
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
  {
    kind: 'teamtailor',
    payload: 'teamtailor/careerkit_teamtailor.json',
    jobs: (body) => (JSON.parse(body) as { items: unknown[] }).items,
  },
  ...['usajobs/usajobs_data1.json', 'usajobs/small_silver-parakeet.json'].map((payload) => ({
    kind: 'usajobs',
    payload,
    jobs: (body: string) =>
      (JSON.parse(body) as { SearchResult: { SearchResultItems: unknown[] } }).SearchResult
        .SearchResultItems,
  })),
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
]

describe.skipIf(!hasRecordedFeeds)(
  `no field is lost${hasRecordedFeeds ? '' : ' (skipped: needs the recorded data)'}`,
  () => {
    test.each(PAYLOADS)('of $payload', ({ kind, payload, jobs }) => {
      const adapter = adapterFor(kind)
      if (adapter === undefined) throw new Error(kind)
      const body = recordedFeed(payload)
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
            p.jobs(recordedFeed(p.payload)).flatMap((job) => scalars(job).map((s) => s.path)),
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
