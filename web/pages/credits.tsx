import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'

export interface SourceCredit {
  name: string
  /** The source's terms in a sentence. */
  terms: string
  /** The credit the terms ask for, as HTML written by the adapter; null when they ask for none. */
  credit_html: string | null
}

export interface CreditsInput extends Frame {
  sources: readonly SourceCredit[]
}

/** Whose data is shown, under which terms. */
export function creditsPage({ sources, demo }: CreditsInput): string {
  return renderPage({
    title: 'Data credits',
    current: paths.credits,
    demo: demo ?? false,
    children: (
      <div class="narrow prose">
        <h1>Data credits</h1>
        <p class="lead">Foothold stands on the work of others. Here is whose, and on what terms.</p>

        <h2>Places</h2>
        <p>
          ZIP codes with their towns, counties and positions come from{' '}
          <a href="https://www.geonames.org/">GeoNames</a>, under the{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/">
            Creative Commons Attribution 4.0 license (CC BY 4.0)
          </a>
          . We use the copy of July 2026 and keep only the columns we need.
        </p>

        <h2>Government registers</h2>
        <p>
          What we say of the kind of an employer, and of places that are short of care, comes from
          lists of the Centers for Medicare &amp; Medicaid Services (CMS), the Health Resources and
          Services Administration (HRSA) and the Economic Research Service of the Department of
          Agriculture (USDA). Works of the federal government are in the public domain. The file and
          its day stand beside each point. None of these offices has to do with Foothold.
        </p>

        <h2>Job adverts</h2>
        <p>
          Each advert belongs to its employer. We show what its feed allows, name the source, and
          link to the original.
        </p>
        {sources.length === 0 ? (
          <p class="unsaid">No feed is read yet.</p>
        ) : (
          <dl class="facts wide">
            {sources.map(({ name, terms, credit_html }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <p>{terms.trim() === '' ? 'Its terms are not recorded.' : terms}</p>
                  {credit_html !== null && (
                    // Written by the adapters of this project, never by a feed.
                    <p class="credit" dangerouslySetInnerHTML={{ __html: credit_html }} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    ),
  })
}
