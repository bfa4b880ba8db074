import type { SheetRow } from '../report/sheet-model.ts'
import type { NoticeContent } from './notice-content.ts'
import {
  BUREAU_REVIEW,
  chineseDate,
  closingNote,
  contactTexts,
  defaultIssuer,
  defaultTitle,
  openingTexts,
  type NoticeOptions,
} from './notice-texts.ts'
import { blankRow, cell, rowOf, wideRow } from '../report/sheet-rows.ts'

/** Room above the issuer's name for the seal, which covers name and date when it is stamped. Points. */
const SEAL_SPACE = 42

/** Title, number, opening and period: what stands above the list. */
export function headRows(
  content: NoticeContent,
  options: NoticeOptions,
  widths: readonly number[],
): readonly SheetRow[] {
  return [
    wideRow(noticeTitle(content, options), 'title', widths, true),
    wideRow(options.number, 'subtitle', widths, true),
    ...openingTexts(content, options).map((text) => wideRow(text, 'paragraph', widths, true)),
    blankRow(6, widths.length, true),
  ]
}

/** Note, ways to object, seal space, issuer and date: tied together, so that the signature never stands alone on a page. */
export function footRows(
  content: NoticeContent,
  options: NoticeOptions,
  widths: readonly number[],
): readonly SheetRow[] {
  const issuer =
    options.issuer === undefined || options.issuer === '' ? defaultIssuer(content.township) : options.issuer
  const half = signatureColumn(widths)
  const signed = (text: string, keep: boolean) =>
    rowOf([cell(half, widths.length - half, text, 'signature')], widths, keep)
  return [
    blankRow(6, widths.length, true),
    wideRow(closingNote(content, options.layout), 'note', widths, true),
    blankRow(4, widths.length, true),
    ...contactTexts(options).map((text) => wideRow(text, 'paragraph', widths, true)),
    wideRow(BUREAU_REVIEW, 'paragraph', widths, true),
    blankRow(SEAL_SPACE, widths.length, true),
    signed(`${issuer}（盖章）`, true),
    signed(chineseDate(options.from), false),
  ]
}

/** The title given, else that of the form: the sheet by body has a name of its own. */
export function noticeTitle(content: NoticeContent, options: Pick<NoticeOptions, 'title' | 'layout'>): string {
  if (options.title !== undefined && options.title !== '') return options.title
  return options.layout === 'units' ? `${content.township}机构编制实名制信息公示表` : defaultTitle(content.township)
}

/** The signature stands in the right half: first column that begins at or past 45 % of the width. */
function signatureColumn(widths: readonly number[]): number {
  const total = widths.reduce((whole, width) => whole + width, 0)
  let left = 0
  for (const [column, width] of widths.entries()) {
    if (left >= total * 0.45) return column
    left += width
  }
  return widths.length - 1
}
