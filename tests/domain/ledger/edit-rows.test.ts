import { describe, expect, it } from 'vitest'
import { editRows, type RowEdit } from '../../../electron/domain/ledger/rows/edit-rows.ts'
import { differenceOf } from '../../../electron/domain/model/changed-in.ts'

/* A table after a few edits, and what is noted of them beside what is found by looking at every row. */

interface Row {
  readonly id: string
  readonly n: number
}

/** Numbers that look random and are the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

function randomEdits(rows: readonly Row[], seed: number, count: number): readonly RowEdit<Row>[] {
  const roll = dice(seed)
  return Array.from({ length: count }, (_, at): RowEdit<Row> => {
    const kind = roll(4)
    const id = rows[roll(rows.length)]?.id ?? 'nobody'
    if (kind === 0) return { id: `new-${seed}-${at}`, fresh: true, edit: () => ({ id: `new-${seed}-${at}`, n: at }) }
    if (kind === 1) return { id, fresh: false, edit: () => null }
    if (kind === 2) return { id: 'nobody', fresh: false, edit: (old) => (old === undefined ? undefined : null) }
    return { id, fresh: false, edit: (old) => (old === undefined ? { id, n: -at } : { ...old, n: old.n + 1 }) }
  })
}

/** The same by the plainest way there is. */
function plainly(rows: readonly Row[], edits: readonly RowEdit<Row>[]): readonly Row[] {
  const next = [...rows]
  for (const { id, edit } of edits) {
    const place = next.findIndex((row) => row.id === id)
    const now = edit(next[place])
    if (now === undefined) continue
    if (place === -1) next.push(...(now === null ? [] : [now]))
    else next.splice(place, 1, ...(now === null ? [] : [now]))
  }
  return next
}

const TABLE: readonly Row[] = Array.from({ length: 200 }, (_, n) => ({ id: `r${n}`, n }))

/** Seeds for which the edited table, or what was noted of it, is not what looking at every row finds; each table made from the one before. */
function wrongSeeds(edit: typeof editRows): readonly number[] {
  const wrong: number[] = []
  let rows = TABLE
  for (let seed = 0; seed < 300; seed += 1) {
    const edits = randomEdits(rows, seed, 1 + (seed % 9) * (seed % 5 === 0 ? 20 : 1))
    const next = edit(rows, edits)
    const same = JSON.stringify(next) === JSON.stringify(plainly(rows, edits))
    const { gone, come } = differenceOf(rows, next)
    const [before, after] = [new Set(rows), new Set(next)]
    const told = gone.every((row) => !after.has(row)) && come.every((row) => !before.has(row))
    const whole =
      rows.filter((row) => !after.has(row)).every((row, at) => row === gone[at]) &&
      next.filter((row) => !before.has(row)).every((row, at) => row === come[at])
    if (!same || !told || !whole) wrong.push(seed)
    rows = next.length < 50 ? TABLE : next
  }
  return wrong
}

describe('a table after some edits', () => {
  it('is the one made the plain way, and what changed is noted whole and in order', () => {
    expect(wrongSeeds(editRows)).toEqual([])
  })

  it('would be caught putting a changed row last (control)', () => {
    const last: typeof editRows = (rows, edits) => {
      const next = editRows(rows, edits)
      const [first, ...rest] = next
      return first === undefined || edits.length > 3 ? next : [...rest, first]
    }
    expect(wrongSeeds(last).length).toBeGreaterThan(50)
  })
})
