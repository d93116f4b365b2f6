import { lasting } from '../core/domain/moment.ts'
import type { Policy } from '../core/domain/policy.ts'
import { UNSUPPORTED } from './platforms.ts'
import type { Adapter } from './sources/contract.ts'

/**
 * docs/sources.md: every platform that is read, with its terms and traps as its adapter tells them, and
 * those that are not, with the reason. `listed` are the kinds that the shipped list names.
 */
export function sourcesDocument(adapters: readonly Adapter[], listed: readonly string[]): string {
  const byName = [...adapters].sort((a, b) => a.about.name.localeCompare(b.about.name, 'en'))
  const read = new Set(adapters.map((a) => a.kind))
  const refused = new Set(UNSUPPORTED.map((p) => p.kind))
  const waiting = [...new Set(listed)].filter((k) => !read.has(k) && !refused.has(k)).sort()
  return [
    '# Feed platforms',
    'Generated from the adapters in `workers/sources` by `npm run docs:sources`; a test fails when it is stale. How to add a source: [adding-a-source.md](adding-a-source.md). How terms are kept: [decisions/0007-terms-of-sources.md](decisions/0007-terms-of-sources.md).',
    '## What is read',
    table(
      ['kind', 'platform', 'proven on', 'key'],
      byName.map((a) => [
        `\`${a.kind}\``,
        a.about.name,
        a.about.proven ? 'recorded answers' : 'documentation alone',
        a.about.needs.length === 0 ? 'none' : a.about.needs.map((k) => `\`${k}\``).join(', '),
      ]),
    ),
    'A source of a platform that rests on documentation alone is paused until one reading of it is healthy.',
    ...byName.map(platform),
    '## What is not read',
    table(
      ['kind', 'platform', 'why'],
      UNSUPPORTED.map((p) => [`\`${p.kind}\``, p.name, p.why]),
    ),
    ...(waiting.length === 0
      ? []
      : [
          `Named in the shipped list and without a reader yet: ${waiting.map((k) => `\`${k}\``).join(', ')}.`,
        ]),
  ]
    .join('\n\n')
    .concat('\n')
}

function platform({ kind, about, pace, policy, example }: Adapter): string {
  return [
    `### ${about.name} (\`${kind}\`)`,
    [
      `- Shape: ${about.source}`,
      `- Terms: ${about.terms}`,
      `- Rhythm: ${rhythm(policy, pace)}`,
      `- Adverts: ${uses(policy)}`,
      ...about.quirks.map((quirk) => `- Trap: ${quirk}`),
      `- Example: \`${JSON.stringify(example)}\``,
    ]
      .map((line) => line.replace(/\s+/g, ' '))
      .join('\n'),
  ].join('\n\n')
}

function rhythm(policy: Policy, pace: number): string {
  const cap = policy.daily_cap
  return [
    `at most once in ${lasting(policy.min_interval_s * 1000)}`,
    ...(cap === null ? [] : [`at most ${cap === 1 ? 'once' : `${cap} times`} a day`]),
    `at least ${lasting(pace)} between two requests to a host.`,
  ].join(', ')
}

function uses(policy: Policy): string {
  const may = (allowed: boolean, what: string) => `${allowed ? '' : 'not '}${what}`
  return [
    policy.may_cache_text ? 'text kept' : 'only tags and the words behind them kept',
    ...(policy.must_link ? ['link shown'] : []),
    ...(policy.must_name ? ['source named'] : []),
    ...(policy.credit_html === null ? [] : ['credit line shown']),
    ...(policy.min_delay_s === 0 ? [] : [`shown when ${lasting(policy.min_delay_s * 1000)} old`]),
    may(policy.may_email, 'in letters'),
    may(policy.may_gate, 'behind a sign-in'),
    may(policy.may_index, 'with our own JobPosting markup'),
    `${may(policy.may_export, 'in exports')}.`,
  ].join(', ')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((c) => c.replace(/\s+/g, ' ').replace(/\|/g, '\\|')).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}
