import type { RowChange } from './reverse-entry.ts'

/** Whom and what taking an entry back touches; ids. */
export interface UndoExtent {
  /** People the entry brought into the book: they go out of it. */
  readonly peopleGone: readonly string[]
  /** People who stay, with something of theirs going back to what it was. */
  readonly peopleChanged: readonly string[]
  /** Units the entry set up: they go. */
  readonly unitsGone: number
  readonly quotas: number
  /** Rows in all. */
  readonly rows: number
}

/** Reads an entry's row changes, in the order they were made. */
export function undoExtent(changes: readonly RowChange[]): UndoExtent {
  const gone = new Set<string>()
  const touched = new Set<string>()
  let unitsGone = 0
  let quotas = 0
  for (const { table, rowId, before, after } of changes) {
    const inserted = before === null
    if (table === 'person') (inserted ? gone : touched).add(rowId)
    if (table === 'unit' && inserted) unitsGone += 1
    if (table === 'quota') quotas += 1
    for (const image of [before, after]) {
      const personId = image?.['person_id']
      if (typeof personId === 'string') touched.add(personId)
    }
  }
  return {
    peopleGone: [...gone],
    peopleChanged: [...touched].filter((id) => !gone.has(id)),
    unitsGone,
    quotas,
    rows: changes.length,
  }
}
