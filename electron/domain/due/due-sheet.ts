import { DUE_KIND_TITLES, DUE_STATE_TITLES } from '../../vocabulary/due.ts'
import type { RuleSource } from '../model/finding.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet } from '../report/table-sheet.ts'
import { dateText } from '../rules/wording.ts'
import type { Due } from './due.ts'

interface Asked {
  readonly township: string
  /** Title of the kind; '' for all. */
  readonly kind: string
  readonly unit: string | null
  readonly month: string | null
  readonly until: PlainDate
  readonly index: SnapshotIndex
}

/** 到期人员表: a line a person and matter, its arithmetic beside it, and each clause once below, by number. */
export function dueSheet(due: readonly Due[], { township, kind, unit, month, until, index }: Asked): SheetModel {
  const told = due.filter(({ on }) => on !== null)
  const sources = [...new Map(told.map(({ source }) => [sourceText(source), source])).keys()]
  const range = month === null ? `到 ${dateText(until)}` : dateText(month)
  return tableSheet({
    name: '到期人员',
    title: `${township}${unit ?? ''}${kind}到期人员表`,
    subtitle: `${range}　共 ${told.length} 条，另有 ${due.length - told.length} 条不能判断`,
    orientation: 'landscape',
    columns: [
      { title: '序号', share: 4, style: 'tableNumber' },
      { title: '到期', share: 9 },
      { title: '姓名', share: 8 },
      { title: '机构', share: 14 },
      { title: '类别', share: 9 },
      { title: '事项', share: 17, style: 'tableText' },
      { title: '怎么算的', share: 45, style: 'tableText' },
      { title: '情形', share: 8 },
      { title: '依据', share: 5, style: 'tableNumber' },
    ],
    rows: told.map((one, place) => [
      String(place + 1),
      one.on ?? '',
      index.person(one.personId)?.name ?? '',
      one.unitId === null ? '' : (index.unit(one.unitId)?.name ?? ''),
      DUE_KIND_TITLES[one.kind],
      one.title,
      dueText(one),
      DUE_STATE_TITLES[one.state],
      String(sources.indexOf(sourceText(one.source)) + 1),
    ]),
    empty: '这段时间没有到期的人。',
    after: [...sources.map((text, place) => `${place + 1}. ${text}`), ...unknownLines(due, index)],
    signature: '年限和日期按编制本登记的事实推算，是否晋升、交流、续订由有权机关决定。',
    footerNote: `到期人员　到 ${until}`,
  })
}

/** 不能判断: a line for each lack, with everybody it is lacking of. */
function unknownLines(due: readonly Due[], index: SnapshotIndex): readonly string[] {
  const unknown = due.filter(({ on }) => on === null)
  return [...Map.groupBy(unknown, ({ kind, lacks }) => `${DUE_KIND_TITLES[kind]}，缺${lacks.join('、')}`)].map(
    ([lack, people]) =>
      `不能判断 ${people.length} 人：${lack}。${people.map(({ personId }) => index.person(personId)?.name ?? '').join('、')}。`,
  )
}

/** Arithmetic, what stands against it and what is missing, as one text. */
export function dueText({ steps, obstacles, lacks }: Pick<Due, 'steps' | 'obstacles' | 'lacks'>): string {
  return [...steps, ...obstacles, ...(lacks.length === 0 ? [] : [`缺${lacks.join('、')}，不能判断`])].join('；')
}

/** 《…》（number）第…条：clause. */
export function sourceText({ cited, clause }: Pick<RuleSource, 'cited' | 'clause'>): string {
  return `${cited}：${clause}`
}
