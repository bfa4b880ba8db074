/** Why a 任免审批表 from outside is not read; the words to a code stand in contract/errors. */
export type FormRefusalCode = 'lrmx_unsafe' | 'lrmx_damaged' | 'lrmx_foreign' | 'lrmx_too_large'

/** A file that is not read. `details` fill the code's sentence; the file's name is added by whoever knows it. */
export class FormRefusal extends Error {
  readonly code: FormRefusalCode
  readonly details: Readonly<Record<string, string>>

  constructor(code: FormRefusalCode, problem: string, details: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'FormRefusal'
    this.code = code
    this.details = { problem, ...details }
  }
}
