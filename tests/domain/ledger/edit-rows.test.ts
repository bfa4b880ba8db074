import { describe, expect, it } from 'vitest'
import { editRows, isEditedTo, type RowEdit } from '../../../electron/domain/ledger/rows/edit-rows.ts'
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

function isWhole(old: readonly Row[], now: readonly Row[]): boolean {
  const { gone, come } = differenceOf(old, now)
  const [before, after] = [new Set(old), new Set(now)]
  const [left, added] = [old.filter((row) => !after.has(row)), now.filter((row) => !before.has(row))]
  return (
    left.length === gone.length &&
    added.length === come.length &&
    left.every((row, at) => row === gone[at]) &&
    added.every((row, at) => row === come[at])
  )
}

const alike = (row: Row, other: Row | undefined) => row.id === other?.id && row.n === other.n

type Make = (rows: readonly Row[], edits: readonly RowEdit<Row>[]) => readonly Row[]

/** How often a table was known for what the edits make of it without being copied, and how often wrongly. `make` may make another. */
function recognised(make: Make): { readonly known: number; readonly wrong: number } {
  let [known, wrong] = [0, 0]
  for (let seed = 0; seed < 400; seed += 1) {
    const edits = randomEdits(TABLE, seed, 1 + (seed % 3))
    const made = make(TABLE, edits)
    if (!isEditedTo(TABLE, edits, made, alike)) continue
    known += 1
    if (JSON.stringify(made) !== JSON.stringify(plainly(TABLE, edits))) wrong += 1
  }
  return { known, wrong }
}

/** Seeds for which the edited table, or what was noted of it, is not what looking at every row finds; each table made from the one before. */
function wrongSeeds(edit: typeof editRows): readonly number[] {
  const wrong: number[] = []
  let rows = TABLE
  const earlier: (readonly Row[])[] = []
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
    // Put together of what was noted of each step, or looked for where a row came back.
    const apart = earlier.every((old) => isWhole(old, next))
    if (!same || !told || !whole || !apart) wrong.push(seed)
    rows = next.length < 50 ? TABLE : next
    earlier.splice(0, earlier.length, ...(rows === TABLE ? [] : [...earlier.slice(-2), next]))
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

  it('is known again without being copied, and never where a row or its place is another', () => {
    const { known, wrong } = recognised(editRows)
    expect(known).toBeGreaterThan(100)
    expect(wrong).toBe(0)
    const others: readonly Make[] = [
      (rows, edits) => [...editRows(rows, edits), { id: 'another', n: 0 }],
      (rows, edits) => editRows(rows, edits).map((row, at) => (at === 7 ? { ...row, n: row.n + 1 } : row)),
      (rows, edits) => editRows(rows, edits).filter((_, at) => at !== 9),
      (rows, edits) => editRows(rows, [...edits, { id: 'r3', fresh: false, edit: (row) => row && { ...row, n: -9 } }]),
    ]
    expect(others.map((make) => recognised(make).known)).toEqual([0, 0, 0, 0])
  })

  it('is not taken for known where every row is another object, whatever it says', () => {
    const known = randomEdits(TABLE, 3, 2)
    const other = editRows(TABLE, known).map((row) => ({ ...row }))
    expect(isEditedTo(TABLE, known, other, alike)).toBe(false)
  })
})
