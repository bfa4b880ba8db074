import { z } from 'zod'
import { DUE_KINDS, DUE_STATES } from '../vocabulary/due.ts'
import { askedDay, asOf } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, ruleSource, text } from './shapes.ts'

/* 到期: who is due for what, by which arithmetic and clause. */

/** What is said of one person, or in the very same words of thousands: it is told once. */
const saying = z.object({
  kind: z.enum(DUE_KINDS),
  kindTitle: z.string(),
  title: z.string(),
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known; null: it cannot be told. */
  on: z.string().nullable(),
  state: z.enum(DUE_STATES),
  stateTitle: z.string(),
  /** From–to arithmetic, a line a step. */
  steps: z.array(z.string()),
  /** Facts the book lacks, by the words of their fields. */
  lacks: z.array(z.string()),
  /** What is on record against it. */
  obstacles: z.array(z.string()),
  /** Arithmetic, obstacles and lacks as one sentence: what the paper prints. */
  text: z.string(),
  source: ruleSource,
})

const due = z.object({
  personId: z.string(),
  person: z.string(),
  unit: z.string().nullable(),
  /** Place among the sayings of the answer. */
  said: z.number(),
})

/** A person and a matter, with all that is said of it. */
export type DueView = z.infer<typeof due> & z.infer<typeof saying>

/** The answer's people, each with what is said of them. */
export function wholeDue({
  due: people,
  sayings,
}: {
  readonly due: readonly z.infer<typeof due>[]
  readonly sayings: readonly z.infer<typeof saying>[]
}): readonly DueView[] {
  return people.flatMap((one) => {
    const said = sayings[one.said]
    return said === undefined ? [] : [{ ...said, ...one }]
  })
}

/** What narrows the list: screen and paper ask alike. */
export const dueFilter = {
  kind: z.enum(DUE_KINDS).optional(),
  /** Id or name, the units below it with it. */
  unit: text.optional(),
  /** Last day asked about; a year ahead when not said. */
  until: askedDay.optional(),
  /** Only what falls due in this month. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应写成 2026-05')
    .optional(),
}

export const DUE_OPERATIONS = {
  'due.read': {
    kind: 'query',
    title: '到期',
    input: z.strictObject({ ...dueFilter, ...asOf }),
    output: z.object({
      asOf: day,
      until: day,
      due: z.array(due),
      sayings: z.array(saying),
      /** Of all kinds, narrowed by unit and month. */
      counts: z.record(z.enum(DUE_KINDS), z.number()),
    }),
  },
} as const satisfies OperationTable
