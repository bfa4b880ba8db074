import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet } from '../report/table-sheet.ts'
import { dateText } from '../rules/wording.ts'
import type { StatedDuty } from './duty-list.ts'

/** 待办事项表: one line a duty with a box to tick, for the wall beside the desk. */
export function dutySheet(
  duties: readonly StatedDuty[],
  {
    township,
    asOf,
    from,
    to,
  }: { readonly township: string; readonly asOf: PlainDate; readonly from: PlainDate; readonly to: PlainDate },
): SheetModel {
  return tableSheet({
    name: '待办事项',
    title: `${township}机构编制工作待办事项`,
    subtitle: `${dateText(from)}至${dateText(to)}　共 ${duties.length} 件`,
    orientation: 'portrait',
    columns: [
      { title: '截止', share: 15 },
      { title: '事项', share: 24, style: 'tableText' },
      { title: '说明', share: 42, style: 'tableText' },
      { title: '办结', share: 16 },
    ],
    rows: duties.map((duty) => [
      dayText(duty),
      duty.title,
      duty.detail,
      duty.mark === null ? '□' : `√ ${duty.mark.doneOn}`,
    ]),
    empty: '这段时间没有要办的事。',
    signature: `截至 ${dateText(asOf)} 登记的情况。`,
    footerNote: `待办事项　${from} 至 ${to}`,
  })
}

function dayText({ dueOn, undated, workBy }: StatedDuty): string {
  if (dueOn === null) return undated ?? ''
  return workBy === null ? dueOn : `${dueOn}\n（休息，${workBy.slice(5)} 前）`
}
