import express, { Router, type Request, type Response } from 'express'
import type { Advice } from '../../core/domain/advice/advice.ts'
import type { FormError, FormValues } from '../../core/domain/profile-form/form-reader.ts'
import { profileFromForm } from '../../core/domain/profile-form/read-form.ts'
import { helpFor } from '../../core/domain/help.ts'
import type { Profile } from '../../core/domain/profile.ts'
import { loadHelp } from '../../core/help-file.ts'
import type { ListingNames } from '../../web/advice-view.ts'
import { adviceFormPage } from '../../web/pages/advice-form.tsx'
import { adviceListPage } from '../../web/pages/advice-list.tsx'
import { advicePlanPage } from '../../web/pages/advice-plan.tsx'
import { adviceResultPage } from '../../web/pages/advice-result.tsx'
import { NAMED } from '../../web/parts/advice-step.tsx'
import { ordered } from '../../web/parts/advice-steps.tsx'
import { paths } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { adviceControls, holdsAnswers, type AdviceControls } from '../wire/advice-view.ts'
import { rawQuery } from '../wire/query.ts'
import type { World } from '../page-world.ts'
import { wholeList } from './advice-lists.ts'
import type { Matching, profileLimit } from './profiles.ts'

/** Matches given to the page of the result; it shows the best of them. */
const MATCHES_ON_PAGE = 25
/** Matches held ready for the plan, which leaves out doubtful ones. */
const MATCHES_FOR_PLAN = 40
/** Names on one page of a whole list. */
const LIST_PAGE = 100
/** Steps in a plan when none was chosen. */
const STEPS_UNASKED = 3

/** Builds and sends each page of advice. */
function advicePages({ now }: Deps, world: World, people: Matching) {
  const frame = async () => ({ demo: (await world()).demo, now: now().toISOString() })
  const form = async (res: Response, values: FormValues, errors: FormError[]) => {
    const { demo } = await frame()
    send(res.status(errors.length === 0 ? 200 : 400), adviceFormPage({ values, errors, demo }))
  }
  const result = async (res: Response, profile: Profile, { view }: AdviceControls) => {
    const advice = await people.advice(profile)
    const matches = await people.matches(profile, MATCHES_ON_PAGE, view.hide)
    const names = await people.names(namedIn(advice))
    send(res, adviceResultPage({ profile, advice, matches, view, names, ...(await frame()) }))
  }
  const list = async (res: Response, profile: Profile, controls: AdviceControls) => {
    const { list: show, page: asked } = controls.show ?? { list: '', page: 1 }
    const found = await wholeList(people, profile, show)
    if (found === null) {
      throw new HttpError(
        404,
        'This list is gone, for the adverts have changed. Go back and ask for the result again.',
      )
    }
    const pages = Math.max(1, Math.ceil(found.ids.length / LIST_PAGE))
    const page = Math.min(asked, pages)
    const ids = found.ids.slice((page - 1) * LIST_PAGE, page * LIST_PAGE)
    const names: ListingNames = await people.names(ids)
    const shown = { show, ids, names, page, pages, title: found.title, total: found.ids.length }
    send(res, adviceListPage({ profile, view: controls.view, ...shown, ...(await frame()) }))
  }
  const plan = async (res: Response, profile: Profile, { view, steps }: AdviceControls) => {
    const advice = await people.advice(profile)
    const matches = await people.matches(profile, MATCHES_FOR_PLAN, view.hide)
    const chosen = advice.steps.filter(({ key }) => steps.includes(key))
    const taken = chosen.length > 0 ? chosen : ordered(advice, view).slice(0, STEPS_UNASKED)
    const names = await people.names(taken.flatMap(({ listing_ids }) => listing_ids))
    const help = helpFor(loadHelp(), people.home(profile))
    send(
      res,
      advicePlanPage({
        profile,
        advice,
        matches,
        steps: taken,
        names,
        help,
        view,
        ...(await frame()),
      }),
    )
  }
  return { form, result, list, plan }
}

/** The pages of advice: form, result, whole lists and plan. Answers are posted, so that they stay out of addresses, histories and logs. */
export function advicePageRoutes(
  deps: Deps,
  world: World,
  people: Matching,
  limit: ReturnType<typeof profileLimit>,
): Router {
  const { form, result, list, plan } = advicePages(deps, world, people)
  /** Reads the answers; a fault brings the form back as it was filled in. */
  const withProfile = async (
    res: Response,
    values: FormValues,
    then: (profile: Profile, controls: AdviceControls) => Promise<void>,
  ) => {
    const read = profileFromForm(values)
    await ('errors' in read
      ? form(res, values, read.errors)
      : then(read.profile, adviceControls(values)))
  }
  const answer = (res: Response, values: FormValues) =>
    withProfile(res, values, (profile, controls) =>
      controls.show === null ? result(res, profile, controls) : list(res, profile, controls),
    )
  const router = Router()
  const body = express.urlencoded({ extended: false, limit: '100kb', parameterLimit: 1500 })
  router
    .route(paths.advice)
    .get(cache('never'), limit, async (req, res) => {
      const values = formValues(rawQuery(req.originalUrl))
      await (holdsAnswers(values) ? answer(res, values) : form(res, {}, []))
    })
    .post(cache('never'), limit, body, async (req, res) => {
      await answer(res, bodyValues(req))
    })
    .all(onlyMethods('GET', 'POST'))
  router
    .route(paths.plan)
    .get(cache('never'), (_req, res) => {
      // A plan is made from answers, and those stand in no address.
      res.redirect(303, paths.advice)
    })
    .post(cache('never'), limit, body, async (req, res) => {
      await withProfile(res, bodyValues(req), (profile, controls) => plan(res, profile, controls))
    })
    .all(onlyMethods('GET', 'POST'))
  return router
}

/** The listings that the page of the result calls by name. */
function namedIn({ steps, pairs }: Advice): number[] {
  return [
    ...steps.flatMap((s) => [
      ...s.listing_ids.slice(0, NAMED),
      ...s.within_reach_ids.slice(0, NAMED),
    ]),
    ...pairs.flatMap((p) => p.listing_ids.slice(0, NAMED)),
  ]
}

function send(res: Response, html: string): void {
  res.type('html').send(html)
}

function formValues(raw: Record<string, string[]>): FormValues {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, values]) => {
      const said = values.filter((value) => value !== '')
      return said.length === 0 ? [] : [[key, said.length === 1 ? (said[0] ?? '') : said]]
    }),
  )
}

function bodyValues(req: Request): FormValues {
  if (req.body === undefined) throw new HttpError(415, 'Send the form as a browser does.')
  return { ...(req.body as FormValues) }
}
