/** The parts of a résumé, by their headings; `top` is all that stands before the first. */
export type Section =
  'top' | 'summary' | 'work' | 'unpaid' | 'school' | 'credentials' | 'skills' | 'other'

export interface ResumeLine {
  /** Wide gaps stand as " | ". */
  text: string
  bullet: boolean
  section: Section
  /** The heading says that its credentials are still to be earned. */
  pending: boolean
}

const MOST_LINES = 2000
const LONGEST_LINE = 400
const LONGEST_HEADING = 48

const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  [
    'unpaid',
    /^(?:volunteer(?:ing)?|community service|(?:clinical |professional )?(?:externships?|internships?|practicums?))\b/,
  ],
  [
    'work',
    /\b(?:experience|employment|work history|career history|professional history|positions held)\b/,
  ],
  ['credentials', /\b(?:certifications?|certificates|licen[cs]es?|licensure|credentials?)\b/],
  ['school', /\b(?:education|academic|training|schooling|coursework)\b/],
  [
    'skills',
    /\b(?:skills|software|technology|technical|competenc\w+|tools|systems|proficienc\w+)\b/,
  ],
  ['summary', /^(?:professional |career )?(?:summary|profile|objective|about me|highlights)\b/],
  [
    'other',
    /^(?:references|awards|honou?rs|affiliations|memberships?|languages?|interests|hobbies|projects|publications|personal)\b/,
  ],
]
const PENDING = /\b(?:in progress|pending|planned|expected|pursuing|upcoming)\b/
const BULLET = /^[•·▪◦●○■*–—-]\s+/

/** The lines of a résumé with the section each stands in. */
export function linesOf(text: string): ResumeLine[] {
  const lines: ResumeLine[] = []
  let section: Section = 'top'
  let pending = false
  for (const raw of text.split(/\r\n?|\n/).slice(0, MOST_LINES)) {
    const wide = raw
      .slice(0, LONGEST_LINE)
      .replace(/\u00a0/g, ' ')
      .trim()
      .replace(/\t+| {3,}/g, ' | ')
    const spaced = wide.replace(/(?: \| )+/g, ' | ').replace(/ {2,}/g, ' ')
    if (spaced === '' || /^[\s|_=-]+$/.test(spaced)) continue
    const heading = headingOf(spaced)
    if (heading !== null) {
      section = heading
      pending = PENDING.test(spaced.toLowerCase())
      continue
    }
    const bullet = BULLET.test(spaced)
    lines.push({ text: spaced.replace(BULLET, ''), bullet, section, pending })
  }
  return lines
}

/** The section a line opens; null when it is no heading: headings are short and bear no figure and no full stop. */
function headingOf(line: string): Section | null {
  const bare = line.replace(/[\s:]+$/, '')
  if (bare.length > LONGEST_HEADING || /[\d.;]|, /.test(bare) || BULLET.test(bare)) return null
  const words = bare.split(/[\s/&|]+/).length
  const shouts = bare === bare.toUpperCase()
  if (words > (shouts ? 7 : 5)) return null
  const titled = shouts || bare.split(/\s+/).every((w) => /^(?:[A-Z&(]|and|of|in)/.test(w))
  if (!titled) return null
  const folded = bare.toLowerCase()
  // "Certified Coding Specialist" or "Education Specialist" names a credential or a job, not a part.
  if (
    !shouts &&
    /\b(?:specialist|coordinator|clerk|coder|biller|manager|assistant|technician|university|college)\b/.test(
      folded,
    )
  )
    return null
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}
