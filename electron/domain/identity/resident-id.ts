import { isPlainDate, type PlainDate } from '../model/plain-date.ts'
import { normalizeIdText } from './normalize-id-text.ts'

/*
 * Citizen identity numbers (GB 11643-1999) and the documents that stand in their place. Region codes never refuse: the number is
 * lifelong (居民身份证法 第3条), and half of the county codes ever issued are no longer current.
 */

export type IdKind = 'resident' | 'hmtResidence' | 'foreignPermanent' | 'legacy15'

/** `legacy`: a 15-digit number, which carries no check digit and so proves nothing. `problem` is Chinese and never contains the number. */
export type IdReading = IdFacts &
  (
    | { readonly verdict: 'valid' | 'legacy'; readonly problem: null }
    | { readonly verdict: 'invalid'; readonly problem: string }
  )

interface IdFacts {
  readonly kind: IdKind | null
  /** What to store: half-width, no spaces, upper-case X. 15-digit numbers stay as they are. */
  readonly normalized: string
  readonly birth: PlainDate | null
  readonly sex: '男' | '女' | null
  /** Chinese: what was normalised. */
  readonly repairs: readonly string[]
  /** Chinese: worth a second look, not an error. */
  readonly warnings: readonly string[]
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
const ZERO = 48
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** Check digit (MOD 11-2) of the first 17 digits; '' unless exactly 17 digits are given. */
export function checkDigitOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) return ''
  let sum = 0
  // Read for everybody of the book: by place, without an iterator.
  for (let place = 0; place < 17; place += 1) sum += (WEIGHTS[place] ?? 0) * (first17.charCodeAt(place) - ZERO)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** First six and last four characters with eight stars between; a text too short for that is all stars. */
export function maskIdNumber(value: string): string {
  return value.length < 12 ? '*'.repeat(value.length) : `${value.slice(0, 6)}********${value.slice(-4)}`
}

/** The 18-digit form of a 15-digit number (19 inserted, check digit added). A guess to be confirmed by the card; null for anything else. */
export function upgradeLegacyId(value: string): string | null {
  if (!/^\d{15}$/.test(value)) return null
  const first17 = `${value.slice(0, 6)}19${value.slice(6)}`
  return first17 + checkDigitOf(first17)
}

/**
 * Reads an identity number as typed or pasted. `today` (optional) adds what only a calendar can tell: births in the future are refused,
 * ages under 16 and over 70 are warned of. Never throws.
 */
export function readResidentId(value: string, today?: PlainDate): IdReading {
  const { text, repairs } = normalizeIdText(value)
  const refuse = (problem: string, kind: IdKind | null = null): IdReading => ({
    verdict: 'invalid',
    kind,
    normalized: text,
    birth: null,
    sex: null,
    problem,
    repairs,
    warnings: [],
  })

  const shape = shapeProblem(text)
  if (shape !== null) return refuse(shape)
  if (/^[A-Z]{3}\d{12}$/.test(text)) {
    return {
      verdict: 'valid',
      kind: 'foreignPermanent',
      normalized: text,
      birth: null,
      sex: null,
      problem: null,
      repairs,
      warnings: ['旧版外国人永久居留身份证号，请对照原件'],
    }
  }
  if (text.length === 15) return readLegacy(text, repairs, refuse)
  return readEighteen(text, repairs, refuse, today)
}

type Refuse = (problem: string, kind?: IdKind | null) => IdReading

/** What is wrong before the digits mean anything; null when the text has a readable form. */
function shapeProblem(text: string): string | null {
  // Almost every number has the right form, and every rule run reads them all.
  if (/^(?:\d{17}[\dX]|\d{15})$/.test(text)) return null
  if (text === '') return '没有填写'
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) {
    return '号码已被 Excel 改成科学计数（数字单元格只保留前 15 位，后几位已经丢失，无法还原）。请照原件重新录入，并先把单元格设为文本'
  }
  if (/^[A-Z]{3}\d{12}$/.test(text)) return null
  if (text.includes('*')) return '含有 *，是遮盖过的号码。请填完整号码'
  const characters = Array.from(text)
  for (const [index, character] of characters.entries()) {
    if (/\d/.test(character)) continue
    if (index === 17 && character === 'X') continue
    if (/[Xx]/.test(character)) return `第 ${index + 1} 位是“${character}”，X 只能在第 18 位。请核对原件`
    return `第 ${index + 1} 位是“${character}”，应为数字。请核对原件`
  }
  if (characters.length !== 18 && characters.length !== 15)
    return `共 ${characters.length} 位，应为 18 位（第一代证为 15 位）`
  return null
}

