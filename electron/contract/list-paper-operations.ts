import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { requiredText, text } from './shapes.ts'
import { sheetPreview } from './notice-operations.ts'

/* A list as it is seen: whatever screen shows it sends the heads and the lines it shows, in their order, and gets the paper. */

const MOST_ROWS = 20_000
const MOST_COLUMNS = 80

const listPaper = z.strictObject({
  title: requiredText.max(60),
  /** Said below the title: the day, the filter. */
  note: text.optional(),
  columns: z
    .array(z.strictObject({ title: text, width: z.number().min(1).max(2000), number: z.boolean().optional() }))
    .min(1)
    .max(MOST_COLUMNS),
  rows: z.array(z.array(text.max(2000)).max(MOST_COLUMNS)).max(MOST_ROWS, `一次至多 ${MOST_ROWS} 行，请先筛选`),
  /** Places of the lines above groups of rows. */
  headings: z.array(z.int().min(0)).max(MOST_ROWS).optional(),
})

export const LIST_PAPER_OPERATIONS = {
  'listPaper.preview': {
    kind: 'query',
    title: '打印所见名单',
    input: listPaper,
    output: z.object({ title: z.string(), preview: sheetPreview }),
  },
  'listPaper.file': {
    kind: 'query',
    title: '导出所见名单',
    input: listPaper,
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
} as const satisfies OperationTable
