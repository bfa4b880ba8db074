import { describe, expect, it } from 'vitest'
import { besideEachOther, laidOut } from '../../../electron/domain/fill/lay-out-sides.ts'
import { withLentHeads } from '../../../electron/domain/fill/lent-heads.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'
import type { FillBlock } from '../../../electron/domain/fill/fill-request.ts'
import type { RawMerge, RawSheet } from '../../../electron/domain/table/raw-workbook.ts'

/* Lists of different people side by side, cards with their labels above the places, and heads of those lent out. */

type Rows = readonly (readonly (string | null)[])[]
const parts = (rows: Rows, merges: readonly RawMerge[] = []) => {
  const sheet: RawSheet = { name: '表', hidden: false, rows, merges }
  return readForm({ format: 'xlsx', sheets: [sheet] }, {}).parts
}
const BLANK = Array.from({ length: 9 }, () => null)

describe('two lists side by side', () => {
  const rows = (left: string, right: string, post = '岗位'): Rows => [
    ['在编人员名单', ...BLANK.slice(1)],
    [left, null, null, null, null, right, null, null, null],
    ['序号', '姓名', '机构', '职务', null, '序号', '姓名', '机构', post],
    BLANK,
    BLANK,
  ]
  const merges = [
    { top: 1, left: 0, bottom: 1, right: 3 },
    { top: 1, left: 5, bottom: 1, right: 8 },
  ]

  it('are a part each, with the title over its own half alone, though their heads differ', () => {
    const [left, right, ...more] = parts(rows('机关人员', '事业单位人员（含参公）'), merges)
    expect(more).toEqual([])
    expect([left?.section, right?.section]).toEqual(['机关人员', '事业单位人员（含参公）'])
    expect(left?.titles).toEqual(['表', '在编人员名单', '机关人员'])
    const fields = (part: typeof left) => part?.columns.flatMap(({ column, field }) => (field === null ? [] : [column]))
    expect([fields(left), fields(right)]).toEqual([
      ['A', 'B', 'C', 'D'],
      ['F', 'G', 'H', 'I'],
    ])
    expect([left?.besideNumbers, right?.besideNumbers]).toEqual([[5], [0]])
    expect(left?.key).not.toBe(right?.key)
  })

  it('of one heading are one list in two columns', () => {
    const [one, ...more] = parts(rows('在编人员', '在编人员', '职务'), merges)
    expect(more).toEqual([])
    expect(one?.columns.filter(({ field }) => field === 'name')).toHaveLength(2)
  })

  it('机关人员 is of the organs only beside 事业人员; elsewhere it may be everybody', () => {
    const about = (beside: string) =>
      readScope(['表', '机关人员（含工勤）'], [], false, beside).conditions.map(({ aspect }) => aspect)
    expect([about('事业单位人员'), about('')]).toEqual([['category'], []])
  })

  it('are written as one block: the rows grow once, for the longer', () => {
    const block = (columns: readonly number[], names: readonly string[]): FillBlock => ({
      headerLast: 3,
      keyColumn: columns[0] ?? 0,
      sequenceColumns: [],
      columns,
      rows: names.map((text) => [{ kind: 'text', text }]),
      sides: [],
      until: 9,
      sumColumns: [],
    })
    const laid = laidOut(besideEachOther(block([1], ['甲', '乙', '丙']), block([6], ['丁'])), 2)
    expect(laid.columns).toEqual([1, 6])
    expect(laid.rows.map((row) => row.map((value) => (value?.kind === 'text' ? value.text : '')))).toEqual([
      ['甲', '丁'],
      ['乙', ''],
      ['丙', ''],
    ])
  })
})

describe('a card with its labels above the places', () => {
  const labels: Rows = [
    ['信息卡', null, null, null],
    ['姓名', '性别', '民族', '照片'],
    [null, null, null, null],
    ['学历', '政治面貌', '参加工作时间', null],
    [null, null, null, null],
    ['身份证号', null, null, null],
  ]
  const photo = [{ top: 1, left: 3, bottom: 4, right: 3 }]

  it('takes each value below its label, beside it where that is the place, and nothing into the photo', () => {
    const [card, ...more] = parts(labels, photo)
    expect(more).toEqual([])
    expect(card?.kind).toBe('card')
    expect(card?.columns.map(({ column, field }) => `${column} ${String(field)}`)).toEqual([
      'A3 name',
      'B3 sex',
      'C3 ethnicity',
      'A5 education',
      'B5 politicalStatus',
      'C5 workStarted',
      'B6 idNumber',
    ])
  })

  it('twice on a sheet is of two people', () => {
    const cards = parts([...labels.slice(1, 5), BLANK.slice(0, 4), ...labels.slice(1, 5)])
    expect(cards.map(({ kind, copy }) => [kind, copy])).toEqual([
      ['card', 1],
      ['card', 2],
    ])
  })

  it('a list has more than one row below its heads and is none', () => {
    const heads = ['姓名', '性别', '民族', '学历']
    expect(parts([heads, ...[1, 2, 3].map(() => BLANK.slice(0, 4)), ['制表人', '审核人', null, null]])[0]?.kind).toBe(
      'people',
    )
    expect(parts([heads, BLANK.slice(0, 4)])[0]?.kind).toBe('people')
  })
})

it('原职务 and 原单位 of those lent out are what they hold; of others they are of another time', () => {
  const fieldsUnder = (title: string) => {
    const [part] = parts([[title], ['序号', '姓名', '原单位', '原职务', '借调到何单位'], BLANK, BLANK])
    if (part === undefined) return null
    const heads = part.columns.map(({ header }) => header).join(' ')
    return withLentHeads(part, readScope(part.titles, [], false, '', heads))
      .columns.slice(0, 5)
      .map(({ field }) => field)
  }
  expect(fieldsUnder('借调（抽调）到上级机关人员台账')).toEqual(['sequence', 'name', 'quotaUnit', 'post', 'secondedTo'])
  expect(fieldsUnder('借入人员台账')?.[3]).toBeNull()
  expect(fieldsUnder('在编人员台账')?.[3]).toBeNull()
})
