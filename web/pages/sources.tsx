import { type SourceReport, whatIsReadFirst } from '../../core/domain/source-report.ts'
import { counted } from '../format.ts'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { When } from '../parts/time.tsx'
import { paths } from '../paths.ts'

export interface SourcesInput extends Frame {
  sources: readonly SourceReport[]
  /** ISO 8601. */
  now: string
}

const STATE_WORDS: Record<SourceReport['state'], string> = {
  new: 'Not read yet',
  healthy: 'Answering',
  failing: 'Not answering',
  suspect: 'Under watch',
  paused: 'Paused',
  forbidden: 'Not allowed',
}

const STATE_REASONS: Record<SourceReport['state'], string> = {
  new: 'Its first reading is still to come.',
  healthy: 'All is well.',
  failing: 'The last reading failed.',
  suspect: 'The last reading looked wrong, so nothing was closed because of it.',
  paused: 'It is not read for now.',
  forbidden: 'Its owner does not allow us to read it.',
}

function Row({ source, now }: { source: SourceReport; now: string }) {
  const poll = source.last_poll
  return (
    <tr>
      <th scope="row">
        {source.employer ?? source.key}
        <small>
          {source.kind}
          {source.demo && ', invented'}
        </small>
      </th>
      <td data-label="State">
        <span class={`chip chip-small chip-source-${source.state}`}>
          {STATE_WORDS[source.state]}
        </span>
      </td>
      <td data-label="Last read">
        {poll === null ? <span class="unsaid">Never</span> : <When at={poll.at} now={now} />}
      </td>
      <td data-label="In that reading">
        {poll === null
          ? '–'
          : `${counted(poll.seen, 'advert')} seen, ${poll.new} new, ${poll.closed} closed`}
      </td>
      <td data-label="Why">{source.reason ?? STATE_REASONS[source.state]}</td>
    </tr>
  )
}

/** Every feed with its state, its last reading and the reason in one sentence. */
export function sourcesPage({ sources, now, demo }: SourcesInput): string {
  const answering = sources.filter((s) => s.state === 'healthy').length
  return renderPage({
    title: 'Where adverts come from',
    current: paths.sources,
    demo: demo ?? false,
    children: (
      <>
        <h1>Where adverts come from</h1>
        <p class="lead">
          {sources.length === 0
            ? 'No feed is on the list yet.'
            : `${answering} of ${counted(sources.length, 'feed')} answered at the last reading.`}
        </p>
        <p>
          We read each feed at a slow pace and say who we are. An advert is closed only when two
          full readings in a row no longer hold it, or its own end date has passed.
        </p>
        {sources.length > 0 && (
          <table class="stack">
            <caption class="hidden">Feeds and how they are doing</caption>
            <thead>
              <tr>
                <th scope="col">Feed</th>
                <th scope="col">State</th>
                <th scope="col">Last read</th>
                <th scope="col">In that reading</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {[...sources].sort(whatIsReadFirst).map((source) => (
                <Row key={source.key} source={source} now={now} />
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  })
}
