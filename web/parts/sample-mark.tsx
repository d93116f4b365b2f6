/** Said beside whatever came from a sample file; nothing for a real one. */
export function SampleMark({ sample }: { sample: boolean }) {
  if (!sample) return null
  return <strong class="sample-mark"> This is a sample file: invented, and no fact.</strong>
}
