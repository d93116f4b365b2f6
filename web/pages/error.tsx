import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'

export interface ErrorInput extends Frame {
  /** The HTTP status. */
  status: number
  /** A few words; where the status has plainer ones below, those are shown. */
  title: string
  /** One sentence fit for the person who sees it; may be empty. */
  detail: string
}

const PLAIN: Readonly<Record<number, string>> = {
  400: 'We could not read that request',
  404: 'There is no such page',
  405: 'This page does not take that',
  413: 'That was too much at once',
  429: 'That was a little too fast',
  500: 'Something broke on our side',
  503: 'We cannot answer just now',
}

/** Any failure, in plain words and with a way on. */
export function errorPage({ status, title, detail, demo }: ErrorInput): string {
  const heading = PLAIN[status] ?? title
  return renderPage({
    title: heading,
    noindex: true,
    demo: demo ?? false,
    children: (
      <div class="narrow prose">
        <h1>{heading}</h1>
        {detail !== '' && <p class="lead">{detail}</p>}
        <p>
          {status >= 500
            ? 'This is our fault, not yours. Wait a minute, then try again.'
            : 'Check the address, or start again from here.'}
        </p>
        <ul>
          <li>
            <a href={paths.search}>Find jobs</a>
          </li>
          <li>
            <a href={paths.advice}>Get advice</a>
          </li>
        </ul>
        <p class="quiet">Error {status}</p>
      </div>
    ),
  })
}
