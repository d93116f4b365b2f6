/** How many values a text is reduced to, and into how many bands of how many they are bound. */
const BUCKETS = 64
const BANDS = 16
const ROWS = BUCKETS / BANDS
/** Fewer words than this have too few runs to say anything. */
const FEWEST_WORDS = 20

/**
 * What near-copies of a text have in common: 16 numbers (32 bits, signed), of which two texts share at
 * least one with probability 1 - (1 - s^4)^16, where s is how alike their runs of three words are; 0.99
 * for s = 0.7. One-permutation MinHash of 64 values, hashed while scanning; the i-th number is never equal
 * to the j-th of another text but by chance. [] for a text of a few words.
 */
export function bandsOf(text: string): number[] {
  const least = leastHashes(text)
  if (least === null) return []
  const bands: number[] = []
  for (let band = 0; band < BANDS; band += 1) {
    let hash = Math.imul(band + 1, 0x9e3779b1)
    for (let row = 0; row < ROWS; row += 1) {
      hash = mixed(hash ^ (least[band * ROWS + row] ?? 0))
    }
    bands.push(hash)
  }
  return bands
}

/** The least hash of the runs that fall into each bucket; an empty bucket takes that of the next full one. */
function leastHashes(text: string): Uint32Array | null {
  const least = new Uint32Array(BUCKETS).fill(EMPTY)
  let words = 0
  let before = 0
  let last = 0
  eachWord(text, (word) => {
    words += 1
    if (words > 2) {
      const run = mixed(Math.imul(before, 31) ^ Math.imul(last, 0x85ebca6b) ^ word) >>> 0
      const bucket = run >>> 26
      const value = run & 0x3ffffff
      if (value < (least[bucket] ?? 0)) least[bucket] = value
    }
    before = last
    last = word
  })
  if (words < FEWEST_WORDS) return null
  return withoutGaps(least)
}

const EMPTY = 0xffffffff

function withoutGaps(least: Uint32Array): Uint32Array {
  const full = least.slice()
  for (let i = 0; i < BUCKETS; i += 1) {
    for (let step = 1; full[i] === EMPTY && step < BUCKETS; step += 1) {
      const value = least[(i + step) % BUCKETS] ?? EMPTY
      // Marked with how far it came, so that it does not pass for the bucket's own.
      if (value !== EMPTY) full[i] = value + (step & 31) * 0x4000000
    }
  }
  return full
}

/** Hashes each run of letters and digits, in lower case (FNV-1a). */
function eachWord(text: string, told: (hash: number) => void): void {
  let hash = START
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i)
    if (code >= 65 && code <= 90) code += 32
    const letter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code >= 0xc0
    // Dashes, quotation marks and bullets of the general punctuation part words.
    if (letter && (code < 0x2000 || code > 0x206f)) {
      hash = Math.imul(hash ^ code, 0x01000193)
    } else if (hash !== START) {
      told(hash)
      hash = START
    }
  }
  if (hash !== START) told(hash)
}

const START = 0x811c9dc5 | 0

/** Spreads the bits of a number over all 32 (the end of MurmurHash3). */
function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
