import { categoryText, mixedNotes, unitName } from '../form-words.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 32, ordinal: true },
  { title: '单位名称', width: 130 },
  { title: '编制类型', width: 84 },
  { title: '核定编制数', width: 50 },
  { title: '期初实有人数', width: 56 },
  { title: '本期减员人数', width: 56 },
  { title: '期末实有人数', width: 56 },
  { title: '期末空编数', width: 50 },
  { title: '减员人员及原因', width: 160, style: 'tableText' },
  { title: '备注', width: 70, style: 'tableText' },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** Due to the bureau at the end of every month (F6); its columns are not published, these follow from what it counts. */
export const vacancyMonthForm: Form = {
  id: 'vacancy-month',
  title: '减员空编情况统计表',
  about: '本月哪个单位减了谁，月末空几名',
  due: '每月月底前报编办',
  span: 'month',
  subject: null,
  idNumbers: false,
  measure: '名、人',
  page: PAGE,
  content: (facts) =>
    tableContent(PAGE, HEADINGS, [...lines(facts), { kind: 'total', values: [null, '总计'] }], notes(facts)),
}

function lines(facts: FormFacts): readonly FormLine[] {
  const { vacancies, rows } = facts.changes()
  return vacancies.map((line, place) => {
    const leavers = rows.filter(
      (own) =>
        own.fromUnitId === line.unitId &&
        own.category === line.category &&
        own.kind !== 'in' &&
        own.kind !== 'transferIn',
    )
    const text = leavers
      .map(
        (own) =>
          `${facts.ledger.person(own.personId)?.name ?? ''}（${[own.cause ?? (own.kind === 'out' ? '出编' : '内部调整'), own.on].join('，')}）`,
      )
      .join('、')
    const reserved =
      facts.figures.asOf === facts.to
        ? (facts.figures.lines.find((own) => own.unitId === line.unitId && own.category === line.category)?.reserved ??
          0)
        : 0
    const over = Math.max(0, line.closing - line.quota)
    const remark = [
      ...(over > 0 ? [`超编 ${over} 人`] : []),
      ...(reserved > 0 ? [`已核准未到位 ${reserved} 名`] : []),
    ].join('；')
    return row(
      place + 1,
      unitName(facts, line.unitId),
      categoryText(line.category),
      line.quota,
      line.opening,
      line.left,
      line.closing,
      line.vacancy,
      text,
      remark,
    )
  })
}

function notes(facts: FormFacts): readonly string[] {
  const { misplaced, categories } = facts.changes()
  const before = categories.reduce((total, line) => total + line.openingMisplaced, 0)
  return ['减员包括出编、调到其他单位和改用其他编制的人员。', ...mixedNotes(facts, misplaced, before)]
}
