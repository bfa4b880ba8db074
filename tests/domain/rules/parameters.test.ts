import { describe, expect, test } from 'vitest'
import { parameterValues, type PackParameter } from '../../../electron/domain/rules/packs/index.ts'
import {
  isMasked,
  listParameter,
  maskableNumber,
  maskableNumbers,
  missingParameterFlag,
  numberParameter,
  numbersParameter,
} from '../../../electron/domain/rules/parameters.ts'

const parameter = (value: PackParameter['value'], clause: string | null = null): PackParameter => ({
  value,
  title: '增设门槛',
  unit: '人',
  document: '某方案',
  documentNumber: null,
  date: null,
  clause,
})
const values = parameterValues({
  limit: parameter(9),
  names: parameter(['甲', '乙']),
  seats: parameter({ 财政所: 3 }),
  gap: parameter(null, '常住人口x万人以上'),
  bare: parameter(null),
})

describe("a pack's parameters", () => {
  test('come as plain values', () => {
    expect([
      numberParameter(values, 'limit'),
      listParameter(values, 'names'),
      numbersParameter(values, 'seats'),
      maskableNumber(values, 'limit'),
    ]).toEqual([9, ['甲', '乙'], { 财政所: 3 }, 9])
  })

  test.each([
    ['number', numberParameter, ['names', 'seats', 'gap', 'unknown']],
    ['list', listParameter, ['limit', 'seats', 'gap', 'unknown']],
    ['named numbers', numbersParameter, ['limit', 'names', 'gap', 'unknown']],
    ['number or mask', maskableNumber, ['names', 'seats', 'unknown']],
    ['named numbers or mask', maskableNumbers, ['limit', 'names', 'unknown']],
  ] as const)('one that is no %s fails loudly', (_kind, read, names) => {
    for (const name of names) expect(() => read(values, name)).toThrow(`rule parameter missing: ${name}`)
  })
})

describe('a masked one', () => {
  test('is never a number: the rule says 参数缺失 with the words around the gap', () => {
    const masked = maskableNumber(values, 'gap')
    expect(masked).toEqual({ masked: true, title: '增设门槛', clause: '常住人口x万人以上' })
    expect(typeof masked === 'number' ? null : missingParameterFlag(masked)).toMatchObject({
      severity: 'info',
      effect: 'none',
      text: '参数缺失：增设门槛。文件写作“常住人口x万人以上”，没有给出数字，本条没有核查。',
    })
    expect([isMasked(maskableNumbers(values, 'gap')), isMasked(maskableNumbers(values, 'seats'))]).toEqual([
      true,
      false,
    ])
    expect(maskableNumber(values, 'bare')).toMatchObject({ masked: true, clause: '' })
  })
})
