import { columnOf, columnsOfFacts, noColumns, type FactsOf, type PartOf } from '../../vocabulary/person-fields.ts'
import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { FactTable, FactTables } from '../../store/book-database.ts'
import type { JournalWriter } from '../../store/journal.ts'
import type { PersonOnRecord } from '../../store/people-on-record.ts'
import { differing } from '../../domain/model/differing.ts'
import { planHoldingCorrection, type HoldingCorrection } from './correct-holding.ts'
import { planRecordCorrection } from './correct-records.ts'

/** Facts of a person put right, by property; what is not named stays as it is. */
export type CorrectedFacts = Omit<PartOf<FactsOf<'person' | 'version' | 'holding' | 'file' | 'grade'>>, 'name'> & {
  readonly categoryCode?: FactsOf<'holding'>['category'] | undefined
}

/** One row that changes. */
export type RowPatch = {
  readonly [T in FactTable]: {
    readonly table: T
    readonly id: string
    readonly patch: Partial<Omit<FactTables[T], 'id'>>
  }
}[FactTable]

/** One row that is begun. */
type NewRow = { readonly [T in FactTable]: { readonly table: T; readonly row: FactTables[T] } }[FactTable]

export interface PersonCorrection {
  readonly personId: string
  readonly patches: readonly RowPatch[]
  readonly rows: readonly NewRow[]
  readonly holding: HoldingCorrection
  /** Columns whose value differs from what is on record. */
  readonly changed: ReadonlySet<string>
}

export interface CorrectionStart {
  readonly today: PlainDate
  readonly newId: () => string
  readonly recordedAt: string
}

type OwnColumns = {
  readonly name?: string | undefined
  readonly id_number?: string | null
  readonly disputed_id_number?: string | null
}

/**
 * What corrected facts come to in the rows of one person: in place, in the version and the record in force; where there is none, one is begun
 * with the first holding. `own`: columns of the person's row that are read elsewhere (the name, the number).
 * @throws `invalid_input` from the holding, where the seat cannot take it.
 */
export function planCorrection(
  onRecord: PersonOnRecord,
  facts: CorrectedFacts,
  start: CorrectionStart,
  own: OwnColumns = {},
): PersonCorrection {
  const { person, versions, holdings } = onRecord
  const from = holdings[0]?.valid_from ?? start.today
  const version = versions.findLast((candidate) => candidate.valid_from <= start.today) ?? versions[0]
  const { name: _name, ...columns } = columnsOfFacts('person', facts)
  const personPatch = differing(person, { ...columns, ...own })
  const versionPatch = differing(version ?? noColumns('version'), columnsOfFacts('version', facts))
  const records = planRecordCorrection(onRecord.records, facts, start.today)
  const holding = planHoldingCorrection(holdings, facts, start.today)
  return {
    personId: person.id,
    holding,
    patches: [
      ...patchOf('person', person.id, personPatch),
      ...(version === undefined ? [] : patchOf('person_version', version.id, versionPatch)),
      ...records.flatMap(({ row, content }) =>
        row === undefined ? [] : patchOf('record', row.id, { content: JSON.stringify(content) }),
      ),
    ],
    rows: [
      ...(version !== undefined || Object.keys(versionPatch).length === 0
        ? []
        : [
            {
              table: 'person_version' as const,
              row: {
                id: start.newId(),
                person_id: person.id,
                ...noColumns('version'),
                ...versionPatch,
                valid_from: from,
                valid_to: null,
                recorded_at: start.recordedAt,
              },
            },
          ]),
      ...records.flatMap(({ home, row, content }) =>
        row !== undefined
          ? []
          : [
              {
                table: 'record' as const,
                row: {
                  id: start.newId(),
                  kind: RECORD_HOMES[home],
                  person_id: person.id,
                  unit_id: null,
                  content: JSON.stringify(content),
                  document_number: null,
                  valid_from: from,
                  valid_to: null,
                  recorded_at: start.recordedAt,
                },
              },
            ],
      ),
    ],
    changed: new Set([
      ...Object.keys({ ...personPatch, ...versionPatch, ...holding.patch }),
      ...records.flatMap(({ fields }) => fields.map(columnOf)),
    ]),
  }
}

/** A patch, unless it is empty. */
function patchOf<T extends FactTable>(table: T, id: string, patch: Partial<Omit<FactTables[T], 'id'>>): RowPatch[] {
  return Object.keys(patch).length === 0 ? [] : [{ table, id, patch } as RowPatch]
}

/** Writes the rows of one correction, but for its holding, in order. */
export async function writeCorrection(journal: JournalWriter, { patches, rows }: PersonCorrection): Promise<void> {
  for (const { table, id, patch } of patches) await journal.update(table, id, patch)
  for (const { table, row } of rows) await journal.insert(table, [row])
}
