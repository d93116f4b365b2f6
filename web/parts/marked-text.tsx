import type { Mark } from '../marks.ts'

interface Line {
  start: number
  end: number
  bullet: boolean
}

const BULLET = /^\s*[•·*–-]\s+/

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const raw of text.split('\n')) {
    const end = start + raw.length
    if (raw.trim() !== '') {
      const bullet = BULLET.exec(raw)
      lines.push({ start: start + (bullet?.[0].length ?? 0), end, bullet: bullet !== null })
    }
    start = end + 1
  }
  return lines
}

/** Neighbouring bullets belong to one list; every other line stands alone. */
function blocksOf(lines: Line[]): Line[][] {
  const blocks: Line[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.bullet && last?.[0]?.bullet) last.push(line)
    else blocks.push([line])
  }
  return blocks
}

/** Longest line that may be a heading. */
const HEADING = 70

/** A short line right before a list reads as its heading. */
function leads(blocks: readonly Line[][], at: number): boolean {
  const line = blocks[at]?.[0]
  return (
    line !== undefined &&
    !line.bullet &&
    line.end - line.start <= HEADING &&
    blocks[at + 1]?.[0]?.bullet === true
  )
}

/** The id of a mark, so that a tag can link to the words that earned it. */
export function markId(at: number): string {
  return `words-${at + 1}`
}

function Pieces({ text, line, marks }: { text: string; line: Line; marks: readonly Mark[] }) {
  const out = []
  let at = line.start
  for (const [index, mark] of marks.entries()) {
    const start = Math.max(mark.start, line.start)
    const end = Math.min(mark.end, line.end)
    if (start >= end) continue
    if (start > at) out.push(text.slice(at, start))
    const first = mark.start >= line.start || text.slice(mark.start, line.start).trim() === ''
    out.push(
      <mark id={first ? markId(index) : undefined} title={mark.labels.join(', ')}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  if (at < line.end) out.push(text.slice(at, line.end))
  return <>{out}</>
}

/** The advert's own text as paragraphs and lists, with the words that earned a tag marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const blocks = blocksOf(linesOf(text))
  return (
    <div class="advert">
      {blocks.map((block, at) =>
        block[0]?.bullet ? (
          <ul>
            {block.map((line) => (
              <li key={line.start}>
                <Pieces text={text} line={line} marks={marks} />
              </li>
            ))}
          </ul>
        ) : (
          block.map((line) => (
            <p key={line.start} class={leads(blocks, at) ? 'leads' : undefined}>
              <Pieces text={text} line={line} marks={marks} />
            </p>
          ))
        ),
      )}
    </div>
  )
}
