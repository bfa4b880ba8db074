import type { CallInput } from '../../../electron/contract/operations.ts'

/** Which form, for which day or period, unit and person. */
export type ReportInput = CallInput<'report.preview'>
