import { SEVERITY_NAMES, type Finding, type Severity } from '../../model/finding.ts'
import { ruleById } from '../../rules/registry.ts'
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
const ORDER: readonly Severity[] = ['error', 'warning', 'info']

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
    const count = (severity: Severity) => findings.filter((own) => own.severity === severity).length
    return tableContent(PAGE, HEADINGS, findings.map((own, place) => findingLine(facts, own, place + 1)), [findings.length === 0 ? '没有发现需要整改的问题。' : `共 ${findings.length} 条：不合规 ${count('error')} 条，注意 ${count('warning')} 条。整改期限和责任人由单位填写。`])
  },
}

/** 不合规 first, then 注意; each in the order of the check. */
export function toBeCured(facts: FormFacts): readonly Finding[] {
  const own = facts.findings.filter((finding) => finding.severity !== 'info' && (facts.unitId === null || finding.unitId === facts.unitId))
  return own.toSorted((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity))
}

function findingLine(facts: FormFacts, finding: Finding, place: number): FormLine {
  const rule = ruleById(finding.rule)
  const person = finding.personId === null ? '' : (facts.ledger.person(finding.personId)?.name ?? '')
  const source = rule === undefined ? '' : `${rule.source.document}${rule.source.documentNumber === null ? '' : `（${rule.source.documentNumber}）`}${rule.source.article ?? ''}`
  return row(place, SEVERITY_NAMES[finding.severity], rule?.title ?? finding.rule, finding.unitId === null ? facts.township : unitName(facts, finding.unitId), person, finding.text, source, finding.remedy, '', '')
}
