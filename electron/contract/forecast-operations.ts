import { z } from 'zod'
import { asOf, LONGEST_YEARS } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { categoryCode, day, retirementCategory } from './shapes.ts'

/* Who retires when, what that frees, and when an over-quota line has run off. */

const subject = {
  personId: z.string(),
  name: z.string(),
  unitId: z.string().nullable(),
  unit: z.string(),
  post: z.string(),
  category: z.string(),
  categoryCode,
}
const line = {
  unitId: z.string(),
  unit: z.string(),
  category: z.string(),
  categoryCode,
  quota: z.number(),
  actual: z.number(),
  reserved: z.number(),
  over: z.number(),
}

/** `YYYY-MM`. */
const month = z.string()

export const FORECAST_OPERATIONS = {
  'forecast.read': {
    kind: 'query',
    title: '预测',
    input: z.strictObject({
      years: z.number().int().min(1, '至少 1 年').max(LONGEST_YEARS, `至多 ${LONGEST_YEARS} 年`).optional(),
      ...asOf,
    }),
    output: z.object({
      asOf: day,
      from: z.number(),
      to: z.number(),
      years: z.array(
        z.object({
          year: z.number(),
          retiring: z.number(),
          /** Of these, whose month had already come. */ overdue: z.number(),
          leaders: z.number(),
          organ: z.number(),
          institution: z.number(),
          other: z.number(),
        }),
      ),
      /** Those of the years asked for, by month. */
      people: z.array(
        z.object({
          ...subject,
          leader: z.boolean(),
          birth: z.string(),
          retires: month,
          year: z.number(),
          overdue: z.boolean(),
          monthsAhead: z.number(),
          /** 12, 6, 3 or 1: the notice that has begun. */
          alert: z.number().nullable(),
          track: retirementCategory,
          trackTitle: z.string(),
          /** False: proposed by `basis`, to be confirmed. */
          recorded: z.boolean(),
          basis: z.string(),
          statutory: month,
          /** 退休安排 by its name where one goes before the statutory month. */ arranged: z.string().nullable(),
        }),
      ),
      /** In no number above: what must be asked first. */
      unknown: z.array(
        z.object({
          ...subject,
          why: z.enum(['birthMissing', 'asked']),
          text: z.string(),
          earliest: month.nullable(),
          latest: month.nullable(),
        }),
      ),
      lines: z.array(
        z.object({
          ...line,
          years: z.array(
            z.object({
              year: z.number(),
              retiring: z.number(),
              remaining: z.number(),
              vacancy: z.number(),
              over: z.number(),
            }),
          ),
        }),
      ),
      runOffs: z.array(
        z.object({
          ...line,
          withoutEntries: month.nullable(),
          withEntries: month.nullable(),
          unknown: z.number(),
          plannedBy: day.nullable(),
        }),
      ),
    }),
  },
} as const satisfies OperationTable
