import { remembered } from '../../vocabulary/remembered.ts'

/*
 * Repairs that cannot change what is meant: full-width digits and letters, odd blanks. Chinese punctuation stays as it is.
 */

const WIDE = /[０-９Ａ-Ｚａ-ｚ]/gu
const ANY_WIDE = /[０-９Ａ-Ｚａ-ｚ]/u
const ODD_BLANKS = /[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff\t\r\n]+/gu
const BLANK_IN_HAN = /(?<=[\p{sc=Han}、，（）〔〕0-9]) +(?=[\p{sc=Han}、，（）〔〕0-9])/gu

/** True where `narrowText` would change something. */
export function hasWideText(text: string): boolean {
  return ANY_WIDE.test(text)
}

/** Half-width digits and letters; everything else as it is. */
export function narrowText(text: string): string {
  return text.replaceAll(WIDE, narrowCharacter)
}

/** Half-width digits and letters, single ordinary blanks, none at the ends. */
export function tidyText(text: string): string {
  // Most cells hold neither blanks nor wide letters, and are as they should be.
  return UNTIDY.test(text) ? tidied(text) : text
}
const UNTIDY = /[\s\u200b\u2060\ufeff０-９Ａ-Ｚａ-ｚ]/u
const tidied = remembered((text): string =>
  narrowText(text)
    .replaceAll(ODD_BLANKS, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/(?<=[、，；]) (?=\p{sc=Han})/gu, '')
    .trim(),
)

/** As `tidyText`, and without blanks between Chinese characters or digits: names, offices, document numbers. */
export function tidyName(text: string): string {
  const tidy = tidyText(text)
  return tidy.includes(' ') ? tidy.replaceAll(BLANK_IN_HAN, '') : tidy
}

/** 诸葛亮 男, 孙尚香 女 侗族: what stands behind the name is no part of it. Behind one character it is (王 男). */
const SAID_BEHIND = /^(?<name>.*\p{sc=Han}.*?)(?<said>(?:[\s,，、]+(?:[男女]性?|\p{sc=Han}{1,4}族))+)$/u

/** A name of Chinese characters alone has nothing to be tidied. */
const PLAIN_NAME = /^\p{sc=Han}+$/u

/** As `tidyName`, and with the dot of a longer name as the standard has it: 阿依努尔•热合曼 → 阿依努尔·热合曼. */
export function tidyPersonName(text: string): string {
  if (PLAIN_NAME.test(text)) return text
  const behind = SAID_BEHIND.exec(tidyText(text))?.groups
  const name = behind?.['name'] ?? ''
  if (behind !== undefined && tidyName(name).length > 1)
    return `${tidyPersonName(name)} ${(behind['said'] ?? '').trim().replaceAll(/[\s,，、]+/gu, ' ')}`
  return tidyName(text).replaceAll(/(?<=\p{sc=Han})\s*[•．‧・⋅∙･.●﹒﹡]\s*(?=\p{sc=Han})/gu, '·')
}

/** As `tidyText`, and with full-width stops, dashes and slashes narrowed: dates and numbers. */
export function tidyNumber(text: string): string {
  return tidyText(text.replaceAll(/[．－／：]/gu, narrowCharacter)).replaceAll(' ', '')
}

/** A document number with the brackets the standard asks for: 山编办[2006]12号 → 山编办〔2006〕12号. */
export const tidyDocumentNumber = remembered((text): string =>
  tidyName(text).replaceAll(/[[【(（〔﹝［]\s*(\d{4})\s*[\]】)）〕﹞］]/gu, '〔$1〕'),
)

/** Marks clerks put where there is nothing to write. */
export function isEmptyMark(text: string): boolean {
  return /^(?:[/\\\-—－]+|无|暂无|空)?$/u.test(text)
}

function narrowCharacter(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0)
}
