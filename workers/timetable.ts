/** One line of the clock: which job, when (cron expression of six fields, seconds first), in which zone. */
export interface TimetableLine {
  job: 'dispatch' | 'retire' | 'retag' | 'regroup' | 'employers' | 'search-keys' | 'probe' | 'tidy'
  cron: string
  zone: string
}

/** When each job is put on the queue. A tick that fires on every machine enqueues once. */
export const TIMETABLE: readonly TimetableLine[] = [
  // Looks for sources whose time has come; each becomes a job of its own.
  { job: 'dispatch', cron: '*/30 * * * * *', zone: 'Etc/UTC' },
  // Closes adverts whose own closing date has passed.
  { job: 'retire', cron: '0 */5 * * * *', zone: 'Etc/UTC' },
  // Reads kept adverts again after the rules have changed; nothing to do on most days.
  { job: 'retag', cron: '0 17 * * * *', zone: 'Etc/UTC' },
  // Looks again which adverts are one job, where an advert or the rule has changed.
  { job: 'regroup', cron: '0 27 * * * *', zone: 'Etc/UTC' },
  // Holds employers against the imported registers and their own adverts; their pages show what it found.
  { job: 'employers', cron: '0 43 * * * *', zone: 'Etc/UTC' },
  // Brings to the search what registers say by now, and what newer rules make of the words.
  { job: 'search-keys', cron: '0 49 * * * *', zone: 'Etc/UTC' },
  // Asks one public address whether there is a network at all.
  { job: 'probe', cron: '0 7 * * * *', zone: 'Etc/UTC' },
  // Drops old ticks, old poll rows and old notes of changes.
  { job: 'tidy', cron: '0 23 4 * * *', zone: 'Etc/UTC' },
]
