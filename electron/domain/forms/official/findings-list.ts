import { SEVERITIES } from '../../../vocabulary/findings.ts'
import { SEVERITY_NAMES, type Finding, type Severity } from '../../model/finding.ts'
import { factsOfDay } from '../../findings/finding-states.ts'
import { ruleById } from '../../rules/registry.ts'
import { sourceInForce } from '../../rules/packs/source-in-force.ts'
import { groundOf } from '../../rules/weight-in-force.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { unitName } from '../form-words.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 30, ordinal: true },
  { title: '程度', width: 44 },
  { title: '问题', width: 88 },
  { title: '责任单位', width: 88 },
  { title: '涉及人员', width: 52 },
  { title: '具体情况', width: 190, style: 'tableText' },
  { title: '依据', width: 130, style: 'tableText' },
  { title: '整改措施', width: 138, style: 'tableText' },
  { title: '整改期限', width: 58 },
  { title: '责任人', width: 52 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** What the check found, with clause and remedy. Reminders stay out: nothing is to be put right there. */
export const findingsListForm: Form = {
  id: 'findings-list',
  title: '问题清单',
  about: '核查发现的问题逐条列，附依据和怎么改',
  due: '核查自查阶段；整改时逐条销号',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '',
  page: PAGE,
  content: (facts) => {
    const findings = toBeCured(facts)
    const count = (severity: Severity) => findings.filter((own) => own.finding.severity === severity).length
    return tableContent(
      PAGE,
      HEADINGS,
      findings.map((own, place) => findingLine(facts, own, place + 1)),
      [
        findings.length === 0
          ? '没有发现需要整改的问题。'
          : `共 ${findings.length} 条：不合规 ${count('error')} 条，注意 ${count('warning')} 条。整改期限和责任人由单位填写。`,
      ],
    )
  },
}

/** A problem of the check and the other rules that speak of the same fact. */
export interface FactToCure {
  readonly finding: Finding
  readonly alsoBy: readonly string[]
}

/** 不合规 first, then 注意; each in the order of the check. One fact is one line, whatever number of rules speaks of it. */
export function toBeCured(facts: FormFacts): readonly FactToCure[] {
  const own = factsOfDay(facts.findings).filter(
    ({ finding }) => finding.severity !== 'info' && (facts.unitId === null || finding.unitId === facts.unitId),
  )
  return own
    .toSorted((left, right) => SEVERITIES.indexOf(left.finding.severity) - SEVERITIES.indexOf(right.finding.severity))
    .map(({ finding, alsoBy }) => ({ finding, alsoBy: alsoBy.map((other) => other.rule) }))
}

function findingLine(facts: FormFacts, { finding, alsoBy }: FactToCure, place: number): FormLine {
  const person = finding.personId === null ? '' : (facts.ledger.person(finding.personId)?.name ?? '')
  const sources = new Set([finding.rule, ...alsoBy].map((id) => sourceText(facts, id)).filter((text) => text !== ''))
  return row(
    place,
    SEVERITY_NAMES[finding.severity],
    ruleById(finding.rule)?.title ?? finding.rule,
    finding.unitId === null ? facts.township : unitName(facts, finding.unitId),
    person,
    finding.text,
    [...sources].join('；'),
    finding.remedy,
    '',
    '',
  )
}

function sourceText(facts: FormFacts, id: string): string {
  const rule = ruleById(id)
  if (rule === undefined) return ''
  const { cited, note } = sourceInForce(rule, groundOf(facts.snapshot))
  return `${cited}${note === undefined ? '' : `（${note}）`}`
}
