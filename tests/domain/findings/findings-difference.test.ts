import { expect, it } from 'vitest'
import { findingsDifference } from '../../../electron/domain/findings/findings-difference.ts'
import { gateOf, missingGrounds } from '../../../electron/domain/ledger/planning/gates.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'

const over = (excess: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'A1',
  severity: 'error',
  effect: 'none',
  unitId: 'office',
  personId: null,
  text: `超编 ${excess} 名`,
  remedy: '',
  facts: { 超编: excess },
  ...more,
})

it('a finding is known again by rule and subject, whatever its sentence says', () => {
  expect(findingsDifference([over(1)], [over(1, { text: '另一句话' })])).toEqual({ created: [], cured: [] })
})

it('what is new is created, what is gone is cured', () => {
  const other = over(1, { unitId: 'finance' })
  expect(findingsDifference([over(1)], [other])).toEqual({ created: [other], cured: [over(1)] })
})

it('one more over the limit, or a graver word for it, is created; one fewer is not', () => {
  expect(findingsDifference([over(1)], [over(2)]).created).toEqual([over(2)])
  expect(findingsDifference([over(2)], [over(1)])).toEqual({ created: [], cured: [] })
  expect(findingsDifference([over(1, { severity: 'warning' })], [over(1)]).created).toEqual([over(1)])
})

it('two of a kind on one subject: the second is new, and curing one leaves one', () => {
  expect(findingsDifference([over(1)], [over(1), over(1, { text: '事业' })]).created).toEqual([
    over(1, { text: '事业' }),
  ])
  expect(findingsDifference([over(1), over(1, { text: '事业' })], [over(1)]).cured).toEqual([over(1, { text: '事业' })])
})

const act = { type: 'entry', reason: true, document: true, plannedEnd: true }
const noSeat = over(1, { rule: 'A4' })

it('no seat blocks until reason, document and planned end are there; an act that takes no seat is only told', () => {
  expect(gateOf(noSeat, act, undefined)).toBe('record')
  for (const lacking of [{ reason: false }, { document: false }, { plannedEnd: false }])
    expect(gateOf(noSeat, { ...act, ...lacking }, undefined)).toBe('block')
  expect(missingGrounds({ ...act, reason: false, plannedEnd: false })).toEqual(['理由', '计划消化日期'])
  expect(gateOf(noSeat, { ...act, type: 'quota.decrease', reason: false }, undefined)).toBe('hint')
})

it('one number on two people is refused whatever is given; what keeps somebody off the sheet needs its reason', () => {
  expect(gateOf(over(1, { rule: 'D1', effect: 'eligibility' }), act, undefined)).toBe('block')
  expect(gateOf(over(1, { rule: 'B1', effect: 'eligibility' }), act, undefined)).toBe('record')
  expect(gateOf(over(1, { rule: 'C4', effect: 'eligibility', severity: 'info' }), act, undefined)).toBe('hint')
})

it('the book’s own word for a rule goes before', () => {
  expect(gateOf(noSeat, act, 'block')).toBe('block')
  expect(gateOf(over(1), act, 'record')).toBe('record')
})
