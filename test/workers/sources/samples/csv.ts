import type { Sample } from './sample.ts'

const HEADER = 'title,extra,id'
const FILLING = 'x'.repeat(60)
const row = (id: string) => `Biller ${id},${FILLING},${id}`
const file = (rows: string[]) => [HEADER, ...rows, ''].join('\n')

export const csv: Sample = {
  body: (ids) => file(ids.map(row)),
  untitled: (ids, bad) => file([...ids.map(row), `,${FILLING},${bad}`]),
  wrongType: 'name,town\nBiller,Reno\n',
  web: { body: '<html><body>Sorry</body></html>', problem: 'html-instead-of-csv' },
  loop: { settings: { url: 'https://careers.example.org/jobs.csv' }, body: file([row('1')]) },
  fields: [
    'url',
    'apply_url',
    'employer',
    'location',
    'city',
    'state',
    'country',
    'remote',
    'posted_at',
    'expires_at',
    'pay',
    'pay_min',
    'pay_max',
    'pay_unit',
    'employment_type',
    'description',
  ],
  spoil: (body, field, value) => {
    const cell = typeof value === 'string' ? value : JSON.stringify(value)
    return body.replace('extra', field).replace(FILLING, () => `"${cell.replaceAll('"', '""')}"`)
  },
}
