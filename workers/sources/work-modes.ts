/** Wording family: work away from the employer's place. "At home" alone is what care at home is called. */
const REMOTE =
  /\b(?:remote|wfh\b|work(?:ing)? (?:from|at) home|home[- ]based|telecommut|telework|virtual\b|anywhere\b)/
/** Wording family: work at the employer's place. */
const ON_SITE = /\b(?:not|non|no)[- ]?remote|\bon-? ?site|\bin[- ]?office|\bin[- ]?person/
/** Wording family: some of both, or the one after the other. */
const MIXED = /hybrid|flex|partial|occasional|remote after/

const folded = (word: string | null) => (word ?? '').toLowerCase().replace(/_/g, ' ')

/**
 * What a feed's own word for the place of work says of remote work: true ("remote", "TELECOMMUTE"), false
 * ("on-site", "ORA_ON_SITE"), null when it says neither or both ("hybrid", "unspecified", nothing).
 */
export function remoteIn(word: string | null): boolean | null {
  const said = folded(word)
  if (MIXED.test(said)) return null
  if (ON_SITE.test(said)) return false
  return REMOTE.test(said) ? true : null
}

/** A place line says remote when it says so plainly ("Remote - US"); of being on site it says nothing. */
export function remoteInPlace(line: string | null): true | null {
  return remoteIn(line) === true ? true : null
}

/**
 * What fields that may speak of places or of the mode of work say of the latter. Like a place line they say
 * remote when they say so plainly; of being on site they say nothing.
 */
export function modeIn(...said: (string | null)[]): {
  remote: true | null
  /** As the feed wrote it; null when it speaks only of places. */
  work_mode: string | null
} {
  const spoken = said.filter((s) => s !== null && SPEAKS.some((words) => words.test(folded(s))))
  const work_mode = spoken.length === 0 ? null : spoken.join('; ')
  return { remote: remoteInPlace(work_mode), work_mode }
}

/** "Flexible" and "partial" speak of hours as well, so they alone tell no mode. */
const SPEAKS = [REMOTE, ON_SITE, /hybrid/]

/** Marks a feed sets one by one: what each that is set is called, and what they say of remote work together. */
export function markedModes(marks: {
  remote: boolean | null
  hybrid: boolean | null
  onSite?: boolean | null
}): { remote: boolean | null; words: string | null } {
  const words = [
    marks.remote === true ? 'remote' : null,
    marks.hybrid === true ? 'hybrid' : null,
    marks.onSite === true ? 'on-site' : null,
  ].filter((w) => w !== null)
  // Remote and something else at once is a choice the feed does not settle.
  const remote = marks.remote === true && words.length > 1 ? null : marks.remote
  return { remote, words: words.length > 0 ? words.join(', ') : null }
}
