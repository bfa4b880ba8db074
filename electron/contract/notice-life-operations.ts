import { z } from 'zod'
import {
  OBJECTION_CHANNELS,
  OBJECTION_OUTCOMES,
  type ObjectionChannel,
  type ObjectionOutcome,
} from '../vocabulary/notices.ts'
import { listedNotice, noticeDoubt, noticeExceptionField, sheetPreview } from './notice-operations.ts'
import { nothing } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText, text } from './shapes.ts'

/* What happens to a notice once it hangs: objections and their answers, its end, the archive; and what it changed against the one before. */

export const objectionChannel = z.enum(OBJECTION_CHANNELS)
export type ObjectionChannelName = ObjectionChannel
export { OBJECTION_CHANNEL_NAMES as OBJECTION_CHANNEL_TITLES } from '../vocabulary/notices.ts'

export const objectionOutcome = z.enum(OBJECTION_OUTCOMES)
export type ObjectionOutcomeName = ObjectionOutcome
export { OBJECTION_OUTCOME_NAMES as OBJECTION_OUTCOME_TITLES } from '../vocabulary/notices.ts'

const objectionView = z.object({
  id: z.string(),
  receivedOn: day,
  channel: objectionChannel,
  raisedBy: z.string().nullable(),
  content: z.string(),
  answer: z.string().nullable(),
  outcome: objectionOutcome.nullable(),
  closedOn: day.nullable(),
  closedBy: z.string().nullable(),
  /** The entry that put the book right, in words; `standing` false where it was taken back since. */
  correction: z.object({ seq: z.number(), text: z.string(), standing: z.boolean() }).nullable(),
})

const listedPerson = z.object({ name: z.string(), unit: z.string(), post: z.string(), category: z.string() })

const lifeStep = z.object({ id: z.string(), on: day, by: z.string(), note: z.string().nullable() })
const done = z.object({ id: z.string(), seq: z.number() })

export const NOTICE_LIFE_OPERATIONS = {
  'notice.read': {
    kind: 'query',
    title: '公示档案',
    input: z.strictObject({ id: z.string() }),
    output: z.object({
      notice: listedNotice,
      exceptions: z.array(z.object({ field: noticeExceptionField, reason: z.string(), decidedBy: z.string() })),
      /** What it was frozen in spite of, and why; null: nothing. */
      despite: z.object({ reason: z.string(), doubts: z.array(noticeDoubt) }).nullable(),
      objections: z.array(objectionView),
      photos: z.array(
        z.object({
          id: z.string(),
          fileName: z.string(),
          mediaType: z.string(),
          bytes: z.number(),
          sha256: z.string(),
        }),
      ),
      closing: lifeStep.nullable(),
      archive: lifeStep.nullable(),
      /** 公示期间收到 n 件，办结 n 件，未办结 n 件，更正 n 件. */
      sentence: z.string(),
      /** The notice posted before it. */
      previous: z.object({ id: z.string(), number: z.string() }).nullable(),
    }),
  },
  'notice.changes': {
    kind: 'query',
    title: '与上次公示相比',
    input: z.strictObject({ id: z.string() }),
    output: z.object({
      number: z.string(),
      /** Null for the first notice: there is nothing to compare with. */
      previous: z.object({ number: z.string(), asOf: day }).nullable(),
      added: z.array(listedPerson),
      gone: z.array(listedPerson),
      moved: z.array(z.object({ before: listedPerson, after: listedPerson })),
      numbers: z.array(
        z.object({
          unit: z.string(),
          category: z.string(),
          quotaBefore: z.number().nullable(),
          quotaAfter: z.number().nullable(),
          listedBefore: z.number(),
          listedAfter: z.number(),
        }),
      ),
      preview: sheetPreview,
    }),
  },
  /** 公示结果 as paper, once the period is over: no objections, or how each was settled. @throws notice_step_refused before that */
  'notice.result': {
    kind: 'query',
    title: '公示结果',
    input: z.strictObject({ id: z.string() }),
    output: z.object({ number: z.string(), sentence: z.string(), preview: sheetPreview }),
  },
  /** 公开内容例外记录 of all notices, as paper. */
  'notice.exceptions': {
    kind: 'query',
    title: '公开内容例外记录',
    input: nothing,
    output: z.object({ count: z.number(), preview: sheetPreview }),
  },
  /** The comparison, the result or the record of exceptions as a workbook. `id` names the notice of the first two. */
  'notice.paper': {
    kind: 'query',
    title: '取公示附页',
    input: z.strictObject({ paper: z.enum(['changes', 'exceptions', 'result']), id: z.string().optional() }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  'notice.photo': {
    kind: 'query',
    title: '取公示照片',
    input: z.strictObject({ id: z.string() }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  },
  'objection.receive': {
    kind: 'command',
    title: '登记异议',
    input: z.strictObject({
      noticeId: z.string(),
      receivedOn: day,
      channel: objectionChannel,
      raisedBy: text.optional(),
      content: requiredText,
    }),
    output: done,
  },
  'objection.close': {
    kind: 'command',
    title: '办结异议',
    input: z.strictObject({
      id: z.string(),
      closedOn: day,
      closedBy: requiredText,
      answer: requiredText,
      outcome: objectionOutcome,
      /** 更正 only: the journal entry that put the book right. */ correctingSeq: z
        .number()
        .int()
        .positive()
        .optional(),
    }),
    output: done,
  },
  'notice.addPhoto': {
    kind: 'command',
    title: '附公示照片',
    input: z.strictObject({ noticeId: z.string(), fileId: z.string() }),
    output: done,
  },
  'notice.close': {
    kind: 'command',
    title: '公示办结',
    input: z.strictObject({ noticeId: z.string(), closedOn: day, closedBy: requiredText, note: text.optional() }),
    output: done,
  },
  'notice.archive': {
    kind: 'command',
    title: '公示归档',
    input: z.strictObject({
      noticeId: z.string(),
      archivedOn: day,
      archivedBy: requiredText,
      /** Where the paper lies; why there is no photo. */ note: text.optional(),
    }),
    output: done,
  },
} as const satisfies OperationTable
