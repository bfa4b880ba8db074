import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpackWorkbook } from '../../electron/app/import/unpack-workbook.ts'
import { packWorkbook } from '../../electron/domain/table/packed-workbook.ts'

const sign = fc.constantFrom('', ' ', '王芳', '__proto__', '{"a":1}', '12', '𠮷', '\u0000')
const cell = fc.oneof(
  fc.constant(null),
  sign,
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.record({
    kind: fc.constantFrom('number' as const, 'boolean' as const, 'error' as const),
    value: fc.integer(),
    shown: sign,
  }),
  fc.record({
    kind: fc.constant('date' as const),
    value: fc.integer(),
    shown: sign,
    day: fc.constant('2026-01-02'),
    formula: fc.constant(true as const),
  }),
)
const workbook = fc.record({
  format: fc.constantFrom('xlsx' as const, 'csv' as const),
  sheets: fc.array(
    fc.record({
      name: sign,
      hidden: fc.boolean(),
      rows: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
      merges: fc.constant([{ top: 0, left: 0, bottom: 1, right: 0 }]),
      hiddenRows: fc.constant([1]),
    }),
    { maxLength: 3 },
  ),
})

describe('a workbook on its way from the child', () => {
  it('arrives as it was sent, whatever stands in its cells', () => {
    fc.assert(
      fc.property(workbook, (sent) => {
        expect(unpackWorkbook(packWorkbook(sent))).toEqual(sent)
      }),
    )
  })

  it('sends every different cell once, and a hole as an empty cell', () => {
    const rows = Array.from({ length: 100 }, () => ['汉族', '女', null])
    const { json, cells } = packWorkbook({
      format: 'xlsx',
      // A row with a hole in it, as a parser leaves one.
      sheets: [{ name: '名册', hidden: false, merges: [], rows: [...rows, Object.assign([], { 1: '女' })] }],
    })
    expect(json.match(/汉族/gu)).toHaveLength(1)
    expect(unpackWorkbook({ json, cells }).sheets[0]?.rows.at(-1)).toEqual([null, '女'])
  })

  it('is refused where numbers are missing or name no cell', () => {
    const { json, cells } = packWorkbook({
      format: 'xlsx',
      sheets: [{ name: '名册', hidden: false, merges: [], rows: [['甲', '乙']] }],
    })
    expect(() => unpackWorkbook({ json, cells: cells.slice(0, -1) })).toThrow(RangeError)
    expect(() => unpackWorkbook({ json, cells: Uint32Array.from([2, 1, 9]) })).toThrow(RangeError)
    expect(() => unpackWorkbook({ json, cells: Uint32Array.from([4_000_000_000]) })).toThrow(RangeError)
    expect(() => unpackWorkbook({ json: '{', cells })).toThrow(SyntaxError)
  })
})
