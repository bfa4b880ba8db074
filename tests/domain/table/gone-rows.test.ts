import { describe, expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { readStandingWord } from '../../../electron/domain/table/category-words.ts'
import type { RawMerge, RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

/* Rows a clerk leaves in her list of people who have left: nobody of them may come in as in post without a word. */

type Rows = readonly (readonly (string | null)[])[]
function asked(rows: Rows, more: Partial<RawSheet> = {}, answers: Readonly<Record<string, string>> = {}) {
  const { sheets, questions } = understandWorkbook(workbookWith(sheetOf(rows, more)), {
    book: { ...EMPTY_BOOK, township: '云溪乡' },
    answers,
  })
  return {
    questions: questions.map(({ id, rows: where }) => [id, where]),
    people: sheets.flatMap(({ people }) => people.length).reduce((sum, count) => sum + count, 0),
  }
}

const HEADS = ['姓名', '单位', '编制类型', '职务']
const HERE: Rows = [HEADS, ['许小芹', '财政所', '事业编制', '科员'], ['郑大同', '党政办公室', '行政编制', '主任']]
const GONE: Rows = [
  ['贺长青', '财政所', '事业编制', '科员'],
  ['邹明礼', '党政办公室', '行政编制', '科员'],
]

it('whoever stands below such a line is not counted to the office above it', () => {
  const rows: Rows = [
    HEADS.filter((head) => head !== '单位'),
    ['财政所（事业编制4名，实有2名）', null, null],
    ['许小芹', '事业编制', '科员'],
    ['郑大同', '事业编制', '主任'],
    ['以下同志今年已调离：', null, null],
    ['贺长青', '事业编制', '科员'],
  ]
  const noted = (from: Rows) =>
    understandWorkbook(workbookWith(sheetOf(from)), { book: { ...EMPTY_BOOK, township: '云溪乡' } }).notes.join('')
  expect(noted(rows)).not.toContain('请核对')
  expect(noted(rows.filter((row) => row[0] !== '以下同志今年已调离：'))).toContain('请核对')
})

describe('a line above those who left', () => {
  for (const line of [
    '以下同志今年已调离：',
    '另：2026年退休',
    '下列人员2026年3月已退休',
    '已去世同志',
    '以下2名同志已办理退休手续',
  ])
    it(`“${line}” is asked about`, () => {
      const found = asked([...HERE, [line, null, null, null], ...GONE])
      expect(found.questions).toHaveLength(1)
    })
  for (const line of ['以下人员拟退休', '以下同志即将退休', '三人', '同志', '2026年', '人员'])
    it(`“${line}” says nobody has left (control)`, () => expect(readStandingWord(line)?.kind).not.toBe('left'))
})

it('a remark merged over several rows is of each of them', () => {
  const rows: Rows = [
    [...HEADS, '备注'],
    ...HERE.slice(1).map((row) => [...row, null]),
    ['贺长青', '财政所', '事业编制', '科员', '2026年3月已退休'],
    ['邹明礼', '党政办公室', '行政编制', '科员', null],
    ['苗春和', '党政办公室', '行政编制', '科员', null],
  ]
  const merges = [{ top: 3, left: 4, bottom: 4, right: 4 }]
  expect(asked(rows, { merges }, { 'remark:retired': '-' })).toMatchObject({ questions: [], people: 3 })
  expect(asked(rows, {}, { 'remark:retired': '-' })).toMatchObject({ questions: [], people: 4 })
})

describe('a cell that says they are not, or not yet, in post', () => {
  const withColumn = (head: string, ...texts: readonly (string | null)[]): Rows =>
    [...HERE, ...GONE].map((row, at) => [...row, at === 0 ? head : (texts[at - 1] ?? null)])
  for (const [head, text] of [
    ['是否在编', '否'],
    ['在岗与否', '×'],
    ['备注', '尚未报到'],
    ['备注', '2026年公招，待入职'],
    ['备注', '拟调入'],
    ['备注', '拟调入，2027年3月到岗'],
  ] as const)
    it(`${head} “${text}” is asked about`, () => {
      const found = asked(withColumn(head, '是', '是', text, '是'))
      expect(found.questions).toHaveLength(1)
    })
  for (const [head, text] of [
    ['是否在编', '是'],
    ['是否党员', '否'],
    ['备注', '已报到'],
    ['备注', '2026年3月到岗'],
  ] as const)
    it(`${head} “${text}” says nothing of the kind (control)`, () => {
      expect(asked(withColumn(head, text, text, text, text))).toMatchObject({ questions: [], people: 4 })
    })
})

describe('a name with a line through it', () => {
  const rows = [...HERE, ...GONE]
  const through = (left: number, right: number): RawMerge => ({ top: 4, left, bottom: 4, right })
  it('is asked about, and left out when she agrees', () => {
    const first = asked(rows, { struck: [through(0, 3)] })
    expect(first.questions.map(([id]) => id)).toEqual(['left:struck'])
    expect(asked(rows, { struck: [through(0, 3)] }, { 'left:struck': '-' })).toMatchObject({ questions: [], people: 3 })
  })
  it('in a post alone it says nothing of the person (control)', () => {
    expect(asked(rows, { struck: [through(3, 3)] })).toMatchObject({ questions: [], people: 4 })
  })
})
