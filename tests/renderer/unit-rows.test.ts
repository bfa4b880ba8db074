import { describe, expect, test } from 'vitest'
import type { FigureLineView } from '../../electron/contract/shapes.ts'
import { quotaSentence } from '../../renderer/features/units/quota-sentence.ts'
import { unitRows } from '../../renderer/features/units/unit-rows.ts'
import type { UnitView } from '../../renderer/features/units/unit-rows.ts'

const DOCUMENT = { documentNumber: '山编办〔2006〕12号', validFrom: '2006-11-01' }

function unit(id: string, parentId: string | null, quotas: UnitView['quotas'] = []): UnitView {
  return { unitId: id, name: id, kind: parentId === null ? 'township' : 'office', parentId, managingBody: null, nameplates: [], validFrom: '2006-11-01', quotas, leadership: null }
}

function line(unitId: string, numbers: Partial<FigureLineView>): FigureLineView {
  return { unitId, unit: unitId, unitKind: 'office', category: '行政编制', categoryCode: 'administrative', quota: 5, actual: 6, reserved: 0, vacancy: 0, over: 1, tolerance: 0, seats: [], ...numbers }
}

const ADMINISTRATIVE = { category: '行政编制', categoryCode: 'administrative', amount: 5, ...DOCUMENT } as const
const INSTITUTION = { category: '事业编制', categoryCode: 'institution', amount: 28, ...DOCUMENT } as const

describe('the units sheet', () => {
  test('units stand under their parent, wherever they come in the answer', () => {
    const rows = unitRows([unit('党政办', '乡'), unit('乡', null), unit('社会事务办', '乡')], [])
    expect(rows.map((row) => [row.unit.name, row.depth])).toEqual([['乡', 0], ['党政办', 1], ['社会事务办', 1]])
  })

  test('a unit whose parent is not in force still stands', () => {
    expect(unitRows([unit('孤站', '已撤')], []).map((row) => row.unit.name)).toEqual(['孤站'])
  })

  test('the township total is no line of its own: nothing is counted against it', () => {
    const [row] = unitRows([unit('乡', null, [{ ...INSTITUTION, role: 'ceiling' }, { ...ADMINISTRATIVE, amount: 23, role: 'ceiling' }])], [])
    expect(row?.lines.map((one) => [one.category, one.ceiling, one.figures])).toEqual([['行政编制', 23, null], ['事业编制', 28, null]])
  })

  test('people without any quota are shown beside a missing document', () => {
    const [row] = unitRows([unit('党政办', null)], [line('党政办', { quota: 0, actual: 2, over: 2 })])
    expect(row?.lines.map((one) => [one.figures?.over, one.documentNumber])).toEqual([[2, '']])
  })
})

describe('the sentence before saving a quota', () => {
  const before = line('党政办', { quota: 5, actual: 6, reserved: 0, over: 1 })

  test('says what was, what will be, and by which document', () => {
    expect(quotaSentence({ unit: '党政办', category: '行政编制', line: before, amount: 6, document: '山编办〔2026〕3号' })).toBe('党政办 行政编制 现核定 5，实有 6；本次后核定 6，空编 0，超编 0。依据：山编办〔2026〕3号。')
  })

  test('an approved person who has not arrived uses up a vacancy', () => {
    expect(quotaSentence({ unit: '党政办', category: '行政编制', line: { ...before, actual: 4, reserved: 1 }, amount: 6, document: '' })).toContain('已核准未到位 1；本次后核定 6，空编 1，超编 0。依据：还没有写文号。')
  })

  test('a lowered quota shows the excess it makes', () => {
    expect(quotaSentence({ unit: '党政办', category: '行政编制', line: before, amount: 3, document: undefined })).toContain('空编 0，超编 3')
  })

  test('nothing to say before a number is given', () => {
    expect(quotaSentence({ unit: '党政办', category: '行政编制', line: before, amount: undefined, document: undefined })).toBeNull()
  })
})
