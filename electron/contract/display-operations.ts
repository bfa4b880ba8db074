import { z } from 'zod'
import { DISPLAY_LOOK_TITLES, DISPLAY_SIZES } from '../vocabulary/display.ts'
import type { OperationTable } from './operation-table.ts'
import { nothing } from './operation-parts.ts'

/* The clerk's own eyes and screen: no fact of a book, so it is kept beside the books. */

const size = z.literal([...DISPLAY_SIZES])
const look = z.enum(Object.keys(DISPLAY_LOOK_TITLES) as (keyof typeof DISPLAY_LOOK_TITLES)[])

const display = z.object({ size, look })

export const DISPLAY_OPERATIONS = {
  'display.read': { kind: 'host', title: '显示', input: nothing, output: display },
  /** Changes what is given and answers with the whole. */
  'display.set': {
    kind: 'host',
    title: '改显示',
    input: z.strictObject({ size: size.optional(), look: look.optional() }),
    output: display,
  },
} as const satisfies OperationTable
