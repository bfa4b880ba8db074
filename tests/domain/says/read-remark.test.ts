import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ENTRY_CAUSE_NAMES } from '../../../electron/domain/ledger/sentences/cause-names.ts'
import { nameConflict, readNameCell } from '../../../electron/domain/says/read-name-cell.ts'
import { readEntryRoute } from '../../../electron/domain/says/read-entry-route.ts'
import { readRemark } from '../../../electron/domain/says/read-remark.ts'

/*
 * Wordings of 备注 and 进入方式 with the class each belongs to. `build`: what the patterns were made on. `judge`: the half of the first table
 * nothing was built on. `fresh`: a further set, written and committed after the patterns, measured before it was looked at.
 */
interface Table {
  readonly remarks: Readonly<Record<string, readonly string[]>>
  readonly routes: Readonly<Record<string, readonly string[]>>
}
const tableOf = (half: 'build' | 'judge' | 'fresh') =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../fixtures/says-${half}.json`), 'utf8')) as Table
const AS_OF = '2026-11-22'
const kindOf = (text: string) => readRemark(text, { asOf: AS_OF })?.kind ?? 'none'

/** Rows told right of those with something to tell, and rows of those without that were told something. */
function measure(
  rows: Readonly<Record<string, readonly string[]>>,
  classOf: (text: string) => string,
  alarms: (got: string) => boolean,
) {
  const all = Object.entries(rows).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text, got: classOf(text) })))
  const wanted = all.filter(({ kind }) => alarms(kind))
  return {
    recall: wanted.filter(({ kind, got }) => kind === got).length / wanted.length,
    missed: wanted.filter(({ kind, got }) => kind !== got),
    falseAlarms: all.filter(({ kind, got }) => !alarms(kind) && alarms(got)),
  }
}
const remarksOf = (table: Table) => measure(table.remarks, kindOf, (kind) => kind !== 'none')
const routesOf = (table: Table) =>
  measure(
    table.routes,
    (text) => readEntryRoute(text),
    (kind) => kind === 'unlawful',
  )

describe('remarks and ways in of a table', () => {
  test('every row the patterns were made on', () => {
    expect(remarksOf(tableOf('build'))).toEqual({ recall: 1, missed: [], falseAlarms: [] })
    expect(routesOf(tableOf('build'))).toEqual({ recall: 1, missed: [], falseAlarms: [] })
  })

  test.each(['judge', 'fresh'] as const)('%s: nineteen of twenty and more, and no false alarm', (half) => {
    for (const measured of [remarksOf(tableOf(half)), routesOf(tableOf(half))]) {
      expect(measured.recall).toBeGreaterThanOrEqual(0.95)
      expect(measured.falseAlarms).toEqual([])
    }
  })

  test('a reader that finds nothing, or something everywhere, would be seen (control)', () => {
    const { remarks } = tableOf('judge')
    expect(
      measure(
        remarks,
        () => 'none',
        (kind) => kind !== 'none',
      ).recall,
    ).toBe(0)
    expect(
      measure(
        remarks,
        () => 'left',
        (kind) => kind !== 'none',
      ).falseAlarms.length,
    ).toBeGreaterThan(50)
  })
})

describe('readRemark', () => {
  test('the township’s own name is no other place', () => {
    expect(kindOf('2023年转任山溪乡党委委员')).toBe('left')
    expect(readRemark('2023年转任山溪乡党委委员', { asOf: AS_OF, township: '山溪乡' })).toBeNull()
  })

  test('begun and not over on the day', () => {
    const lent = (asOf: string) => readRemark('借调到县农业局（2025-03至2026-02）', { asOf })?.kind ?? null
    expect(['2025-02-28', '2025-03-01', '2026-02-28', '2026-03-01'].map(lent)).toEqual([
      null,
      'lentOut',
      'lentOut',
      null,
    ])
    expect(readRemark('借调到县农业局（2025-03至2026-02）')?.kind).toBe('lentOut')
    expect(readRemark('2025年3月起借调县审计局', { asOf: AS_OF })).toEqual({
      kind: 'lentOut',
      words: '2025年3月起借调县审计局',
      since: '2025-03',
    })
  })

  test('of several clauses the gravest', () => {
    expect(kindOf('2024年起长期病假，2026年5月病故')).toBe('dead')
    expect(kindOf('')).toBe('none')
    expect(readRemark(null)).toBeNull()
  })
})

describe('readEntryRoute', () => {
  test('every name of the national list is lawful', () => {
    expect(Object.values(ENTRY_CAUSE_NAMES).filter((name) => readEntryRoute(name) !== 'lawful')).toEqual([])
  })

  test('a locality’s own word, blanks, nothing', () => {
    expect(readEntryRoute('举荐聘用', ['举荐聘用'])).toBe('unlawful')
    expect(readEntryRoute(' 考试 录用 ')).toBe('lawful')
    expect(readEntryRoute(null)).toBe('unknown')
  })
})

describe('readNameCell', () => {
  test.each([
    ['张玉兰（女）', '张玉兰', '女', null, ''],
    ['张玉兰(女，苗族)', '张玉兰', '女', '苗族', ''],
    ['张玉兰（苗族、女）★', '张玉兰', '女', '苗族', '★'],
    ['李强*', '李强', null, null, '*'],
    ['★李强', '李强', null, null, '★'],
    ['王小明 女', '王小明', '女', null, ''],
    ['孙尚香 女 侗族', '孙尚香', '女', '侗族', ''],
    ['龙阿妹，苗族', '龙阿妹', null, '苗族', ''],
    ['①马超', '马超', null, null, '①'],
    ['皇族 亲族', '皇族 亲族', null, null, ''],
    ['龙阿妹【侗】', '龙阿妹', null, '侗族', ''],
    ['陈静（兼任）', '陈静（兼任）', null, null, ''],
    ['陈静（女，兼任）', '陈静（兼任）', '女', null, ''],
    ['张伟（大）', '张伟（大）', null, null, ''],
    ['买买提·艾力（男，维吾尔族）', '买买提·艾力', '男', '维吾尔族', ''],
    ['女娲', '女娲', null, null, ''],
    ['苗苗', '苗苗', null, null, ''],
    ['', '', null, null, ''],
  ])('%s', (text, name, sex, ethnicity, marks) => {
    expect(readNameCell(text)).toEqual({ name, sex, ethnicity, marks })
  })

  test('where the row says otherwise, it is said', () => {
    const said = readNameCell('张玉兰（女，苗族）')
    expect(nameConflict(said, { sex: '男', ethnicity: '苗' })).toEqual({ field: 'sex', inName: '女', own: '男' })
    expect(nameConflict(said, { sex: '女', ethnicity: '汉族' })).toEqual({
      field: 'ethnicity',
      inName: '苗族',
      own: '汉族',
    })
    expect(nameConflict(said, { sex: null, ethnicity: null })).toBeNull()
  })
})
