import { eventWords, isEventType } from '../../../vocabulary/events.ts'
import { readProofs } from '../../ledger/snapshot/exits-at.ts'
import type { LedgerEventTable } from '../../ledger/rows/fact-rows.ts'
import { isLateEntry } from '../../ledger/journal/late-entry.ts'
import { changeSteps, type ChangeStep } from '../change-steps.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { categoryText, mixedNotes, unitName } from '../form-words.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 32, ordinal: true },
  { title: '姓名', width: 54 },
  { title: '身份证号', width: 132 },
  { title: '变动类型', width: 44 },
  { title: '变动原因', width: 84 },
  { title: '变动日期', width: 72 },
  { title: '原单位→新单位', width: 146 },
  { title: '编制类型', width: 78 },
  { title: '批准文号', width: 96 },
  { title: '证明材料', width: 88, style: 'tableText' },
  { title: '备注', width: 58, style: 'tableText' },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** The monthly sheet that goes to the bureau with the papers. */
export const changesMonthForm: Form = {
  id: 'changes-month',
  title: '人员变动情况月报表',
  about: '本月谁增谁减谁变更，附文号和证明材料',
  due: '每月月底前报编办',
  span: 'month',
  subject: null,
  idNumbers: true,
  measure: '',
  page: PAGE,
  content: (facts) =>
    tableContent(
      PAGE,
      HEADINGS,
      numbered([...changeSteps(facts).map((step) => stepValues(facts, step)), ...otherChanges(facts)]),
      notes(facts),
    ),
}

interface Entry {
  readonly on: string
  readonly values: readonly string[]
}

function numbered(entries: readonly Entry[]): readonly FormLine[] {
  return entries
    .toSorted((left, right) => (left.on < right.on ? -1 : Number(left.on > right.on)))
    .map((entry, place) => row(place + 1, ...entry.values))
}

function stepValues(facts: FormFacts, step: ChangeStep): Entry {
  const [from, to] = [unitName(facts, step.fromUnitId), unitName(facts, step.toUnitId)]
  const categories = step.rows.map((own) => categoryText(own.category))
  const first = step.rows[0]
  const event = facts.book.ledger_event.find(
    (own) => own.person_id === step.personId && own.effective_on === step.on && readProofs(own.proofs).length > 0,
  )
  return {
    on: step.on,
    values: [
      step.person,
      facts.idText(facts.ledger.person(step.personId)?.id_number ?? null),
      step.kind === 'in' ? '增' : step.kind === 'out' ? '减' : '变更',
      first?.cause ?? '',
      step.on,
      step.kind === 'in' ? `→${to}` : step.kind === 'out' ? `${from}→` : `${from}→${to}`,
      categories.join('→'),
      step.rows.map((own) => own.document).findLast((number) => number !== null) ?? '',
      event === undefined ? '' : readProofs(event.proofs).join('、'),
      first?.late === true ? '补录' : '',
    ],
  }
}

/** Changes of 职务, 职级, 借调 and presence: registered events of the period beside the movements. */
function otherChanges(facts: FormFacts): readonly Entry[] {
  return facts.book.ledger_event
    .filter(
      (event) =>
        event.person_id !== null &&
        monthlyWord(event) !== null &&
        facts.from <= event.effective_on &&
        event.effective_on <= facts.to,
    )
    .map((event) => ({ on: event.effective_on, values: otherValues(facts, event) }))
}

function otherValues(facts: FormFacts, event: LedgerEventTable): readonly string[] {
  const personId = event.person_id ?? ''
  const person = facts.ledger.person(personId)
  const counted = facts.ledger.countedHolding(personId, event.effective_on)
  const post =
    counted?.post_id === null || counted === undefined
      ? undefined
      : facts.ledger.postAt(counted.post_id, event.effective_on)
  return [
    person?.name ?? '',
    facts.idText(person?.id_number ?? null),
    '变更',
    monthlyWord(event) ?? '',
    event.effective_on,
    unitName(facts, event.unit_id ?? post?.unit_id ?? null),
    categoryText(counted?.category ?? null),
    event.document_number ?? '',
    readProofs(event.proofs).join('、'),
    isLateEntry(event.effective_on, event.recorded_at, facts.snapshot.holidays) ? '补录' : '',
  ]
}

function notes(facts: FormFacts): readonly string[] {
  const steps = changeSteps(facts)
  const count = (kind: ChangeStep['kind']) => steps.filter((step) => step.kind === kind).length
  const { categories, faults, misplaced } = facts.changes()
  const total = (pick: (line: (typeof categories)[number]) => number) =>
    categories.reduce((all, line) => all + pick(line), 0)
  return [
    `期初实有 ${total((line) => line.opening)} 人，增 ${count('in')} 人次，减 ${count('out')} 人次，期末实有 ` +
      `${total((line) => line.closing)} 人；内部调整和变更编制类型 ${count('change')} 人次，其他变更 ` +
      `${otherChanges(facts).length} 项。`,
    ...mixedNotes(
      facts,
      misplaced,
      total((line) => line.openingMisplaced),
    ),
    ...faults.map((fault) => `数字对不上：${fault.text}`),
  ]
}

/** What the bureau's sheet calls a change that neither adds nor takes anybody; null for all others. */
function monthlyWord(event: LedgerEventTable): string | null {
  return isEventType(event.type) ? eventWords(event.type).monthly : null
}
