import { remembered } from '../../vocabulary/remembered.ts'

/* A system's or a drop-down's code beside its word: 1.男, 21-大学本科, 01 汉族, 362201001 党政办公室, 行政编制（10）. */

/** With a sign or a blank between; without one only where it is far too long to count anything. */
const FRONT =
  /^(?:(?:\d{1,12}|[A-Za-z])\s*[.．、\-—_:：)）|｜]\s*|\d{1,12}\s+(?![年月日号人名元岁级届])|\d{6,12}(?![年月日号人名元岁级届]))(?=\p{sc=Han})/u
/** A number that counts says what: （5人）, （3名）. */
const BACK = /(?<=\p{sc=Han})\s*[（([【]\s*[0-9A-Za-z]{1,6}\s*[)）\]】]$/u

/** The word without the code in front of it. */
export const withoutCode: (text: string) => string = remembered((text) => text.replace(FRONT, ''))

/** The word without a code before or behind it. */
export const bareWord: (text: string) => string = remembered((text) => text.replace(FRONT, '').replace(BACK, ''))
