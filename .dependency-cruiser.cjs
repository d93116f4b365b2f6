/**
 * The arrows of the house (docs/decisions/0001-rooms-and-arrows.md), types included.
 * test/architecture.test.ts proves that this file sees the modules and refuses a wrong import.
 */
const room = (name) => `^${name}/`

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-imports-nothing-of-ours',
      comment: 'core/domain is the still centre: no clock, environment, network, database or log.',
      severity: 'error',
      from: { path: room('core/domain') },
      to: { path: '^(api|workers|web|cli|migrations|seeds|core)/', pathNot: room('core/domain') },
    },
    {
      name: 'domain-uses-no-io',
      severity: 'error',
      from: { path: room('core/domain') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-uses-only-small-pure-libraries',
      severity: 'error',
      from: { path: room('core/domain') },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(htmlparser2|entities|sanitize-html|@types/sanitize-html|zod)/',
      },
    },
    {
      name: 'store-knows-domain-only',
      severity: 'error',
      from: { path: room('core/(store|search|embedded)') },
      to: { path: '^(api|workers|web|cli)/' },
    },
    {
      name: 'web-is-pure-data-to-html',
      severity: 'error',
      from: { path: room('web') },
      to: { path: '^(api|workers|cli|migrations|seeds|core)/', pathNot: room('core/domain') },
    },
    {
      name: 'api-and-workers-meet-in-the-database',
      severity: 'error',
      from: { path: room('api') },
      to: { path: '^(workers|cli|migrations)/' },
    },
    {
      name: 'workers-and-api-meet-in-the-database',
      severity: 'error',
      from: { path: room('workers') },
      to: { path: '^(api|cli|migrations|web/pages)/' },
    },
    {
      name: 'nothing-calls-cli',
      severity: 'error',
      from: { pathNot: room('cli') },
      to: { path: room('cli') },
    },
    {
      name: 'migrations-are-history',
      severity: 'error',
      from: { path: room('migrations') },
      to: { path: '^(api|workers|web|cli|core|seeds)/' },
    },
    {
      name: 'sql-lives-in-the-store',
      severity: 'error',
      from: { path: '^(api|workers|web|cli|core)/', pathNot: room('core/store') },
      to: { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: [] },
    },
    {
      name: 'one-way-out',
      comment: 'Only workers/http.ts speaks to other hosts.',
      severity: 'error',
      from: { path: '^(api|workers|web|cli|core)/', pathNot: '^workers/http\\.ts$' },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'cheerio-reads-feeds',
      severity: 'error',
      from: { path: '^(api|workers|web|cli|core)/', pathNot: room('workers/sources') },
      to: { path: 'node_modules/cheerio/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
