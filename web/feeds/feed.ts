import type { Outgoing } from '../../core/domain/outgoing.ts'
import { payConverted, payStated } from '../format.ts'
import { safeHref } from '../links.ts'
import { entrySentence } from '../parts/chips.tsx'
import { workText } from '../parts/facts.tsx'
import { listingPath } from '../paths.ts'
import { xmlText } from './xml.ts'

/** A search as a feed tells it: the newest of its listings that may be passed on. */
export interface Feed {
  /** The address of this site, without a slash at its end. */
  base: string
  /** The page of the search, from the root: "/?state=PA". */
  search: string
  /** This feed itself, from the root. */
  self: string
  items: readonly Outgoing[]
}

export const FEED_TITLE = 'Foothold: medical billing and coding jobs'
export const FEED_ABOUT =
  'The newest adverts of a search, as far as the terms of their sources let them be passed on.'

export const pageOf = ({ base }: Feed, { id }: Outgoing): string => base + listingPath(id)

/** "Medical Biller, Mercy Hill Hospital (Scranton, PA)"; an invented advert says so first. */
export function itemTitle({ title, employer, place, demo }: Outgoing): string {
  const who = employer === null ? title : `${title}, ${employer}`
  const where = place === null ? who : `${who} (${place})`
  return demo ? `Demo, invented: ${where}` : where
}

/** Pay as the advert states it, with the other unit beside it; null when it names none. */
export function payText({ pay }: Outgoing): string | null {
  const stated = payStated(pay)
  const converted = payConverted(pay)
  return stated === null || converted === null ? stated : `${stated} (about ${converted})`
}

/** What a listing asks and offers, in one line each. */
export function factLines(item: Outgoing): string[] {
  const pay = payText(item)
  return [
    entrySentence(item),
    ...(item.work_mode === 'not_stated' ? [] : [workText(item)]),
    ...(pay === null ? [] : [`Pay: ${pay}`]),
  ]
}

/** The whole item as HTML: the facts, what the terms of its source want said, the advert's own words. */
export function itemHtml(item: Outgoing): string {
  const facts = factLines(item).map((line) => `<li>${xmlText(line)}</li>`)
  return `<ul>${facts.join('')}</ul>${creditHtml(item)}${item.html ?? ''}`
}

/** The link to the original, and the name and the line that the terms of its source ask for. */
export function creditHtml({ url, credit, demo }: Outgoing): string {
  if (demo) return ''
  const original = safeHref(url)
  return [
    original === null ? '' : `<p><a href="${xmlText(original)}">Read the original advert</a></p>`,
    credit?.name == null ? '' : `<p>This advert comes from ${xmlText(credit.name)}.</p>`,
    credit?.html == null ? '' : `<p>${credit.html}</p>`,
  ].join('')
}

/** When the newest of the items was first seen; null for a feed without any. */
export const newestOf = ({ items }: Feed): string | null =>
  items.reduce<string | null>(
    (newest, { first_seen }) => (newest === null || first_seen > newest ? first_seen : newest),
    null,
  )
