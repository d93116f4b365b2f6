/**
 * The same characters as a string of its own. A piece cut out of a text may keep the whole text in memory;
 * what is kept longer than its advert is copied first.
 */
export function ownCopy(piece: string): string {
  return piece.split('').join('')
}
