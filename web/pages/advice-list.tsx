import type { Profile } from '../../core/domain/profile.ts'
import type { AdviceView, ListingNames } from '../advice-view.ts'
import { counted } from '../format.ts'
import { AskAgain, CarriedAnswers } from '../parts/advice-carry.tsx'
import { Num, WithFigures } from '../parts/figures.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { ListingLink } from '../parts/listing-link.tsx'
import { Day } from '../parts/time.tsx'
import { paths } from '../paths.ts'

export interface AdviceListInput extends Frame {
  profile: Profile
  view: AdviceView
  /** What the list is of, in words: "What “Earn the CCA” opens". */
  title: string
  /** What was asked for, to turn its pages. */
  show: string
  /** All of it, and the part that this page names. */
  total: number
  ids: readonly number[]
  names: ListingNames
  /** From 1. */
  page: number
  pages: number
  now: string
}

/** Every listing of one count of the result, by name. */
export function adviceListPage(input: AdviceListInput): string {
  const { profile, view, title, show, total, ids, names, page, pages, now, demo } = input
  return renderPage({
    title,
    current: paths.advice,
    noindex: true,
    demo: demo ?? false,
    styles: [paths.chartsCss, paths.adviceCss],
    children: (
      <div class="narrow advice">
        <CarriedAnswers profile={profile} view={view} />
        <h1 data-name>{title}</h1>
        <div data-source>
          <p>
            <Num>{counted(total, 'listing')}</Num>
            {pages > 1 && <WithFigures text={`, page ${page} of ${pages}`} />}
          </p>
          <p class="source-line" data-source-line>
            Counted by Foothold from the adverts it holds, <Day at={now} />.
          </p>
        </div>
        <ul class="whole-list" data-list={show}>
          {ids.map((id) => (
            <li key={id}>
              <ListingLink id={id} name={names.get(id)} />
            </li>
          ))}
        </ul>
        <p class="pager">
          {page > 1 && (
            <AskAgain name="show" value={`${show}@${page - 1}`}>
              Previous page
            </AskAgain>
          )}{' '}
          {page < pages && (
            <AskAgain name="show" value={`${show}@${page + 1}`}>
              Next page
            </AskAgain>
          )}
        </p>
        <p>
          <AskAgain name="show" value="">
            Back to my result
          </AskAgain>
        </p>
      </div>
    ),
  })
}
