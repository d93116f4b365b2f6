/**
 * The English stemmer of Snowball (Porter's second), which PostgreSQL's 'english' uses, so that words can be
 * marked in a text without asking the database. `word` is in small letters, perhaps with hyphens. It only marks: what is found is
 * decided by lexemes that the database made, and a test holds the two against each other.
 */
export function stem(word: string): string {
  if (word.length < 3 || /[^a-z-]/.test(word)) return word
  const whole = WHOLE.get(word)
  if (whole !== undefined) return whole
  const marked = word.replace(/^y|([aeiouy])y/g, (found) => `${found.slice(0, -1)}Y`)
  const r1 = regionOne(marked)
  const r2 = r1 + afterVowelAndOther(marked.slice(r1))
  const short = step1a(marked)
  if (KEPT.has(short)) return short
  const parts = { r1, r2 }
  const out = step5(step4(step3(step2(step1c(step1b(short, parts)), parts), parts), parts), parts)
  return out.replaceAll('Y', 'y')
}

interface Regions {
  r1: number
  r2: number
}

const WHOLE = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((w) => [w, w] as const),
])
const KEPT = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '))

/** After the first letter that is no vowel and follows one. */
function afterVowelAndOther(word: string): number {
  const found = /[aeiouy][^aeiouy]/.exec(word)
  return found === null ? word.length : found.index + 2
}

function regionOne(word: string): number {
  const found = /^(?:gener|commun|arsen)/.exec(word)
  return found === null ? afterVowelAndOther(word) : found[0].length
}

const VOWEL = /[aeiouy]/
/** Ends in a short syllable. */
const SHORT_END = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/

const isShort = (word: string, r1: number): boolean => r1 >= word.length && SHORT_END.test(word)

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1)
  if (/[us]s$/.test(word) || !word.endsWith('s')) return word
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word
}

function step1b(word: string, { r1 }: Regions): string {
  const eed = /eed(?:ly)?$/.exec(word)
  if (eed !== null) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word
  const found = /(?:ed|ing)(?:ly)?$/.exec(word)
  const rest = found === null ? '' : word.slice(0, found.index)
  if (found === null || !VOWEL.test(rest)) return word
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) {
    // "adding" is of "add"; releases of Snowball before 3 made "ad" of it.
    return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1)
  }
  return isShort(rest, r1) ? `${rest}e` : rest
}

const step1c = (word: string): string =>
  word.length > 2 ? word.replace(/([^aeiouy])[yY]$/, '$1i') : word

type Rules = readonly (readonly [ending: string, by: string])[]

const STEP2: Rules = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
]

/** The first ending that fits decides, though it may stand too far left to be changed. */
function changed(word: string, rules: Rules, from: number): string | null {
  const rule = rules.find(([ending]) => word.endsWith(ending))
  if (rule === undefined) return null
  const at = word.length - rule[0].length
  return at >= from ? word.slice(0, at) + rule[1] : word
}

function step2(word: string, { r1 }: Regions): string {
  const done = changed(word, STEP2, r1)
  if (done !== null) return done
  if (word.endsWith('ogi')) {
    return word.length - 3 >= r1 && word.endsWith('logi') ? word.slice(0, -1) : word
  }
  const li = word.endsWith('li') && word.length - 2 >= r1 && /[cdeghkmnrt]li$/.test(word)
  return li ? word.slice(0, -2) : word
}

const STEP3: Rules = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]

function step3(word: string, { r1, r2 }: Regions): string {
  const done = changed(word, STEP3, r1)
  if (done !== null) return done
  return word.endsWith('ative') && word.length - 5 >= r2 ? word.slice(0, -5) : word
}

const STEP4 =
  /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/

function step4(word: string, { r2 }: Regions): string {
  const found = STEP4.exec(word)
  return found !== null && found.index >= r2 ? word.slice(0, found.index) : word
}

function step5(word: string, { r1, r2 }: Regions): string {
  const last = word.length - 1
  if (word.endsWith('e')) {
    const drop = last >= r2 || (last >= r1 && !SHORT_END.test(word.slice(0, -1)))
    return drop ? word.slice(0, -1) : word
  }
  return word.endsWith('ll') && last >= r2 ? word.slice(0, -1) : word
}
