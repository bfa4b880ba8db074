import { describe, expect, it } from 'vitest'
import { areLast, listAfter } from '../../../../electron/domain/ledger/snapshot/list-after.ts'

/* A list made of rows, made again of the one before: a changed row keeps its place, a new one stands last. */

interface Row {
  readonly id: string
  readonly shown: boolean
}
const row = (id: string, shown = true): Row => ({ id, shown })

/** Makes the same thing for the same row, none of a row that is not shown. */
function maker() {
  const made = new Map<Row, { readonly of: string }>()
  return (one: Row) => {
    if (!one.shown) return undefined
    const thing = made.get(one) ?? { of: one.id }
    made.set(one, thing)
    return thing
  }
}
const [A, B, C, D] = [row('a'), row('b'), row('c'), row('d', false)]
const BEFORE = [A, B, C, D]

function after(rows: readonly Row[], before: readonly Row[] = BEFORE) {
  const make = maker()
  const old = before.flatMap((one) => make(one) ?? [])
  const now = listAfter(before, rows, old, make)
  return { old, now, ids: now?.map(({ of }) => of) ?? null, anew: rows.flatMap((one) => make(one) ?? []) }
}

describe('由前一份得出的清单', () => {
  it('is the very same where no row is another', () => {
    const { old, now } = after([...BEFORE])
    expect(now).toBe(old)
  })

  it.each([
    ['a changed row keeps its place', [A, row('b'), C, D]],
    ['two changed', [row('a'), B, row('c'), D]],
    ['a row gone', [A, C, D]],
    ['the first gone', [B, C, D]],
    ['one shown no longer', [A, row('b', false), C, D]],
    ['one that was not shown gone', [A, B, C]],
    ['one that was not shown is another and still is not', [A, B, C, row('d', false)]],
    ['new ones last', [...BEFORE, row('e'), row('f', false), row('g')]],
    ['all at once', [row('a'), C, D, row('e')]],
    ['nothing left', []],
  ] as const)('%s', (_what, rows) => {
    const { now, anew } = after(rows)
    expect(now).toEqual(anew)
    for (const thing of now ?? []) expect(anew).toContain(thing)
  })

  it('is not told where a place cannot be: a new row between others, one that comes to be shown', () => {
    expect(after([A, row('e'), B, C, D]).ids).toBeNull()
    expect(after([row('e'), ...BEFORE]).ids).toBeNull()
    expect(after([A, B, C, row('d')]).ids).toBeNull()
    // Nor where the list before holds something else than what was made of the rows.
    const make = maker()
    expect(listAfter([A, B], [A], [{ of: 'x' }], make)).toBeNull()
  })

  it('what is last is last in its order', () => {
    expect(areLast([], [])).toBe(true)
    expect(areLast([C, D], BEFORE)).toBe(true)
    expect(areLast([D, C], BEFORE)).toBe(false)
    expect(areLast([B, C], BEFORE)).toBe(false)
    expect(areLast([A, B, C, D, A], BEFORE)).toBe(false)
  })
})
