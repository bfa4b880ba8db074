import type { ImportSheetView, SheetMapping } from '../../../electron/contract/import-operations.ts'

/** What she corrected by hand; the core previews and commits by exactly this. */
export interface ImportOptions {
  readonly mappings: readonly SheetMapping[]
  readonly skipRefused: boolean
  readonly effectiveOn: string | null
}

export const NO_CORRECTIONS: ImportOptions = { mappings: [], skipRefused: false, effectiveOn: null }

/** Changes one sheet's corrections and keeps the others. */
export function withMapping(options: ImportOptions, sheet: string, change: Omit<SheetMapping, 'sheet'>): ImportOptions {
  const before = options.mappings.find((mapping) => mapping.sheet === sheet)
  const after: SheetMapping = { ...before, ...change, sheet }
  return { ...options, mappings: [...options.mappings.filter((mapping) => mapping.sheet !== sheet), after] }
}

/** Says what a column holds. A field stands in one column only, so the column that held it is let go. */
export function withColumn(options: ImportOptions, sheet: ImportSheetView, column: string, field: string | null): ImportOptions {
  const before = options.mappings.find((mapping) => mapping.sheet === sheet.sheet)?.columns ?? {}
  const released = field === null ? [] : sheet.columns.filter((other) => other.field === field && other.column !== column).map((other) => [other.column, null] as const)
  return withMapping(options, sheet.sheet, { columns: { ...before, ...Object.fromEntries(released), [column]: field } })
}

/** Another heading row means other columns: what was said of the old ones is forgotten. */
export function withHeaderRow(options: ImportOptions, sheet: string, headerRow: number): ImportOptions {
  return withMapping(options, sheet, { headerRow, columns: {} })
}

/** The call's part that says how to read the file. */
export function importInput(fileId: string, options: ImportOptions) {
  return {
    fileId,
    ...(options.mappings.length === 0 ? {} : { mappings: [...options.mappings] }),
    ...(options.skipRefused ? { skipRefused: true } : {}),
    ...(options.effectiveOn === null ? {} : { effectiveOn: options.effectiveOn }),
  }
}
