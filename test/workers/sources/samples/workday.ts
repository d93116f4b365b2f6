import type { Sample } from './sample.ts'

const job = (id: string) => ({
  title: `Coder ${id}`,
  externalPath: `/job/Town/Coder_${id}`,
  extra: { deep: [1] },
})
const answer = (jobPostings: unknown[], total: number) =>
  JSON.stringify({ total, jobPostings, facets: [], userAuthenticated: false })

export const workday: Sample = {
  body: (ids) => answer(ids.map(job), ids.length),
  untitled: (ids, bad) =>
    answer([...ids.map(job), { externalPath: `/job/Town/Coder_${bad}` }], ids.length + 1),
  wrongType: '{"errorCode": "HTTP_422"}',
  web: { body: '<!doctype html><title>Workday</title>', problem: 'html-instead-of-json' },
  loop: {
    settings: { tenant: 'x', host: 'wd1', site: 'Careers' },
    body: answer([job('1')], 1500),
  },
  fields: ['locationsText', 'postedOn', 'timeType', 'remoteType', 'bulletFields'],
}
