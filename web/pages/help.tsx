import type { HelpEntry, HelpKind } from '../../core/domain/help.ts'
import { HELP_KINDS } from '../../core/domain/help.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { HelpEntryCard } from '../parts/help-entry.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'
import { stateName } from '../words.ts'

export interface HelpInput extends Frame {
  /** Those that serve the state, or all. */
  entries: readonly HelpEntry[]
  state: string | null
}

const KIND_WORDS: Record<HelpKind, string> = {
  chapter_finder: 'Chapters near you',
  association: 'Bodies behind a credential',
  drop_apprentice: 'Dropping the A',
  apprenticeship: 'Paid training',
  workforce_board: 'Public job help',
  jobs: 'Job boards we do not read',
  report_scam: 'Report a scam',
}

/** Who can help: chapters, bodies, paid training, public help; filtered by state with a plain form. */
export function helpPage({ entries, state, demo }: HelpInput): string {
  return renderPage({
    title: 'Chapters and help',
    description: 'Who can help you into medical billing and coding, and how to reach them.',
    current: paths.help,
    demo: demo ?? false,
    styles: [paths.chartsCss],
    children: (
      <div class="narrow prose market">
        <h1>Chapters and help</h1>
        <p class="lead">
          A person who knows you can open a door that no advert does. Here is who to ask, and how.
        </p>
        <p>
          We list only what a source backs up, and we say where we read it. No source gave us a list
          of local chapters. So ask the body itself for the one near you. That is a real step: write
          today.
        </p>
        <StateForm state={state} />
        <p role="status">
          {state === null
            ? 'This is the whole list.'
            : `This is what serves ${stateName(state)}, places for the whole country among them.`}
        </p>
        {HELP_KINDS.map((kind) => (
          <Kind key={kind} kind={kind} entries={entries.filter((entry) => entry.kind === kind)} />
        ))}
        <p>
          <a href={paths.scams}>How to spot a fake job</a>
        </p>
      </div>
    ),
  })
}

function StateForm({ state }: { state: string | null }) {
  return (
    <form class="state-form" method="get" action={paths.help}>
      <label for="state">Your state</label>
      <select id="state" name="state">
        <option value="">All states</option>
        {STATE_CODES.map((code) => (
          <option key={code} value={code} selected={code === state}>
            {stateName(code)}
          </option>
        ))}
      </select>
      <button type="submit">Show</button>
    </form>
  )
}

function Kind({ kind, entries }: { kind: HelpKind; entries: readonly HelpEntry[] }) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{KIND_WORDS[kind]}</h2>
      {entries.map((entry) => (
        <HelpEntryCard key={entry.id} entry={entry} />
      ))}
    </section>
  )
}
