import type { Sample } from './sample.ts'

const job = (id: string) => ({ JobId: Number(id), JobTitle: `Biller ${id}`, extra: { deep: 1 } })
const page = (data: unknown) =>
  `<!doctype html><html><body><script>\n    window.pageData = ${JSON.stringify(data)};\n</script></body></html>`

export const paylocity: Sample = {
  body: (ids) => page({ Departments: ['A};'], Jobs: ids.map(job) }),
  untitled: (ids, bad) => page({ Jobs: [...ids.map(job), { JobId: Number(bad) }] }),
  wrongType: page({ Jobs: 'none' }),
  web: { body: '<html><body>Sorry</body></html>', problem: 'mis-shaped' },
  loop: {
    settings: { url: 'https://recruiting.paylocity.com/recruiting/jobs/All/x/Example' },
    body: page({ Jobs: [] }),
  },
  fields: [
    'LocationName',
    'PublishedDate',
    'Description',
    'IsInternal',
    'HiringDepartment',
    'JobLocation',
    'IsRemote',
    'IndeedRemoteType',
  ],
}
