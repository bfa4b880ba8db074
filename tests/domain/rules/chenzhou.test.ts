import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf, run, type UnitSpec } from '../../kit/snapshot.ts'

/* 郴州: four offices by name, four institutions by number. */

const OFFICES = ['党政综合办公室', '经济发展和规划建设办公室', '社会事务办公室', '人口和计划生育办公室']
const units = (offices: readonly string[], stations: number): readonly UnitSpec[] => [
  ...offices.map((name): UnitSpec => ({ name, kind: 'office' })),
  ...Array.from({ length: stations }, (_, turn): UnitSpec => ({ name: `${turn + 1}站`, kind: 'institution' })),
]
const texts = (given: readonly UnitSpec[], packId = 'seed-004') =>
  findingsOf(run({ packId, units: given }), 'R004-06').map((finding) => finding.text)

describe('R004-06 四办四站', () => {
  test('as the report has it', () => {
    expect(texts(units(OFFICES, 4))).toEqual([])
    expect(
      texts(
        units(
          OFFICES.map((name) => `山溪乡${name}`),
          4,
        ),
      ),
    ).toEqual([])
  })

  test('a fifth station, one too few', () => {
    expect(texts(units(OFFICES, 5))).toEqual(['事业单位应综合设置为 4 个站，现有 5 个。'])
    expect(texts(units(OFFICES, 3))).toEqual(['事业单位应综合设置为 4 个站，现有 3 个。'])
  })

  test('an office under another name is one too many and one missing', () => {
    expect(texts(units([...OFFICES.slice(0, 3), '计生办'], 4))).toEqual([
      '计生办不在统一设置的“四办”之内。',
      '没有登记人口和计划生育办公室。',
    ])
  })

  test('silent under another pack', () => {
    expect(texts(units([], 9), 'none')).toEqual([])
  })

  test('as many flags as offices differ, and one for another number of stations', () => {
    fc.assert(
      fc.property(fc.subarray(OFFICES), fc.integer({ min: 0, max: 8 }), (offices, stations) => {
        expect(texts(units(offices, stations))).toHaveLength(4 - offices.length + (stations === 4 ? 0 : 1))
      }),
    )
  })
})
