import { describe, expect, test } from 'vitest'
import { groupChanges } from '../../renderer/features/change/group-changes.ts'
import type { ChangeRow } from '../../renderer/features/change/group-changes.ts'
import { shortcuts } from '../../renderer/features/change/periods.ts'
import { tellingYears } from '../../renderer/features/change/telling-years.ts'
import { blockingEntries, canBeUndone } from '../../renderer/features/change/undo-refusal.ts'

const row = (kind: ChangeRow['kind'], on: string): ChangeRow => ({
  personId: `${kind}${on}`,
  person: '祝一帆',
  kind,
  on,
  categoryCode: 'administrative',
  category: '行政编制',
  fromUnit: null,
  toUnit: null,
  cause: null,
  document: null,
  late: false,
})

describe('the periods offered', () => {
  test('a month opens on the last day of the month before, so that months add up to the year', () => {
    expect(shortcuts('2026-03-15')).toEqual([
      { label: '本月', from: '2026-02-28', to: '2026-03-15' },
      { label: '上月', from: '2026-01-31', to: '2026-02-28' },
      { label: '本年', from: '2025-12-31', to: '2026-03-15' },
      { label: '上年', from: '2024-12-31', to: '2025-12-31' },
    ])
    expect(shortcuts('2026-01-31')[1]).toEqual({ label: '上月', from: '2025-11-30', to: '2025-12-31' })
  })
})

describe('the rows of the change sheet', () => {
  test('stand under 增加, 减少, 调剂划转 and 内部调整, each by day; an empty heading is left out', () => {
    const groups = groupChanges([
      row('move', '2026-11-02'),
      row('out', '2026-11-09'),
      row('in', '2026-11-20'),
      row('in', '2026-11-03'),
      row('transferOut', '2026-11-01'),
      row('transferIn', '2026-11-01'),
    ])
    expect(groups.map((group) => [group.title.slice(0, 4), group.rows.map((one) => one.on)])).toEqual([
      ['增加', ['2026-11-03', '2026-11-20']],
      ['减少', ['2026-11-09']],
      ['调剂划转', ['2026-11-01', '2026-11-01']],
      ['内部调整', ['2026-11-02']],
    ])
    expect(groupChanges([row('out', '2026-11-09')]).map((group) => group.title)).toEqual(['减少'])
  })
})

describe('a refused undo', () => {
  test('leads to the later entries it names, each once, oldest first', () => {
    expect(blockingEntries('第 60 条 入编（2026-11-03）、第 58 条 内部调整、第 60 条 入编', 57)).toEqual([58, 60])
    expect(blockingEntries('第 12 条 第 3 次会议', 5)).toEqual([12])
    expect(blockingEntries(undefined, 5)).toEqual([])
  })

  test('is not offered where the core never takes back', () => {
    const entry = {
      seq: 3,
      recordedAt: '',
      operation: 'event.add',
      title: '入编',
      effectiveOn: null,
      actor: '',
      document: null,
      reason: null,
      text: '',
      late: false,
      correction: false,
    }
    expect(canBeUndone(entry)).toBe(true)
    expect(canBeUndone({ ...entry, reversedBy: 9 })).toBe(false)
    for (const operation of ['book.create', 'notice.issue', 'person.reveal'])
      expect(canBeUndone({ ...entry, operation })).toBe(false)
  })
})

describe('逐步消化 by year', () => {
  const year = (kind: string, year: number, more: object = {}) => ({
    year,
    kind,
    planned: null,
    retiring: 0,
    left: 0,
    remaining: 2,
    ...more,
  })

  test('shows of each kind the first and last year and those in which something happens', () => {
    const plan = [
      year('selfHired', 2026),
      year('agency', 2026),
      year('selfHired', 2027),
      year('agency', 2027, { planned: 1 }),
      year('selfHired', 2028, { retiring: 1 }),
      year('agency', 2028),
      year('selfHired', 2029),
      year('agency', 2029),
    ]
    expect(tellingYears(plan).map((row) => [row.kind, row.year])).toEqual([
      ['selfHired', 2026],
      ['selfHired', 2028],
      ['selfHired', 2029],
      ['agency', 2026],
      ['agency', 2027],
      ['agency', 2029],
    ])
  })
})
