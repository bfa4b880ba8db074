import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import type { HoldingKind } from '../domain/model/person.ts'
import { firstDayOf, inForceOn, type PlainDate } from '../domain/model/plain-date.ts'
import type { HoldingTable } from '../store/book-database.ts'
import { differing } from './differing.ts'

export interface HoldingCorrection {
  readonly id: string | null
  readonly postId: string | null
  readonly patch: Partial<HoldingTable>
  /** Set when the holding turns out to have begun earlier. */
  readonly earlier: { readonly from: PlainDate; readonly to: PlainDate } | null
}

/** Which holding a correction is about: the 主职 first, then what the person is instead. */
const KIND_ORDER: readonly HoldingKind[] = ['substantive', 'offQuota', 'secondedIn', 'attached', 'concurrent', 'secondedOut']

/** What the corrected entry facts change in the person's present holding. The range moves with 入编时间 when it had been taken from it. */
export function planHoldingCorrection(holdings: readonly HoldingTable[], changes: Input<'person.correct'>['changes'], today: PlainDate): HoldingCorrection {
  const { categoryCode: category, enteredOn: entered_on, entryRoute: entry_route, entryDocumentNumber: entry_document_number, remark } = changes
  const holding = presentHolding(holdings, today)
  if (holding === undefined) {
    if ([category, entered_on, entry_route, entry_document_number, remark].every((value) => value === undefined)) return { id: null, postId: null, patch: {}, earlier: null }
    throw new OperationError('invalid_input', { field: '任职', problem: '没有登记，不能更正入编信息' })
  }
  if (category !== undefined && holding.occupies_quota === 0) throw new OperationError('invalid_input', { field: '编制类型', problem: '不能更正：此人不占编制' })
  const moved = entered_on !== undefined && entered_on !== null && holding.entered_on !== null && holding.valid_from === firstDayOf(holding.entered_on) ? firstDayOf(entered_on) : holding.valid_from
  if (holding.valid_to !== null && moved >= holding.valid_to) throw new OperationError('invalid_input', { field: '入编时间', problem: `不早于任职结束日 ${holding.valid_to}` })
  return {
    id: holding.id,
    postId: holding.post_id,
    patch: differing(holding, { category, entered_on, entry_route, entry_document_number, remark, valid_from: moved }),
    earlier: moved < holding.valid_from ? { from: holding.valid_from, to: moved } : null,
  }
}

function presentHolding(holdings: readonly HoldingTable[], today: PlainDate): HoldingTable | undefined {
  const present = holdings.filter((holding) => inForceOn({ validFrom: holding.valid_from, validTo: holding.valid_to }, today))
  return KIND_ORDER.flatMap((kind) => present.filter((holding) => holding.kind === kind))[0] ?? holdings.at(-1)
}
