import type { EducationLevel } from '../../tags.ts'
import { CUE } from '../lexicon.ts'
import type { EducationMention, Statement } from './mention.ts'
import { matchesAtWords } from '../words.ts'

/**
 * Wording family: schooling: "high school diploma or GED", "associate's degree in health information
 * or related field", "completion of an accredited coding program", "RHIT eligible", "30 college credits".
 */

const PATTERN = new RegExp(
  `\\b(?=[abcdefghmostuvp0-9])(?:${[
    '(\\bhigh[ -]?school(?:[ /]?(?:diploma|graduat\\w*|degree|education|equivalen\\w*|completion|level))?(?:[ /]+(?:level )?(?:education|diploma|graduate|or))?|\\bg\\.?e\\.?d\\b\\.?|\\bh\\.?s\\.? (?:diploma|graduate|degree)|\\bhs\\/ged|\\bhigh school\\b|\\bsecondary (?:school )?diploma|\\bhsed?\\b(?= or| ?/| diploma| equivalent))',
    "(\\bmaster(?:'?s|s')?(?: of [a-z ]{3,25}| degree|'s)(?: degree)?|\\bgraduate degree|\\bm\\.?h\\.?a\\.?\\b(?= degree| or|,)|\\bmba\\b)",
    "(\\bbachelor(?:'?s|s')?(?: of (?:science|arts|business)[a-z ]{0,20}| degree| level)?(?: degree)?|\\bbaccalaureate(?: degree)?|\\b(?:four|4)[ -]years? (?:college |university )?degree|\\bb\\.?[sa]\\.? degree|\\bb\\.?[sa]\\.?\\/b\\.?[sa]\\.?|\\b(?:undergraduate|university|college) degree|\\bb\\.[sa]\\.(?= |,))",
    "(\\bassociate(?:'?s|s')?(?: of (?:applied )?(?:science|arts)[a-z ]{0,20}| level)? ?degrees?|\\bassociate(?:'s|s')(?!\\w)(?= (?:in|or|from|preferred|required|and)\\b|[,/;.)]| ?$)|\\bassociate of (?:applied )?(?:science|arts)|\\b(?:two|2)[ -]years? (?:college |technical |community college )?degree|\\ba\\.?a\\.?s?\\.? degree|\\ba\\.?[as]\\.?\\/a\\.?[as]\\.?(?= degree)|\\bassociates?(?:'s|s')?(?= ?(?:or|/|and/or) ?(?:an? )?bachelor| in (?:health|applied|science)| ?\\+))",
    '(\\b(?:one|two|three|four|\\d)(?: \\(\\d\\))?(?: full)? years?(?: \\([a-z0-9 ]{1,12}\\))?(?: of)?(?: [a-z-]+){0,4}? (?:above|beyond|past|after)(?: the)? high[ -]school(?: level)?)',
    '(\\b(?:enrolled|student|enrollment) (?:in|at) (?:an? |the |your )?(?:[a-z]+ ){0,3}(?:college|university)\\b|\\bsome college|\\bcollege (?:courses?|coursework|credits?|credit hours|classes|level)|\\b(?:two|2|one|1) years? of (?:college|post-?secondary|post-high school)|\\b\\d{1,3} (?:college )?(?:semester|quarter|credit|college)(?:[ -]?(?:hours?|units?)| credits?| hours?)|\\bsemester hours\\b|\\bpost-?secondary (?:education|coursework|training|degree))',
    '(\\b(?:finish(?:ed|ing)|passed|(?:final|last) (?:term|semester|year)) (?:of |in )?(?:an? |the |your )?(?:[a-z]+ ){0,3}(?:program|course|class|certificate)\\b|\\b(?:completion|graduation|graduate[sd]?|successful completion|completed)\\b[^.;]{0,60}?\\b(?:program|course(?:s|work)?|training|school|curriculum|certificate|diploma|classes)\\b|\\b(?:vocational|technical|trade|business)(?:[ /](?:vocational|technical|trade|business|college))?[ -](?:school|college|training|diploma|certificate|institute)(?: (?:certificate|diploma|graduate|training|education))?|\\b(?:coding|billing|health information|medical office|medical assisting|him|health ?care)\\b(?:(?!\\b(?:experience|or|high|with|by|for)\\b)[^.;,]){0,30}?\\b(?:certificate(?! of authority)|diploma|(?:training )?program(?: graduate)?|courses?|coursework|training program|classes)\\b|\\b(?:certificate|diploma)(?: program)?(?: of completion)? (?:in|from) (?:an? )?(?:accredited |medical |health|billing|coding|him\\b|approved)[a-z ]{0,40}|\\b(?:one|1)[ -]year (?:certificate|program|diploma|course)|\\bformal (?:training|education|coursework|classroom training)(?: in [a-z ]{3,30})?|\\bcoursework in [a-z ]{3,40}|\\bahima[- ]approved[^.;]{0,30}program|\\bcertificate program\\b)',
    '(\\bdegree\\b(?: in (?:health|him|medical|business|related|accounting|finance))?)',
  ].join('|')})`,
  'y',
)
/** What each group of the pattern stands for, in the order of the groups. */
const GROUPS: readonly (readonly [key: string, level: EducationLevel])[] = [
  ['hs', 'high_school'],
  ['master', 'master'],
  ['bachelor', 'bachelor'],
  ['associate', 'associate'],
  ['above', 'some_college'],
  ['some', 'some_college'],
  ['cert', 'certificate'],
  ['degree', 'associate'],
]
/** What belongs to the schooling named: its field, "or equivalent", "from an accredited school". */
const TAIL =
  /^(?:['’]?s?\b)?(?: ?\([^()]{0,40}\))?(?:[ ,]*(?:degree|diploma|certificate|\/)*[ ,/]*(?:or|\/) ?(?:an? |its |the |high school |state |its |ged )*(?:equivalen(?:t|cy|ce)(?! (?:work |relevant |professional |related |job |medical |combination |years|of \d|experience|in experience))(?: (?:education|degree|diploma|certificate|\(ged\)|ged|credentials?|required))?|g\.?e\.?d\.?|hiset|equivalency certificate|higher\b|above|better))?(?: ?\([^()]{0,24}\))?(?:,? (?:in|from|with (?:a )?(?:focus|emphasis|concentration|major) (?:in|on)) (?:an? |the )?[a-z/&' -]{3,50}?(?=(?:,? (?:or|and|with|required|preferred|plus|is|a plus|desired|strongly|highly|from|of|may|can|will)\b|[,.;:()|]|$))(?:(?:,| or|,? or) (?:an? |other |closely |similar )*(?:related|relevant|similar|comparable|equivalent|allied|appropriate|health ?care|business|healthcare-related|health information|medical|health|accounting|finance|him)[a-z -]{0,25}?(?:field|discipline|area|major|administration|management|program|degree|technology|information)s?){0,3})?/
