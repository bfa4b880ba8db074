import { describe, expect, it } from 'vitest'
import type { ImportRowView, ImportSheetView } from '../../electron/contract/import-operations.ts'
import { NO_CORRECTIONS, withColumn, withHeaderRow } from '../../renderer/features/import/import-options.ts'
import {
  filterCounts,
  passes,
  proofLines,
  refusedRowCount,
  summarySentence,
  verdictOf,
  type ImportPreview,
} from '../../renderer/features/import/proof-model.ts'

const columns: ImportSheetView['columns'] = [
  { column: 'A', header: '姓名', field: 'name', sample: [] },
  { column: 'B', header: '身份证号', field: 'idNumber', sample: [] },
  { column: 'C', header: '备注', field: null, sample: [] },
]
const planned = (row: number, kind: ImportRowView['kind'], action: ImportRowView['action']): ImportRowView => ({
  sheet: '花名册',
  row,
  kind,
  action,
  title: `甲${row}`,
  detail: '',
  changes: [],
  origins: [],
  notes: [],
})

function preview(change: Partial<ImportPreview>): ImportPreview {
  const none = { added: 0, updated: 0, unchanged: 0 }
  const rows = change.rows ?? []
  const count = (action: string) => rows.filter((row) => row.action === action).length
  return {
    added: count('add'),
    updated: count('update'),
    unchanged: count('unchanged'),
    counts: { units: none, quotas: none, people: none, others: none, concurrent: none },
    offers: [],
    refused: [],
    repaired: [],
    standing: [],
    questions: [],
    notes: [],
    unused: [],
    planHash: 'h',
    effectiveOn: '2026-11-01',
    fileName: '花名册.xlsx',
    sheets: [],
    remembered: [],
    rows,
    fields: [],
    ...change,
  }
}
const sheet: ImportSheetView = {
  sheet: '花名册',
  purpose: 'roster',
  headerRows: [1],
  columns,
  groups: [],
  rows: [
    { row: 1, role: 'header', cells: ['姓名', '身份证号', '备注'] },
    { row: 2, role: 'data', cells: ['甲2', '1', ''] },
    { row: 3, role: 'subtotal', cells: ['小计', '', ''] },
  ],
  skipped: [{ row: 3, why: '合计行' }],
}

describe('the margin of the proof', () => {
  it('says the whole import in one sentence, counting workbook rows by what they are', () => {
    const rows = [
      planned(2, 'person', 'add'),
      planned(3, 'person', 'add'),
      planned(4, 'offQuota', 'add'),
      planned(5, 'seconded', 'add'),
      planned(6, 'concurrent', 'add'),
      planned(7, 'quota', 'unchanged'),
      planned(8, 'person', 'update'),
    ]
    expect(summarySentence(preview({ rows }))).toBe(
      '将新增 5 行（2 人、编外 1、借入 1、兼任 1），更新 1 行（1 人），不变 1 行，修正 0 处，拒绝 0 行。',
    )
  })

  it('counts a refused row once however many of its cells are wrong, and blocks unless she says so', () => {
    const refusal = { sheet: '花名册', row: 2, code: 'x', message: '第 2 行' }
    const seen = preview({
      rows: [planned(4, 'person', 'add')],
      refused: [
        { ...refusal, column: 'A' },
        { ...refusal, column: 'B' },
      ],
    })
    expect(refusedRowCount(seen)).toBe(1)
    expect(verdictOf(seen, false).kind).toBe('blocked')
    expect(verdictOf(seen, true).kind).toBe('ready')
    expect(verdictOf(preview({ rows: [planned(2, 'person', 'unchanged')] }), false).kind).toBe('nothing')
  })

  it('keeps every row in its place, with those past the shown part standing for themselves', () => {
    const refused = [{ sheet: '花名册', row: 900, column: 'B', code: 'x', message: '数字' }]
    const lines = proofLines(
      sheet,
      preview({ rows: [planned(2, 'person', 'add'), planned(901, 'person', 'add')], refused }),
    )
    expect(lines.map((line) => [line.row, line.role, line.mark])).toEqual([
      [1, 'header', null],
      [2, 'data', 'add'],
      [3, 'subtotal', null],
      [900, 'beyond', 'refuse'],
      [901, 'beyond', 'add'],
    ])
    expect(filterCounts(lines)).toMatchObject({ all: 5, add: 2, refuse: 1, skipped: 1 })
    expect(lines.filter((line) => passes(line, 'skipped')).map((line) => line.row)).toEqual([3])
  })

  it('does not take a row of another sheet for its own', () => {
    const other = { ...planned(2, 'person', 'refuse'), sheet: '机构编制' }
    expect(proofLines(sheet, preview({ rows: [other] })).find((line) => line.row === 2)?.mark).toBeNull()
  })
})

describe('corrections by hand', () => {
  it('lets go of the column that held the field before', () => {
    const options = withColumn(NO_CORRECTIONS, sheet, 'C', 'idNumber')
    expect(options.mappings).toEqual([{ sheet: '花名册', columns: { B: null, C: 'idNumber' } }])
  })

  it('forgets the columns of another heading row, and keeps the corrections of other sheets', () => {
    const first = withColumn(NO_CORRECTIONS, sheet, 'C', 'remark')
    const second = withHeaderRow(withColumn(first, { ...sheet, sheet: '另一表' }, 'C', 'remark'), '花名册', 3)
    expect(second.mappings).toEqual([
      { sheet: '另一表', columns: { C: 'remark' } },
      { sheet: '花名册', columns: {}, headerRow: 3 },
    ])
  })
})
