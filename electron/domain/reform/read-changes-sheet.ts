import { headerKey } from '../table/fields.ts'
import { shownText, type RawSheet, type RawWorkbook } from '../table/raw-workbook.ts'
import { readRate } from '../report-arithmetic/printed-rate.ts'
import type { StatedChange } from './before-after.ts'

/* 改革前后 figures of many places in a sheet: one row a place and item, or one row a place with an item in each group of columns. */

const HEADS = {
  place: ['乡镇', '乡镇名称', '单位', '单位名称', '地区', '县区', '县（市、区）'],
  item: ['项目', '指标', '类别', '内容'],
  from: ['改革前', '原有', '原数', '原有数', '改革前数', '调整前', '撤并前'],
  to: ['改革后', '现有', '现数', '现有数', '改革后数', '调整后', '撤并后'],
  cut: ['减少', '减少数', '精简', '精简数', '净减少', '增减', '减少（个、名）'],
  rate: ['减幅', '精简率', '撤并率', '比例', '减少比例', '百分比', '精简比例'],
} as const
type Head = keyof typeof HEADS
const KEYS = new Map(
  (Object.keys(HEADS) as Head[]).flatMap((head) => HEADS[head].map((word) => [headerKey(word), head] as const)),
)

export interface ChangesRead {
  readonly rows: readonly StatedChange[]
  /** Cells that could not be read: where, and why. */
  readonly problems: readonly string[]
}

/** Every sheet with 改革前 and 改革后 among its heads; null where no sheet has them. */
export function readChangesSheet(workbook: RawWorkbook): ChangesRead | null {
  const read = workbook.sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => readSheet(sheet) ?? [])
  return read.length === 0
    ? null
    : { rows: read.flatMap(({ rows }) => rows), problems: read.flatMap(({ problems }) => problems) }
}

const SEARCHED = 30

interface Block {
  /** '' where the item stands in a column of its own. */
  readonly item: string
  readonly columns: Readonly<Partial<Record<Head, number>>>
}

function readSheet(sheet: RawSheet): ChangesRead | null {
  const heads = sheet.rows.slice(0, SEARCHED).findIndex((row) => {
    const named = row.map((cell) => KEYS.get(headerKey(shownText(cell))))
    return named.includes('from') && named.includes('to')
  })
  if (heads < 0) return null
  const header = (sheet.rows[heads] ?? []).map((cell) => KEYS.get(headerKey(shownText(cell))))
  const above = spread(sheet, heads - 1)
  const blocks = blocksOf(header, above)
  const shared = (head: Head) => header.indexOf(head)
  const placeColumn =
    shared('place') >= 0 ? shared('place') : above.findIndex((text) => KEYS.get(headerKey(text)) === 'place')
  const problems: string[] = []
  const rows = sheet.rows.slice(heads + 1).flatMap((row, index): StatedChange[] => {
    const text = (column: number | undefined) =>
      column === undefined || column < 0 ? '' : shownText(row[column]).trim()
    const place = text(placeColumn)
    return blocks.flatMap(({ item, columns }): StatedChange[] => {
      const number = (head: 'from' | 'to' | 'cut') => {
        const shown = text(columns[head]).replaceAll(/[,，\s]|个$|名$|人$/gu, '')
        if (shown === '' || /^[-—–/]+$/u.test(shown)) return null
        if (/^\d{1,9}$/u.test(shown)) return Number(shown)
        problems.push(
          `${sheet.name} 第 ${heads + index + 2} 行“${shownText(sheet.rows[heads]?.[columns[head] ?? 0])}”：“${text(columns[head])}”不是整数，没有采用。`,
        )
        return null
      }
      const [from, to, cut] = [number('from'), number('to'), number('cut')]
      const rate = rateOf(text(columns.rate))
      if (from === null && to === null && cut === null && rate === null) return []
      if (rate !== null && readRate(rate) === null)
        problems.push(`${sheet.name} 第 ${heads + index + 2} 行：百分比“${rate}”读不出来。`)
      return [{ place, item: item === '' ? text(columns.item ?? shared('item')) : item, from, to, cut, rate }]
    })
  })
  return { rows, problems }
}

/** 26.1% is 26.1; an empty cell is none. */
function rateOf(text: string): string | null {
  const plain = text.replaceAll(/[%％\s]/gu, '')
  return plain === '' || /^[-—–/]+$/u.test(plain) ? null : plain
}

/** A block begins with every 改革前. */
function blocksOf(header: readonly (Head | undefined)[], above: readonly string[]): readonly Block[] {
  const starts = header.flatMap((head, column) => (head === 'from' ? [column] : []))
  return starts.map((start, turn) => {
    const end = starts[turn + 1] ?? header.length
    const columns: Partial<Record<Head, number>> = {}
    for (let column = start; column < end; column += 1) {
      const head = header[column]
      if (head !== undefined && columns[head] === undefined) columns[head] = column
    }
    const title = above[start] ?? ''
    return { item: KEYS.has(headerKey(title)) ? '' : title, columns }
  })
}

/** The texts of a row, those of merged cells in every column they take. */
function spread(sheet: RawSheet, row: number): readonly string[] {
  if (row < 0) return []
  const cells = sheet.rows[row] ?? []
  const width = Math.max(...sheet.rows.slice(row, row + 2).map((own) => own.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const merge = sheet.merges.find(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
    )
    return shownText(merge === undefined ? cells[column] : sheet.rows[merge.top]?.[merge.left]).trim()
  })
}
