import { ContactLine } from '../parts/contact-line.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'

export interface ContactInput extends Frame {
  /** The operator's e-mail or page; null when none is set. */
  contact: string | null
}

/** How to reach the operator; for employers: how to have an advert taken down. */
export function contactPage({ contact, demo }: ContactInput): string {
  return renderPage({
    title: 'Contact',
    current: paths.contact,
    demo: demo ?? false,
    children: (
      <div class="narrow prose">
        <h1>Contact</h1>
        <ContactLine contact={contact} />

        <h2>For employers: take an advert down</h2>
        <p>Send us:</p>
        <ul>
          <li>the address of our page that shows it (it ends in a number),</li>
          <li>the address of the advert on your own site,</li>
          <li>your name and role, from an address at the employer.</li>
        </ul>
        <p>
          Then we check that the advert is yours, take it off our pages, and stop reading that feed
          if you ask us to. You need not give a reason. The quickest way is to close the advert in
          your own system: we notice that by ourselves at the next readings.
        </p>

        <h2>For job seekers: something is wrong</h2>
        <p>
          Tell us the address of the page and what is wrong on it: a label that does not fit, a dead
          link, a job that looks like a fraud.
        </p>
        <p>
          Did someone ask you for money, or for your bank details, before you were hired? Report it
          to the Federal Trade Commission (FTC) at{' '}
          <a href="https://reportfraud.ftc.gov/">reportfraud.ftc.gov</a>.
        </p>
      </div>
    ),
  })
}
