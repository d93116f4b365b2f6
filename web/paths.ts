/** The addresses of the pages; `api/routes` serves them under these names. */
export const paths = {
  search: '/',
  map: '/map',
  advice: '/advice',
  plan: '/advice/plan',
  resume: '/advice/resume',
  insights: '/insights',
  help: '/help',
  scams: '/scams',
  about: '/about',
  read: '/read',
  privacy: '/privacy',
  credits: '/data-credits',
  sources: '/sources',
  contact: '/contact',
  demo: '/demo',
  docs: '/docs',
  openapi: '/api/openapi.json',
  rss: '/feeds/listings.rss',
  jsonFeed: '/feeds/listings.json',
  jobXml: '/feeds/listings.xml',
  sitemap: '/sitemap.xml',
  css: '/assets/site.css',
  chartsCss: '/assets/charts.css',
  adviceCss: '/assets/advice.css',
  js: '/assets/site.js',
  icon: '/assets/favicon.svg',
} as const

/** The two files of the widget that draws the page for programs. */
export const DOCS_FILES = {
  css: '/docs/swagger-ui.css',
  js: '/docs/swagger-ui-bundle.js',
} as const

/** The page of one listing. */
export function listingPath(id: number): string {
  return `/listings/${id}`
}

/** The page of one employer. */
export function employerPath(id: number): string {
  return `/employers/${id}`
}

/** Where the form "This is wrong" of a listing goes. */
export function feedbackPath(id: number): string {
  return `${listingPath(id)}/feedback`
}

/** The page of a listing as it greets somebody who just sent that form. */
export function toldPath(id: number): string {
  return `${listingPath(id)}?told=1`
}
