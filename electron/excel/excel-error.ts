import type { RefusalCode } from '../vocabulary/refusals.ts'

/** Why a foreign file is not read, or a finished one not released. `details` fill the code's sentence. */
export class ExcelError extends Error {
  readonly code: ExcelErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ExcelErrorCode, details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause })
    this.name = 'ExcelError'
    this.code = code
    this.details = details
  }
}

export type ExcelErrorCode = Extract<
  RefusalCode,
  | 'file_too_large'
  | 'file_unsupported'
  | 'file_pdf'
  | 'file_picture'
  | 'file_document'
  | 'file_encrypted'
  | 'file_macro'
  | 'file_damaged'
  | 'file_suspicious'
  | 'notice_leak'
  | 'template_rows'
  | 'template_unsupported'
>
