import { columnsOfFacts, type FactsOf, type PartOf } from '../../vocabulary/person-fields.ts'
import { HOLDING_KIND_LIST, HOLDING_KINDS } from '../../vocabulary/standing.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { firstDayOf, inForceOn, type PlainDate } from '../../domain/model/plain-date.ts'
import type { HoldingTable } from '../../store/book-database.ts'
import { differing } from '../../domain/model/differing.ts'

export interface HoldingCorrection {
  readonly id: string | null
  readonly postId: string | null
  readonly patch: Partial<HoldingTable>
  /** Set when the holding turns out to have begun earlier. */
  readonly earlier: { readonly from: PlainDate; readonly to: PlainDate } | null
}

/** Which holding a correction is about: the 主职 first, then what the person is instead. */
const BY_WEIGHT = HOLDING_KINDS.toSorted((left, right) => HOLDING_KIND_LIST[left].says - HOLDING_KIND_LIST[right].says)

/** What a correction may say of the seat. */
type CorrectedSeat = Omit<PartOf<FactsOf<'holding'>>, 'category'> & {
  readonly categoryCode?: FactsOf<'holding'>['category'] | undefined
  /** Only asked whether it is there: the title is the post's. */
  readonly post?: string | undefined
}

/** What the corrected entry facts change in the person's present holding. The range moves with 入编时间 when it had been taken from it. */
export function planHoldingCorrection(
  holdings: readonly HoldingTable[],
  changes: CorrectedSeat,
  today: PlainDate,
): HoldingCorrection {
  const { categoryCode: category, post } = changes
  const { entered_on, ...facts } = columnsOfFacts('holding', changes)
  const holding = presentHolding(holdings, today)
  if (holding === undefined) {
    if ([category, post, entered_on, ...Object.values(facts)].every((value) => value === undefined))
      return { id: null, postId: null, patch: {}, earlier: null }
    throw new Refusal('invalid_input', { field: '任职', problem: '没有登记，不能更正入编信息' })
  }
  if (category !== undefined && holding.occupies_quota === 0)
    throw new Refusal('invalid_input', { field: '编制类型', problem: '不能更正：此人不占编制' })
  const moved =
    entered_on !== undefined &&
    entered_on !== null &&
    holding.entered_on !== null &&
    holding.valid_from === firstDayOf(holding.entered_on)
      ? firstDayOf(entered_on)
      : holding.valid_from
  if (holding.valid_to !== null && moved >= holding.valid_to)
    throw new Refusal('invalid_input', { field: '入编时间', problem: `不早于任职结束日 ${holding.valid_to}` })
  return {
    id: holding.id,
    postId: holding.post_id,
    patch: differing(holding, { ...facts, category, entered_on, valid_from: moved }),
    earlier: moved < holding.valid_from ? { from: holding.valid_from, to: moved } : null,
  }
}

function presentHolding(holdings: readonly HoldingTable[], today: PlainDate): HoldingTable | undefined {
  const present = holdings.filter((holding) =>
    inForceOn({ validFrom: holding.valid_from, validTo: holding.valid_to }, today),
  )
  return BY_WEIGHT.flatMap((kind) => present.filter((holding) => holding.kind === kind))[0] ?? holdings.at(-1)
}
