import type { AreaFinding, PlaceFacts } from '../../core/domain/registers/place-facts.ts'
import { AREA_FACTS, type AreaFact } from '../../core/domain/registers/register.ts'
import type { WorkMode } from '../../core/domain/tags.ts'
import { series } from '../format.ts'
import { AREA_FACT_WORDS, REGISTER_WORDS } from '../register-words.ts'
import { stateName } from '../words.ts'
import { Fact } from './facts.tsx'
import { SampleMark } from './sample-mark.tsx'
import { Day } from './time.tsx'

/** Places shown at once; the others stand behind "more". */
const SHOWN = 3

function placeName({ city, state }: PlaceFacts): string {
  const region = state === null ? null : city === null ? stateName(state) : state
  return [city, region].filter((part) => part !== null).join(', ') || 'A place without a name'
}

/** How much of the county a designation takes in. */
function reach(whole: boolean | null): string {
  if (whole === true) return 'the whole county'
  return whole === false ? 'a part of the county, or one group of its people' : 'the county'
}

const RURAL_WORDS: Record<NonNullable<PlaceFacts['rural']>, string> = {
  all: 'Yes: every ZIP code of the town counts as rural',
  some: 'In part: some ZIP codes of the town count as rural, some do not',
  none: 'No: no ZIP code of the town counts as rural',
}

function Finding({
  fact,
  found,
  rural,
}: {
  fact: AreaFact
  found: AreaFinding
  rural: PlaceFacts['rural']
}) {
  const { register, score } = AREA_FACT_WORDS[fact]
  return (
    <>
      {score === null ? (
        <p>
          {rural === undefined ? 'Not known' : RURAL_WORDS[rural]}. The highest code here is{' '}
          {found.value} of 10; from 4 on it counts as rural.
        </p>
      ) : (
        <p>
          Yes: {reach(found.whole)}
          {found.name !== null && (
            <>
              , designated as <q>{found.name}</q>
            </>
          )}
          {found.value !== null && `, score ${found.value} of ${score.of} (${score.means})`}.
        </p>
      )}
      <p class="quiet">
        From {REGISTER_WORDS[register]}, {found.area_kind === 'county' ? 'county' : 'ZIP code'}{' '}
        {found.area_code}: file {found.source} of <Day at={found.as_of} />.
        <SampleMark sample={found.sample} />
      </p>
    </>
  )
}

function NothingDesignated({ place, fact }: { place: PlaceFacts; fact: AreaFact }) {
  const file = place.looked_up[fact]
  return (
    <>
      <p>
        No: looked up, and no such designation stands for{' '}
        {place.counties.length === 1 ? 'its county' : 'its counties'}.
      </p>
      {file !== undefined && (
        <p class="quiet">
          From {REGISTER_WORDS[AREA_FACT_WORDS[fact].register]}, county {series(place.counties)}:
          file {file.source} of <Day at={file.as_of} />.
        </p>
      )}
    </>
  )
}

function Counties({ codes }: { codes: readonly string[] }) {
  if (codes.length === 1) return null
  return (
    <p class="quiet">
      {codes.length === 0
        ? 'The county of this town is not known.'
        : `The town lies in ${codes.length} counties (${series(codes)}). Of several designations the one with the highest score is shown.`}
    </p>
  )
}

function Facts({ place }: { place: PlaceFacts }) {
  const known = AREA_FACTS.filter((fact) => place.facts[fact] !== undefined)
  const unknown = AREA_FACTS.filter((fact) => place.facts[fact] === undefined)
  if (!place.found) {
    return (
      <p class="unsaid">
        {place.city === null
          ? 'The advert names no town, so nothing could be looked up.'
          : 'Nothing could be looked up: the table of towns is not loaded here, or this town is not in it.'}
      </p>
    )
  }
  if (known.length === 0) {
    return <p class="unsaid">Nothing was looked up: no register of places is loaded here.</p>
  }
  return (
    <>
      <dl class="facts wide">
        {known.map((fact) => {
          const found = place.facts[fact]
          return (
            <Fact key={fact} name={AREA_FACT_WORDS[fact].name}>
              {found == null ? (
                <NothingDesignated place={place} fact={fact} />
              ) : (
                <Finding fact={fact} found={found} rural={place.rural} />
              )}
            </Fact>
          )
        })}
      </dl>
      {unknown.length > 0 && (
        <p class="unsaid">
          Not known here: {series(unknown.map((fact) => AREA_FACT_WORDS[fact].name)).toLowerCase()}.
        </p>
      )}
      <Counties codes={place.counties} />
    </>
  )
}

function Place({ place }: { place: PlaceFacts }) {
  return (
    <>
      <h3>{placeName(place)}</h3>
      <Facts place={place} />
    </>
  )
}

function HowSure() {
  return (
    <p class="quiet">
      How sure: an advert names a town, and we look up the county of its ZIP codes. What is
      designated for a part of a county may not take in the town.
    </p>
  )
}

/** "The place is underserved": what registers say of each place. Never whom the employer serves. */
export function PlaceUnderserved({
  places,
  workMode,
}: {
  places: readonly PlaceFacts[]
  workMode: WorkMode
}) {
  const rest = places.slice(SHOWN)
  return (
    <section class="places" aria-labelledby="underserved">
      <h2 id="underserved">Is the place underserved?</h2>
      <p>
        This is about the place, not the employer. A county that is short of doctors does not make
        its employers serve the underserved.
        {workMode === 'remote' &&
          places.length > 0 &&
          ' The job is remote: you may work from somewhere else.'}
      </p>
      {places.length === 0 && (
        <p class="unsaid">The advert names no place, so nothing could be looked up.</p>
      )}
      {places.slice(0, SHOWN).map((place, at) => (
        <Place key={at} place={place} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more places</summary>
          {rest.map((place, at) => (
            <Place key={at} place={place} />
          ))}
        </details>
      )}
      {places.some((p) => Object.keys(p.facts).length > 0) && <HowSure />}
    </section>
  )
}
