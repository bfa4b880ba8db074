import type { z } from 'zod'
import { BOOK_OPERATIONS } from './book-operations.ts'
import { READING_OPERATIONS } from './reading-operations.ts'
import { BLANK_OPERATIONS } from './blank-operations.ts'
import { IMPORT_OPERATIONS } from './import-operations.ts'
import { NOTICE_LIFE_OPERATIONS } from './notice-life-operations.ts'
import { NOTICE_DRAFT_OPERATIONS } from './notice-draft-operations.ts'
import { NOTICE_OPERATIONS } from './notice-operations.ts'
import { LEDGER_OPERATIONS } from './ledger-operations.ts'
import { COMPARE_OPERATIONS } from './compare-operations.ts'
import { CORRECTION_OPERATIONS } from './correction-operations.ts'
import { RECORD_OPERATIONS } from './record-operations.ts'
import { PACK_OPERATIONS } from './pack-operations.ts'
import { FINDING_OPERATIONS } from './finding-operations.ts'
import { FORECAST_OPERATIONS } from './forecast-operations.ts'
import { DUTY_OPERATIONS } from './duty-operations.ts'
import { ADHOC_OPERATIONS } from './adhoc-operations.ts'
import { TEMPLATE_OPERATIONS } from './template-operations.ts'
import { REPORT_OPERATIONS } from './report-operations.ts'
import type { OperationKind } from './operation-table.ts'

export type { OperationKind } from './operation-table.ts'

/** Every operation the core knows, declared once, by concept. */
export const OPERATIONS = {
  ...BOOK_OPERATIONS,
  ...READING_OPERATIONS,
  ...BLANK_OPERATIONS,
  ...IMPORT_OPERATIONS,
  ...NOTICE_OPERATIONS,
  ...NOTICE_DRAFT_OPERATIONS,
  ...NOTICE_LIFE_OPERATIONS,
  ...LEDGER_OPERATIONS,
  ...CORRECTION_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...COMPARE_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...ADHOC_OPERATIONS,
  ...PACK_OPERATIONS,
  ...FINDING_OPERATIONS,
  ...FORECAST_OPERATIONS,
  ...DUTY_OPERATIONS,
  ...TEMPLATE_OPERATIONS,
} as const

export type OperationName = keyof typeof OPERATIONS
export type Input<K extends OperationName> = z.output<(typeof OPERATIONS)[K]['input']>
/** What a caller may leave out (defaults) it may leave out here too. */
export type CallInput<K extends OperationName> = z.input<(typeof OPERATIONS)[K]['input']>
export type Output<K extends OperationName> = z.output<(typeof OPERATIONS)[K]['output']>
export type NamesOfKind<T extends OperationKind> = { [K in OperationName]: (typeof OPERATIONS)[K]['kind'] extends T ? K : never }[OperationName]

/** True for a declared operation. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name)
}
