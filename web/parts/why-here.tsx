import type { ListingHit, Snippet, WhyHere } from '../../core/domain/listing.ts'
import { KEY_FILTERS, type KeyFilter } from '../../core/domain/search/query.ts'
import { facetWord, FILTER_WORDS, type Names } from '../filter-words.ts'
import { counted, months, payStated, series } from '../format.ts'
import { stateName } from '../words.ts'

const isKeyFilter = (filter: string): filter is KeyFilter =>
  (KEY_FILTERS as readonly string[]).includes(filter)

function byFilter(filter: string, value: string, names: Names): string | null {
  if (isKeyFilter(filter)) {
    const name = FILTER_WORDS[filter].replace(/\?$/, '')
    return `${name}: ${facetWord(filter, value, names)}`
  }
  switch (filter) {
    case 'holds':
      return held(value)
    case 'max_months':
      return value === 'not_stated' ? 'Names no months of experience' : asked(Number(value))
    case 'pay_floor':
      return `Pays up to ${payStated({ min: Number(value), max: Number(value), unit: 'hour' })}`
    case 'posted_within':
      return value === '0'
        ? 'Posted in the last day'
        : `Posted ${counted(Number(value), 'day')} ago`
    case 'accepts_apprentice':
      return value === 'true' ? 'Says apprentices are welcome' : null
    default:
      return null
  }
}

/** Of what the person holds: the codes asked for, a class of them, or none. */
function held(value: string): string {
  if (value === 'none_asked') return 'Asks for no credential on the first day'
  if (value === 'any_coding') return 'Takes any coding credential, and you hold one'
  return `Asks for ${value}, which you hold`
}

const asked = (n: number): string => (n === 0 ? 'No experience asked' : `Asks ${months(n)}`)

function miles(n: number): string {
  return n < 1 ? 'Less than a mile' : counted(Math.round(n), 'mile')
}

/** One reason in plain words; null for one that a person learns nothing from. */
export function whyText(why: WhyHere, names: Names): string | null {
  switch (why.kind) {
    case 'words': {
      const words = series(why.words.map((word) => `“${word}”`))
      return why.where === 'title'
        ? `${words} in the title or the employer’s name`
        : `${words} in the advert’s text`
    }
    case 'filter':
      return byFilter(why.filter, why.value, names)
    case 'distance':
      return `${miles(why.miles)} from ${why.label}`
    case 'remote':
      return `Remote, open to people who live in ${stateName(why.state)}`
  }
}

/** Why a listing is among the results; nothing for a search that asked for nothing. */
export function WhyHereLine({ why, names }: { why: readonly WhyHere[]; names: Names }) {
  const reasons = why.map((w) => whyText(w, names)).filter((text) => text !== null)
  if (reasons.length === 0) return null
  return (
    <p class="why">
      <span class="why-name">Why it is here:</span> {reasons.join('; ')}.
    </p>
  )
}

interface Part {
  text: string
  marked: boolean
}

/** The words of a snippet in order, those that were searched apart. Spans that cross or point outside are left out. */
export function snippetParts({ text, marks }: Snippet): Part[] {
  const out: Part[] = []
  let at = 0
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) out.push({ text: text.slice(at, start), marked: false })
    out.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) out.push({ text: text.slice(at), marked: false })
  return out
}

/** Words of the advert round about what was searched. */
export function SnippetLine({ snippet }: { snippet: ListingHit['snippet'] }) {
  if (snippet === null || snippet.text.trim() === '') return null
  return (
    <p class="snippet">
      <span class="hidden">From the advert: </span>
      {snippetParts(snippet).map(({ text, marked }, at) =>
        marked ? <mark key={at}>{text}</mark> : text,
      )}
    </p>
  )
}
