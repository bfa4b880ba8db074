import { SEVERITY_NAMES, type RuleSource, type Severity } from '../model/finding.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { blankRow, cell, rowOf, sum, wideRow } from '../report/sheet-rows.ts'
import { roomyRow, tableSheet } from '../report/table-sheet.ts'
import { TYPE_SIZES } from '../report/text-metrics.ts'
import { dateText } from '../rules/wording.ts'
import type { FindingMark } from './finding-states.ts'

/* 问题清单 and 整改通知: findings on paper, for the office and the bureau, never for the wall (they name people). */

/** One finding as a paper tells it. */
export interface PaperProblem {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly text: string
  readonly remedy: string
  /** Whoever has to put it right. */
  readonly unit: string
  readonly source: RuleSource
  /** Where the same fact stands in other rules as well. */
  readonly alsoBy: readonly Pick<PaperProblem, 'rule' | 'title' | 'source'>[]
  /** Null while it is open. */
  readonly explanation: FindingMark | null
}

export interface ProblemListInput {
  readonly township: string
  readonly asOf: PlainDate
  readonly packTitle: string
  readonly problems: readonly PaperProblem[]
  /** 整改期限 of what is open; null: left to be written in. */
  readonly deadline: PlainDate | null
}

/** 问题清单: every finding with its clause word for word, who must act, how, by when, and how it stands. Explained ones are on it, with the reason. */
export function problemList({ township, asOf, packTitle, problems, deadline }: ProblemListInput): SheetModel {
  const explained = problems.filter((problem) => problem.explanation !== null).length
  return tableSheet({
    name: '问题清单',
    title: `${township}机构编制核查问题清单`,
    subtitle: `截至 ${dateText(asOf)}　规则：${packTitle}　共 ${problems.length} 个，其中已说明 ${explained} 个`,
    orientation: 'landscape',
    columns: [
      { title: '序号', share: 5, style: 'tableNumber' },
      { title: '问题', share: 33, style: 'tableText' },
      { title: '依据和条文', share: 42, style: 'tableText' },
      { title: '责任单位', share: 13 },
      { title: '整改措施', share: 22, style: 'tableText' },
      { title: '整改期限', share: 14 },
      { title: '状态', share: 17, style: 'tableText' },
    ],
    rows: problems.map((problem, place) => [
      String(place + 1),
      `〔${SEVERITY_NAMES[problem.severity]}〕${problem.text}`,
      sourcesText(problem),
      problem.unit,
      problem.remedy,
      problem.explanation === null ? (deadline ?? '') : '',
      stateText(problem.explanation),
    ]),
    empty: '没有发现问题。',
    signature: '单位负责人：　　　　　　　　　填表人：　　　　　　　　　填表日期：　　　　年　　月　　日',
    footerNote: `问题清单　截至 ${asOf}`,
  })
}

export interface RectificationInput {
  readonly township: string
  readonly issuer: string
  readonly asOf: PlainDate
  readonly issuedOn: PlainDate
  readonly number: string
  readonly unit: string
  readonly problems: readonly PaperProblem[]
  readonly deadline: PlainDate
}

/** 整改通知 to one unit: addressed, numbered, what is wrong by which clause, what to do by when, signature and receipt. */
export function rectificationNotice(input: RectificationInput): SheetModel {
  const widths = [34, 214, 140, 119]
  const full = widths.length
  const header = rowOf(
    ['序号', '存在的问题', '依据', '整改措施'].map((text, place) => cell(place, 1, text, 'tableHeader')),
    widths,
    true,
  )
  const head = [
    wideRow('机构编制问题整改通知', 'title', widths, true),
    wideRow(input.number, 'subtitle', widths, true),
    blankRow(6, full, true),
    wideRow(`${input.unit}：`, 'paragraph', widths, true),
    wideRow(
      `　　经核查，截至${dateText(input.asOf)}，你单位存在下列机构编制问题 ${input.problems.length} 个。请于${dateText(input.deadline)}前整改完毕，并将整改情况书面报${input.issuer}。`,
      'paragraph',
      widths,
      true,
    ),
    blankRow(6, full, true),
  ]
  const half = 2
  const signed = (text: string, keep: boolean) => rowOf([cell(half, full - half, text, 'signature')], widths, keep)
  const rows = input.problems.map((problem, place) =>
    roomyRow(
      [
        cell(0, 1, String(place + 1), 'tableNumber'),
        cell(1, 1, problem.text, 'tableText'),
        cell(2, 1, sourcesText(problem), 'tableText'),
        cell(3, 1, problem.remedy, 'tableText'),
      ],
      widths,
      place === input.problems.length - 1,
    ),
  )
  return {
    name: '整改通知',
    paper: 'A4',
    orientation: 'portrait',
    margins: { top: 60, right: (595.28 - sum(widths)) / 2, bottom: 60, left: (595.28 - sum(widths)) / 2 },
    columnWidths: widths,
    fontSizes: TYPE_SIZES,
    repeatRows: { first: head.length, last: head.length },
    rows: [
      ...head,
      header,
      ...rows,
      blankRow(8, full, true),
      wideRow('　　整改确有困难的，请在期限内书面说明理由、依据文件和预计完成时间。', 'paragraph', widths, true),
      blankRow(36, full, true),
      signed(`${input.issuer}（盖章）`, true),
      signed(dateText(input.issuedOn), true),
      blankRow(12, full, true),
      wideRow('签收人：　　　　　　　　　　　签收日期：　　　　年　　月　　日', 'note', widths),
    ],
    footerNote: `${input.number}　${input.unit}`,
  }
}

/** "《…》（国务院令第486号）第六条第二款：机构实有人员不得突破规定的编制。" */
function sourceText({ cited, clause, inForceFrom, note }: RuleSource): string {
  const force = inForceFrom === null ? '' : `（${inForceFrom} 起施行）`
  return `${cited}${force}：${clause}${note === undefined ? '' : `（${note}）`}`
}

/** The clause of the gravest word for word, the other documents by name and article below it. */
function sourcesText({ source, alsoBy }: PaperProblem): string {
  const others = new Set(alsoBy.map((other) => other.source.cited).filter((text) => text !== source.cited))
  return [sourceText(source), ...[...others].map((text) => `另据${text}`)].join('\n')
}

function stateText(explanation: FindingMark | null): string {
  if (explanation === null) return '待整改'
  const paper = explanation.documentNumber === null ? '' : `，${explanation.documentNumber}`
  return `已说明：${explanation.reason}${paper}${explanation.untilOn === null ? '' : `（至 ${explanation.untilOn}）`}`
}
