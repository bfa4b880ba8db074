import type { CellStyle } from '../report/sheet-model.ts'
import type { NoticeLayout } from './notice-layout.ts'

/*
 * 公开内容例外: a field beyond the public columns, masked, let onto one notice by a decision with its reason. There are these two and no others:
 * what is not here has no way onto a sheet whatever the reason.
 */

export const NOTICE_EXCEPTION_FIELDS = ['maskedId', 'maskedPhone'] as const
export type NoticeExceptionField = (typeof NOTICE_EXCEPTION_FIELDS)[number]

/** Column of a field on a sheet of one row a person. Points at A4. */
export const EXCEPTION_COLUMNS: Readonly<Record<NoticeExceptionField, { readonly title: string; readonly width: number; readonly style: CellStyle }>> = {
  maskedId: { title: '身份证号', width: 128, style: 'tableCentered' },
  maskedPhone: { title: '联系电话', width: 84, style: 'tableCentered' },
}

/** Layouts of one row a person have room for a further column; the others set names in running text. */
export function takesExceptions(layout: NoticeLayout): boolean {
  return layout === 'table' || layout === 'nine' || layout === 'short'
}
