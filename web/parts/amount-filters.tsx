import { STEPS, type Facets, type ListingQuery } from '../../core/domain/search/query.ts'
import { lastDays, monthStep } from '../filter-words.ts'

/** The steps of a select with how many listings each leaves; a value of the address that is no step stands among them. */
function Steps({
  steps,
  chosen,
  facet,
  word,
}: {
  steps: readonly number[]
  chosen: number | undefined
  facet: Facets[keyof Facets]
  word: (step: number) => string
}) {
  const all = new Set([...steps, ...(chosen === undefined ? [] : [chosen])])
  return (
    <>
      {[...all]
        .sort((a, b) => a - b)
        .map((step) => {
          const count = facet.find((f) => f.value === String(step))?.count
          return (
            <option key={step} value={step} selected={chosen === step}>
              {word(step)}
              {count !== undefined && ` (${count.toLocaleString('en-US')})`}
            </option>
          )
        })}
    </>
  )
}

/** Miles round about the place searched; without an answer of the form the usual ones. */
export function RadiusSelect({ query, facets }: { query: ListingQuery; facets: Facets }) {
  return (
    <select id="radius" name="radius">
      <option value="">30 miles</option>
      <Steps
        steps={STEPS.radius}
        chosen={query.radius}
        facet={facets.radius}
        word={(n) => `${n} miles`}
      />
    </select>
  )
}

function Experience({ query, facets }: { query: ListingQuery; facets: Facets }) {
  return (
    <div class="field">
      <label for="max_months">Most experience it may ask</label>
      <select id="max_months" name="max_months">
        <option value="">Any, or not stated</option>
        <Steps
          steps={STEPS.max_months}
          chosen={query.max_months}
          facet={facets.max_months}
          word={monthStep}
        />
      </select>
      <label class="tick">
        <input
          type="checkbox"
          name="unstated_months"
          value="include"
          checked={query.unstated_months === 'include'}
        />
        <span>Also adverts that name no number</span>
      </label>
    </div>
  )
}

function Apprentices({ query, facets }: { query: ListingQuery; facets: Facets }) {
  const count = facets.accepts_apprentice.find((f) => f.value === 'true')?.count
  return (
    <div class="field">
      <label for="accepts_apprentice">Apprentices (CPC-A, COC-A)</label>
      <select id="accepts_apprentice" name="accepts_apprentice">
        <option value="">Welcome or not</option>
        <option value="true" selected={query.accepts_apprentice === true}>
          Says they are welcome{count !== undefined && ` (${count.toLocaleString('en-US')})`}
        </option>
        <option value="false" selected={query.accepts_apprentice === false}>
          Does not say so
        </option>
      </select>
      <small>An apprentice has passed the exam but has little work experience so far.</small>
    </div>
  )
}

function Pay({ query }: { query: ListingQuery }) {
  return (
    <fieldset class="field">
      <legend>Least pay, in dollars</legend>
      <div class="pair">
        <label for="pay_floor_hour">
          an hour
          <input
            id="pay_floor_hour"
            name="pay_floor_hour"
            type="number"
            inputMode="decimal"
            min="0"
            max="1000"
            step="0.01"
            value={query.pay_floor_hour}
          />
        </label>
        <label for="pay_floor_year">
          or a year
          <input
            id="pay_floor_year"
            name="pay_floor_year"
            type="number"
            inputMode="numeric"
            min="0"
            max="999999"
            step="1"
            value={query.pay_floor_year}
          />
        </label>
      </div>
      <small>Leaves out adverts that state no pay. A year is 2,080 hours of full-time work.</small>
    </fieldset>
  )
}

function Posted({ query, facets }: { query: ListingQuery; facets: Facets }) {
  return (
    <div class="field">
      <label for="posted_within">Posted</label>
      <select id="posted_within" name="posted_within">
        <option value="">At any time</option>
        <Steps
          steps={STEPS.posted_within}
          chosen={query.posted_within}
          facet={facets.posted_within}
          word={lastDays}
        />
      </select>
    </div>
  )
}

function Suspicious({ query }: { query: ListingQuery }) {
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          name="warnings"
          value={query.warnings ?? 'show'}
          checked={query.warnings !== undefined}
        />
        <span>{query.warnings === 'only' ? 'Only' : 'Show'} adverts with the marks of a fraud</span>
      </label>
    </div>
  )
}

/** The filters that are amounts, days or a yes. Stand inside the search form. */
export function AmountFilters({ query, facets }: { query: ListingQuery; facets: Facets }) {
  return (
    <div class="amounts">
      <Experience query={query} facets={facets} />
      <Apprentices query={query} facets={facets} />
      <Pay query={query} />
      <Posted query={query} facets={facets} />
      <Suspicious query={query} />
    </div>
  )
}
