import { z } from 'zod'
import { DUTY_DATE_NAMES, DUTY_STATES } from '../vocabulary/duties.ts'
import { askedDay, LONGEST_YEARS, withinYears } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText, text } from './shapes.ts'

/* 职责日历: what is due when, what has been done, and the local days. */

const duty = z.object({
  /** Names the duty of its period: what is marked done. */
  key: z.string(),
  duty: z.string(),
  period: z.string(),
  title: z.string(),
  detail: z.string(),
  from: day.nullable(),
  dueOn: day.nullable(),
  /** Why there is no day. */
  undated: z.string().nullable(),
  /** Last working day before, where the last day is none. */
  workBy: day.nullable(),
  /** No holidays are known of that year: whether the last day is worked is not said. */
  missingYear: z.number().nullable(),
  source: z.string(),
  personId: z.string().nullable(),
  unitId: z.string().nullable(),
  kind: z.enum(['calendar', 'book']),
  state: z.enum(DUTY_STATES),
  doneOn: day.nullable(),
  note: z.string().nullable(),
})
export type DutyView = z.infer<typeof duty>

const dutyDate = z.object({
  name: z.enum(DUTY_DATE_NAMES),
  title: z.string(),
  value: z.string(),
  /** Not the default: the book says so. */ own: z.boolean(),
})
export type DutyDateView = z.infer<typeof dutyDate>

export const DUTY_OPERATIONS = {
  'duties.read': {
    kind: 'query',
    title: '待办',
    /** Without a range: two months back (what is overdue) to three months ahead. */
    input: withinYears(
      z.strictObject({ asOf: askedDay.optional(), from: askedDay.optional(), to: askedDay.optional() }),
      LONGEST_YEARS,
    ),
    output: z.object({
      asOf: day,
      from: day,
      to: day,
      duties: z.array(duty),
      counts: z.object({
        overdue: z.number(),
        today: z.number(),
        soon: z.number(),
        ahead: z.number(),
        undated: z.number(),
        done: z.number(),
      }),
      /** 年报冻结 that holds on the day. */
      freeze: z.object({ from: day, to: day }).nullable(),
      dates: z.array(dutyDate),
    }),
  },
  'duty.done': {
    kind: 'command',
    title: '办结',
    input: z.strictObject({ key: requiredText, doneOn: day.optional(), note: text.optional() }),
    output: z.object({ seq: z.number() }),
  },
  'duty.reopen': {
    kind: 'command',
    title: '改回未办',
    input: z.strictObject({ key: requiredText }),
    output: z.object({ seq: z.number() }),
  },
  /** Local days: `MM-DD`, of the monthly report a day of the month (31: its last). */
  'duty.dates': {
    kind: 'command',
    title: '改报送日期',
    input: z.strictObject({ dates: z.partialRecord(z.enum(DUTY_DATE_NAMES), text), reason: text.optional() }),
    output: z.object({ seq: z.number() }),
  },
} as const satisfies OperationTable
