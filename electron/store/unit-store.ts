import type { Kysely } from 'kysely'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { UnitKind } from '../domain/model/unit.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

export interface UnitVersion {
  readonly unitId: string
  readonly name: string
  readonly kind: UnitKind
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}

/** Every name and kind a unit has had, oldest first; empty for an unknown unit. */
export async function readUnitVersions(db: Kysely<BookDatabase>, unitId: string): Promise<readonly UnitVersion[]> {
  const rows = await db.selectFrom('unit_version').select(['unit_id', 'name', 'kind', 'valid_from', 'valid_to']).where('unit_id', '=', unitId).orderBy('valid_from').execute()
  return rows.map((row) => ({ unitId: row.unit_id, name: row.name, kind: row.kind, validFrom: row.valid_from, validTo: row.valid_to }))
}

/** True when a unit bears this name on the day or takes it later. */
export async function unitNameInUse(db: Kysely<BookDatabase>, name: string, from: PlainDate): Promise<boolean> {
  const found = await db
    .selectFrom('unit_version')
    .select('id')
    .where('name', '=', name)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', from)]))
    .executeTakeFirst()
  return found !== undefined
}

/** The township itself: every other unit hangs below it. */
export async function readRootUnit(db: Kysely<BookDatabase>): Promise<UnitVersion | null> {
  const row = await db.selectFrom('unit_version').select(['unit_id', 'name', 'kind', 'valid_from', 'valid_to']).where('kind', '=', 'township').where('parent_id', 'is', null).orderBy('valid_from', 'desc').executeTakeFirst()
  return row === undefined ? null : { unitId: row.unit_id, name: row.name, kind: row.kind, validFrom: row.valid_from, validTo: row.valid_to }
}

/** Place after the last unit. */
export async function nextSortOrder(db: Kysely<BookDatabase>): Promise<number> {
  const last = await db.selectFrom('unit_version').select((select) => select.fn.max('sort_order').as('order')).executeTakeFirst()
  return last === undefined || last.order === null ? 0 : last.order + 1
}

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
  await journal.insert('unit', units.map((unit) => ({ id: unit.id, recorded_at: unit.recordedAt })))
  await journal.insert(
    'unit_version',
    units.map((unit) => ({
      id: unit.versionId, unit_id: unit.id, parent_id: unit.parentId, name: unit.name, kind: unit.kind, managing_body: unit.managingBody, sort_order: unit.sortOrder, document_id: unit.documentId,
      valid_from: unit.validFrom, valid_to: null, recorded_at: unit.recordedAt,
    })),
  )
  await journal.insert(
    'nameplate',
    units.flatMap((unit) =>
      unit.nameplates.map((plate) => ({ id: plate.id, unit_id: unit.id, name: plate.name, document_id: unit.documentId, valid_from: unit.validFrom, valid_to: null, recorded_at: unit.recordedAt })),
    ),
  )
}
