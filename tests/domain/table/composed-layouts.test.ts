import { expect, it } from 'vitest'
import { draws } from '../../kit/draws.ts'
import { judgeComposed, judgeQuotas } from '../../cases/judge-composed.ts'
import { judgeRelaid } from '../../cases/judge-relaid.ts'

const COUNT = draws(400)
const outcomes = (from: number, control: boolean) =>
  Array.from({ length: COUNT }, (_, at) => judgeComposed(from + at, control))

it('layouts put together at random: none is read wrongly without a question, hardly one is asked about', () => {
  const found = outcomes(20_000, false)
  expect(found.filter(({ state }) => state === 'wrong')).toEqual([])
  expect(found.filter(({ state }) => state === 'right').length).toBeGreaterThanOrEqual(COUNT * 0.98)
})

it('the same layouts with one person told another office are all found wrong (control)', () => {
  expect(outcomes(20_000, true).filter(({ state }) => state === 'right')).toEqual([])
})

it('tables of approved numbers put together at random are read right, and with one number told otherwise none is', () => {
  const read = (control: boolean) => Array.from({ length: COUNT }, (_, at) => judgeQuotas(30_000 + at, control))
  expect(read(false).filter(({ state }) => state !== 'right')).toEqual([])
  expect(read(true).filter(({ state }) => state === 'right')).toEqual([])
})

it('a roster laid out anew comes in with the same people, offices, 编制 and facts, whatever was done to its columns, headings and pages', () => {
  const relaid = (control: boolean) => Array.from({ length: draws(200) }, (_, at) => judgeRelaid(40_000 + at, control))
  const read = relaid(false)
  expect(read.filter(({ state }) => state !== 'right' && state !== 'asked')).toEqual([])
  expect(read.filter(({ state }) => state === 'right').length).toBeGreaterThanOrEqual(read.length * 0.98)
  expect(relaid(true).filter(({ state }) => state === 'right')).toEqual([])
})
