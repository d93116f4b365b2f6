import type { Structured } from './advert.ts'
import type { Reading } from './reading.ts'

export interface Place {
  city: string | null
  /** Two-letter code for US states and territories, else the region as written. */
  state: string | null
  /** ISO 3166-1 alpha-2 when known. */
  country: string | null
}

/** One advert as an adapter read it from a feed, before any rule of ours has touched it. */
export interface RawPosting {
  /** The feed's own stable id; unique within a source. */
  external_id: string
  title: string
  /** The advert's page for people. */
  url: string | null
  apply_url: string | null
  employer: string | null
  places: Place[]
  /** What the feed itself says about remote work; null when it says nothing. */
  remote: boolean | null
  /** ISO 8601 date or instant, as precise as the feed gave it. */
  posted_at: string | null
  expires_at: string | null
  pay: Structured['pay'] | null
  employment_type: string | null
  html: string | null
  /** Everything else the feed states in fields. */
  structured: Structured
  /** What the rules read, of an advert whose text may not be kept; no adapter sets it. */
  reading?: Reading | null
}
