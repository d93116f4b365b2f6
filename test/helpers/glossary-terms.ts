import { CREDENTIALS } from '../../core/domain/vocabulary/credentials.ts'

/**
 * Words of the trade that a reader of our pages has learned in training, or that the page explains: for the
 * reading grade each counts as two syllables. Codes of credentials come from the catalogue.
 */
const TERMS = [
  ...['billing', 'biller', 'billers', 'coding', 'coder', 'coders', 'credential', 'credentials'],
  ...['apprentice', 'apprentices', 'apprenticeship', 'externship', 'practicode', 'certificate'],
  ...['medical', 'medicare', 'medicaid', 'advert', 'adverts', 'employer', 'employers'],
  // Bodies, by the letters they are called by.
  ...['aapc', 'ahima', 'amba', 'bmsc', 'nha', 'hfma', 'ncct', 'amca', 'pmi', 'cms', 'hrsa', 'bls'],
  ...['oews', 'ftc', 'va', 'us', 'id', 'usajobs', 'careeronestop', 'foothold'],
]

export const GLOSSARY: ReadonlySet<string> = new Set([
  ...TERMS,
  ...CREDENTIALS.map(({ code }) => code.toLowerCase()),
])
