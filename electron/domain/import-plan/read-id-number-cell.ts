import { readResidentId } from '../identity/resident-id.ts'
import type { RosterField } from '../table/fields.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { bareIdText } from '../table/column-profile.ts'
import { shownText } from '../table/raw-workbook.ts'
import type { RowReader } from './row-reader.ts'

/** An ID number as text and the birth it tells; null where the cell gives none. */
export interface NumberInCell {
  readonly number: string | null
  readonly birth: PlainDate | null
}

const NOTHING: NumberInCell = { number: null, birth: null }

/** The ID number of a row. A numeric cell is refused, never repaired: Excel kept only its first 15 digits. */
export function readIdNumberCell(reader: RowReader<RosterField>): NumberInCell {
  const cell = reader.cell('idNumber')
  if (cell === null || cell === undefined) return NOTHING
  const shown = shownText(cell)
  if (typeof cell === 'object' && cell.kind === 'error') {
    reader.refuse('idNumber', 'cell_error', `单元格是错误值 ${shown}，请改正后再导入。`)
    return NOTHING
  }
  if (typeof cell === 'object' || /^\d(?:\.\d+)?E\+?\d+$/i.test(shown.trim())) {
    reader.refuse(
      'idNumber',
      'id_number_numeric',
      '单元格是数字，Excel 只保留前 15 位，后几位已经丢失，补不回来。请把这一列设为文本，照原件重新录入。',
    )
    return NOTHING
  }
  const reading = readResidentId(provedInside(shown) ?? shown)
  const { normalized } = reading
  if (isMasked(normalized)) {
    reader.note(
      'warning',
      'idNumber',
      `第 ${reader.row} 行 身份证号：“${shown.trim()}”中间几位是遮住的，没有收进，已有的号码不变。`,
    )
    return NOTHING
  }
  if (/^(?:[/\\\-—]*|无|暂无)$/u.test(normalized)) return NOTHING
  if (normalized !== shown.trim())
    reader.repair('idNumber', shown, normalized, `${reading.repairs.join('，') || '号码前后的字和符号已去掉'}。`)
  if (normalized.length < 15 || normalized.length > 18) {
    reader.refuse('idNumber', 'id_number_length', `${reading.problem?.replace(ASKS, '') ?? '位数不对'}。请核对原件。`)
    return NOTHING
  }
  if (reading.problem !== null)
    reader.note(
      'warning',
      'idNumber',
      `第 ${reader.row} 行 身份证号：${reading.problem.replace(ASKS, '')}。请核对原件。照原样收进，核查时标为待更正。`,
    )
  for (const warning of reading.warnings)
    reader.note(
      reading.verdict === 'legacy' ? 'warning' : 'info',
      'idNumber',
      reading.verdict === 'legacy'
        ? `第 ${reader.row} 行 身份证号：是 15 位的旧号，照原样收进。请对照身份证换成 18 位。`
        : warning,
    )
  return { number: normalized, birth: reading.birth }
}

const ASKS = /。?(?:请核对原件)?。?$/u

/** 身份证：3622…, [3622…], 362201-19800101-9911: 18 digits that pass their check among other signs; null where it is not so. */
function provedInside(shown: string): string | null {
  if (/^\d{17}[\dX]$/u.test(shown)) return null
  const bare = bareIdText(shown)
  const inside = /^\d{17}[\dXx]$/u.test(bare) && bare !== shown.normalize('NFKC').replaceAll(/\s/gu, '')
  return inside && readResidentId(bare).verdict === 'valid' ? bare : null
}

/** 362201********9901: as sheets for the wall and for e-mail have it. */
export function isMasked(number: string): boolean {
  return /[*＊×●○•#?？]{3,}/u.test(number) || /^\d{4,10}[Xx]{3,}\d{0,4}[\dXx]?$/u.test(number)
}
