import type { PlainDate } from '../../model/plain-date.ts'
import { refuse, type EventRefusal } from './event-plan.ts'
import type { UnitVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'

/** The day the unit that lives on `day` ends, through all its versions; null while it goes on. */
export function lifeEnd(ledger: LedgerBook, unitId: string, day: PlainDate): PlainDate | null {
  let end = ledger.unitAt(unitId, day)?.valid_to ?? null
  for (const version of ledger.unitVersions(unitId))
    if (end !== null && version.valid_from === end) end = version.valid_to
  return end
}

/** The unit that took this one over on the day it ended; null where it was abolished. */
export function mergedInto(ledger: LedgerBook, unitId: string, end: PlainDate): string | null {
  return (
    ledger.facts.ledger_event.find(
      (row) => row.type === 'unit.merge' && row.unit_id === unitId && row.effective_on === end,
    )?.other_unit_id ?? null
  )
}

/** The unit's name on a day, else the one it bore last before it, else its first. */
export function unitTitle(ledger: LedgerBook, unitId: string, day: PlainDate): string {
  const versions = ledger.unitVersions(unitId)
  return (
    (ledger.unitAt(unitId, day) ?? versions.findLast((version) => version.valid_from <= day) ?? versions[0])?.name ??
    '（已撤销机构）'
  )
}

/** Refuses a name another unit bears on the day or takes later: two units of one name could not be told apart. */
export function nameTaken(
  ledger: LedgerBook,
  name: string,
  from: PlainDate,
  except: string | null,
): EventRefusal | null {
  const taken = ledger.facts.unit_version.some(
    (row) => row.name === name && row.unit_id !== except && (row.valid_to === null || row.valid_to > from),
  )
  return taken ? refuse('unit_name_taken', { name }) : null
}

/** Place after the last unit. */
export function nextSortOrder(ledger: LedgerBook): number {
  return ledger.facts.unit_version.reduce((last, row) => Math.max(last, row.sort_order), -1) + 1
}

/** Whether a unit can end on a day: it lives, is not the township, began before, and nothing of it is registered for later. */
export function endableUnit(
  ledger: LedgerBook,
  unitId: string,
  day: PlainDate,
  verb: '撤销' | '合并',
): UnitVersionTable | EventRefusal {
  const unit = ledger.unitAt(unitId, day)
  if (unit === undefined) return refuse('unit_not_found')
  if (unit.kind === 'township') return refuse('event_impossible', { why: `乡镇本身不能${verb}` })
  const next = ledger.unitVersions(unitId).find((version) => version.valid_from > day)
  if (next !== undefined || unit.valid_to !== null)
    return refuse('event_impossible', {
      why: `${unit.name}自 ${next?.valid_from ?? unit.valid_to ?? ''} 起已登记有变动，请先撤销那一条`,
    })
  if (lifeStart(ledger, unit) >= day)
    return refuse('event_impossible', { why: `${unit.name}当日才设立，不能当日${verb}` })
  return unit
}

function lifeStart(ledger: LedgerBook, unit: UnitVersionTable): PlainDate {
  return ledger.unitVersions(unit.unit_id)[0]?.valid_from ?? unit.valid_from
}

/** A range that begins on a unit's living day, cut where the unit ends: nothing is set for a unit that is no more. */
export function withinLife<R extends { readonly valid_from: PlainDate; readonly valid_to: PlainDate | null }>(
  ledger: LedgerBook,
  unitId: string,
  range: R,
): R {
  const end = lifeEnd(ledger, unitId, range.valid_from)
  return end === null || (range.valid_to !== null && range.valid_to <= end) ? range : { ...range, valid_to: end }
}
