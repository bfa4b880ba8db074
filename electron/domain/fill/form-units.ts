import type { BookSnapshot } from '../model/book-snapshot.ts'
import { townshipName } from '../notice/notice-content.ts'
import type { NamedUnit } from './label-context.ts'

/** The book's units as a form may name them, and the township itself for tables with a row for each township of the county. */
export function formUnits(snapshot: Pick<BookSnapshot, 'units' | 'book'>): readonly NamedUnit[] {
  const own = snapshot.units.filter(({ kind }) => kind !== 'township').map(({ id, name }): NamedUnit => ({ id, name }))
  const township = snapshot.units.find(({ kind }) => kind === 'township')
  const name = townshipName(snapshot)
  return own.some((unit) => unit.name === name) ? own : [...own, { id: township?.id ?? 'township', name, whole: true }]
}
