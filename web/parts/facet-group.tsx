import type { ComponentChildren } from 'preact'
import type { FacetValue } from '../../core/domain/search/facets.ts'
import type { KeyFilter, ListingQuery } from '../../core/domain/search/query.ts'
import {
  credentialWord,
  FACET_SHOWN,
  facetWord,
  FILTER_HINTS,
  FILTER_WORDS,
  type Names,
} from '../filter-words.ts'

interface ChoicesInput {
  name: string
  choices: readonly FacetValue[]
  chosen: readonly string[]
  word: (value: string) => string
  /** Leaving out needs no counts: they tell what a value would bring. */
  counted: boolean
}

function Choices({ name, choices, chosen, word, counted }: ChoicesInput) {
  return (
    <ul class="choices">
      {choices.map(({ value, count }) => (
        <li key={value}>
          <label>
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
            <span>
              {!counted && 'not '}
              {word(value)}
            </span>
            {counted && (
              <span class="count">
                {count.toLocaleString('en-US')}
                <span class="hidden">{count === 1 ? ' listing' : ' listings'}</span>
              </span>
            )}
          </label>
        </li>
      ))}
    </ul>
  )
}

/** The values of a facet with those that are chosen, first what is chosen and no listing carries. */
function withChosen(facet: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((value) => !facet.some((f) => f.value === value))
  return [...missing.map((value) => ({ value, count: 0 })), ...facet]
}

/** Values to ask for: what is chosen and what the answer holds most stand first, the rest behind "more". */
function Wanted({ legend, ...input }: ChoicesInput & { legend: string }) {
  const all = withChosen(input.choices, input.chosen)
  const first = all.filter((c, at) => at < FACET_SHOWN || input.chosen.includes(c.value))
  const rest = all.filter((c) => !first.includes(c))
  return (
    <>
      <Choices {...input} choices={first} />
      {rest.length > 0 && (
        <details class="more" data-part={`more_${input.name}`}>
          <summary>
            {rest.length} more<span class="hidden"> for “{legend}”</span>
          </summary>
          <Choices {...input} choices={rest} />
        </details>
      )}
    </>
  )
}

/** Values to leave out: those that are, then the others behind a line of their own, so that the usual case stays calm. */
function Unwanted({
  legend,
  wanted,
  ...input
}: ChoicesInput & { legend: string; wanted: readonly string[] }) {
  const all = withChosen(input.choices, input.chosen).filter((c) => !wanted.includes(c.value))
  const chosen = all.filter((c) => input.chosen.includes(c.value))
  const others = all.filter((c) => !chosen.includes(c))
  return (
    <>
      {chosen.length > 0 && <Choices {...input} choices={chosen} />}
      {others.length > 0 && (
        <details class="more" data-part={input.name}>
          <summary>
            {chosen.length > 0 ? 'Leave more out' : 'Leave some out'}
            <span class="hidden"> by “{legend}”</span>
          </summary>
          <Choices {...input} choices={others} />
        </details>
      )}
    </>
  )
}

function Frame({
  name,
  legend,
  hint,
  on,
  folded,
  children,
}: {
  name: string
  legend: string
  hint: string | undefined
  /** How many of its values are chosen. */
  on: number
  folded: boolean
  children: ComponentChildren
}) {
  const described = hint === undefined ? undefined : `${name}_hint`
  const body = (
    <fieldset aria-describedby={described}>
      <legend class={folded ? 'hidden' : undefined}>{legend}</legend>
      {hint !== undefined && (
        <p class="hint" id={described}>
          {hint}
        </p>
      )}
      {children}
    </fieldset>
  )
  if (!folded) return body
  return (
    <details class="group" data-part={name} open={on > 0}>
      <summary>
        {legend}
        {on > 0 && <span class="count"> {on} on</span>}
      </summary>
      {body}
    </details>
  )
}

/** One filter with what may be asked for and what may be left out; nothing when the answer holds no value of it. */
export function FacetGroup({
  name,
  query,
  facet,
  names,
  folded = false,
}: {
  name: KeyFilter
  query: ListingQuery
  facet: readonly FacetValue[]
  names: Names
  folded?: boolean
}) {
  const wanted = query[name] ?? []
  const unwanted = query[`not_${name}`] ?? []
  const on = wanted.length + unwanted.length
  if (facet.length === 0 && on === 0) return null
  const legend = FILTER_WORDS[name]
  const word = (value: string) => facetWord(name, value, names)
  const same = { choices: facet, word, legend }
  return (
    <Frame name={name} legend={legend} hint={FILTER_HINTS[name]} on={on} folded={folded}>
      <Wanted {...same} name={name} chosen={wanted} counted />
      <Unwanted {...same} name={`not_${name}`} wanted={wanted} chosen={unwanted} counted={false} />
    </Frame>
  )
}

/** What the person holds: only to ask for, as nobody leaves out what they have. */
export function HoldsGroup({
  query,
  facet,
}: {
  query: ListingQuery
  facet: readonly FacetValue[]
}) {
  const chosen = query.holds ?? []
  if (facet.length === 0 && chosen.length === 0) return null
  const legend = 'Credentials I hold'
  return (
    <Frame
      name="holds"
      legend={legend}
      hint="Shows jobs that ask for no credential now, or for one that you have."
      on={chosen.length}
      folded={false}
    >
      <Wanted
        name="holds"
        legend={legend}
        choices={facet}
        chosen={chosen}
        word={credentialWord}
        counted
      />
    </Frame>
  )
}
