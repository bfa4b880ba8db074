import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkStatement,
  type CutStatement,
  type Statement,
  type SumStatement,
} from '../../../electron/domain/report-arithmetic/check-statement.ts'
import { impliedBefore, rateText, readRate } from '../../../electron/domain/report-arithmetic/printed-rate.ts'
import { PACK_STATEMENTS } from '../../../electron/domain/report-arithmetic/pack-statements.ts'

const sum = (parts: readonly number[], total: number | null, open = false): SumStatement => ({
  kind: 'sum',
  label: '分项',
  parts,
  total,
  open,
})
const cut = (more: Partial<CutStatement>): CutStatement => ({
  kind: 'cut',
  label: '精简',
  from: null,
  to: null,
  cut: null,
  rate: null,
  ...more,
})
const told = (statement: Statement) => {
  const { verdict, text } = checkStatement(statement)
  return [verdict, text]
}

describe("the packs' documents by their own arithmetic", () => {
  test.each([
    [
      'seed-000',
      [
        ['agrees', '8+5+2+3+2+1+1+1=23，与合计相符。'],
        ['notCheckable', '10+5+2+3+3+3+2=28，文件没有写合计。'],
        ['agrees', '写明 6，总数 8，还有 2 没有写明。'],
      ],
    ],
    ['seed-001', [['agrees', '5+2=7，与合计相符。']]],
    ['seed-003', [['agrees', '219+218=437，与合计相符。']]],
    [
      'seed-004',
      [
        ['agrees', '249−184=65，65/249=26.1%，相符。'],
        ['agrees', '2055−1436=619，619/2055=30.1%，相符。'],
        ['notCheckable', '没有写原数，无法核对；按 10.1% 推算，原数为 4723–4727，减少 475–479。'],
        ['notCheckable', '没有写原数，无法核对；按 32.8% 推算，原数为 9256–9268，减少 3032–3044。'],
      ],
    ],
  ] as const)('%s', (pack, expected) => {
    expect(PACK_STATEMENTS[pack].map(told)).toEqual(expected)
  })

  test('R004-05: 分流 3325 人 against the implied cuts of 3507–3523: 182 to 198 unaccounted for', () => {
    const cuts = PACK_STATEMENTS['seed-004'].flatMap((statement) => checkStatement(statement).implied?.cut ?? [])
    const [least, most] = [
      cuts.reduce((all, range) => all + range.least, 0),
      cuts.reduce((all, range) => all + (range.most ?? NaN), 0),
    ]
    expect([least, most, least - 3325, most - 3325]).toEqual([3507, 3523, 182, 198])
  })
})

describe('what does not add up', () => {
  test.each([
    [sum([219, 217], 437), '219+217=436，合计写作 437，相差 1。'],
    [sum([5, 4], 8, true), '写明的分项 5+4=9，多于总数 8。'],
    [cut({ from: 249, to: 184, cut: 64 }), '249−184=65，写作减少 64。'],
    [cut({ from: 249, to: 184, cut: 65, rate: '26.2' }), '65/249=26.1%，写作 26.2%。'],
    [cut({ from: 184, to: 249 }), '由 184 到 249 是增加，不是减少。'],
    [cut({ from: 5, cut: 6 }), '减少 6，多于原数 5。'],
    [cut({ from: 0, to: 0, rate: '0.0' }), '原数为 0，算不出百分比。'],
    [cut({ from: 249, to: 184, rate: '廿六' }), '百分比“廿六”读不出来，应写成 26.1。'],
    [cut({ to: 1, rate: '33.37' }), '没有一个原数减 33.37% 后是 1。'],
    [cut({ to: 7, rate: '120' }), '没有一个原数减 120% 后是 7。'],
    [cut({ from: 3, rate: '50.0' }), '3 里没有一个整数是 50.0%。'],
  ])('%#', (statement, text) => {
    expect(told(statement)).toEqual(['disagrees', text])
  })
})

describe('what is told in part', () => {
  test.each([
    [sum([5, 3], 8, true), ['agrees', '5+3=8，与总数相符。']],
    [cut({ from: 249, to: 184 }), ['agrees', '249−184=65，相符。']],
    [cut({ from: 249, cut: 65, rate: '26.1%' }), ['agrees', '65/249=26.1%，相符。']],
    [cut({ to: 184, cut: 65, rate: '26.1' }), ['agrees', '65/249=26.1%，相符。']],
    [cut({ from: 249, cut: 65 }), ['notCheckable', '数字不全，没有可以核对的关系。']],
    [cut({ from: 249 }), ['notCheckable', '数字不全，没有可以核对的关系。']],
    [cut({ rate: '26.1' }), ['notCheckable', '数字不全，没有可以核对的关系。']],
    [cut({ from: 249, rate: '26.1' }), ['notCheckable', '没有写现数，无法核对；按 26.1% 推算，减少 65。']],
    [cut({ from: 249, rate: '0' }), ['notCheckable', '没有写现数，无法核对；按 0% 推算，减少 0–1。']],
    [
      cut({ to: 5, rate: '100' }),
      ['notCheckable', '没有写原数，无法核对；按 100% 推算，原数为 1000 以上，减少 995 以上。'],
    ],
  ])('%#', (statement, expected) => {
    expect(told(statement)).toEqual(expected)
  })
})

describe('printed rates', () => {
  test('are rounded half-up: 1 of 8 is 12.5%, printed 13', () => {
    expect([
      rateText(1, 8, 0),
      rateText(1, 8, 1),
      rateText(1, 8, 2),
      rateText(1, 2000, 1),
      rateText(1, 2001, 1),
    ]).toEqual(['13', '12.5', '12.50', '0.1', '0.0'])
  })

  test('of a report that cuts any number: agrees, and the true start is among the implied', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 4 }),
        (from, taken, decimals) => {
          const less = taken % (from + 1)
          const rate = rateText(less, from, decimals)
          expect(told(cut({ from, to: from - less, cut: less, rate }))[0]).toBe('agrees')
          const read = readRate(rate)
          const range = read === null ? null : impliedBefore(from - less, read)
          expect(range !== null && range.least <= from && (range.most === null || from <= range.most)).toBe(true)
        },
      ),
    )
  })

  test('the implied starts are exactly those that print so: counted one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 900 }), (to, tenths) => {
        const read = readRate((tenths / 10).toFixed(1))!
        const right: number[] = []
        for (let from = to; from <= to * 12; from += 1) if (rateText(from - to, from, 1) === read.text) right.push(from)
        const range = impliedBefore(to, read)
        expect(range === null ? [] : [range.least, range.most]).toEqual(
          right.length === 0 ? [] : [right[0], right.at(-1)],
        )
      }),
      { numRuns: 200 },
    )
  })
})
