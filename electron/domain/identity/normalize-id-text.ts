/** Letters that clerks and input methods put where the Roman numeral ten belongs: x Ｘ ｘ Ⅹ ⅹ × ╳ ✕ Cyrillic Х х, Greek Χ χ. */
const TEN_LOOKALIKES = new Set(['x', 'X', 'Ｘ', 'ｘ', 'Ⅹ', 'ⅹ', '×', '╳', '✕', 'Х', 'х', 'Χ', 'χ'])

/** Blanks and invisible characters that come along when a number is pasted. */
const BLANKS = /[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060\u3000\ufeff]/gu

/**
 * Half-width, without blanks, with X where the last place holds a look-alike of it. Only what cannot change the meaning is repaired:
 * O, l and I stay and are refused later. `repairs` says in Chinese what was done.
 */
export function normalizeIdText(value: string): { readonly text: string; readonly repairs: readonly string[] } {
  // Almost every number comes in order already, and every rule run reads them all.
  if (/^(?:\d{17}[\dX]|\d{15})$/.test(value)) return { text: value, repairs: [] }
  const repairs: string[] = []
  let text = value.trim().replace(/^=\s*"([^"]*)"$/u, '$1')
  const unquoted = text.replace(/^['‘’`]+/u, '')
  if (unquoted !== text) repairs.push('去掉了开头的撇号')
  const bare = unquoted.replace(/[;；,，.。、'’`]+$/u, '')
  if (bare !== unquoted) repairs.push('去掉了末尾的标点')
  const joined = bare.replace(BLANKS, '')
  if (joined !== bare) repairs.push('去掉了中间的空格')
  text = joined.replaceAll(/[０-９Ａ-Ｚａ-ｚ．＋＊]/gu, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
  )
  if (text !== joined) repairs.push('全角字符改成了半角')

  const characters = Array.from(text)
  const last = characters[17]
  if (characters.length === 18 && last !== undefined && last !== 'X' && TEN_LOOKALIKES.has(last)) {
    repairs.push(`末位的“${last}”改成了大写 X`)
    text = `${characters.slice(0, 17).join('')}X`
  }
  if (/^[a-z]{3}\d{12}$/i.test(text) && text !== text.toUpperCase()) {
    repairs.push('字母改成了大写')
    text = text.toUpperCase()
  }
  return { text, repairs }
}
