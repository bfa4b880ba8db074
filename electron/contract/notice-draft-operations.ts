import { z } from 'zod'
import { DRAFT_STEPS } from '../vocabulary/notices.ts'
import { noticeInput, noticeLayout } from './notice-operations.ts'
import { nothing, ok } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText } from './shapes.ts'

/* A notice before it hangs: kept while it waits for its check (初审) and its secrecy review (保密审查), each of one sheet and no other. */

/** As far as it has been filled in: a draft may lack its length. */
export const noticeDraftContent = z.strictObject({ ...noticeInput, layout: noticeLayout })
export type NoticeDraftContent = z.output<typeof noticeDraftContent>

export const draftStep = z.enum(DRAFT_STEPS)
export type { DraftStep } from '../vocabulary/notices.ts'
export { DRAFT_STEP_NAMES as DRAFT_STEP_TITLES } from '../vocabulary/notices.ts'

/** `stands` false: what will be made public is no longer what was seen then, so it is to be done anew. */
const signOff = z.object({ by: z.string(), on: day, stands: z.boolean() })

const draftView = z.object({
  content: noticeDraftContent,
  savedAt: z.string(),
  checked: signOff.nullable(),
  reviewed: signOff.nullable(),
})

export const NOTICE_DRAFT_OPERATIONS = {
  'notice.draft': {
    kind: 'query',
    title: '公示拟稿',
    input: nothing,
    output: z.object({ draft: draftView.nullable() }),
  },
  'notice.saveDraft': {
    kind: 'command',
    title: '保存公示拟稿',
    input: z.strictObject({ content: noticeDraftContent }),
    output: ok,
  },
  /** Saves the draft as it is shown and puts a name and a day under it. */
  'notice.signDraft': {
    kind: 'command',
    title: '公示拟稿审核',
    input: z.strictObject({ content: noticeDraftContent, step: draftStep, by: requiredText, on: day.optional() }),
    output: ok,
  },
  'notice.dropDraft': { kind: 'command', title: '放弃公示拟稿', input: nothing, output: ok },
} as const satisfies OperationTable
