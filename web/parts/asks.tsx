import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import type { Tags } from '../../core/domain/listing.ts'
import type { EducationTag } from '../../core/domain/reading.ts'
import { months } from '../format.ts'
import { credentialName } from '../credential-names.ts'
import { EDUCATION_WORDS } from '../words.ts'

/** A credential by its letters, with its full name for those who do not know it yet. */
export function Credential({ code }: { code: string }) {
  const name = credentialName(code)
  return name === null ? <>{code}</> : <abbr title={name}>{code}</abbr>
}

/** "A, B or C" of elements. */
export function Series({
  items,
  joiner,
}: {
  items: readonly ComponentChildren[]
  joiner: 'and' | 'or'
}) {
  return (
    <>
      {items.map((item, at) => (
        <Fragment key={at}>
          {at === 0 ? '' : at === items.length - 1 ? ` ${joiner} ` : ', '}
          {item}
        </Fragment>
      ))}
    </>
  )
}

export function CredentialSeries({ codes, anyOf }: { codes: readonly string[]; anyOf: boolean }) {
  return (
    <Series
      items={codes.map((code) => (
        <Credential key={code} code={code} />
      ))}
      joiner={anyOf ? 'or' : 'and'}
    />
  )
}

export function educationText({ level, field, strength }: EducationTag): string {
  const name = EDUCATION_WORDS[level]
  const where = field ? ` in ${field}` : ''
  return `${name}${where}${strength === 'preferred' ? ' (nice to have)' : ''}`
}

function CredentialLine({ listing }: { listing: Tags }) {
  const { credentials: c } = listing
  if (c.required.length === 0 && c.required_class === null) return null
  return (
    <li>
      {c.required.length > 0 ? (
        <CredentialSeries codes={c.required} anyOf={c.any_of} />
      ) : (
        <>
          Any coding certification from{' '}
          <abbr title="American Academy of Professional Coders">AAPC</abbr> or{' '}
          <abbr title="American Health Information Management Association">AHIMA</abbr>
        </>
      )}
      {c.within_months_of_hire !== null &&
        ` – you may earn it within ${months(c.within_months_of_hire)} of being hired`}
      {c.accepted_apprentice && ' – apprentice status (the “-A”) is accepted'}
    </li>
  )
}

/** What a listing asks beside paid experience, as a short list; says so when nothing is stated. */
export function Asks({ listing }: { listing: Tags }) {
  const { credentials, education, preferred_months } = listing
  const lines = [
    <CredentialLine key="credential" listing={listing} />,
    education && <li key="education">{educationText(education)}</li>,
    credentials.preferred.length > 0 && (
      <li key="preferred">
        Nice to have: <CredentialSeries codes={credentials.preferred} anyOf={false} />
      </li>
    ),
    preferred_months !== null && (
      <li key="months">Nice to have: {months(preferred_months)} of experience</li>
    ),
  ]
  const silent =
    credentials.required.length === 0 &&
    credentials.required_class === null &&
    !education &&
    credentials.preferred.length === 0 &&
    preferred_months === null
  return silent ? (
    <span class="unsaid">No credential or schooling stated</span>
  ) : (
    <ul class="plain">{lines}</ul>
  )
}