const FIELD =
  / in (?:an? |the )?([a-z/&' -]{3,50})$|(?:^| )in (?:an? |the )?([a-z/&' -]{3,50}?)(?:,| or |$)/
const ACCREDITED = /\b(?:accredited|cahiim|ahima[- ]approved|aapc[- ]approved|approved)\b/
const NOT_ASKED =
  /\b(?:tuition|scholarship|reimburse\w*|continuing|equal opportunity|(?:we|company) offers?|learn(?:ing)? about|train(?:ed)? on)\b/
const OTHER_TRAINING =
  /\b(?:orientation|hipaa|compliance|in-?service|our|mandatory|annual|safety|onboarding|apprenticeship|wellness|assistance|benefit|residency|incentive|recognition|quality|audit|improvement|loyalty|paid|on-the-job|government|assistance)\b/
const BUSINESS_ASSOCIATE =
  /\b(?:business|our|all|team|fellow|sales|patient|coding|billing|certified coding) $/

function senseOf(match: RegExpExecArray): { key: string; level: EducationLevel } | null {
  for (const [index, [key, level]] of GROUPS.entries()) {
    const words = match[index + 1]
    if (words === undefined) continue
    if (key === 'cert' && /^(?!.*\b(?:above|beyond|past|after)\b).*\bhigh[ -]school$/.test(words))
      return { key: 'hs', level: 'high_school' }
    return { key, level: key === 'above' && /^(?:four|4)/.test(words) ? 'bachelor' : level }
  }
  return null
}

