import { sum } from '../../report/sheet-rows.ts'
import type { FigureLine } from '../../model/figures.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine, type FormValue } from '../form-table.ts'
import { formUnits, mixedNotes } from '../form-words.ts'
import { unitLevel } from '../form-records.ts'

/** The form's five groups, and the categories each holds. */
const GROUPS: readonly { readonly title: string; readonly categories: readonly QuotaCategory[] }[] = [
  { title: '行政编制数', categories: ['administrative', 'politicalLegal', 'discipline'] },
  { title: '事业编制数（参公）', categories: ['institutionCivilService'] },
  {
    title: '事业编制数（其他）',
    categories: ['institution', 'institutionFull', 'institutionPartial', 'institutionSelf'],
  },
  { title: '工勤编制数', categories: ['worker'] },
  { title: '其他编制数', categories: ['other'] },
]

const HEADINGS: readonly FormHeading[] = [
  { title: '机构名称', width: 118 },
  { title: '机构级别', width: 48 },
  ...GROUPS.map(({ title }) => ({
    title,
    columns: ['编制数', '实有人数', '超配', '缺配'].map((column) => ({ title: column, width: 34 })),
  })),
]

const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** Template of the national civil-servant system, its columns one by one; 超配 and 缺配 stand for each line and are never netted. */
export const unitStaffingForm: Form = {
  id: 'unit-staffing',
  title: '各单位编制与人员配备表',
  about: '每个单位各类编制核定几名、实有几人、超配缺配几名',
  due: '半年报（5 月 31 日、11 月 30 日截止）和编办要时',
  span: 'day',
  subject: null,
  idNumbers: false,
  measure: '名、人',
  page: PAGE,
  content: (facts) =>
    tableContent(
      PAGE,
      HEADINGS,
      [
        ...formUnits(facts).map((unit) =>
          row(
            unit.name,
            unitLevel(facts, unit.id),
            ...GROUPS.flatMap((group) => groupValues(linesOf(facts, unit.id, group.categories))),
          ),
        ),
        total(),
      ],
      notes(facts),
    ),
}

function linesOf(facts: FormFacts, unitId: string, categories: readonly QuotaCategory[]): readonly FigureLine[] {
  return facts.figures.lines.filter((line) => line.unitId === unitId && categories.includes(line.category))
}

function groupValues(lines: readonly FigureLine[]): readonly FormValue[] {
  if (lines.length === 0) return [null, null, null, null]
  return [
    sum(lines.map((line) => line.quota)),
    sum(lines.map((line) => line.actual)),
    sum(lines.map((line) => line.over)),
    sum(lines.map((line) => line.vacancy)),
  ]
}

function total(): FormLine {
  return { kind: 'total', values: ['总计'] }
}

function notes(facts: FormFacts): readonly string[] {
  const { figures } = facts
  const reserved = sum(figures.lines.map((line) => line.reserved))
  return [
    '超配、缺配按单位和编制类型分别计算，不相互抵消。',
    ...(reserved === 0 ? [] : [`缺配已扣除已核准未到位 ${reserved} 名。`]),
    ...mixedNotes(facts, figures.misplaced),
  ]
}
