import type { ComponentChildren } from 'preact'
import type { HelpEntry } from '../../core/domain/help.ts'
import type { Profile } from '../../core/domain/profile.ts'
import { monthsWords, recordedMonths } from '../../core/domain/experience.ts'
import { Num, WithFigures } from './figures.tsx'
import { Day } from './time.tsx'

const LOG_ROWS = 5

/** What a letter must show (domain notes, 1b: rule of AAPC). */
const LETTER = [
  'It stands on the letterhead of the employer.',
  'An employer, a supervisor or the HR office signed it, with the date.',
  'It says when your work began and when it ended.',
  'It says that you used CPT, ICD-10-CM or HCPCS codes.',
  'It names a person to contact.',
  'You hold it as a PDF file.',
]

const WAYS = [
  'Two years of paid work in which you use the codes. Work before and after the exam counts, and so does a formal externship. Letters prove it.',
  'One year of such work, and a course of 80 hours or Practicode.',
  'A course of 80 hours and Practicode. You need no job for this.',
]

function Check({ children }: { children: ComponentChildren }) {
  return (
    <li>
      <label class="tick">
        <input type="checkbox" />
        <span>{children}</span>
      </label>
    </li>
  )
}

function DoneSoFar({ profile }: { profile: Profile }) {
  const { months, externship_hours: hours, practicode_done: done } = profile
  const coding = months === undefined ? null : recordedMonths(months, 'coding')
  return (
    <p>
      What you told us:{' '}
      {coding === null ? (
        'nothing on paid coding work'
      ) : (
        <>
          <Num>{monthsWords(coding)}</Num> of paid coding work
        </>
      )}
      {hours !== undefined && (
        <>
          , <Num>{hours}</Num> hours of externship
        </>
      )}
      {done !== undefined && (done ? ', Practicode finished' : ', Practicode not finished')}.
    </p>
  )
}

function Log() {
  return (
    <div class="log" role="region" aria-label="Your log of proof" tabIndex={0}>
      <table class="evidence">
        <caption>Your log of proof. Fill in a row for each job or externship.</caption>
        <thead>
          <tr>
            {[
              'From',
              'To',
              'Employer',
              'Codes you used',
              'Who can sign',
              'Asked on',
              'Have it',
            ].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: LOG_ROWS }, (_, row) => (
            <tr key={row}>
              {Array.from({ length: 7 }, (__, cell) => (
                <td key={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The three ways to drop the A, the checklist for letters and a log to fill in; `rule` is the entry of the directory that holds its source. */
export function PlanRemoval({ profile, rule }: { profile: Profile; rule: HelpEntry }) {
  return (
    <section aria-labelledby="removal" data-source>
      <h2 id="removal">Drop the A</h2>
      <p>Any one of these is enough for AAPC:</p>
      <ul class="checks">
        {WAYS.map((way) => (
          <Check key={way}>
            <WithFigures text={way} />
          </Check>
        ))}
      </ul>
      <DoneSoFar profile={profile} />
      <h3>Is the letter complete?</h3>
      <ul class="checks">
        {LETTER.map((point) => (
          <Check key={point}>
            <WithFigures text={point} />
          </Check>
        ))}
      </ul>
      <p>Ask for each letter while you still work there. It is hard to get later.</p>
      <Log />
      <p class="source-line" data-source-line>
        Source: {rule.source}, {rule.as_of === null ? 'without a date' : <Day at={rule.as_of} />}.
        Held against the source on <Day at={rule.checked} />. {rule.note}
      </p>
    </section>
  )
}
