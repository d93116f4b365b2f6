import type {
  EmployerSetting,
  SettingEvidence,
} from '../../core/domain/registers/match-facility.ts'
import { counted } from '../format.ts'
import { employerPath, listingPath } from '../paths.ts'
import { REGISTER_WORDS, RULE_WORDS } from '../register-words.ts'
import { SETTING_ABOUT, settingWord } from '../words.ts'
import { SampleMark } from './sample-mark.tsx'
import { Day } from './time.tsx'

function placeOf({ city, state, zip5 }: Exclude<SettingEvidence, { rule: 'text' }>): string {
  const region = [state, zip5].filter((part) => part !== null).join(' ')
  return [city, region].filter((part) => part !== null && part !== '').join(', ')
}

function FromAdverts({
  said,
  name,
}: {
  said: Extract<SettingEvidence, { rule: 'text' }>
  name: string | null
}) {
  const words = said.words.trim()
  if (words !== '' && words === name?.trim()) return <>Its own name says so.</>
  return (
    <>
      Said in {said.listings} of {counted(said.of, 'advert')} of this employer, for example{' '}
      <a href={listingPath(said.listing_id)}>{words === '' ? 'in this advert' : <q>{words}</q>}</a>.
    </>
  )
}

function FromRegister({ found }: { found: Exclude<SettingEvidence, { rule: 'text' }> }) {
  const place = placeOf(found)
  return (
    <>
      <q>{found.name}</q>
      {place !== '' && `, ${place}`}, stands under the number {found.id} in{' '}
      {REGISTER_WORDS[found.register]}: file {found.source} of <Day at={found.as_of} />.
      <SampleMark sample={found.sample} />
    </>
  )
}

function Known({ known, name }: { known: EmployerSetting; name: string | null }) {
  const rule = known.evidence[0]?.rule
  return (
    <li>
      <p>
        <strong>{settingWord(known.setting)}.</strong> {SETTING_ABOUT[known.setting]}
      </p>
      <ul class="evidence">
        {known.evidence.map((e, at) => (
          <li key={at}>
            {e.rule === 'text' ? <FromAdverts said={e} name={name} /> : <FromRegister found={e} />}
          </li>
        ))}
      </ul>
      {rule !== undefined && (
        <p class="quiet">
          How sure: {known.confidence} of 1. It rests on {RULE_WORDS[rule]}.
        </p>
      )}
    </li>
  )
}

/**
 * "The employer serves the underserved": each setting with its evidence. Never what the place is like.
 * `employerId` null: the advert names no employer. `more` links to the employer's own page.
 */
export function EmployerServes({
  employerId,
  name,
  settings,
  more,
}: {
  employerId: number | null
  name: string | null
  settings: readonly EmployerSetting[]
  more: boolean
}) {
  return (
    <section aria-labelledby="serves">
      <h2 id="serves">Does the employer serve the underserved?</h2>
      <p>
        Some kinds of employers care for people whom others often leave out. This is about the
        employer, wherever it stands.
      </p>
      {employerId === null ? (
        <p class="unsaid">The employer is not named, so nothing could be looked up.</p>
      ) : settings.length === 0 ? (
        <p class="unsaid">
          Not known so far. No register that is loaded here names this employer, and fewer than half
          of its adverts say what it is. That is not a “no”.
        </p>
      ) : (
        <>
          <ul class="known">
            {settings.map((known) => (
              <Known key={known.setting} known={known} name={name} />
            ))}
          </ul>
          <p class="quiet">
            The number puts our rules in an order of trust. Nobody has measured how often each of
            them is right.
          </p>
        </>
      )}
      {more && employerId !== null && (
        <p>
          <a href={employerPath(employerId)}>This employer and all its open jobs</a>
        </p>
      )}
    </section>
  )
}
