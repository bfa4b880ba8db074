import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { changeSheet, type ChangeRow } from '../../domain/ledger/told/change-sheet.ts'
import { ledgerBook, type LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { addDays, type PlainDate } from '../../domain/model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'

type Changes = Output<'changes.read'>

/** 增减变动表 between two days, with the monthly 减员空编 of every line. @throws Refusal date_invalid where `from` comes after `to`. */
export async function readChanges(input: Input<'changes.read'>, context: QueryContext): Promise<Changes> {
  if (input.from > input.to) throw new Refusal('date_invalid', { value: `${input.from} — ${input.to}` })
  const facts = await loadFacts(context.db)
  const sheet = changeSheet(facts, input.from, input.to)
  const ledger = ledgerBook(facts)
  return {
    from: sheet.from,
    to: sheet.to,
    categories: sheet.categories.map((line) => ({
      ...line,
      category: QUOTA_CATEGORY_NAMES[line.category],
      categoryCode: line.category,
    })),
    rows: sheet.rows.map((row) => rowView(ledger, row)),
    misplaced: sheet.misplaced.map(({ unitId, category, personIds }) => ({
      unit: unitName(ledger, unitId, input.to) ?? '',
      category: QUOTA_CATEGORY_NAMES[category],
      people: personIds.map((personId) => ledger.person(personId)?.name ?? ''),
    })),
    faults: sheet.faults.map((fault) => fault.text),
    vacancies: sheet.vacancies.map(({ unitId, category, ...numbers }) => ({
      unit: unitName(ledger, unitId, input.to) ?? '',
      category: QUOTA_CATEGORY_NAMES[category],
      ...numbers,
    })),
  }
}

function rowView(ledger: LedgerBook, row: ChangeRow): Changes['rows'][number] {
  return {
    personId: row.personId,
    person: ledger.person(row.personId)?.name ?? '',
    kind: row.kind,
    on: row.on,
    categoryCode: row.category,
    category: QUOTA_CATEGORY_NAMES[row.category],
    fromUnit: row.fromUnitId === null ? null : unitName(ledger, row.fromUnitId, addDays(row.on, -1)),
    toUnit: row.toUnitId === null ? null : unitName(ledger, row.toUnitId, row.on),
    cause: row.cause,
    document: row.document,
    late: row.late,
  }
}

/** The name on the day; the last one before for a unit that is gone by then. */
function unitName(ledger: LedgerBook, unitId: string, day: PlainDate): string | null {
  return (
    (ledger.unitAt(unitId, day) ?? ledger.unitVersions(unitId).findLast((version) => version.valid_from <= day))
      ?.name ?? null
  )
}
