import type { RawCell, RawSheet } from '../../electron/domain/table/raw-workbook.ts'
import type { Dice } from '../kit/dice.ts'
import type { Person } from './kit/people.ts'

/* What stands around a list and means nobody: other sheets, counts, blank columns, odd ways to write a cell. The people stay who they are. */

type Change = (sheets: readonly RawSheet[], people: readonly Person[], dice: Dice) => readonly RawSheet[]

const map = (sheet: RawSheet, change: (cell: RawCell, row: number, column: number) => RawCell): RawSheet => ({
  ...sheet,
  rows: sheet.rows.map((line, row) => line.map((cell, column) => change(cell, row, column))),
})

const shifted: Change = (sheets, _, dice) => {
  const [down, right] = [dice.below(3), 1 + dice.below(2)]
  return sheets.map((sheet) => ({
    ...sheet,
    rows: [
      ...Array.from({ length: down }, () => []),
      ...sheet.rows.map((row) => [...Array.from({ length: right }, () => null), ...row]),
    ],
    merges: sheet.merges.map(({ top, left, bottom, right: last }) => ({
      top: top + down,
      left: left + right,
      bottom: bottom + down,
      right: last + right,
    })),
  }))
}

const oddNumbers: Change = (sheets, _, dice) => {
  const ways: readonly ((id: string) => string)[] = [
    (id) => `'${id}`,
    (id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
    (id) => id.toLowerCase(),
    (id) => ` ${id}\u00a0`,
    (id) => `="${id}"`,
  ]
  return sheets.map((sheet) =>
    map(sheet, (cell) =>
      typeof cell === 'string' && /^\d{17}[\dX]$/.test(cell) && dice.chance(0.5)
        ? (dice.pick(ways)?.(cell) ?? cell)
        : cell,
    ),
  )
}

const numbersAsNumbers: Change = (sheets) =>
  sheets.map((sheet) =>
    map(sheet, (cell) =>
      typeof cell === 'string' && /^\d{1,4}$/.test(cell) ? { kind: 'number', value: Number(cell), shown: cell } : cell,
    ),
  )

const spaced: Change = (sheets, _, dice) =>
  sheets.map((sheet) => map(sheet, (cell) => (typeof cell === 'string' && dice.chance(0.2) ? ` ${cell} ` : cell)))

const counts: Change = (sheets, people) => {
  const first = sheets[0]
  if (first === undefined) return sheets
  const categories = [...new Set(people.map((one) => one.category))]
  const rows = [
    ...first.rows,
    [],
    ['人员统计'],
    ['类别', '人数'],
    ...categories.map((category): RawCell[] => [
      category,
      String(people.filter((one) => one.category === category).length),
    ]),
  ]
  return [{ ...first, rows }, ...sheets.slice(1)]
}

const besideCounts: Change = (sheets, people) => {
  const first = sheets[0]
  if (first === undefined) return sheets
  const width = Math.max(...first.rows.map((row) => row.length))
  const note: readonly (readonly RawCell[])[] = [
    ['统计', null],
    ['总人数', String(people.length)],
    ['男', String(people.filter((one) => one.sex === '男').length)],
    ['女', String(people.filter((one) => one.sex === '女').length)],
  ]
  const rows = first.rows.map((row, at) =>
    note[at] === undefined
      ? row
      : [...row, ...Array.from({ length: width - row.length + 1 }, () => null), ...(note[at] ?? [])],
  )
  return [{ ...first, rows }, ...sheets.slice(1)]
}

const sheet = (name: string, rows: readonly (readonly RawCell[])[]): RawSheet => ({
  name,
  hidden: false,
  rows,
  merges: [],
})

const withNotes: Change = (sheets) => [
  sheet('填表说明', [
    ['填表说明'],
    ['1. 姓名：填写户籍登记的姓名。'],
    ['2. 单位：填写内设机构或站所的全称。'],
    ['3. 编制类型：行政编制、事业编制、机关工勤编制。'],
  ]),
  ...sheets,
]

const withWords: Change = (sheets) => [
  ...sheets,
  sheet('字典', [
    ['性别', '编制类型', '学历', '政治面貌'],
    ['男', '行政编制', '研究生', '中共党员'],
    ['女', '事业编制', '大学本科', '群众'],
    [null, '机关工勤编制', '大学专科', '共青团员'],
  ]),
]

const withSums: Change = (sheets, people) => {
  const units = [...new Set(people.map((one) => one.unit))]
  return [
    ...sheets,
    sheet('统计', [
      ['云溪乡人员统计表'],
      ['单位', '实有人数', '男', '女'],
      ...units.map((unit): RawCell[] => {
        const here = people.filter((one) => one.unit === unit)
        const men = here.filter((one) => one.sex === '男').length
        return [unit, String(here.length), String(men), String(here.length - men)]
      }),
      ['合计', String(people.length)],
    ]),
  ]
}

const hiddenOld: Change = (sheets, people) => [
  ...sheets,
  {
    ...sheet('2023年', [
      ['姓名', '单位', '编制类型'],
      ...people.slice(0, 3).map((one): RawCell[] => [one.name, '原农技站', '事业编制']),
    ]),
    hidden: true,
  },
]

const CHANGES: readonly Change[] = [
  shifted,
  oddNumbers,
  numbersAsNumbers,
  spaced,
  counts,
  besideCounts,
  withNotes,
  withWords,
  withSums,
  hiddenOld,
]

/** The layout with some of all that around it; `about` names what. */
export function surround(
  sheets: readonly RawSheet[],
  people: readonly Person[],
  dice: Dice,
): { readonly sheets: readonly RawSheet[]; readonly about: string } {
  let changed = sheets
  const done: string[] = []
  for (const change of CHANGES) {
    if (!dice.chance(0.2)) continue
    changed = change(changed, people, dice)
    done.push(change.name)
  }
  return { sheets: changed, about: done.join('+') }
}
