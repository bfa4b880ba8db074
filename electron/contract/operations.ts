import type { z } from 'zod'
import { ACCESS_OPERATIONS } from './access-operations.ts'
import { BOOK_OPERATIONS } from './book-operations.ts'
import { DISPLAY_OPERATIONS } from './display-operations.ts'
import { READING_OPERATIONS } from './reading-operations.ts'
import { BLANK_OPERATIONS } from './blank-operations.ts'
import { IMPORT_OPERATIONS } from './import-operations.ts'
import { NOTICE_LIFE_OPERATIONS } from './notice-life-operations.ts'
import { NETWORK_OPERATIONS } from './network-operations.ts'
import { NOTICE_DRAFT_OPERATIONS } from './notice-draft-operations.ts'
import { NOTICE_OPERATIONS } from './notice-operations.ts'
import { LEDGER_OPERATIONS } from './ledger-operations.ts'
import { COMPARE_OPERATIONS } from './compare-operations.ts'
import { CORRECTION_OPERATIONS } from './correction-operations.ts'
import { PERSON_RECORD_OPERATIONS } from './person-record-operations.ts'
import { RECORD_OPERATIONS } from './record-operations.ts'
import { PACK_OPERATIONS } from './pack-operations.ts'
import { FINDING_OPERATIONS } from './finding-operations.ts'
import { FIND_OPERATIONS } from './find-operations.ts'
import { FORECAST_OPERATIONS } from './forecast-operations.ts'
import { CARD_OPERATIONS } from './card-operations.ts'
import { DUE_OPERATIONS } from './due-operations.ts'
import { DUTY_OPERATIONS } from './duty-operations.ts'
import { OWN_FIELD_OPERATIONS } from './own-field-operations.ts'
import { BUREAU_OPERATIONS } from './bureau-operations.ts'
import { ADHOC_OPERATIONS } from './adhoc-operations.ts'
import { LAW_OPERATIONS } from './law-operations.ts'
import { LIST_PAPER_OPERATIONS } from './list-paper-operations.ts'
import { SHEET_VIEW_OPERATIONS } from './sheet-view-operations.ts'
import { UNIT_PACKAGE_OPERATIONS } from './unit-package-operations.ts'
import { VIEW_COPY_OPERATIONS } from './view-copy-operations.ts'
import { LRMX_OPERATIONS } from './lrmx-operations.ts'
import { STRUCTURE_OPERATIONS } from './structure-operations.ts'
import { TEMPLATE_OPERATIONS } from './template-operations.ts'
import { COUNTY_DESK_OPERATIONS } from './county-desk-operations.ts'
import { COUNTY_OPERATIONS } from './county-operations.ts'
import { PACKAGE_OPERATIONS } from './package-operations.ts'
import { PAPER_PACK_OPERATIONS } from './paper-pack-operations.ts'
import { REFORM_OPERATIONS } from './reform-operations.ts'
import { REPORT_OPERATIONS } from './report-operations.ts'
import type { OperationKind } from './operation-table.ts'

export type { OperationKind } from './operation-table.ts'

/** Every operation the core knows, declared once, by concept. */
export const OPERATIONS = {
  ...BOOK_OPERATIONS,
  ...DISPLAY_OPERATIONS,
  ...NETWORK_OPERATIONS,
  ...ACCESS_OPERATIONS,
  ...READING_OPERATIONS,
  ...BLANK_OPERATIONS,
  ...IMPORT_OPERATIONS,
  ...NOTICE_OPERATIONS,
  ...NOTICE_DRAFT_OPERATIONS,
  ...NOTICE_LIFE_OPERATIONS,
  ...LEDGER_OPERATIONS,
  ...CORRECTION_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...OWN_FIELD_OPERATIONS,
  ...PERSON_RECORD_OPERATIONS,
  ...COMPARE_OPERATIONS,
  ...LAW_OPERATIONS,
  ...LIST_PAPER_OPERATIONS,
  ...SHEET_VIEW_OPERATIONS,
  ...UNIT_PACKAGE_OPERATIONS,
  ...VIEW_COPY_OPERATIONS,
  ...LRMX_OPERATIONS,
  ...STRUCTURE_OPERATIONS,
  ...REFORM_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...ADHOC_OPERATIONS,
  ...BUREAU_OPERATIONS,
  ...PACK_OPERATIONS,
  ...PAPER_PACK_OPERATIONS,
  ...PACKAGE_OPERATIONS,
  ...COUNTY_OPERATIONS,
  ...COUNTY_DESK_OPERATIONS,
  ...FINDING_OPERATIONS,
  ...FIND_OPERATIONS,
  ...FORECAST_OPERATIONS,
  ...CARD_OPERATIONS,
  ...DUE_OPERATIONS,
  ...DUTY_OPERATIONS,
  ...TEMPLATE_OPERATIONS,
} as const

export type OperationName = keyof typeof OPERATIONS
export type Input<K extends OperationName> = z.output<(typeof OPERATIONS)[K]['input']>
/** What a caller may leave out (defaults) it may leave out here too. */
export type CallInput<K extends OperationName> = z.input<(typeof OPERATIONS)[K]['input']>
export type Output<K extends OperationName> = z.output<(typeof OPERATIONS)[K]['output']>
export type NamesOfKind<T extends OperationKind> = {
  [K in OperationName]: (typeof OPERATIONS)[K]['kind'] extends T ? K : never
}[OperationName]

/** True for a declared operation. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name)
}

/** Operations that earlier versions had; books keep entries of them. By name, the title they had. */
const RETIRED_TITLES: Readonly<Record<string, string>> = {
  'unit.create': '设立机构',
  'quota.set': '核定编制',
  'leadershipQuota.set': '核定领导职数',
}

/** What an entry of a book calls the operation that made it; a name nobody knows stays as it is. */
export function operationTitle(name: string): string {
  return isOperationName(name) ? OPERATIONS[name].title : (RETIRED_TITLES[name] ?? name)
}
