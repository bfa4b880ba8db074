import type { PlainDate } from '../domain/model/plain-date.ts'
import type { UnitKind } from '../domain/model/unit.ts'
import type { JournalWriter } from './journal.ts'

export interface NewUnit {
  readonly id: string
  readonly versionId: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly managingBody: string | null
  readonly sortOrder: number
  readonly documentId: string | null
  readonly nameplates: readonly { readonly id: string; readonly name: string }[]
  readonly validFrom: PlainDate
  readonly recordedAt: string
}

/** Sets units up, parents before children, each with its first version and its nameplates. */
export async function addUnits(journal: JournalWriter, units: readonly NewUnit[]): Promise<void> {
  await journal.insert(
    'unit',
    units.map((unit) => ({ id: unit.id, recorded_at: unit.recordedAt })),
  )
  await journal.insert(
    'unit_version',
    units.map((unit) => ({
      id: unit.versionId,
      unit_id: unit.id,
      parent_id: unit.parentId,
      name: unit.name,
      kind: unit.kind,
      managing_body: unit.managingBody,
      sort_order: unit.sortOrder,
      document_id: unit.documentId,
      valid_from: unit.validFrom,
      valid_to: null,
      recorded_at: unit.recordedAt,
    })),
  )
  await journal.insert(
    'nameplate',
    units.flatMap((unit) =>
      unit.nameplates.map((plate) => ({
        id: plate.id,
        unit_id: unit.id,
        name: plate.name,
        document_id: unit.documentId,
        valid_from: unit.validFrom,
        valid_to: null,
        recorded_at: unit.recordedAt,
      })),
    ),
  )
}
