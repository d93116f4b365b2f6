import type { Sample } from './sample.ts'

const job = (id: string) => ({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  identifier: { '@type': 'PropertyValue', value: id },
  title: `Coder ${id}`,
  extra: { deep: true },
})
const page = (jobs: unknown) =>
  `<!doctype html><html><head><script type="application/ld+json">${JSON.stringify(jobs)}</script></head><body></body></html>`

export const jsonld: Sample = {
  body: (ids) => page(ids.map(job)),
  untitled: (ids, bad) => page([...ids.map(job), { ...job(bad), title: '' }]),
  wrongType: '{"@type": "Organization"}',
  web: { body: '<html><body>Sorry</body></html>', problem: 'mis-shaped' },
  loop: {
    settings: { sitemap: 'https://careers.example.org/sitemap.xml' },
    body: '<sitemapindex><sitemap><loc>https://careers.example.org/sitemap.xml</loc></sitemap><sitemap><loc>https://careers.example.org/b.xml</loc></sitemap></sitemapindex>',
  },
  fields: [
    'url',
    'hiringOrganization',
    'jobLocation',
    'jobLocationType',
    'applicantLocationRequirements',
    'baseSalary',
    'employmentType',
    'validThrough',
    'datePosted',
    'experienceRequirements',
    'educationRequirements',
    'description',
    'responsibilities',
    'skills',
    'potentialAction',
    'applicationContact',
    'experienceInPlaceOfEducation',
    '@id',
    'salaryCurrency',
  ],
}
