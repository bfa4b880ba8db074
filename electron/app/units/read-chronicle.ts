import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { chronicleOf } from '../../domain/ledger/told/chronicle.ts'
import { ledgerBook, type LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { unitTitle } from '../../domain/ledger/planning/unit-life.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'

/** 机构编制沿革表 of a unit, named by id or by a name it bears or bore: an ended unit has a chronicle too. */
export async function readChronicle(
  input: Input<'unit.chronicle'>,
  context: QueryContext,
): Promise<Output<'unit.chronicle'>> {
  const facts = await loadFacts(context.db)
  const ledger = ledgerBook(facts)
  const today = context.clock.today()
  const unitId = unitEverNamed(ledger, input.unit, today)
  return { unit: unitTitle(ledger, unitId, today), rows: [...chronicleOf(facts, unitId)] }
}

/** The unit that bears the name now goes before those that bore it once. */
function unitEverNamed(ledger: LedgerBook, name: string, today: PlainDate): string {
  if (ledger.unitVersions(name).length > 0) return name
  const now = ledger.unitNamed(name, today).map((row) => row.unit_id)
  const found = [
    ...new Set(
      now.length > 0 ? now : ledger.facts.unit_version.filter((row) => row.name === name).map((row) => row.unit_id),
    ),
  ]
  const [only] = found
  if (only === undefined) throw new Refusal('name_unknown', { name, what: '机构' })
  if (found.length > 1)
    throw new Refusal('name_ambiguous', {
      name,
      count: found.length,
      choices: found.map((id) => `${unitTitle(ledger, id, today)}（编号 ${id}）`).join('、'),
    })
  return only
}
