import { z } from 'zod'
import type { JobSketch } from '../core/domain/same/prepare.ts'
import { sameJob } from '../core/domain/same/same-job.ts'
import { FootholdError } from '../core/errors.ts'
import { runJsonLines } from './json-lines.ts'

const text = z.string().nullish()
const sketchSchema = z.object({
  title: z.string(),
  company: text,
  city: text,
  state: text,
  remote: z.boolean().nullish(),
  text,
  url: text,
  source: text,
})
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  a: sketchSchema,
  b: sketchSchema,
})

/** `npm run -s same`: pairs of postings as JSON Lines in, whether they are one job and why as JSON Lines out. */
function same(value: unknown): unknown {
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue === undefined || issue.path.length === 0 ? 'the line' : issue.path.join('.')
    throw new FootholdError(
      'same-shape',
      `${where}: ${issue?.message ?? 'not a pair'}; a line is {id, a: {title, company, city, state, remote, text, url, source}, b: {...}}`,
    )
  }
  const { id, a, b } = parsed.data
  return { id: id ?? null, ...sameJob(sketchOf(a), sketchOf(b)) }
}

function sketchOf(given: z.infer<typeof sketchSchema>): JobSketch {
  return {
    title: given.title,
    company: given.company ?? null,
    city: given.city ?? null,
    state: given.state ?? null,
    remote: given.remote ?? null,
    text: given.text ?? null,
    url: given.url ?? null,
    source: given.source ?? null,
  }
}

await runJsonLines(same)
