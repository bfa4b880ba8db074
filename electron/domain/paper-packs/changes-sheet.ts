import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet } from '../report/table-sheet.ts'
import { dateText } from '../rules/wording.ts'

/** Movements of a range, named, with the sums they must come to. */
export interface ToldChanges {
  readonly categories: readonly {
    readonly category: string
    readonly opening: number
    readonly in: number
    readonly out: number
    readonly transfers: number
    readonly mixed: number
    readonly closing: number
    readonly balanced: boolean
  }[]
  readonly rows: readonly {
    readonly person: string
    readonly on: PlainDate
    readonly category: string
    readonly fromUnit: string | null
    readonly toUnit: string | null
    readonly cause: string | null
    readonly document: string | null
    readonly late: boolean
  }[]
}

/** 增减变动表 of a range: each category's opening, movements and closing above, every movement by name below. */
export function changesSheet(
  { township, from, asOf }: { readonly township: string; readonly from: PlainDate; readonly asOf: PlainDate },
  changes: ToldChanges,
): SheetModel {
  return tableSheet({
    name: '增减变动表',
    title: `${township}人员增减变动表`,
    subtitle: `${dateText(from)}至${dateText(asOf)}　共 ${changes.rows.length} 笔`,
    orientation: 'landscape',
    before: changes.categories.map(sumText),
    columns: [
      { title: '序号', share: 6, style: 'tableNumber' },
      { title: '姓名', share: 12 },
      { title: '日期', share: 14 },
      { title: '编制类型', share: 14 },
      { title: '从', share: 26, style: 'tableText' },
      { title: '到', share: 26, style: 'tableText' },
      { title: '原因', share: 16, style: 'tableText' },
      { title: '文号', share: 26, style: 'tableText' },
      { title: '备注', share: 8 },
    ],
    rows: changes.rows.map(({ person, on, category, fromUnit, toUnit, cause, document, late }, place) => [
      String(place + 1),
      person,
      on,
      category,
      fromUnit ?? '（增）',
      toUnit ?? '（减）',
      cause ?? '',
      document ?? '',
      late ? '补录' : '',
    ]),
    empty: '这段时间没有增减变动。',
    signature: `截至 ${dateText(asOf)} 登记的情况。`,
    footerNote: `增减变动表　${from} 至 ${asOf}`,
  })
}

/** 混编 is said where there is any: it moves nobody and changes the sum all the same. */
function sumText({
  category,
  opening,
  in: came,
  out,
  transfers,
  mixed,
  closing,
  balanced,
}: ToldChanges['categories'][number]): string {
  const within = transfers === 0 ? '' : `，内部调整 ${transfers}`
  const apart = mixed === 0 ? '' : `，混编 ${mixed > 0 ? '+' : ''}${mixed}`
  return `${category}：期初 ${opening}，增 ${came}，减 ${out}${within}${apart}，期末 ${closing}${balanced ? '' : '（不相符，请核对）'}`
}
