/**
 * What a search's words come to, as lexemes of the database's text search: both engines answer this, so that
 * they cannot read one text in two ways.
 */
export interface TextQuery {
  /** Every clause must hold; a clause holds where one of its alternatives does. Never empty inside. */
  all: Alternative[][]
  /** None of these clauses may hold. */
  none: Alternative[][]
}

/** Lexemes that all must stand in a listing. */
export interface Alternative {
  lexemes: string[]
  /**
   * The same as PostgreSQL writes it, quotes and all: `'bill' & 'specialist'`, or `'medic' <-> 'coder'` where
   * they must stand side by side.
   */
  tsquery: string
  /** true: side by side; only an engine that keeps positions can tell. */
  phrase: boolean
}

export const needsPositions = (text: TextQuery): boolean =>
  [...text.all, ...text.none].some((clause) => clause.some((a) => a.phrase))
