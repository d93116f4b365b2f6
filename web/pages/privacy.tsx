import { ContactLine } from '../parts/contact-line.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'

export interface PrivacyInput extends Frame {
  /** The operator's e-mail or page; null when none is set. */
  contact: string | null
}

/** What is kept about a visitor, plainly. */
export function privacyPage({ contact, demo }: PrivacyInput): string {
  return renderPage({
    title: 'Privacy',
    current: paths.privacy,
    demo: demo ?? false,
    children: (
      <div class="narrow prose">
        <h1>Privacy</h1>
        <p class="lead">We keep as little as we can. Today that is almost nothing.</p>

        <h2>The advice form</h2>
        <p>
          Your answers travel to this server once. It compares them with the adverts, sends you the
          result, and forgets them. They are not stored, not logged and not passed on.
        </p>

        <p>
          The pages of your result carry your answers in themselves, so that you can change the
          order or make a plan. They are gone when you close the page. The plan is yours to print.
          We keep no copy.
        </p>

        <h2>Your résumé</h2>
        <p>
          You may let a résumé fill in the form. The file or the text travels to this server once,
          is read in memory, and is forgotten. It is not stored, not logged and not passed on. We
          look for credentials, jobs with dates, schooling, your state and ZIP code, and programs.
          You see what we found, with the words of your résumé. None of it counts until you say so.
        </p>

        <h2>An advert you paste</h2>
        <p>
          It travels to this server once, is read, and is forgotten. It is not stored and not
          logged.
        </p>

        <h2>“This is wrong”</h2>
        <p>
          When you tell us that a point of an advert is wrong, we keep which point, what the page
          said, what you wrote, and when. We do not keep who you are or where you wrote from. Please
          write nothing about yourself.
        </p>

        <h2>Searching</h2>
        <p>
          Your search stands in the address of the page. It stays in your own browser’s history, and
          in every link you choose to send.
        </p>

        <h2>Cookies</h2>
        <p>There are none. There are no accounts, no adverts of others and no tracking.</p>

        <h2>Logs</h2>
        <p>
          The server notes that a page was asked for, when, and whether it worked. It does not note
          your network address. While the server runs, it counts requests for a short time, so that
          one visitor cannot crowd out the others.
        </p>

        <h2>Links to other sites</h2>
        <p>
          When you follow a link to an employer, that site’s own rules begin. We do not send it
          anything about you.
        </p>

        <h2>Questions</h2>
        <ContactLine contact={contact} />
      </div>
    ),
  })
}
