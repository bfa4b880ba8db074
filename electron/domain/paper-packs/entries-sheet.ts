import { clerkMinute, shanghaiDayOf } from '../calendar/shanghai-day.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet } from '../report/table-sheet.ts'
import { dateText } from '../rules/wording.ts'

export interface ListedEntry {
  readonly seq: number
  readonly title: string
  readonly text: string
  readonly effectiveOn: PlainDate | null
  readonly recordedAt: string
  readonly document: string | null
  readonly actor: string
}

/** 登记台账 of a range: every entry, when it took effect, when and by whom it was written down. */
export function entriesSheet(
  { township, from, asOf }: { readonly township: string; readonly from: PlainDate; readonly asOf: PlainDate },
  entries: readonly ListedEntry[],
): SheetModel {
  return tableSheet({
    name: '登记台账',
    title: `${township}机构编制登记台账`,
    subtitle: `${dateText(from)}至${dateText(asOf)}　共 ${entries.length} 条`,
    orientation: 'landscape',
    columns: [
      { title: '条', share: 7, style: 'tableNumber' },
      { title: '生效日', share: 14 },
      { title: '事项', share: 14 },
      { title: '内容', share: 60, style: 'tableText' },
      { title: '文号', share: 22, style: 'tableText' },
      { title: '登记时间', share: 20 },
      { title: '登记人', share: 10 },
    ],
    rows: entries.map(({ seq, title, text, effectiveOn, recordedAt, document, actor }) => [
      String(seq),
      effectiveOn ?? shanghaiDayOf(recordedAt),
      title,
      text,
      document ?? '',
      clerkMinute(recordedAt),
      actor,
    ]),
    empty: '这段时间没有登记。',
    signature: '台账由程序逐条连锁，改动会被完整性检查指出。',
    footerNote: `登记台账　${from} 至 ${asOf}`,
  })
}
