/** Why a foreign file is not read, or a finished one not released. `code` is one of the contract's codes, `details` fill its sentence. */
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

export type ExcelErrorCode = 'file_too_large' | 'file_unsupported' | 'file_encrypted' | 'file_macro' | 'file_damaged' | 'file_suspicious' | 'notice_leak' | 'template_rows' | 'template_unsupported'
