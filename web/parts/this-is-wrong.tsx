import type { ComponentChildren } from 'preact'
import { type FeedbackTag, LONGEST_CORRECTION, statesTag } from '../../core/domain/feedback.ts'
import type { Listing } from '../../core/domain/listing.ts'
import { feedbackPath } from '../paths.ts'
import { tagWord } from '../words.ts'

/** Draws, beside the tags it is given, the way to say that one of them is wrong. */
export type Wrong = (...tags: FeedbackTag[]) => ComponentChildren

/** What the page says in other words than a list of tags does. */
const NAMES: Partial<Record<FeedbackTag, string>> = {
  in_domain: 'Billing and coding, or another trade',
}
const nameOf = (tag: FeedbackTag): string => NAMES[tag] ?? tagWord(tag)

/** A small form, closed until asked for, that works without a script. Tags the page does not state are left out. */
export function ThisIsWrong({ listing, tags }: { listing: Listing; tags: readonly FeedbackTag[] }) {
  const stated = tags.filter((tag) => statesTag(listing, tag))
  const [first] = stated
  if (first === undefined) return null
  return (
    <details class="wrong">
      <summary>
        This is wrong<span class="hidden"> ({stated.map(nameOf).join(', ')})</span>
      </summary>
      <form method="post" action={feedbackPath(listing.id)}>
        {stated.length === 1 ? (
          <input type="hidden" name="tag" value={first} />
        ) : (
          <label>
            Which point?
            <select name="tag">
              {stated.map((tag) => (
                <option key={tag} value={tag}>
                  {nameOf(tag)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          What would be right? You may leave this empty. Please write nothing about yourself.
          <textarea name="correct" rows={2} maxLength={LONGEST_CORRECTION} />
        </label>
        <button>Tell us</button>
      </form>
    </details>
  )
}
