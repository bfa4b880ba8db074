import { array, assert, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureLine } from '../../../electron/domain/model/figures.ts'
import { linesWhere } from '../../../electron/domain/quota/lines-where.ts'
import { putIn } from '../../../electron/domain/quota/put-lines.ts'

const lineOf = (unit: number, over: number): FigureLine => ({
  unitId: `u${unit}`,
  category: 'administrative',
  quota: 1,
  actual: 1 + over,
  reserved: 0,
  vacancy: 0,
  over,
  tolerance: 0,
  personIds: [],
  quotaIds: [],
  approvalIds: [],
})

const isOver = (line: FigureLine) => line.over > 0

/** Lines of up to forty units, and which of them become what, one change after another. */
const histories = tuple(
  array(nat({ max: 2 }), { minLength: 1, maxLength: 40 }),
  array(array(tuple(nat({ max: 39 }), nat({ max: 2 })), { maxLength: 3 }), { maxLength: 12 }),
)

function* listsOf([first, changes]: readonly [readonly number[], readonly (readonly [number, number][])[]]) {
  let lines: readonly FigureLine[] = first.map((over, unit) => lineOf(unit, over))
  yield lines
  for (const change of changes) {
    const now = new Map(change.filter(([unit]) => unit < first.length).toSorted(([one], [other]) => one - other))
    const own = [...now].map(([unit, over]) => lineOf(unit, over))
    lines = putIn(lines, own, new Set(own.map(({ unitId }) => unitId))) ?? []
    yield lines
  }
}

describe('the lines of which something holds', () => {
  test('are those of the whole list, in its order, after every change of a few', () => {
    assert(
      property(histories, (history) => {
        const over = linesWhere(isOver)
        for (const lines of listsOf(history)) expect(over(lines)).toStrictEqual(lines.filter(isOver))
      }),
    )
  })

  test('are the very list of before where no line touched is meant', () => {
    const over = linesWhere(isOver)
    const before = [lineOf(0, 1), lineOf(1, 0), lineOf(2, 2)]
    const found = over(before)
    const now = putIn(before, [{ ...lineOf(1, 0), quota: 9 }], new Set(['u1'])) ?? []
    expect(now).not.toBe(before)
    expect(over(now)).toBe(found)
  })
})
