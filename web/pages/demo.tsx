import type { DemoAdvert } from '../../core/domain/demo.ts'
import { sanitiseAdvertHtml } from '../../core/domain/text/sanitise.ts'
import { capital, counted, payStated } from '../format.ts'
import { renderPage } from '../parts/layout.tsx'
import { Fact, Unsaid } from '../parts/facts.tsx'
import { paths } from '../paths.ts'

export interface DemoIndexInput {
  adverts: readonly DemoAdvert[]
  /** schema.org JobPosting objects of the adverts, in the same order. */
  jobPostings: readonly unknown[]
  /** The address of the site without a slash at its end. */
  base: string
}

export interface DemoAdvertInput {
  advert: DemoAdvert
  /** The schema.org JobPosting object of the advert. */
  jobPosting: unknown
  /** The address of the site without a slash at its end. */
  base: string
}

function placeOf({ city, state, remote }: DemoAdvert): string {
  const town = [city, state].filter((part) => part !== null).join(', ')
  if (town !== '') return town
  return remote === true ? 'Remote' : 'Place not stated'
}

function payOf({ pay }: DemoAdvert): string | null {
  if (pay === null || pay.unit == null) return null
  return payStated({ min: pay.min ?? null, max: pay.max ?? null, unit: pay.unit })
}

function addressOf(advert: DemoAdvert, base: string): string {
  return `${base}${paths.demo}/jobs/${encodeURIComponent(advert.id)}`
}

/** The careers page of the demo world: every invented advert, with its markup for machines. */
export function demoIndexPage({ adverts, jobPostings, base }: DemoIndexInput): string {
  return renderPage({
    title: 'Invented adverts',
    noindex: true,
    demo: true,
    linkedData: jobPostings,
    children: (
      <div class="narrow">
        <h1>Invented adverts</h1>
        <p class="lead">
          {counted(adverts.length, 'advert')} we wrote ourselves. Foothold reads this page the way
          it reads a real employer’s. No employer named here exists.
        </p>
        <ul>
          {adverts.map((advert) => (
            <li key={advert.id}>
              <a href={addressOf(advert, base)}>{advert.title}</a>{' '}
              <span class="quiet">
                {advert.employer}, {placeOf(advert)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
}

/** One invented advert as its invented employer would show it, with its markup for machines. */
export function demoAdvertPage({ advert, jobPosting, base }: DemoAdvertInput): string {
  const pay = payOf(advert)
  return renderPage({
    title: `${advert.title}, ${advert.employer} (invented)`,
    noindex: true,
    demo: true,
    linkedData: [jobPosting],
    children: (
      <article class="narrow">
        <h1>{advert.title}</h1>
        <p class="who">
          <span>{advert.employer}</span>
          <span>{placeOf(advert)}</span>
          <span class="demo-mark">Invented</span>
        </p>
        <h2>The advert</h2>
        <div class="advert" dangerouslySetInnerHTML={{ __html: sanitiseAdvertHtml(advert.html) }} />
        <dl class="facts wide">
          <Fact name="Pay">{pay === null ? <Unsaid /> : capital(pay)}</Fact>
        </dl>
        <p>
          <a href={`${base}${paths.demo}/jobs`}>All invented adverts</a>
        </p>
      </article>
    ),
  })
}
