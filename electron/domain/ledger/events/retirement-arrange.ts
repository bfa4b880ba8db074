import { RETIREMENT_ARRANGEMENT_NAMES, type RetirementArrangementKind } from '../../../vocabulary/retirement.ts'
import { readResidentId } from '../../identity/resident-id.ts'
import type { PlainMonth } from '../../model/plain-date.ts'
import { arrangementProblem } from '../../retirement/arrangement-range.ts'
import { staffKindOf } from '../../retirement/staff-kind.ts'
import { proposeRetirementCategory } from '../../retirement/statutory-retirement.ts'
import type { EventRefusal, EventTools, PlanResult } from '../planning/event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, mainHolding, nameOf, notInPost, unitOfHolding } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { documentPiece, endRow, eventRow, insertRow, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { earlierEnd, presentUntil } from '../book/presence.ts'
import { rowInForce } from '../rows/row-in-force.ts'

export interface RetirementArrange extends EventCommon {
  readonly type: 'retirement.arrange'
  readonly person: string
  readonly kind: RetirementArrangementKind
  readonly month: PlainMonth
  readonly document: EventDocument
}

/** 退休安排: from its day on the arranged month goes before the statutory one; an earlier arrangement ends there. */
export function planRetirementArrange(event: RetirementArrange, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const main = mainHolding(ledger, person, on)
  if (main === undefined) return notInPost(ledger, person, on)
  const wrong = outsideTheLaw(event, main, ledger)
  if (wrong !== null) return wrong
  const own = ledger.facts.retirement_arrangement.filter((row) => row.person_id === person)
  const running = own.find((row) => rowInForce(row, on))
  const next =
    own
      .map((row) => row.valid_from)
      .filter((day) => day > on)
      .toSorted()[0] ?? null
  const name = RETIREMENT_ARRANGEMENT_NAMES[event.kind]
  const said = `${name}，退休时间 ${event.month}`
  return {
    writes: [
      ...documentPiece(ledger, event.document, tools).writes,
      ...(running === undefined ? [] : endRow('retirement_arrangement', running, on)),
      insertRow('retirement_arrangement', {
        id: tools.newId(),
        person_id: person,
        kind: event.kind,
        month: event.month,
        document_number: event.document.number,
        valid_from: on,
        valid_to: earlierEnd(presentUntil(ledger, person, on), next),
        recorded_at: tools.recordedAt,
      }),
      eventRow(
        { ...event, note: event.note === undefined ? said : `${said}；${event.note}` },
        { personId: person, unitId: unitOfHolding(ledger, main, on), category: main.category },
        tools,
      ),
    ],
    summary: `${personMark(person)}${said}${running === undefined ? '' : `，原安排的 ${running.month} 到此为止`}`,
    touches: [],
  }
}

/** What must be known first, or why the law does not allow the month. */
function outsideTheLaw(event: RetirementArrange, main: HoldingTable, ledger: LedgerBook): EventRefusal | null {
  const { on } = event
  const name = nameOf(ledger, event.person)
  const row = ledger.person(event.person)
  const number = row?.id_number === null || row === undefined ? null : readResidentId(row.id_number)
  const birth = row?.birth ?? number?.birth ?? null
  const sex = row?.sex ?? number?.sex ?? null
  if (row === undefined || birth === null || sex === null)
    return impossible(`${name}没有登记${birth === null ? '出生年月' : '性别'}，算不出法定退休时间，请先补登`)
  const version = ledger.facts.person_version.find((each) => each.person_id === event.person && rowInForce(each, on))
  const post = main.post_id === null ? undefined : ledger.postAt(main.post_id, on)
  const postTitle = post?.title ?? ''
  const professionalTitle = version?.professional_title ?? null
  const category =
    row.retirement_category ??
    proposeRetirementCategory({
      sex,
      quotaCategory: main.category,
      postTitle,
      rank: version?.rank ?? null,
      professionalTitle,
    })?.category
  if (category === undefined) return impossible(`${name}的原法定退休年龄待核，请由组织（人社）部门核定后先登记到人`)
  const staff = staffKindOf({
    category: main.category,
    leads: main.occupies_leadership === 1,
    postTitle,
    professionalTitle,
    note: event.note ?? '',
  })
  const why = arrangementProblem({
    kind: event.kind,
    month: event.month,
    birth,
    category,
    sex,
    staff,
    professionalTitle,
    note: event.note ?? '',
  })
  return why === null ? null : impossible(`${name}的${RETIREMENT_ARRANGEMENT_NAMES[event.kind]}不能登记：${why}`)
}
