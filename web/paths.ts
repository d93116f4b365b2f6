/** The addresses of the pages; `api/routes` serves them under these names. */
export const paths = {
  search: '/',
  advice: '/advice',
  about: '/about',
  privacy: '/privacy',
  credits: '/data-credits',
  sources: '/sources',
  contact: '/contact',
  demo: '/demo',
  css: '/assets/site.css',
  js: '/assets/site.js',
  icon: '/assets/favicon.svg',
} as const

/** The page of one listing. */
export function listingPath(id: number): string {
  return `/listings/${id}`
}
