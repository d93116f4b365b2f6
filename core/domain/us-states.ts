import { STATES } from './vocabulary/states.ts'

/** The fifty states and the District of Columbia, as USPS codes. */
export const US_STATES: readonly string[] = Object.keys(STATES)

/** American Samoa, Guam, the Northern Mariana Islands, Puerto Rico and the US Virgin Islands. */
const US_TERRITORIES = ['AS', 'GU', 'MP', 'PR', 'VI']

/** Every code a search or a profile may name. */
export const STATE_CODES: readonly string[] = [...US_STATES, ...US_TERRITORIES]

/** The code of a state by its name in lower case. */
export const CODE_OF_STATE_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES).map(([code, name]) => [name.toLowerCase(), code]),
)
