import { counted } from '../format.ts'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'

export interface AboutInput extends Frame {
  version: string
  /** Listings that are open now. */
  listings: number
  /** Feeds that are read. */
  sources: number
}

const VERDICTS = [
  ['Open to beginners', 'No paid experience and no credential is needed.'],
  ['Open with a credential', 'No paid experience is needed, but a credential or a course is.'],
  ['Asks 24 months', 'The advert asks for that much paid work. The number differs by advert.'],
  ['Does not say', 'The advert is silent on paid experience. We do not guess.'],
  ['Says two things', 'It sounds like a first job, yet asks for two years or more.'],
] as const

/** What Foothold is, how it reads adverts, and what it does not know. */
export function aboutPage(info: AboutInput): string {
  return renderPage({
    title: 'About',
    current: paths.about,
    demo: info.demo ?? false,
    children: (
      <div class="narrow prose">
        <h1>About Foothold</h1>
        <p class="lead">
          You finished your training. Many adverts ask for two years of work. Foothold finds the
          ones that do not, and shows what would open the next door.
        </p>
        <p>
          Right now it holds {counted(info.listings, 'open listing')} from{' '}
          <a href={paths.sources}>{counted(info.sources, 'source')}</a>.
        </p>

        <h2>How it works</h2>
        <ol>
          <li>
            <strong>We gather.</strong> We read public job feeds of employers and job boards. We
            keep jobs in medical billing and coding, and first jobs beside them.
          </li>
          <li>
            <strong>We read.</strong> For each advert we note what it asks: months of work,
            credentials, schooling. Each point comes with the advert’s own words, so you can check
            us.
          </li>
          <li>
            <strong>We compare.</strong> Tell us what you have, and we say which jobs are open to
            you and which step would open most of the rest. We count that, advert by advert.
          </li>
        </ol>

        <h2>What our labels mean</h2>
        <dl class="facts wide">
          {VERDICTS.map(([name, about]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>

        <h2>What it cannot do</h2>
        <ul>
          <li>
            It reads by fixed rules, and rules make mistakes. Read the advert before you apply.
          </li>
          <li>When an advert does not say something, we say so. We never fill the gap.</li>
          <li>Our advice never hides a job. You may apply to any of them.</li>
          <li>We do not see every job. Small clinics often post in places no feed reaches.</li>
        </ul>

        <h2>Your data</h2>
        <p>
          The advice form keeps nothing. <a href={paths.privacy}>Read how we treat your data</a>.
        </p>
        <p class="quiet">
          Foothold {info.version}. It is free software under the{' '}
          <abbr title="Massachusetts Institute of Technology">MIT</abbr> license. Programs can read
          the same data: <a href="/api/openapi.json">description of the interface</a>.
        </p>
      </div>
    ),
  })
}
