import { hrefTo } from '../paths.ts'
import { BOOK_JOBS } from './book-jobs.ts'
import type { ManualChapter, ManualDoor, ManualJob } from './manual-job.ts'
import { PAPER_JOBS } from './paper-jobs.ts'
import { PEOPLE_JOBS } from './people-jobs.ts'
import { QUOTA_JOBS } from './quota-jobs.ts'
import { YEAR_JOBS } from './year-jobs.ts'

/** The manual: every job of the year that is done here, chapter by chapter. */
export const MANUAL: readonly ManualChapter[] = [BOOK_JOBS, YEAR_JOBS, PEOPLE_JOBS, QUOTA_JOBS, PAPER_JOBS]

/** The address of a step's door. */
export function hrefOfDoor(door: ManualDoor): string {
  if ('event' in door) return hrefTo('journal', { tab: 'register', event: door.event })
  if ('form' in door) return hrefTo('reports', { form: door.form })
  if ('record' in door) return hrefTo('records', { kind: door.record })
  return hrefTo(door.screen, door.params)
}

/** Everything a job says, to be searched. */
export function wordsOfJob({ title, when, words = [], steps, beware = '' }: ManualJob): string {
  return [title, when, ...words, ...steps, beware].join(' ')
}
