import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { jsonForScript } from '../json-for-script.ts'
import { paths } from '../paths.ts'

/** What every page may be told about the world it stands in. */
export interface Frame {
  /** true while the invented adverts of the demo world are shown: said at the top of every page. */
  demo?: boolean
}

interface PageProps extends Frame {
  /** Without the site's name. */
  title: string
  description?: string
  /** The address of the menu entry this page belongs to. */
  current?: string
  /** true keeps the page out of search engines. */
  noindex?: boolean
  children: ComponentChildren
  /** schema.org objects to carry in the page for machines. */
  linkedData?: readonly unknown[]
  /** Style sheets besides the one of the whole site. */
  styles?: readonly string[]
}

interface MenuItem {
  href: string
  label: string
}

const MENU: MenuItem[] = [
  { href: paths.search, label: 'Find jobs' },
  { href: paths.advice, label: 'Get advice' },
  { href: paths.insights, label: 'The market' },
  { href: paths.about, label: 'About' },
]

const FOOT: MenuItem[] = [
  { href: paths.read, label: 'Paste an advert' },
  { href: paths.help, label: 'Chapters and help' },
  { href: paths.scams, label: 'Spot a scam' },
  { href: paths.sources, label: 'Where adverts come from' },
  { href: paths.credits, label: 'Data credits' },
  { href: paths.privacy, label: 'Privacy' },
  { href: paths.contact, label: 'Contact' },
]

function Links({ items, current }: { items: MenuItem[]; current: string | undefined }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function DemoNotice() {
  return (
    <section class="demo-notice" aria-label="Demo notice">
      <p>
        <strong>Demo.</strong> These adverts are invented, so you can see how Foothold works. No one
        is hiring for them.
      </p>
    </section>
  )
}

function Head({ title, description, noindex, linkedData, styles }: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · Foothold`}</title>
      {description && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      <link rel="icon" href={paths.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={paths.css} />
      {styles?.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <script src={paths.js} defer />
      {linkedData?.map((item, at) => (
        <script
          key={at}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: jsonForScript(item) }}
        />
      ))}
    </head>
  )
}

/** One whole page as HTML text: head, skip link, header, the children inside `main`, footer. */
export function renderPage(props: PageProps): string {
  const html = renderToString(
    <html lang="en">
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          Skip to the main part
        </a>
        <header class="site-head">
          <a class="brand" href={paths.search}>
            <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
              <rect width="32" height="32" rx="8" class="brand-ground" />
              <path d="M6 25h20V9h-6v5h-6v5H6z" class="brand-steps" />
            </svg>
            <span>Foothold</span>
          </a>
          <nav aria-label="Main">
            <Links items={MENU} current={props.current} />
          </nav>
        </header>
        {props.demo && <DemoNotice />}
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
        <footer class="site-foot">
          <nav aria-label="About this site">
            <Links items={FOOT} current={props.current} />
          </nav>
          <p>
            Foothold reads public job adverts. It is not an employer and takes no money from job
            seekers.
          </p>
        </footer>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}
