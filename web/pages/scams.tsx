import type { ComponentChildren } from 'preact'
import { Num, Sourced } from '../parts/figures.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { Day } from '../parts/time.tsx'
import { paths } from '../paths.ts'

interface Sign {
  sign: string
  why: string
  /** Where it is harmless. */
  but?: ComponentChildren
}

const WARNED_OF: readonly Sign[] = [
  {
    sign: 'You must pay first',
    why: 'For training, tools or a test. An honest employer never asks you to pay to be hired.',
    but: 'Schools sell courses, and that is fair. But a course is not a job, and we mark such an advert.',
  },
  {
    sign: 'They send you a check to buy things',
    why: 'The check is fake. Once the bank finds out, the money you spent is yours to pay back.',
  },
  {
    sign: 'The job is sure',
    why: 'No one can promise you a job before they have met you.',
  },
  {
    sign: 'It is a business, not a job',
    why: '“Earn so much a week”, “be your own boss”, “clients are included”. They sell you a kit and a dream. Few buyers find clients.',
  },
]

const LOOKED_FOR: readonly Sign[] = [
  {
    sign: 'They pay or ask in odd ways',
    why: 'Gift cards, crypto or Zelle. Money sent like that does not come back.',
  },
  {
    sign: 'The talk is by text chat only',
    why: 'No call, no face, just Telegram, WhatsApp or Signal.',
  },
  {
    sign: 'They want your papers before an offer',
    why: 'Your Social Security number, your bank or a photo of your ID. You give these after you are hired, and not before.',
  },
  {
    sign: 'The pay is far too good',
    why: 'High pay, no work needed, all remote, start today: one of these can be true. All of them at once is a bait.',
    but: (
      <>
        See <a href={paths.insights}>what a beginner is paid</a>.
      </>
    ),
  },
  {
    sign: 'They sell a secret list of government jobs',
    why: 'All federal jobs stand on usajobs.gov, and it is free.',
  },
  {
    sign: 'The mail address is a free one',
    why: 'The boss of a big clinic does not write from a free mailbox.',
    but: 'A very small clinic may. Look it up and call.',
  },
  {
    sign: 'The link to apply leads somewhere else',
    why: 'It goes to a site that has nothing to do with the employer.',
    but: 'Many honest employers use a job site of another firm.',
  },
  {
    sign: 'The same words stand under many names',
    why: 'No place, no duties, and the same text for one employer after another.',
    but: 'Staffing firms do this too.',
  },
]

/** How to tell a fake job, what to do, and where to tell of it. */
export function scamsPage({ demo }: Frame): string {
  return renderPage({
    title: 'How to spot a fake job',
    description: 'Signs of a fake medical billing or coding job, and where to report one.',
    current: paths.scams,
    demo: demo ?? false,
    styles: [paths.chartsCss],
    children: (
      <div class="narrow prose market">
        <h1>How to spot a fake job</h1>
        <p class="lead">
          Medical billing from home is an old bait. Learn the signs. If one fits, stop and look
          twice.
        </p>
        <p class="apply-row">
          <a class="button" href="https://reportfraud.ftc.gov/">
            Report a fake job to the FTC
          </a>
          <span class="quiet">reportfraud.ftc.gov</span>
        </p>
        <Signs />
        <WhatToDo />
        <Old />
        <section>
          <h2>What Foothold does</h2>
          <p>
            We mark an advert that bears one of these signs, and we show you the words. We do not
            hide it in silence, since a mark can be wrong. You choose.
          </p>
        </section>
      </div>
    ),
  })
}

function Signs() {
  return (
    <>
      <Sourced
        id="signs"
        source="Federal Trade Commission, consumer.ftc.gov, on job scams"
        at="2021-04"
        after={
          <>
            {' '}
            An older page there is of <Day at="2020-12" />. That honest employers ask for no money:
            militaryconsumer.gov. On kits: copies of FTC advice at business.gov and
            keepingitsafe.org. These three bear no date.
          </>
        }
      >
        <h2 id="signs">What the FTC warns of</h2>
        <SignList signs={WARNED_OF} />
      </Sourced>
      <section aria-labelledby="more">
        <h2 id="more">What else we look for</h2>
        <p>This list is our own. One of these signs alone proves nothing.</p>
        <SignList signs={LOOKED_FOR} />
      </section>
    </>
  )
}

function SignList({ signs }: { signs: readonly Sign[] }) {
  return (
    <dl class="signs">
      {signs.map(({ sign, why, but }) => (
        <div key={sign}>
          <dt>{sign}</dt>
          <dd>{why}</dd>
          {but !== undefined && <dd class="quiet">{but}</dd>}
        </div>
      ))}
    </dl>
  )
}

function WhatToDo() {
  return (
    <section aria-labelledby="do">
      <h2 id="do">What to do</h2>
      <ol>
        <li>Do not pay. Do not cash a check. Do not send papers.</li>
        <li>Look the employer up on your own. Do not use the links in the advert.</li>
        <li>Call the number on the employer’s own site. Ask if the job is real.</li>
        <li>
          Tell the Federal Trade Commission (FTC) at{' '}
          <a href="https://reportfraud.ftc.gov/">reportfraud.ftc.gov</a>. That helps the next
          person.
        </li>
        <li>Did you pay or share a bank number? Call your bank right now.</li>
      </ol>
    </section>
  )
}

function Old() {
  return (
    <Sourced
      id="old"
      source="Federal Trade Commission, ftc.gov: order on Medical-Billing.Com"
      at="2003"
      after={
        <>
          {' '}
          Older cases: Operation Missed Fortune, <Day at="1996" />, and a page of <Day at="1998" />.
        </>
      }
    >
      <h2 id="old">An old trick</h2>
      <p>
        For years, people sold kits to do medical billing from home. They sold software and lists of
        doctors, with big talk of pay. Few buyers ever found a client. The FTC took such sellers to
        court. In one case the order was for <Num>$3.26 million</Num>. The sellers could not pay it,
        so the sum was put on hold.
      </p>
    </Sourced>
  )
}
