import type { FigureLine } from '../../model/figures.ts'
import { addMonths, monthOf, type PlainMonth } from '../../model/plain-date.ts'
import { expectedRetirement } from '../../retirement/expected-retirement.ts'
import { postTitle } from '../../model/snapshot-index.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { categoryText, unitName } from '../form-words.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '单位', width: 128 },
  { title: '编制类型', width: 76 },
  { title: '核定', width: 40 },
  { title: '实有', width: 40 },
  { title: '空编', width: 40 },
  { title: '年内预计减员', width: 52 },
  { title: '拟用编数', width: 44 },
  { title: '用编方式（招录/调入/安置）', width: 90 },
  { title: '岗位条件', width: 120, style: 'tableText' },
  { title: '理由', width: 130, style: 'tableText' },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const
/** From October on it is next year's plan that is being written. */
const PLANNING_MONTH = '10'

/** 年度用编计划: 满编 units by 出一进一 from the natural attrition to be expected, 超编 units none; what the book already plans goes first. */
export const yearlyPlanForm: Form = {
  id: 'yearly-plan',
  title: '年度用编计划',
  about: '下一年哪里空、谁到龄、拟用几名',
  due: '每年年初（10 月起编下一年的）',
  span: 'day',
  subject: null,
  idNumbers: false,
  measure: '名、人',
  page: PAGE,
  content: (facts) => {
    const year = planYear(facts)
    const { months, unknown } = retirements(facts)
    const lines = facts.figures.lines.filter((line) => line.quota > 0 || line.actual > 0)
    return tableContent(
      PAGE,
      HEADINGS,
      [
        ...lines.map((line) => planLine(facts, line, leaving(line, months, year), year)),
        { kind: 'total', values: ['总计'] },
      ],
      [
        `计划年度：${year} 年。年内预计减员为统计日期至 ${year} 年 12 月到龄退休的人员，含已到龄未退。`,
        '拟用编数按空编加预计减员提出，超编的先消化、不提；可以改。',
        ...(unknown === 0 ? [] : [`${unknown} 人没有登记原法定退休年龄或出生年月，没有计入预计减员。`]),
      ],
    )
  },
}

function planYear({ asOf }: FormFacts): string {
  return asOf.slice(5, 7) >= PLANNING_MONTH ? String(Number(asOf.slice(0, 4)) + 1) : asOf.slice(0, 4)
}

function planLine(facts: FormFacts, line: FigureLine, expected: number, year: string): FormLine {
  const plans = facts.snapshot.records.hiringPlan.filter(
    (plan) => plan.unitId === line.unitId && plan.category === line.category && String(plan.year) === year,
  )
  const proposed = line.over > 0 ? 0 : Math.max(0, line.quota - line.actual - line.reserved + expected)
  const texts = (pick: (plan: (typeof plans)[number]) => string | null) =>
    [...new Set(plans.flatMap((plan) => pick(plan) ?? []))].join('；')
  const amount = plans.length === 0 ? proposed : plans.reduce((total, plan) => total + plan.amount, 0)
  const reason = texts((plan) => plan.reason)
  return row(
    unitName(facts, line.unitId),
    categoryText(line.category),
    line.quota,
    line.actual,
    line.vacancy,
    expected,
    amount,
    texts((plan) => plan.method),
    texts((plan) => plan.conditions),
    reason === '' && line.over > 0 ? `超编 ${line.over} 人，先行消化` : reason,
  )
}

interface Retirements {
  /** Retirement month, arranged or statutory, of counted people from the statistics month on. */
  readonly months: ReadonlyMap<string, PlainMonth>
  /** Counted people whose month cannot be worked out. */
  readonly unknown: number
}

function retirements(facts: FormFacts): Retirements {
  const months = new Map<string, PlainMonth>()
  let unknown = 0
  for (const { person, counted } of facts.index.present) {
    if (counted === undefined) continue
    const expected = expectedRetirement(person, counted, postTitle(facts.index, counted))
    if (expected.kind === 'known') months.set(person.id, expected.month)
    else unknown += 1
  }
  return { months, unknown }
}

/** Those who reach the age between the statistics day and the end of the plan's year; whoever reached it before should have gone already and counts too. */
function leaving(line: FigureLine, months: ReadonlyMap<string, PlainMonth>, year: string): number {
  const end = addMonths(monthOf(`${year}-12`), 1)
  return line.personIds.filter((personId) => (months.get(personId) ?? end) < end).length
}
