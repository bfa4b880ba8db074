import { isNumber } from '../../vocabulary/document-number.ts'
import { ABSENCE_KIND_NAMES, HOLDING_KIND_NAMES } from '../../vocabulary/standing.ts'
import type { StatedDuty } from '../duties/duty-list.ts'
import type { StatedFinding } from '../findings/finding-states.ts'
import { SEVERITY_NAMES } from '../model/finding.ts'
import type { FactRows, HoldingTable } from '../ledger/rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../ledger/book/ledger-book.ts'
import { rowInForce } from '../ledger/rows/row-in-force.ts'
import { unitTitle } from '../ledger/planning/unit-life.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'

/** Something begun and not ended, as the next clerk finds it. */
export interface OpenMatter {
  /** 已核准未到位, 公示, 借用… */
  readonly kind: string
  readonly what: string
  /** The last day, or what is said of it; '' where there is none. */
  readonly until: string
  /** Where in the program it goes on. */
  readonly where: string
}

export interface OpenMatterFacts {
  readonly facts: FactRows
  readonly day: PlainDate
  readonly findings: readonly StatedFinding[]
  readonly overdue: readonly StatedDuty[]
}

/** Everything open on the day, what is most pressing first. */
export function listOpenMatters({ facts, day, findings, overdue }: OpenMatterFacts): readonly OpenMatter[] {
  const ledger = ledgerBook(facts)
  return [
    ...overdue.map((duty) => matter('过期未办', `${duty.title}：${duty.detail}`, duty.dueOn ?? '', '核查 · 待办')),
    ...noticeMatters(facts, day),
    ...facts.notice_draft.map(() => matter('公示拟稿', '有一份拟好没有发布的公示', '', '公示与报表 · 拟公示')),
    ...approvalMatters(ledger, day),
    ...termMatters(ledger, day),
    ...facts.absence
      .filter((row) => rowInForce(row, day))
      .map((row) =>
        matter(
          '离岗未返',
          `${nameOf(ledger, row.person_id)}${ABSENCE_KIND_NAMES[row.kind]}，${row.valid_from} 起`,
          row.due_on ?? '没有写期限',
          '变动 · 返岗',
        ),
      ),
    ...facts.person
      .filter((row) => row.disputed_id_number !== null)
      .map((row) => matter('身份证号争议', `${row.name}的身份证号与别人相同，待查清`, '', '人员 · 处理争议')),
    ...facts.basis_document
      .filter((row) => !isNumber(row.number))
      .map((row) => matter('文号待补', row.title ?? row.number, '', '变动 · 依据文件')),
    ...findingMatters(findings),
  ]
}

const matter = (kind: string, what: string, until: string, where: string): OpenMatter => ({ kind, what, until, where })

const nameOf = (ledger: LedgerBook, personId: string) => ledger.person(personId)?.name ?? ''

/** Notices that hang or wait to be closed, and objections nobody has answered. */
function noticeMatters(facts: FactRows, day: PlainDate): readonly OpenMatter[] {
  const closed = new Set(facts.notice_closing.map((row) => row.notice_id))
  const archived = new Set(facts.notice_archive.map((row) => row.notice_id))
  const numberOf = new Map(facts.notice.map((row) => [row.id, row.number]))
  const notices = facts.notice.flatMap((row) => {
    if (archived.has(row.id)) return []
    if (closed.has(row.id)) return [matter('公示待归档', `${row.number}已办结，还没有归档`, '', '公示 · 已发布')]
    const over = row.ends_on !== null && row.ends_on < day
    return [
      matter(
        over ? '公示待办结' : '公示中',
        `${row.number}，${row.posted_on} 张贴`,
        row.ends_on ?? '长期公开',
        '公示 · 已发布',
      ),
    ]
  })
  const objections = facts.objection
    .filter((row) => row.closed_on === null)
    .map((row) =>
      matter('异议未办结', `对${numberOf.get(row.notice_id) ?? '公示'}，${row.received_on} 收到`, '', '公示 · 已发布'),
    )
  return [...notices, ...objections]
}

function approvalMatters(ledger: LedgerBook, day: PlainDate): readonly OpenMatter[] {
  return ledger.facts.entry_approval
    .filter((row) => rowInForce(row, day) && row.amount > 0)
    .map((row) => {
      const who = row.person_id === null ? '' : `，${nameOf(ledger, row.person_id)}`
      const place = `${unitTitle(ledger, row.unit_id, day)} ${QUOTA_CATEGORY_NAMES[row.category]}`
      return matter(
        '已核准未到位',
        `${row.number}：${place} ${row.amount} 名${who}`,
        row.expires_on ?? '',
        '变动 · 到位',
      )
    })
}

const TERMED: ReadonlySet<HoldingTable['kind']> = new Set(['secondedIn', 'secondedOut', 'attached'])

function termMatters(ledger: LedgerBook, day: PlainDate): readonly OpenMatter[] {
  return ledger.facts.holding
    .filter((row) => TERMED.has(row.kind) && rowInForce(row, day))
    .map((row) => {
      const where = row.counterpart === null ? '' : `，对方单位 ${row.counterpart}`
      const due = row.due_on === null ? '没有写期限' : row.due_on < day ? `${row.due_on}（已过）` : row.due_on
      const what = `${nameOf(ledger, row.person_id)}${HOLDING_KIND_NAMES[row.kind]}，${row.valid_from} 起${where}`
      return matter('借用挂职', what, due, '变动 · 期限续延、期满返回')
    })
}

/** Hints are no matters; an explained problem is one until its explanation has run out. */
function findingMatters(findings: readonly StatedFinding[]): readonly OpenMatter[] {
  return findings
    .filter(({ finding }) => finding.severity !== 'info')
    .map(({ finding, explanation }) =>
      explanation === null
        ? matter(`问题（${SEVERITY_NAMES[finding.severity]}）`, finding.text, '', '核查')
        : matter(
            '问题（已说明）',
            `${finding.text}说明：${explanation.reason}`,
            explanation.untilOn ?? '没有写期限',
            '核查 · 已说明',
          ),
    )
}
