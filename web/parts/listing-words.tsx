import type { Evidence, Reading } from '../../core/domain/reading.ts'
import { type Mark, markAt } from '../marks.ts'
import { SETTING_ABOUT, settingWord, tagWord } from '../words.ts'
import { Fact } from './facts.tsx'
import { markId } from './marked-text.tsx'
import type { Wrong } from './this-is-wrong.tsx'

/** A feed's field as a person reads it: braces and quotes of a JSON value are left out. */
function fieldWords(words: string): string {
  return /^[{[].*[}\]]$/s.test(words)
    ? words.replace(/["{}[\]]/g, '').replace(/([:,])(?=\S)/g, '$1 ')
    : words
}

function Words({ found, marks }: { found: Evidence[]; marks: readonly Mark[] }) {
  return (
    <ul class="plain">
      {found.map((e, index) => {
        const at = markAt(marks, e)
        const words = fieldWords(e.words.trim())
        return (
          <li key={index}>
            <q>{at === null ? words : <a href={`#${markId(at)}`}>{words}</a>}</q>
            {e.rule.startsWith('structured.') && (
              <span class="quiet"> (a field of the feed, not the text)</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What kind of place asks, with the words that say so. */
export function WhoAsks({
  listing,
  marks,
  wrong,
}: {
  listing: Pick<Reading, 'settings' | 'evidence'> & { employer: string | null }
  marks: readonly Mark[]
  wrong?: Wrong | undefined
}) {
  const words = listing.evidence['settings'] ?? []
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who asks</h2>
      <p>{listing.employer ?? 'The employer is not named.'}</p>
      {listing.settings.length === 0 ? (
        <p class="unsaid">The advert does not say what kind of place this is.</p>
      ) : (
        <ul>
          {listing.settings.map((s) => (
            <li key={s}>
              <strong>{settingWord(s)}.</strong> {SETTING_ABOUT[s]}
            </li>
          ))}
        </ul>
      )}
      {words.length > 0 && (
        <>
          <p>We read that from these words:</p>
          <Words found={words} marks={marks} />
        </>
      )}
      {wrong?.('settings')}
    </section>
  )
}

/** Each tag with the words that earned it, linked to where they stand in the text. */
export function WordsBehind({
  listing,
  marks,
}: {
  listing: Pick<Reading, 'evidence'>
  marks: readonly Mark[]
}) {
  const tags = Object.entries(listing.evidence).filter(
    ([tag, found]) => found.length > 0 && tag !== 'in_domain',
  )
  return (
    <section aria-labelledby="why">
      <h2 id="why">The words behind each point</h2>
      {tags.length === 0 ? (
        <p class="unsaid">No words of the advert led to a tag.</p>
      ) : (
        <dl class="facts wide">
          {tags.map(([tag, found]) => (
            <Fact key={tag} name={tagWord(tag)}>
              <Words found={found} marks={marks} />
            </Fact>
          ))}
        </dl>
      )}
    </section>
  )
}
