import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { RECORD_KIND_NAMES, type RecordKindName } from './records.ts'

/* 空白导入表: what the program takes back without asking. No book is needed: it is what a township without one begins with. */

/** The roster with its approved numbers, or a kind of 资料. */
export const blankKind = z.enum(['roster', ...RECORD_KIND_NAMES] as ['roster', ...RecordKindName[]])
export type BlankKind = z.infer<typeof blankKind>

export const BLANK_OPERATIONS = {
  'blank.file': {
    kind: 'host',
    title: '空白导入表',
    input: z.strictObject({ kind: blankKind.default('roster') }),
    output: z.object({ kind: blankKind, fileName: z.string(), sheets: z.array(z.string()), base64: z.string() }),
  },
} as const satisfies OperationTable
