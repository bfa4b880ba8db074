import { z } from 'zod'
import { CARD_EVENTS, CARD_FIELDS, CARD_FORMATS, CARD_WHO } from '../vocabulary/change-cards.ts'
import { nothing, reason } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText } from './shapes.ts'

/* 变动卡: one change in the order of each system it must be typed into, and what has been entered. */

const cardColumn = z.strictObject({
  title: requiredText.max(40),
  field: z.enum(CARD_FIELDS),
  format: z.enum(CARD_FORMATS).nullable(),
})

/** The targets of a book, in order. */
export const cardTargets = z
  .array(
    z.strictObject({
      id: requiredText.max(60),
      title: requiredText.max(40),
      who: z.enum(CARD_WHO),
      events: z.array(z.enum(CARD_EVENTS)).min(1, '至少选一项变动'),
      columns: z.array(cardColumn).min(1, '至少要有一项').max(120),
    }),
  )
  .max(20)
  .refine((targets) => new Set(targets.map(({ id }) => id)).size === targets.length, '有两个系统编号相同')
  .refine((targets) => new Set(targets.map(({ title }) => title)).size === targets.length, '有两个系统名称相同')
export type CardTargetView = z.infer<typeof cardTargets>[number]
const tick = z.object({ targetId: z.string(), target: z.string(), enteredOn: day.nullable() })

const cardLine = z.object({
  eventId: z.string(),
  title: z.string(),
  personId: z.string(),
  person: z.string(),
  on: day,
  recordedOn: day,
  ticks: z.array(tick),
  done: z.boolean(),
})
export type CardLineView = z.infer<typeof cardLine>

const card = cardLine.extend({
  /** Personal numbers are masked. */
  masked: z.boolean(),
  targets: z.array(
    tick.extend({
      values: z.array(z.object({ title: z.string(), value: z.string().nullable(), masked: z.boolean() })),
    }),
  ),
  papers: z.array(z.object({ title: z.string(), seen: z.boolean() })),
})
export type CardView = z.infer<typeof card>

/** Which change: its event, or the entry of the journal that registered it. */
const which = { event: z.string().optional(), entry: z.number().int().positive().optional() }

export const CARD_OPERATIONS = {
  'card.list': {
    kind: 'query',
    title: '变动卡清单',
    input: nothing,
    output: z.object({ cards: z.array(cardLine), open: z.number() }),
  },
  'card.read': {
    kind: 'query',
    title: '变动卡',
    input: z.strictObject(which),
    output: card,
  },
  /** The card with whole personal numbers. Changes nothing, yet is journalled: who looked, when, why. */
  'card.reveal': {
    kind: 'command',
    title: '查看变动卡中的完整号码',
    input: z.strictObject({ ...which, reason }),
    output: card,
  },
  /** Entered in a target (absent: in every one), or not after all. */
  'card.tick': {
    kind: 'command',
    title: '变动报送',
    input: z.strictObject({
      events: z.array(z.string()).min(1).max(1000),
      target: z.string().optional(),
      entered: z.boolean(),
    }),
    output: z.object({ seq: z.number() }),
  },
  'card.targets': {
    kind: 'query',
    title: '报送系统',
    input: nothing,
    /** `own`: the book says otherwise than the program. */
    output: z.object({ targets: cardTargets, own: z.boolean() }),
  },
  /** Null goes back to what the program begins with. */
  'card.setTargets': {
    kind: 'command',
    title: '改报送系统',
    input: z.strictObject({ targets: cardTargets.nullable() }),
    output: z.object({ seq: z.number() }),
  },
} as const satisfies OperationTable
