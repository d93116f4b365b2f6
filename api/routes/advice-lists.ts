import type { Profile } from '../../core/domain/profile.ts'
import type { Matching } from './profiles.ts'

const STANDING_TITLES = {
  open: 'Open to you now',
  likely: 'Likely',
  stretch: 'A stretch',
} as const

/** All the listings behind one count of the result; null when there is no such count. */
export async function wholeList(
  people: Matching,
  profile: Profile,
  show: string,
): Promise<{ title: string; ids: number[] } | null> {
  if (show === 'open' || show === 'likely' || show === 'stretch') {
    return { title: STANDING_TITLES[show], ids: await people.standing(profile, show) }
  }
  const advice = await people.advice(profile)
  const [, kind, key] = /^(step|reach|pair):(.+)$/.exec(show) ?? []
  if (kind === 'pair') {
    const pair = advice.pairs.find((p) => p.parts.map((part) => part.key).join('+') === key)
    return pair === undefined
      ? null
      : {
          title: `What “${pair.parts.map(({ label }) => label).join('” and “')}” open together`,
          ids: pair.listing_ids,
        }
  }
  const step = advice.steps.find((s) => s.key === key)
  if (step === undefined) return null
  const { label } = step.change
  return kind === 'step'
    ? { title: `What “${label}” opens`, ids: step.listing_ids }
    : { title: `What “${label}” brings closer`, ids: step.within_reach_ids }
}
