import type { CellCorrection, ImportSheetView, SheetMapping } from '../../../electron/contract/import-operations.ts'

/** What she corrected by hand; the core previews and commits by exactly this. */
export interface ImportOptions {
  readonly mappings: readonly SheetMapping[]
  /** By the question's id, asked or not. */
  readonly answers: Readonly<Record<string, string>>
  readonly corrections: readonly CellCorrection[]
  readonly skipRefused: boolean
  readonly effectiveOn: string | null
}

export const NO_CORRECTIONS: ImportOptions = {
  mappings: [],
  answers: {},
  corrections: [],
  skipRefused: false,
  effectiveOn: null,
}

/** Changes one sheet's corrections and keeps the others. */
export function withMapping(options: ImportOptions, sheet: string, change: Omit<SheetMapping, 'sheet'>): ImportOptions {
  const before = options.mappings.find((mapping) => mapping.sheet === sheet)
  const after: SheetMapping = { ...before, ...change, sheet }
  return { ...options, mappings: [...options.mappings.filter((mapping) => mapping.sheet !== sheet), after] }
}

/** Says what a column holds. A field stands in one column only, so the column that held it is let go. */
export function withColumn(
  options: ImportOptions,
  sheet: ImportSheetView,
  column: string,
  field: string | null,
): ImportOptions {
  const before = options.mappings.find((mapping) => mapping.sheet === sheet.sheet)?.columns ?? {}
  const released =
    field === null
      ? []
      : sheet.columns
          .filter((other) => other.field === field && other.column !== column)
          .map((other) => [other.column, null] as const)
  return withMapping(options, sheet.sheet, { columns: { ...before, ...Object.fromEntries(released), [column]: field } })
}

/** Another heading row means other columns: what was said of the old ones is forgotten. */
export function withHeaderRow(options: ImportOptions, sheet: string, headerRow: number): ImportOptions {
  return withMapping(options, sheet, { headerRow, columns: {} })
}

/** Answers questions, or takes answers back with null. */
export function withAnswers(options: ImportOptions, answers: Readonly<Record<string, string | null>>): ImportOptions {
  const all = { ...options.answers, ...answers }
  return {
    ...options,
    answers: Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)),
  }
}

/** Puts a cell right; what was said of it before is forgotten. */
export function withCorrection(options: ImportOptions, correction: CellCorrection): ImportOptions {
  const { sheet, row, column } = correction
  const others = options.corrections.filter(
    (one) => one.sheet !== sheet || one.row !== row || one.column !== column || one.same === true,
  )
  return { ...options, corrections: [...others, correction] }
}

/** The call's part that says how to read the file. With `mappings`, even none, a sheet in which nothing is recognised is shown all the same. */
export function importInput(fileId: string, options: ImportOptions) {
  return {
    fileId,
    mappings: [...options.mappings],
    ...(Object.keys(options.answers).length === 0 ? {} : { answers: { ...options.answers } }),
    ...(options.corrections.length === 0 ? {} : { corrections: [...options.corrections] }),
    ...(options.skipRefused ? { skipRefused: true } : {}),
    ...(options.effectiveOn === null ? {} : { effectiveOn: options.effectiveOn }),
  }
}
