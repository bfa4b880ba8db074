import { HOLDING_KIND_NAMES } from '../../model/person.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { EventRefusal, EventTools, FactWrite, PlanResult, TouchedLine } from '../planning/event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import { goOnAs } from '../planning/holding-row.ts'
import { leaveLine } from '../planning/leave-post.ts'
import { personMark } from '../journal/person-marks.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  impossible,
  isRefusal,
  nameOf,
  notInPost,
  unitOfHolding,
  unitOn,
  unitTitle,
} from '../planning/people-in-events.ts'
import { eventRow, insertRow, optionalDocument, updateRow, type EventCommon } from '../planning/pieces.ts'
import { goingOn, takeSeat } from '../planning/seat-person.ts'
import { carryFromDay } from '../planning/carry-from-day.ts'
import { touchedLines } from '../planning/touched-lines.ts'
import { unitStretches, type UnitStretch } from '../planning/unit-stretches.ts'

export interface BatchTransfer extends EventCommon {
  readonly type: 'batch.transfer'
  readonly people: readonly string[]
  readonly unit: string
  readonly category?: QuotaCategory | undefined
}

/** 整建制转移: the people go on in the unit from the day and take their posts along. All of them, or nobody. */
export function planBatchTransfer(event: BatchTransfer, ledger: LedgerBook, tools: EventTools): PlanResult {
  const unit = unitOn(ledger, event.unit, event.on)
  if (isRefusal(unit)) return unit
  const people = [...new Set(event.people)]
  const moves: Transfer[] = []
  for (const person of people) {
    const move = transferOf(event, person, people, ledger, tools)
    if (isRefusal(move)) return move
    moves.push(move)
  }
  const from = [...new Set(moves.map((move) => unitTitle(ledger, move.from, event.on)))]
  const along = moves.flatMap((move) => move.along)
  return {
    writes: [...optionalDocument(ledger, event.document, tools).writes, ...moves.flatMap((move) => move.writes)],
    summary: `${from.join('、')} ${people.length} 人整建制转移到${unit.name}${alongWords(along, unit.name, event.on)}`,
    touches: touchedLines(
      ...moves.flatMap((move) => [
        ...move.touches.map((line) => [line.unitId, line.category] as const),
        ...move.along
          .filter((row) => row.occupies_quota === 1)
          .flatMap((row) => [[move.from, row.category] as const, [event.unit, row.category] as const]),
      ]),
    ),
  }
}

/** Whose seat moves with a post although the event does not name them: nobody's place is changed unsaid. */
function alongWords(along: readonly HoldingTable[], unit: string, on: string): string {
  if (along.length === 0) return ''
  const each = along.map(
    (row) =>
      personMark(row.person_id) +
      (row.valid_from > on
        ? `（${row.valid_from} 起）`
        : row.occupies_quota === 1
          ? ''
          : `（${HOLDING_KIND_NAMES[row.kind]}）`),
  )
  return `；同一岗位的${each.join('、')}随岗位到${unit}`
}

interface Transfer {
  readonly from: string
  /** Others who sit in the post, or are registered for it later, and come along with it. */
  readonly along: readonly HoldingTable[]
  readonly writes: readonly FactWrite[]
  readonly touches: readonly TouchedLine[]
}

function transferOf(
  event: BatchTransfer,
  person: string,
  people: readonly string[],
  ledger: LedgerBook,
  tools: EventTools,
): Transfer | EventRefusal {
  const { on } = event
  const row = ledger.countedHolding(person, on)
  const from = row === undefined ? null : unitOfHolding(ledger, row, on)
  if (row === undefined || from === null) return notInPost(ledger, person, on)
  const category = event.category ?? row.category
  if (from === event.unit && category === row.category)
    return impossible(`${nameOf(ledger, person)}这天已在${unitTitle(ledger, event.unit, on)}`)
  const seated =
    from === event.unit
      ? { writes: recategorise(row, category, on, tools), along: [] }
      : alongWithPost(event, row, category, people, ledger, tools)
  if (isRefusal(seated)) return seated
  return {
    from,
    along: seated.along,
    writes: [
      ...seated.writes,
      ...leaveLine(ledger, person, on),
      eventRow(event, { personId: person, unitId: event.unit, otherUnitId: from, category }, tools),
    ],
    touches: touchedLines([from, row.category], [event.unit, category]),
  }
}

