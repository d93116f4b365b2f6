import type { Outgoing } from '../../core/domain/outgoing.ts'
import type { EmploymentType, WorkMode } from '../../core/domain/tags.ts'
import { payStated } from '../format.ts'
import { safeHref } from '../links.ts'
import { creditHtml, newestOf, pageOf, type Feed } from './feed.ts'
import { cdataElement, element, feedDate, XML_HEAD } from './xml.ts'

/**
 * A search in the XML that job boards exchange (Indeed's format). One `job` for each listing, placed at its
 * first place; `url` is the original advert, `referencenumber` our number of the listing. Without
 * `description` where the terms forbid keeping the text.
 */
export function jobXml(feed: Feed): string {
  const newest = newestOf(feed)
  return [
    XML_HEAD,
    '<source>',
    element('publisher', 'Foothold'),
    element('publisherurl', feed.base),
    element('lastBuildDate', newest === null ? null : feedDate(newest)),
    ...feed.items.map((item) => jobOf(feed, item)),
    '</source>\n',
  ].join('')
}

function jobOf(feed: Feed, item: Outgoing): string {
  const place = item.places[0]
  const stated = (name: string, text: string | null | undefined): string =>
    text == null ? '' : cdataElement(name, text)
  return [
    '<job>',
    cdataElement('title', item.title),
    cdataElement('date', feedDate(item.posted_at ?? item.first_seen)),
    cdataElement('referencenumber', String(item.id)),
    cdataElement('url', safeHref(item.url) ?? pageOf(feed, item)),
    stated('company', item.employer),
    stated('city', place?.city),
    stated('state', place?.state),
    stated('country', place?.country ?? 'US'),
    stated('description', item.html === null ? null : item.html + creditHtml(item)),
    // Where no description may carry it, the credit still goes along.
    stated('credit', item.html === null && item.credit !== null ? creditHtml(item) : null),
    stated('salary', payStated(item.pay)),
    stated('jobtype', item.employment_type === null ? null : JOB_TYPES[item.employment_type]),
    stated('remotetype', REMOTE_TYPES[item.work_mode]),
    stated('expirationdate', item.closes_at === null ? null : item.closes_at.slice(0, 10)),
    '</job>',
  ].join('')
}

const JOB_TYPES: Record<EmploymentType, string> = {
  full_time: 'fulltime',
  part_time: 'parttime',
  per_diem: 'per diem',
  contract: 'contract',
  temporary: 'temporary',
  internship: 'internship',
}

const REMOTE_TYPES: Partial<Record<WorkMode, string>> = {
  remote: 'Fully remote',
  hybrid: 'Hybrid remote',
}
