import { pairKey, type Advice } from '../../core/domain/advice/advice.ts'
import type { ListingNames } from '../advice-view.ts'
import { counted } from '../format.ts'
import { GainFacts, gainText } from './advice-step.tsx'
import { Num, WithFigures } from './figures.tsx'
import { Day } from './time.tsx'

/** Two steps that open more together than one by one. */
export function AdvicePairs({ advice, names }: { advice: Advice; names: ListingNames }) {
  if (advice.pairs.length === 0) return null
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">Two steps together</h2>
      <p>These pairs open more than their two parts, counted one by one.</p>
      {advice.pairs.map((pair) => {
        const [one, two] = pair.parts
        const key = pairKey(pair)
        const about = `${one.label} and ${two.label}`
        return (
          <article key={key} class="card" data-source>
            <h3>
              <WithFigures text={one.label} /> <span class="quiet">and</span>{' '}
              <WithFigures text={two.label} />
            </h3>
            <p class="gain">
              <WithFigures text={gainText(pair)} />
            </p>
            <p>
              The first alone opens <Num>{counted(one.opens, 'listing')}</Num>, the second alone{' '}
              <Num>{counted(two.opens, 'listing')}</Num>. Together they open{' '}
              <Num>{counted(pair.beyond, 'listing')}</Num> on top of that.
            </p>
            <GainFacts
              gain={pair}
              names={names}
              list={{ opens: `pair:${key}`, reach: null }}
              about={about}
              sample={pair.sample}
            />
            <p class="source-line" data-source-line>
              Counted by Foothold, <Day at={advice.as_of} />. Cost and time: the two steps, added
              up.
            </p>
          </article>
        )
      })}
    </section>
  )
}
