import type { Kysely } from 'kysely'
import * as county from './0001-county.ts'
import * as mergedTownships from './0002-merged-townships.ts'
import * as liftedRefusals from './0003-lifted-refusals.ts'
import * as seatsInContent from './0004-seats-in-content.ts'

/** Every schema step of a 主管本 in order, forward only. A released step is never edited, renamed or removed. */
export const COUNTY_MIGRATIONS: Readonly<Record<string, { readonly up: (db: Kysely<unknown>) => Promise<void> }>> = {
  '0001-county': county,
  '0002-merged-townships': mergedTownships,
  '0003-lifted-refusals': liftedRefusals,
  '0004-seats-in-content': seatsInContent,
}

/** The schema number a 主管本 written by this version carries in `user_version`. */
export const COUNTY_SCHEMA_VERSION = Object.keys(COUNTY_MIGRATIONS).length
