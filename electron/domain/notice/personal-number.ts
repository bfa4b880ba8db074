/*
 * Numbers that belong to a person and must not stand in any text of a notice: searched for in what people type, before the sheet is drawn,
 * so that the field is named. The finished file is searched again (`excel/scan-finished`).
 */

export type PersonalNumber = 'idNumber' | 'mobile'

export const PERSONAL_NUMBER_NAMES: Readonly<Record<PersonalNumber, string>> = {
  idNumber: '像身份证号的数字',
  mobile: '像手机号的数字',
}

/** Digits as they are written to be read past a search: 〇一二, full-width, circled are made plain by NFKC. */
const CHINESE_DIGITS = '〇一二三四五六七八九'
/** What people put between groups of digits. */
const BETWEEN = String.raw`[\s.,，、·・\-—–_/]?`
const DIGIT_TAIL = (count: number) => String.raw`(?:${BETWEEN}\d){${count}}`
const ID_NUMBER = new RegExp(
  String.raw`(?<!\d)[1-9]${DIGIT_TAIL(16)}${BETWEEN}[\dXx](?!\d)|(?<!\d)[1-9]\d{14}(?!\d)`,
  'u',
)
const MOBILE = new RegExp(String.raw`(?<!\d)(?:\+?86${BETWEEN})?1${BETWEEN}[3-9]${DIGIT_TAIL(9)}(?!\d)`, 'u')

/** The kind of personal number a text holds, however its digits are divided or written; null: none. A desk telephone is none. */
export function personalNumberIn(text: string): PersonalNumber | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[〇零一二三四五六七八九]/gu, (digit) => String(digit === '零' ? 0 : CHINESE_DIGITS.indexOf(digit)))
  if (ID_NUMBER.test(plain)) return 'idNumber'
  return MOBILE.test(plain) ? 'mobile' : null
}

/** True where a text gives a telephone one can call: seven digits at least. `无`, `见公告栏` and 12310 are none. */
export function hasTelephone(text: string): boolean {
  return text.normalize('NFKC').replaceAll(/\D/gu, '').length >= 7
}
