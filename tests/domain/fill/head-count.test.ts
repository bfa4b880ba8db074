import { expect, it } from 'vitest'
import { unitFieldFor } from '../../../electron/domain/fill/unit-fields.ts'

it.each([
  [['总数'], 'figure:actual:all'],
  [['总人数'], 'figure:actual:all'],
  [['队伍结构', '总数'], 'figure:actual:all'],
  [['人员总数'], 'figure:actual:all'],
  [['人数'], 'figure:actual:all'],
  // Under or beside a word that asks for seats it is seats.
  [['核定编制数', '总数'], 'figure:quota:all'],
  [['编制总数'], 'figure:quota:all'],
  [['实有人数', '总数'], 'figure:actual:all'],
  [['编制数', '合计'], 'figure:quota:all'],
] as const)('%j of a superior’s form asks for %s', (path, field) => {
  expect(unitFieldFor(path)).toBe(field)
})
