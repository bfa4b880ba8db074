import type { Kysely } from 'kysely'
import { OperationError } from '../contract/errors.ts'
import { inForceOn, type PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase } from '../store/book-database.ts'
import { readUnitVersions, type UnitVersion } from '../store/unit-store.ts'

/**
 * The unit a dated fact is about.
 * @throws `unit_not_found` for an unknown or abolished unit, `invalid_input` for a day before it was set up.
 */
export async function requireUnitOn(db: Kysely<BookDatabase>, unitId: string, day: PlainDate): Promise<UnitVersion> {
  const versions = await readUnitVersions(db, unitId)
  const found = versions.find((version) => inForceOn(version, day))
  if (found !== undefined) return found
  const first = versions[0]
  if (first !== undefined && day < first.validFrom) throw new OperationError('invalid_input', { field: '生效日', problem: `早于${first.name}的设立日 ${first.validFrom}` })
  throw new OperationError('unit_not_found')
}
