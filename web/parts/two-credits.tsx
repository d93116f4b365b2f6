import type { Step } from '../../core/domain/advice/advice.ts'
import { WithFigures } from './figures.tsx'
import { Day } from './time.tsx'

const MOST = 6

function Rows({ rows }: { rows: readonly { label: string; text: string }[] }) {
  if (rows.length === 0) return <p class="unsaid">None of the steps found for you.</p>
  return (
    <ul>
      {unlike(rows).map(({ label, text }) => (
        <li key={label}>
          <b>
            <WithFigures text={label} />
          </b>
          <p>
            <WithFigures text={text} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The first step of each sort: longer rungs of one ladder count for the same. */
function unlike<T extends { text: string }>(rows: readonly T[]): T[] {
  const seen = new Set<string>()
  return rows
    .filter(({ text }) => {
      const sort = text.replace(/\d+/g, '')
      const fresh = !seen.has(sort)
      seen.add(sort)
      return fresh
    })
    .slice(0, MOST)
}

const HIRING = { high: 0, medium: 1, some: 2, none: 3 } as const
const REMOVAL = { all: 0, part: 1, maybe: 2, none: 3 } as const

/** What helps to be hired, and apart from it what takes off the A: a step may do one without the other. */
export function TwoCredits({
  steps,
  apprentice,
  at,
}: {
  steps: readonly Step[]
  apprentice: boolean
  at: string
}) {
  const hiring = steps
    .filter(({ counts_toward: c }) => c.hiring.level !== 'none')
    .toSorted((a, b) => HIRING[a.counts_toward.hiring.level] - HIRING[b.counts_toward.hiring.level])
  const removal = steps
    .filter(({ counts_toward: c }) => c.a_removal.level !== 'none')
    .toSorted(
      (a, b) => REMOVAL[a.counts_toward.a_removal.level] - REMOVAL[b.counts_toward.a_removal.level],
    )
  return (
    <section aria-labelledby="credits" class="two-credits">
      <h2 id="credits">Two things that are not the same</h2>
      <p>
        Employers decide who is hired. AAPC alone decides when the A comes off. A step may help with
        one and not with the other.
      </p>
      <div class="columns">
        <section aria-labelledby="credit_hiring" data-source>
          <h3 id="credit_hiring">Helps you get hired</h3>
          <Rows
            rows={hiring.map((s) => ({ label: s.change.label, text: s.counts_toward.hiring.text }))}
          />
          <p class="source-line" data-source-line>
            Notes of Foothold on first jobs in the field, <Day at={at} />.
          </p>
        </section>
        <section aria-labelledby="credit_a" data-source>
          <h3 id="credit_a">Counts toward dropping the A</h3>
          {!apprentice && <p>This matters only to those who hold a CPC-A, COC-A or CIC-A.</p>}
          <Rows
            rows={removal.map((s) => ({
              label: s.change.label,
              text: s.counts_toward.a_removal.text,
            }))}
          />
          <p class="source-line" data-source-line>
            Rule of AAPC, page on completing the apprenticeship, as Foothold noted it,{' '}
            <Day at={at} />.
          </p>
        </section>
      </div>
    </section>
  )
}
