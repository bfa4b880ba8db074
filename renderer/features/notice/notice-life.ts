import type { Output } from '../../../electron/contract/operations.ts'

/** What is known of one issued notice: dates, objections, photos, what comes next. */
export type NoticeLife = Output<'notice.read'>
