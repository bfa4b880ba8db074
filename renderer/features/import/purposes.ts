import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { codesOf } from '../../../electron/vocabulary/code-list.ts'

/** What a sheet of the workbook is read as. */
export type Purpose = ImportSheetView['purpose']
const WORDS: Readonly<Record<Purpose, string>> = { roster: '人员花名册', quotas: '机构编制', ignored: '不导入' }

/** The same as choices. */
export const PURPOSES = codesOf(WORDS).map((value) => ({ value, label: WORDS[value] }))
