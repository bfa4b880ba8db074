import type { LeadershipPart } from '../../model/figures.ts'
import { UNIT_KIND_NAMES } from '../../model/unit.ts'
import { leadershipLines } from '../../quota/leadership-lines.ts'
import { sum } from '../../report/sheet-rows.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine, type FormValue } from '../form-table.ts'
import { unitLevel } from '../form-records.ts'

const NUMBERS = ['应配人数', '实配人数', '超配', '缺配'].map((title) => ({ title, width: 44 }))
const HEADINGS: readonly FormHeading[] = [
  { title: '机构名称', width: 120 },
  { title: '机构级别', width: 52 },
  { title: '机构类型', width: 62 },
  { title: '领导职数', columns: NUMBERS },
  { title: '正职领导职数', columns: NUMBERS },
  { title: '副职领导职数', columns: NUMBERS },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 各单位领导职数配备情况表 of the national civil-servant system. */
export const leadershipStaffingForm: Form = {
  id: 'leadership-staffing',
  title: '领导职数配备情况表',
  about: '每个单位领导职数应配几名、实配几人，正职副职分列',
  due: '半年报和领导班子调整后',
  span: 'day',
  subject: null,
  idNumbers: false,
  measure: '名、人',
  page: PAGE,
  content: (facts) =>
    tableContent(PAGE, HEADINGS, [...lines(facts), { kind: 'total', values: ['总计'] }], notes(facts)),
}

function lines(facts: FormFacts): readonly FormLine[] {
  return leadershipLines(facts.snapshot).map((line) => {
    const unit = facts.index.unit(line.unitId)
    return row(
      unit?.name ?? '',
      unitLevel(facts, line.unitId),
      unit === undefined ? '' : UNIT_KIND_NAMES[unit.kind],
      line.quota,
      line.actual,
      line.over,
      line.vacancy,
      ...partValues(line.chief),
      ...partValues(line.deputy),
    )
  })
}

/** Where the document does not divide the number, there is nothing to be over or short of. */
function partValues({ quota, actual }: LeadershipPart): readonly FormValue[] {
  return quota === null
    ? [null, actual, null, null]
    : [quota, actual, Math.max(0, actual - quota), Math.max(0, quota - actual)]
}

function notes({ snapshot, figures }: FormFacts): readonly string[] {
  const own = leadershipLines(snapshot)
  const undivided = own.some((line) => line.chief.quota === null && line.quota > 0)
  const netted = sum(own.map((line) => line.over)) !== figures.leadership.over
  return [
    '兼任领导职务的只计一次。',
    ...(undivided ? ['批准文件未分正职、副职的，正职、副职只列实配人数。'] : []),
    ...(netted ? ['总计中的超配、缺配按单位分别计算后相加，不相互抵消。'] : []),
  ]
}