function readLegacy(text: string, repairs: readonly string[], refuse: Refuse): IdReading {
  const birth = `19${text.slice(6, 8)}-${text.slice(8, 10)}-${text.slice(10, 12)}`
  if (!PROVINCES.has(text.slice(0, 2))) return refuse(`前两位 ${text.slice(0, 2)} 不是省级区划代码`, 'legacy15')
  if (!isPlainDate(birth)) return refuse(`出生日期 ${birth} 不存在`, 'legacy15')
  const warnings = ['15 位旧号没有校验位，换成 18 位也证明不了对错，须对照原件']
  if (/99[6-9]$/.test(text)) warnings.push('顺序码 996–999 当年发给百岁老人，出生年份可能是 18××年')
  return {
    verdict: 'legacy',
    kind: 'legacy15',
    normalized: text,
    birth,
    sex: sexOf(text.charAt(14)),
    problem: null,
    repairs,
    warnings,
  }
}

function readEighteen(
  text: string,
  repairs: readonly string[],
  refuse: Refuse,
  today: PlainDate | undefined,
): IdReading {
  const kind = kindOf(text)
  const province = kind === 'foreignPermanent' ? text.slice(1, 3) : text.slice(0, 2)
  if (!PROVINCES.has(province))
    return refuse(`${kind === 'foreignPermanent' ? '第 2、3' : '前两'}位 ${province} 不是省级区划代码`, kind)
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const damaged = text.endsWith('000')
  if (!isPlainDate(birth) || birth < '1000') return refuse(`出生日期 ${birth} 不存在`, kind)
  if (today !== undefined && birth > today) return refuse(`出生日期 ${birth} 还没有到`, kind)
  const expected = checkDigitOf(text.slice(0, 17))
  if (expected !== text.charAt(17)) {
    return refuse(
      damaged
        ? '末三位是 000，像是数字单元格被 Excel 改过（只保留前 15 位），无法还原。请照原件重新录入'
        : `第 18 位应为 ${expected}，现为 ${text.charAt(17)}`,
      kind,
    )
  }
  const warnings: string[] = []
  if (damaged) warnings.push('末三位是 000，校验虽对，也可能是被 Excel 改过的号码，请对照原件')
  if (birth < '1900') warnings.push(`出生年份 ${birth.slice(0, 4)} 早于 1900 年，请对照原件`)
  if (kind === 'foreignPermanent') warnings.push('这是外国人永久居留身份证号')
  if (kind === 'hmtResidence')
    warnings.push(
      text.slice(2, 6) === '0000'
        ? '这是港澳台居民居住证号'
        : `地址码 ${text.slice(0, 6)} 不是港澳台居住证的地址码，请对照原件`,
    )
  if (kind === 'resident' && text.slice(2, 6) === '0000')
    warnings.push(`地址码 ${text.slice(0, 6)} 没有县一级，请对照原件`)
  if (today !== undefined) warnings.push(...ageWarnings(birth, today))
  return {
    verdict: 'valid',
    kind,
    normalized: text,
    birth,
    sex: sexOf(text.charAt(16)),
    problem: null,
    repairs,
    warnings,
  }
}

function kindOf(text: string): IdKind {
  if (text.startsWith('9')) return 'foreignPermanent'
  return /^8[123]/.test(text) ? 'hmtResidence' : 'resident'
}

function sexOf(digit: string): '男' | '女' {
  return Number(digit) % 2 === 1 ? '男' : '女'
}

function ageWarnings(birth: PlainDate, today: PlainDate): readonly string[] {
  const passed = today.slice(5) >= birth.slice(5) ? 0 : 1
  const age = Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - passed
  if (age < 16) return [`按号码只有 ${age} 岁，请对照原件`]
  return age > 70 ? [`按号码已 ${age} 岁，请对照原件`] : []
}
