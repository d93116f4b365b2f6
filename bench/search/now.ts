/** The instant at which everything in the bench happens; ages of its listings are counted from it. */
export const NOW = new Date('2026-11-24T12:00:00Z')