/** Schooling named in one statement; a diploma and its GED are one mention. */
export function findEducation(statement: Statement): EducationMention[] {
  const { folded, words, base } = statement
  const found: EducationMention[] = []
  if ((statement.cues & CUE.schooling) === 0) return found
  for (const match of matchesAtWords(PATTERN, folded, words, base, CUE.schoolStart)) {
    const { index } = match
    const sense = senseOf(match)
    if (sense === null) continue
    const previous = found.at(-1)
    if (previous !== undefined && index < previous.end) continue
    const before = folded.slice(Math.max(0, index - 60), index)
    if (
      rejected(
        sense.key,
        match[0],
        before,
        folded.slice(index + match[0].length, index + match[0].length + 60),
        statement,
      )
    )
      continue
    let end = index + match[0].length
    if (sense.key !== 'cert') end += TAIL.exec(folded.slice(end, end + 160))?.[0].length ?? 0
    const words = folded.slice(index, end)
    const between = previous === undefined ? '' : folded.slice(previous.end, index)
    if (previous?.level === 'high_school' && sense.level === 'high_school' && between.length < 25) {
      previous.end = end
      continue
    }
    const around = folded.slice(Math.max(0, index - 20), end + 40)
    found.push({
      kind: 'education',
      start: index,
      end,
      rule: `education.${sense.level}`,
      level: sense.level,
      field: fieldOf(words),
      accredited: sense.level !== 'high_school' && ACCREDITED.test(around),
    })
  }
  return found
}

function fieldOf(words: string): string | null {
  const match = FIELD.exec(words)
  const field = (match?.[1] ?? match?.[2])?.trim()
  if (field === undefined || field.length < 3) return null
  if (/\b(?:progress|a related|accredited|school|college|lieu)\b/.test(field)) return null
  return field
}

function rejected(
  key: string,
  words: string,
  before: string,
  after: string,
  statement: Statement,
): boolean {
  if (statement.sectionKind === 'benefits' || statement.sectionKind === 'about') return true
  if (NOT_ASKED.test(before)) return true
  if (
    /\b(?:no|not|without an?|in lieu of an?|in place of an?) $/.test(before) &&
    !/lieu|place/.test(before)
  )
    return true
  // "If you have a billing certificate, tell us about it."
  if (/\bif you (?:have|hold|completed|earned|are|were)\b[^.;,]{0,25}$/.test(before)) return true
  if (key === 'cert') {
    // "Upon completion of the program you will be able to ...": what the employer's own course ends in.
    if (/\b(?:upon|after|following|on)(?: the)? (?:successful )?$/.test(before)) return true
    if (OTHER_TRAINING.test(before.slice(-25) + words)) return true
    if (
      /\b(?:provid\w*|develop\w*|deliver\w*|offer\w*|conduct\w*|attend\w*|participat\w*|our|this|manag\w*|assist\w*|administer\w*|maintain\w*|support\w*) (?:an? |the |our |in |in-house |of |all |any |required )*$/.test(
        before,
      )
    )
      return true
    if (
      statement.sectionKind === 'duties' &&
      !/\b(?:required|preferred|must)\b/.test(statement.folded)
    )
      return true
  }
  if (key === 'degree')
    return (
      !/^ (?:in|or|and|from|required|preferred|is|a plus|with)\b|^[;,.)]|^$/.test(after) ||
      /\b(?:high|some|some|certain|great|greater|large|advanced|any|to (?:the|a)|clinical|first|rn|nursing|in lieu of) $/.test(
        before,
      ) ||
      /\b(?:associate|bachelor|master)/.test(before)
    )
  if (key === 'associate') return BUSINESS_ASSOCIATE.test(before) && !words.includes('degree')
  if (key === 'hs')
    return (
      /\b(?:district|athletic|local|area|volunteer|students?) $/.test(before) ||
      /^ (?:students?|athlet|district|sports)/.test(after)
    )
  return false
}
