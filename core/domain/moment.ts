/** Several facts for an operator as one sentence: "a; b; c." */
export function oneSentence(parts: readonly string[]): string | null {
  const said = parts.map((part) => part.trim().replace(/\.$/, '')).filter((part) => part !== '')
  return said.length === 0 ? null : `${said.join('; ')}.`
}

/** An instant in a sentence for operators: "2026-11-24 13:05 UTC". */
export function moment(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A length of time in a sentence, in its largest whole unit: "6 hours", "90 minutes", "1 day". */
export function lasting(ms: number): string {
  const [n, unit] =
    ms >= 24 * HOUR && ms % (24 * HOUR) === 0
      ? [ms / (24 * HOUR), 'day']
      : ms >= HOUR && ms % HOUR === 0
        ? [ms / HOUR, 'hour']
        : ms >= MINUTE
          ? [Math.round(ms / MINUTE), 'minute']
          : [Math.round(ms / 1000), 'second']
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}
