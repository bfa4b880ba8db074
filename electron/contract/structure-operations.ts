import { z } from 'zod'
import { STRUCTURE_DIMENSION_NAMES } from '../vocabulary/structure.ts'
import type { OperationTable } from './operation-table.ts'
import { asOf } from './operation-parts.ts'
import { day, rosterList, text } from './shapes.ts'

/* 队伍结构: people divided by two of their facts. Table and chart are one answer; every number is the length of a list of people. */

const dimension = z.enum(STRUCTURE_DIMENSION_NAMES)
const bucket = z.object({ key: z.string(), title: z.string(), total: z.number() })
const named = z.object({ personId: z.string(), name: z.string(), unit: z.string() })

const counted = z.object({
  asOf: day,
  rows: z.array(bucket),
  columns: z.array(bucket),
  /** Row by row. */
  cells: z.array(z.array(z.number())),
  total: z.number(),
})

export const STRUCTURE_OPERATIONS = {
  'structure.read': {
    kind: 'query',
    title: '队伍结构',
    input: z.strictObject({
      rows: dimension,
      /** Absent: rows and their totals. */
      columns: dimension.optional(),
      /** Absent: everybody on the roster, each once. */
      list: rosterList.optional(),
      /** Id or name, the units below it with it. */
      unit: text.optional(),
      ...asOf,
      /** Last year of each age band but the open one. */
      bands: z.array(z.number().int().min(16).max(99)).min(1).max(40).optional(),
      /** Another day, counted into the same rows and columns. */
      compareWith: day.optional(),
      withPeople: z.boolean().optional(),
    }),
    output: counted.extend({
      rowsBy: dimension,
      columnsBy: dimension.nullable(),
      list: rosterList.nullable(),
      unit: z.string().nullable(),
      /** The people of each cell, where asked for. */
      people: z.array(z.array(z.array(named))).nullable(),
      compared: counted.nullable(),
    }),
  },
} as const satisfies OperationTable
