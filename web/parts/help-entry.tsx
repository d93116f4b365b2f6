import type { HelpEntry } from '../../core/domain/help.ts'
import { series } from '../format.ts'
import { stateName } from '../words.ts'
import { WithFigures } from './figures.tsx'
import { Day } from './time.tsx'

/** One entry of the directory of help, with its source. */
export function HelpEntryCard({ entry }: { entry: HelpEntry }) {
  const { name, body, what_for, states, reach, address, source, as_of, checked, note } = entry
  return (
    <article class="card help-entry" data-source id={entry.id}>
      <h3>{name}</h3>
      {body !== name && <p class="who">{body}</p>}
      <p>
        <WithFigures text={what_for} />
      </p>
      <p>
        <strong>
          <WithFigures text={reach} />
        </strong>
        {address !== null && (
          <>
            {' '}
            <a href={`https://${address}`}>{address}</a>
          </>
        )}
      </p>
      {states.length > 0 && <p>Serves {series(states.map(stateName))}.</p>}
      {note !== null && (
        <p class="quiet">
          <WithFigures text={note} />
        </p>
      )}
      <p class="source-line" data-source-line>
        Source: {source}, {as_of === null ? 'without a date' : <Day at={as_of} />}. Held against the
        source on <Day at={checked} />.
      </p>
    </article>
  )
}
