import type { FigureLine } from '../../model/figures.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { categoryText, unitName } from '../form-words.ts'
import { opinionRows } from '../opinion-rows.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 30, ordinal: true },
  { title: '用编单位', width: 118 },
  { title: '编制类型', width: 72 },
  { title: '核定编制数', width: 48 },
  { title: '实有人数', width: 44 },
  { title: '已核准未到位', width: 52 },
  { title: '空编数', width: 40 },
  { title: '申请进人数', width: 48 },
  { title: '进人方式', width: 74 },
  { title: '拟进人员', width: 66 },
  { title: '原单位', width: 88 },
  { title: '岗位和条件', width: 104, style: 'tableText' },
  { title: '申请理由', width: 90, style: 'tableText' },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/**
 * 机关事业单位进人核编申报表: the arithmetic is filled in, whom to take and why is written by hand. Only lines with a seat left stand on it
 * (满编后一律不准增加新的工作人员); with one unit asked for, all its lines.
 */
export const entryApplicationForm: Form = {
  id: 'entry-application',
  title: '进人核编申报表',
  about: '有空编的单位申请进人，数字已填，人和理由手写',
  due: '进人之前，编办凭它发进人核编通知单',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '名、人',
  page: PAGE,
  content: (facts) => {
    const lines = facts.figures.lines.filter((line) =>
      facts.unitId === null ? line.vacancy > 0 : line.unitId === facts.unitId,
    )
    const content = tableContent(
      PAGE,
      HEADINGS,
      [...lines.map((line, place) => figureLine(facts, line, place + 1)), { kind: 'total', values: [null, '总计'] }],
      notes(facts, lines),
    )
    return {
      ...content,
      body: [...content.body, ...opinionRows(['申报单位意见', '主管部门意见', '编办审核意见'], content.columnWidths)],
    }
  },
}

function figureLine(facts: FormFacts, line: FigureLine, place: number): FormLine {
  return row(
    place,
    unitName(facts, line.unitId),
    categoryText(line.category),
    line.quota,
    line.actual,
    line.reserved,
    line.vacancy,
    '',
    '',
    '',
    '',
    '',
    '',
  )
}

function notes(facts: FormFacts, lines: readonly FigureLine[]): readonly string[] {
  const over = lines.filter((line) => line.over > 0)
  const open = facts.snapshot.approvals.filter((approval) =>
    lines.some((line) => line.approvalIds.includes(approval.id)),
  )
  return [
    '空编数＝核定编制数－实有人数－已核准未到位；申请进人数不得超过空编数。',
    ...(lines.length === 0 ? ['各单位都没有空编，不能申请进人。'] : []),
    ...(over.length === 0
      ? []
      : [
          `${over.map((line) => `${unitName(facts, line.unitId)}${categoryText(line.category)}`).join('、')}已超编，不得进人。`,
        ]),
    ...(open.length === 0 ? [] : [`在用的用编核准：${open.map((approval) => approval.number).join('、')}。`]),
  ]
}
