import { describe, expect, it } from 'vitest'
import type { StatedFindingView } from '../../electron/contract/finding-operations.ts'
import { groupBySubject } from '../../renderer/features/findings/group-findings.ts'
import { monthWeeks } from '../../renderer/features/duties/months.ts'

const finding = (key: string, severity: StatedFindingView['severity'], person: string | null, unit: string | null) =>
  ({ key, severity, personId: person, person, unitId: unit, unit }) as unknown as StatedFindingView

describe('findings by person and by unit', () => {
  const all = [
    finding('1', 'info', '甲', '党政办'),
    finding('2', 'warning', '乙', '党政办'),
    finding('3', 'error', '甲', '党政办'),
    finding('4', 'error', null, '财政所'),
    finding('5', 'info', null, null),
  ]
  const told = (order: 'person' | 'unit') =>
    groupBySubject(all, order).map((group) => [
      group.person ?? group.unit ?? '全乡',
      group.findings.map(({ key }) => key).join(''),
    ])

  it('stand together, the gravest first; what is nobody’s stays with its unit', () => {
    expect(told('person')).toEqual([
      ['甲', '31'],
      ['财政所', '4'],
      ['乙', '2'],
      ['全乡', '5'],
    ])
    expect(told('unit')).toEqual([
      ['党政办', '321'],
      ['财政所', '4'],
      ['全乡', '5'],
    ])
  })
})

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day of it', () => {
    const weeks = monthWeeks('2026-02')
    expect(weeks[0]?.[0]).toBe('2026-01-26')
    expect(weeks.at(-1)?.at(-1)).toBe('2026-03-01')
    expect(weeks.flat().filter((day) => day.startsWith('2026-02'))).toHaveLength(28)
    expect(monthWeeks('2027-02')).toHaveLength(4)
    expect(monthWeeks('2026-08')).toHaveLength(6)
  })
})
