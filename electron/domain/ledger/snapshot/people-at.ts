import { factsOfRow } from '../../../vocabulary/person-fields.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { mapInSteps, wholeOf } from '../../model/in-steps.ts'
import { madeOf } from '../../model/made-of.ts'
import type { Person, RetirementArrangement } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type {
  EntryApprovalTable,
  HoldingTable,
  PersonTable,
  PersonVersionTable,
  RetirementArrangementTable,
} from '../rows/fact-rows.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import type { SnapshotRows } from './snapshot-rows.ts'

/** What says whom a snapshot carries. */
interface WantedRows {
  readonly holding: readonly Pick<HoldingTable, 'person_id' | 'kind' | 'valid_from' | 'valid_to'>[]
  readonly entry_approval: readonly Pick<EntryApprovalTable, 'person_id' | 'valid_from' | 'valid_to'>[]
}

/** Whom a snapshot carries: people with a holding in force, everybody ever 编外, whom an approval in force names. */
export function wantedOn(rows: WantedRows, asOf: PlainDate): ReadonlySet<string> {
  const wanted = new Set<string>()
  for (const row of rows.holding)
    if (rowInForce(row, asOf) || (row.kind === 'offQuota' && row.valid_from <= asOf)) wanted.add(row.person_id)
  for (const row of rows.entry_approval) if (row.person_id !== null && rowInForce(row, asOf)) wanted.add(row.person_id)
  return wanted
}

/** The wanted people with what is known of them on the day, in the order they were entered. */
export function peopleAt(
  rows: Pick<SnapshotRows, 'person' | 'person_version' | 'retirement_arrangement'>,
  asOf: PlainDate,
  wanted: ReadonlySet<string>,
): BookSnapshot['people'] {
  return wholeOf(peopleInSteps(rows, asOf, wanted))
}

/** The same, so many at a time. */
export function* peopleInSteps(
  rows: Pick<SnapshotRows, 'person' | 'person_version' | 'retirement_arrangement'>,
  asOf: PlainDate,
  wanted: ReadonlySet<string>,
): Generator<void, BookSnapshot['people']> {
  const versionOf = new Map<string, PersonVersionTable>()
  for (const version of rows.person_version) if (rowInForce(version, asOf)) versionOf.set(version.person_id, version)
  const arrangedFor = new Map(
    rows.retirement_arrangement.filter((row) => rowInForce(row, asOf)).map((row) => [row.person_id, row]),
  )
  yield
  return yield* mapInSteps(
    rows.person.filter((row) => wanted.has(row.id)),
    (row) => personOf(row, versionOf.get(row.id), arrangedFor.get(row.id)),
  )
}

const personOf = madeOf(
  (
    row: PersonTable,
    version: PersonVersionTable | undefined,
    arranged: RetirementArrangementTable | undefined,
  ): Person => ({
    ...factsOfRow('person', row),
    ...factsOfRow('version', version),
    id: row.id,
    // Nobody in the book is without a name, though a fact of the catalogue may be.
    name: row.name,
    disputedIdNumber: row.disputed_id_number,
    retirementArrangement: arrangementOf(arranged),
  }),
)

function arrangementOf(row: RetirementArrangementTable | undefined): RetirementArrangement | null {
  return row === undefined ? null : { kind: row.kind, month: row.month, documentNumber: row.document_number }
}
