/**
 * What a feed's own word for the place of work says of remote work: true ("remote", "TELECOMMUTE"), false
 * ("on-site", "ORA_ON_SITE"), null when it says neither or both ("hybrid", "unspecified", nothing).
 */
export function remoteIn(word: string | null): boolean | null {
  const said = (word ?? '').toLowerCase().replace(/_/g, ' ')
  if (/hybrid|flex|partial|occasional/.test(said)) return null
  if (/\b(not|non|no)[- ]?remote|on-? ?site|in-?[ -]?office|in-?[ -]person/.test(said)) return false
  return /\bremote|telecommut|telework|(work from|at) home|home[- ]based|\bvirtual\b/.test(said)
    ? true
    : null
}

/** A place line says remote when it says so plainly ("Remote - US"); of being on site it says nothing. */
export function remoteInPlace(line: string | null): true | null {
  return remoteIn(line) === true ? true : null
}

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
