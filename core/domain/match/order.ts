/** What the order of adverts rests on. */
export interface Placed {
  id: number
  score: number | null
  /** ms since 1970; null = no date is known. */
  since: number | null
  /** Whoever hires; null = not known, and then nobody else's advert is like it. */
  employer: string | null
}

/** Adverts of one verdict: the better score first, then the newer, then the later id. */
export const byScore = (a: Placed, b: Placed): number =>
  (b.score ?? -1) - (a.score ?? -1) || (b.since ?? 0) - (a.since ?? 0) || b.id - a.id

/** Of every ten places in the list at most three go to one employer, as long as another has an advert of the same verdict. */
export const SPREAD = { page: 10, most: 3 } as const

/**
 * The first `limit` adverts in their order, but so that no employer fills a page: groups of one verdict each
 * come one after the other and are never mixed, and within a group an advert beyond its employer's share of the
 * page waits for the next one. When nothing else is left in its group it takes the place all the same.
 */
export function spread<T extends Placed>(groups: readonly (readonly T[])[], limit: number): T[] {
  const placed: T[] = []
  let share = new Map<string, number>()
  const had = ({ employer }: T): number => (employer === null ? 0 : (share.get(employer) ?? 0))
  const place = (advert: T): void => {
    if (placed.length % SPREAD.page === 0) share = new Map()
    if (advert.employer !== null) share.set(advert.employer, had(advert) + 1)
    placed.push(advert)
  }
  for (const group of groups) {
    let rest = group
    while (rest.length > 0 && placed.length < limit) {
      if (placed.length % SPREAD.page === 0) share = new Map()
      const full = Math.min(limit, placed.length + SPREAD.page - (placed.length % SPREAD.page))
      const waiting: T[] = []
      let seen = 0
      for (; seen < rest.length && placed.length < full; seen += 1) {
        const advert = rest[seen] as T
        if (had(advert) >= SPREAD.most) waiting.push(advert)
        else place(advert)
      }
      const late = waiting.splice(0, full - placed.length)
      late.forEach(place)
      rest = [...waiting, ...rest.slice(seen)]
    }
  }
  return placed
}
