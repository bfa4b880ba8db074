import { NOTICE_EXCEPTION_LIST, type NoticeExceptionField } from '../../vocabulary/notices.ts'
import type { CellStyle } from '../report/sheet-model.ts'

/*
 * 公开内容例外: a field beyond the public columns, masked, let onto one notice by a decision with its reason. There are these two and no others:
 * what is not here has no way onto a sheet whatever the reason.
 */

export { NOTICE_EXCEPTION_FIELDS, takesExceptions, type NoticeExceptionField } from '../../vocabulary/notices.ts'

/** Column of a field on a sheet of one row a person. Points at A4. */
export const EXCEPTION_COLUMNS: Readonly<
  Record<NoticeExceptionField, { readonly title: string; readonly width: number; readonly style: CellStyle }>
> = {
  maskedId: { title: NOTICE_EXCEPTION_LIST.maskedId.column, width: 128, style: 'tableCentered' },
  maskedPhone: { title: NOTICE_EXCEPTION_LIST.maskedPhone.column, width: 84, style: 'tableCentered' },
}
