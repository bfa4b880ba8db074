import type { ChangeRow } from '../../ledger/told/change-sheet.ts'
import type { Form, FormFacts } from '../form.ts'
import { unitFunding } from '../form-records.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { changeSteps, type ChangeStep } from '../change-steps.ts'
import { unitName } from '../form-words.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '姓名', width: 66 },
  { title: '调入单位', width: 150 },
  { title: '调出单位', width: 150 },
  { title: '经费形式', width: 74 },
  { title: '入编文号', width: 130 },
  { title: '变动类型', width: 140 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 三表一库 the third, by year. */
export const transfersForm: Form = {
  id: 'transfers',
  title: '人员调动情况表',
  about: '一段时间里谁从哪里调到哪里，按年列',
  due: '每年年底；平时变动即更新',
  span: 'year',
  subject: 'unit',
  idNumbers: false,
  measure: '',
  page: PAGE,
  content: (facts) => tableContent(PAGE, HEADINGS, lines(facts), notes(facts)),
}

function lines(facts: FormFacts): readonly FormLine[] {
  const steps = changeSteps(facts)
  const byYear = Map.groupBy(steps, (step) => step.on.slice(0, 4))
  const several = facts.from.slice(0, 4) !== facts.to.slice(0, 4)
  return [...byYear].flatMap(([year, own]) => [
    ...(several ? [{ kind: 'section' as const, text: `${year}年（${own.length}人次）` }] : []),
    ...own.map((step) => stepLine(facts, step)),
  ])
}

function stepLine(facts: FormFacts, step: ChangeStep): FormLine {
  const [last] = step.rows.slice(-1)
  return row(
    step.person,
    step.kind === 'out' ? '' : unitName(facts, step.toUnitId),
    step.kind === 'in' ? '' : unitName(facts, step.fromUnitId),
    unitFunding(
      facts,
      step.toUnitId ?? step.fromUnitId,
      step.rows.map((own) => own.category),
    ),
    last === undefined ? '' : (last.document ?? ''),
    typeText(step, last),
  )
}

function typeText(step: ChangeStep, last: ChangeRow | undefined): string {
  const word =
    step.kind === 'in' ? '入编' : step.kind === 'out' ? '出编' : step.rows.length > 1 ? '变更编制类型' : '内部调整'
  const cause = last?.cause ?? null
  return cause === null || cause === word ? word : `${word}（${cause}）`
}

function notes(facts: FormFacts): readonly string[] {
  const steps = changeSteps(facts)
  const count = (kind: ChangeStep['kind']) => steps.filter((step) => step.kind === kind).length
  return [
    steps.length === 0
      ? '本期没有人员调动。'
      : `本期入编 ${count('in')} 人次，出编 ${count('out')} 人次，内部调整和变更编制类型 ${count('change')} 人次。`,
  ]
}
