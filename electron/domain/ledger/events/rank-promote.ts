import { columnsOfFacts, factsOfRow } from '../../../vocabulary/person-fields.ts'
import type { EventTools, FactWrite, PlanResult } from '../planning/event-plan.ts'
import { goOnAs } from '../planning/holding-row.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, nameOf, notInPost, unitOfHolding, mainHolding } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, insertRow, optionalDocument, textOrNull, updateRow, type EventCommon } from '../planning/pieces.ts'
import { carryFromDay } from '../planning/carry-from-day.ts'
import { touchedLines } from '../planning/touched-lines.ts'

export interface RankPromote extends EventCommon {
  readonly type: 'rank.promote'
  readonly person: string
  /** 享受职级. */
  readonly rank: string
  /** 占编职级; not said: as before. */
  readonly occupiedRank?: string | undefined
}

/** 职级晋升: the person's own 职级 from the day; the one their seat consumes only where it is said. */
export function planRankPromote(event: RankPromote, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const row = mainHolding(ledger, person, on)
  if (row === undefined) return notInPost(ledger, person, on)
  const ranked = rankFromDay(event, ledger, tools)
  const occupied = textOrNull(event.occupiedRank)
  const seat =
    occupied === null || occupied === row.occupied_rank ? [] : goOnAs(row, on, { occupied_rank: occupied }, tools)
  if (ranked.length + seat.length === 0) return impossible(`${nameOf(ledger, person)}这天已是${event.rank}`)
  const unitId = unitOfHolding(ledger, row, on)
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...ranked,
      ...seat,
      eventRow(event, { personId: person, unitId, category: row.category }, tools),
    ],
    summary: `${personMark(person)}晋升${event.rank}${occupied === null ? '' : `，占编职级${occupied}`}`,
    touches: touchedLines([unitId, row.category]),
  }
}

/** Later versions that still bear the old 职级 follow; one that was given another later keeps it. */
function rankFromDay(event: RankPromote, ledger: LedgerBook, tools: EventTools): readonly FactWrite[] {
  const { on, person, rank } = event
  const versions = ledger.personVersions(person)
  const running = versions.some(
    (version) => version.valid_from <= on && (version.valid_to === null || on < version.valid_to),
  )
  if (!running) {
    const next = versions.find((version) => version.valid_from > on)
    return [
      insertRow('person_version', {
        ...columnsOfFacts('version', factsOfRow('version', next)),
        id: tools.newId(),
        person_id: person,
        rank,
        valid_from: on,
        valid_to: next?.valid_from ?? null,
        recorded_at: tools.recordedAt,
      }),
    ]
  }
  return carryFromDay(versions, on, 'rank', rank).flatMap(({ op, row }): readonly FactWrite[] => {
    if (op === 'set') return [updateRow('person_version', row.id, { rank })]
    return [
      updateRow('person_version', row.id, { valid_to: on }),
      insertRow('person_version', { ...row, id: tools.newId(), rank, valid_from: on, recorded_at: tools.recordedAt }),
    ]
  })
}