function recategorise(
  row: HoldingTable,
  category: QuotaCategory | null,
  day: string,
  tools: EventTools,
): readonly FactWrite[] {
  return category === row.category ? [] : goOnAs(row, day, { category }, tools)
}

type Seated = Pick<Transfer, 'writes' | 'along'>

/** The post goes along, unless somebody who stays behind sits in it too: then the person is given one of the same title. */
function alongWithPost(
  event: BatchTransfer,
  row: HoldingTable,
  category: QuotaCategory | null,
  people: readonly string[],
  ledger: LedgerBook,
  tools: EventTools,
): Seated | EventRefusal {
  const { on } = event
  const postId = row.post_id ?? ''
  const others = ledger
    .allHoldersOf(postId)
    .filter((other) => !people.includes(other.person_id) && (other.valid_to === null || other.valid_to > on))
  const stays = others.some((other) => other.occupies_quota === 1 && other.valid_from <= on)
  if (!stays) {
    // Of those who share it the first takes the post along; with the others it is there already.
    const first = people.find((person) => ledger.countedHolding(person, on)?.post_id === postId)
    const own = recategorise(row, category, on, tools)
    if (first !== row.person_id) return { writes: own, along: [] }
    const moved = movePost(ledger, postId, event.unit, on, tools)
    return isRefusal(moved) ? moved : { writes: [...moved, ...own], along: others }
  }
  const title = ledger.postAt(postId, on)?.title ?? ''
  const seat = takeSeat(
    ledger,
    goingOn(row, on, {
      unitId: event.unit,
      post: title,
      leadership: row.occupies_leadership === 1 ? (ledger.postAt(postId, on)?.leadership ?? null) : null,
    }),
    tools,
  )
  if (isRefusal(seat)) return seat
  const going = goOnAs(
    row,
    on,
    {
      post_id: seat.postId,
      category,
      occupies_leadership: seat.occupiesLeadership,
      overlap_allowed: seat.overlapAllowed,
      ...(row.overlap_allowed === 1 ? { due_on: null } : {}),
    },
    tools,
  )
  return { writes: [...seat.writes, ...going], along: [] }
}

/**
 * The post belongs to the unit from the day; later versions follow unless they were moved again. Where the unit is merged later,
 * the post goes along; where it is abolished, it cannot come.
 */
function movePost(
  ledger: LedgerBook,
  postId: string,
  unitId: string,
  day: string,
  tools: EventTools,
): readonly FactWrite[] | EventRefusal {
  const changes = carryFromDay(ledger.postVersions(postId), day, 'unit_id', unitId)
  const end = changes.at(-1)?.row.valid_to ?? null
  const stretches = unitStretches(ledger, unitId, day, end)
  if (isRefusal(stretches)) return stretches
  return changes.flatMap(({ op, row }): readonly FactWrite[] => {
    const from = op === 'set' ? row.valid_from : day
    const parts = stretches.flatMap((stretch) => cut(stretch, from, row.valid_to))
    const inserted = (part: UnitStretch) =>
      insertRow('post_version', {
        ...row,
        id: tools.newId(),
        unit_id: part.unitId,
        valid_from: part.from,
        valid_to: part.to,
        recorded_at: tools.recordedAt,
      })
    if (op === 'split') return [updateRow('post_version', row.id, { valid_to: day }), ...parts.map(inserted)]
    const [first, ...rest] = parts
    return first === undefined
      ? []
      : [updateRow('post_version', row.id, { unit_id: first.unitId, valid_to: first.to }), ...rest.map(inserted)]
  })
}

/** The days of a stretch within a range. */
function cut(stretch: UnitStretch, from: string, to: string | null): readonly UnitStretch[] {
  const begins = stretch.from > from ? stretch.from : from
  const ends = stretch.to === null || (to !== null && to < stretch.to) ? to : stretch.to
  return ends !== null && ends <= begins ? [] : [{ unitId: stretch.unitId, from: begins, to: ends }]
}
