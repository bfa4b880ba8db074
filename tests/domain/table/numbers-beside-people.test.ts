import { describe, expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawCell, type RawMerge } from '../../../electron/domain/table/raw-workbook.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

/* 编制数 in a column beside the people of an office, merged or in its first row. */

type Rows = readonly (readonly RawCell[])[]
const text = (cell: RawCell | undefined) => shownText(cell ?? null)

function read(rows: Rows, { merges = [], answers = {} }: { merges?: readonly RawMerge[]; answers?: Answers } = {}) {
  const read = understandWorkbook(workbookWith(sheetOf(rows, { merges })), {
    book: { ...EMPTY_BOOK, township: '云溪乡' },
    answers,
  })
  return {
    people: read.sheets.flatMap(({ people }) => people.map(({ values }) => text(values.get('name')?.cell))),
    quotas: read.sheets.flatMap(({ quotas }) =>
      quotas.map(({ values }) =>
        ['unit', 'category', 'amount', 'document'].map((field) => text(values.get(field)?.cell)).join(' '),
      ),
    ),
    notes: read.notes,
    questions: read.questions.map((question) => question.text),
    offers: read.offers.map((question) => question.text),
  }
}

const HEAD = ['机构名称', '编制类型', '编制数', '实有数', '空编', '姓名', '性别']
const LIST: Rows = [
  HEAD,
  ['党政办公室', '行政编制', '3', '2', '1', '许小芹', '女'],
  [null, null, null, null, null, '郑大同', '男'],
  ['财政所', '事业编制', '2', '2', '0', '林知远', '男'],
  [null, null, null, null, null, '韩小梅', '女'],
]
const PAPER: Rows = [['编制核定依据：云编字〔2024〕18号', ...Array<null>(6).fill(null)], ...LIST]
const down = (top: number, left: number): RawMerge => ({ top, left, bottom: top + 1, right: left })
const RIGHT = ['党政办公室 行政编制 3 云编字〔2024〕18号', '财政所 事业编制 2 云编字〔2024〕18号']

describe('approved numbers beside people', () => {
  it('are taken in with the paper the sheet names, merged or in the first row of each office', () => {
    const merged = [2, 4].flatMap((top) => [0, 1, 2, 3, 4].map((left) => down(top, left)))
    for (const merges of [merged, []]) {
      const { people, quotas, questions } = read(PAPER, { merges })
      expect([people.length, quotas, questions]).toEqual([4, RIGHT, []])
    }
  })

  it('without a paper are offered in one question, and said where it is not answered', () => {
    const open = read(LIST)
    expect(open.quotas).toEqual([])
    expect(open.offers).toEqual([
      '人员旁边的列里写着 2 个机构的核定编制，共 5 名，编制本里没有。记成核定编制吗？也可以写上批准文号。',
    ])
    expect(open.notes.join()).toContain('没有记进编制本')
    expect(read(LIST, { answers: { 'headingQuota:*': '+' } }).quotas).toEqual([
      '党政办公室 行政编制 3 文号待补',
      '财政所 事业编制 2 文号待补',
    ])
  })

  it('told for each 编制 of an office are numbers of each; under 行政 and 事业 each column is its own', () => {
    const mixed: Rows = [
      PAPER[0] ?? [],
      HEAD,
      ['党政办公室', '行政编制', '3', null, null, '许小芹', '女'],
      ['党政办公室', '机关工勤编制', '1', null, null, '郑大同', '男'],
    ]
    expect(read(mixed).quotas).toEqual([
      '党政办公室 行政编制 3 云编字〔2024〕18号',
      '党政办公室 机关工勤编制 1 云编字〔2024〕18号',
    ])
    const across: Rows = [
      PAPER[0] ?? [],
      ['机构名称', '核定行政编制', '核定事业编制', '姓名', '编制类型', null, null],
      ['党政办公室', '3', '2', '许小芹', '行政编制', null, null],
      [null, null, null, '郑大同', '事业编制', null, null],
    ]
    expect(read(across).quotas).toEqual([
      '党政办公室 行政编制 3 云编字〔2024〕18号',
      '党政办公室 事业编制 2 云编字〔2024〕18号',
    ])
  })

  it('that do not go together are said and not taken; 1 beside everybody is the seat of each', () => {
    const apart: Rows = [
      PAPER[0] ?? [],
      HEAD,
      ['党政办公室', '行政编制', '3', null, null, '许小芹', '女'],
      ['党政办公室', '行政编制', '4', null, null, '郑大同', '男'],
    ]
    const { quotas, notes } = read(apart)
    expect(quotas).toEqual([])
    expect(notes.join()).toContain('“党政办公室”的人旁边“编制数”写得不一样（3、4），没有用')
    const seats = apart.map((row, at) => (at < 2 ? row : row.with(2, '1')))
    expect(read(seats)).toMatchObject({ quotas: [], notes: [], offers: [] })
  })
})
