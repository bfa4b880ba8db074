import { describe, expect, test } from 'vitest'
import type { FigureLineView } from '../../electron/contract/shapes.ts'
import { quotaChange } from '../../renderer/features/units/quota-change.ts'
import { unitRows } from '../../renderer/features/units/unit-rows.ts'
import type { UnitView } from '../../renderer/features/units/unit-rows.ts'

const DOCUMENT = { documentNumber: '山编办〔2006〕12号', validFrom: '2006-11-01' }

function unit(id: string, parentId: string | null, quotas: UnitView['quotas'] = []): UnitView {
  return {
    unitId: id,
    name: id,
    kind: parentId === null ? 'township' : 'office',
    parentId,
    managingBody: null,
    nameplates: [],
    validFrom: '2006-11-01',
    quotas,
    leadership: null,
  }
}

function line(unitId: string, numbers: Partial<FigureLineView>): FigureLineView {
  return {
    unitId,
    unit: unitId,
    unitKind: 'office',
    category: '行政编制',
    categoryCode: 'administrative',
    quota: 5,
    actual: 6,
    reserved: 0,
    vacancy: 0,
    over: 1,
    tolerance: 0,
    seats: [],
    ...numbers,
  }
}

const ADMINISTRATIVE = { category: '行政编制', categoryCode: 'administrative', amount: 5, ...DOCUMENT } as const
const INSTITUTION = { category: '事业编制', categoryCode: 'institution', amount: 28, ...DOCUMENT } as const

describe('the units sheet', () => {
  test('units stand under their parent, wherever they come in the answer', () => {
    const rows = unitRows([unit('党政办', '乡'), unit('乡', null), unit('社会事务办', '乡')], [])
    expect(rows.map((row) => [row.unit.name, row.depth])).toEqual([
      ['乡', 0],
      ['党政办', 1],
      ['社会事务办', 1],
    ])
  })

  test('a unit whose parent is not in force still stands', () => {
    expect(unitRows([unit('孤站', '已撤')], []).map((row) => row.unit.name)).toEqual(['孤站'])
  })

  test('the township total is no line of its own: nothing is counted against it', () => {
    const [row] = unitRows(
      [
        unit('乡', null, [
          { ...INSTITUTION, role: 'ceiling' },
          { ...ADMINISTRATIVE, amount: 23, role: 'ceiling' },
        ]),
      ],
      [],
    )
    expect(row?.lines.map((one) => [one.category, one.ceiling, one.figures])).toEqual([
      ['行政编制', 23, null],
      ['事业编制', 28, null],
    ])
  })

  test('people without any quota are shown beside a missing document', () => {
    const [row] = unitRows([unit('党政办', null)], [line('党政办', { quota: 0, actual: 2, over: 2 })])
    expect(row?.lines.map((one) => [one.figures?.over, one.documentNumber])).toEqual([[2, '']])
  })
})

describe('a number of 编制 as the event that leads to it', () => {
  const ceiling = { ...ADMINISTRATIVE, role: 'ceiling', amount: 20 } as const
  const units = [unit('乡', null, [ceiling]), unit('党政办', '乡', [{ ...ADMINISTRATIVE, role: 'allocation' }])]
  const change = (unitId: string, amount: number | undefined, known: readonly UnitView[] | undefined = units) =>
    quotaChange({ units: known, unitId, category: 'administrative', amount })

  test('more is 核增, less is 核减, by the difference to that day', () => {
    expect(change('党政办', 7).event).toEqual({
      type: 'quota.increase',
      unit: '党政办',
      category: 'administrative',
      by: 2,
    })
    expect(change('党政办', 0).event).toMatchObject({ type: 'quota.decrease', by: 5 })
  })

  test('the number on record already is nothing to register, and is said so', () => {
    expect(change('党政办', 5).nothing).toBe('当日核定数就是 5 名，不用登记。')
    expect(change('党政办', 6).nothing).toBeNull()
  })

  test('of the township it is the approved total', () => {
    expect(change('乡', 21)).toMatchObject({ before: 20, event: { type: 'quota.increase', by: 1 } })
  })

  test('no number yet, or a day still being read: no difference is made up', () => {
    expect(change('党政办', undefined).event).not.toHaveProperty('by')
    expect(
      quotaChange({ units: undefined, unitId: '党政办', category: 'administrative', amount: 7 }).event,
    ).not.toHaveProperty('by')
  })

  test('a unit that is not there on the day has none', () => {
    expect(change('新站', 3)).toMatchObject({ before: 0, event: { by: 3 } })
  })
})
