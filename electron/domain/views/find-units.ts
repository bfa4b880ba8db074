import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Unit } from '../model/unit.ts'
import { Refusal } from '../../vocabulary/refusals.ts'

/** The unit of an id or a name; null: none is asked for. @throws `name_unknown`, `name_ambiguous`. */
export function findUnitAsked({ units }: Pick<BookSnapshot, 'units'>, name: string | undefined): Unit | null {
  if (name === undefined || name === '') return null
  const named = units.filter((unit) => unit.id === name || unit.name === name)
  const [only] = named
  if (only === undefined) throw new Refusal('name_unknown', { name, what: '机构' })
  if (named.length > 1)
    throw new Refusal('name_ambiguous', {
      name,
      count: named.length,
      choices: named.map((unit) => `编号 ${unit.id}`).join('、'),
    })
  return only
}

/** The unit and every unit below it; null: all. */
export function findUnitsBelow({ units }: Pick<BookSnapshot, 'units'>, unit: Unit | null): readonly string[] | null {
  if (unit === null) return null
  const found = new Set([unit.id])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const other of units) if (other.parentId !== null && found.has(other.parentId)) found.add(other.id)
  }
  return [...found]
}
