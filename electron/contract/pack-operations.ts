import { z } from 'zod'
import { arithmeticAnswer, arithmeticQuestion } from './arithmetic.ts'
import type { OperationTable } from './operation-table.ts'

/* Rule packs, their thresholds and switches; holiday tables; a report's own arithmetic. */

export const PACK_OPERATIONS = {
  'arithmetic.check': { kind: 'host', title: '核对报告数字', input: z.strictObject({ statements: z.array(arithmeticQuestion).min(1).max(500) }), output: z.object({ answers: z.array(arithmeticAnswer) }) },
} as const satisfies OperationTable
