import { describe, expect, it } from 'vitest'
import type { QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import { readHeadingCounts } from '../../../electron/domain/table/heading-counts.ts'
import { EMPTY_BOOK, type KnownBook } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawCell } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook, type UnderstandOptions } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Approved numbers that headings give: offered where none are approved, held against those that are. */

const OFFER = 'headingQuota:*'
const person = (name: string, day: string, category = '行政编制'): readonly RawCell[] => [
  name,
  inventedId(day),
  category,
]
const HEAD = ['姓名', '身份证号', '编制类型']
const PLAIN = [
  HEAD,
  ['党政办公室（编制4名，实有2名）'],
  person('王芳', '1980-01-05'),
  person('李雷', '1982-02-06'),
  ['财政所（编制3名，实有1名）'],
  person('韩梅', '1985-03-07', '事业编制'),
]

const read = (rows: readonly (readonly RawCell[])[], options: UnderstandOptions = {}) => {
  const { sheets, ...rest } = understandWorkbook(workbookWith(sheetOf(rows)), options)
  const text = (cell: RawCell | undefined) => shownText(cell ?? null)
  return {
    ...rest,
    people: sheets.flatMap((sheet) => sheet.people.map(({ values }) => text(values.get('unit')?.cell))),
    quotas: sheets.flatMap((sheet) =>
      sheet.quotas.map(({ row, values }) => [
        row,
        ...['unit', 'category', 'amount', 'document'].map((field) => text(values.get(field)?.cell)),
      ]),
    ),
  }
}

const bookWith = (approved: Readonly<Record<string, readonly (readonly [QuotaCategory, number])[]>>): KnownBook => ({
  ...EMPTY_BOOK,
  units: Object.keys(approved),
  township: '云溪乡',
  quotasOf: (unit) => new Map(approved[unit] ?? []),
})

describe('an empty book', () => {
  it('offers the numbers of all headings at once, and takes none without an answer, saying so', () => {
    const { quotas, questions, offers, notes } = read(PLAIN)
    expect([quotas, questions]).toEqual([[], []])
    expect(offers.map(({ id, text, rows }) => [id, text, rows])).toEqual([
      [OFFER, '小标题里写着 2 个机构的核定编制，共 7 名，编制本里没有。记成核定编制吗？也可以写上批准文号。', [2, 5]],
    ])
    expect(notes).toEqual([
      '小标题里写着 2 个机构的核定编制，共 7 名，没有记进编制本：没有回答要不要记。没有核定编制的机构，人会显示为超编。' +
        '要记，请回答这一问再导入，或在“变动”里办“核增编制”。',
    ])
  })

  it('taken, each has its office, the 编制 of those below and 文号待补; a paper that is typed is the document', () => {
    const taken = read(PLAIN, { answers: { [OFFER]: '+' } })
    expect(taken.quotas).toEqual([
      [2, '党政办公室', '行政编制', '4', '文号待补'],
      [5, '财政所', '事业编制', '3', '文号待补'],
    ])
    expect([taken.offers, taken.questions, taken.notes]).toEqual([[], [], []])
    expect(read(PLAIN, { answers: { [OFFER]: '云编〔2021〕7号' } }).quotas[0]).toEqual([
      2,
      '党政办公室',
      '行政编制',
      '4',
      '云编〔2021〕7号',
    ])
  })

  it('not wanted: nothing is taken and nothing asked', () => {
    const { quotas, offers, notes } = read(PLAIN, { answers: { [OFFER]: '-' } })
    expect([quotas, offers, notes]).toEqual([[], [], []])
  })

  it('an office with seats and nobody in them has its number too', () => {
    const { quotas } = read([...PLAIN, ['林业站（事业编制2名，实有0名）']], { answers: { [OFFER]: '+' } })
    expect(quotas.at(-1)).toEqual([7, '林业站', '事业编制', '2', '文号待补'])
  })

  it('several 编制 in one heading are so many numbers, and a total beside them none', () => {
    const { quotas } = read(
      [HEAD, ['党政办公室（编制5名（行政编制4名，机关工勤编制1名），实有1名）'], person('王芳', '1980-01-05')],
      { answers: { [OFFER]: '+' } },
    )
    expect(quotas.map((row) => row.slice(1, 4))).toEqual([
      ['党政办公室', '行政编制', '4'],
      ['党政办公室', '机关工勤编制', '1'],
    ])
  })

  it('headings of 编制 within an office give its numbers; the sum above them is no number of its own', () => {
    const { quotas } = read(
      [
        ['姓名', '身份证号'],
        ['一、党政办公室（编制5名）'],
        ['（一）行政编制（编制4名，实有1名）'],
        ['王芳', inventedId('1980-01-05')],
        ['（二）机关工勤编制（编制1名，实有1名）'],
        ['李雷', inventedId('1982-02-06')],
      ],
      { answers: { [OFFER]: '+' } },
    )
    expect(quotas.map((row) => row.slice(1, 4))).toEqual([
      ['党政办公室', '行政编制', '4'],
      ['党政办公室', '机关工勤编制', '1'],
    ])
  })

  it('事业编制 over people who are all 全额事业编制 is theirs', () => {
    const { quotas } = read([HEAD, ['财政所（事业编制3名，实有1名）'], person('韩梅', '1985-03-07', '全额事业编制')], {
      answers: { [OFFER]: '+' },
    })
    expect(quotas.map((row) => row.slice(1, 4))).toEqual([['财政所', '事业编制（全额拨款）', '3']])
  })

  it('a bare number over people of two 编制 is asked about once it is wanted', () => {
    const mixed = [
      HEAD,
      ['党政办公室（编制4名，实有2名）'],
      person('王芳', '1980-01-05'),
      person('李雷', '1982-02-06', '机关工勤编制'),
    ]
    expect(read(mixed).questions).toEqual([])
    const asked = read(mixed, { answers: { [OFFER]: '+' } })
    expect(asked.questions.map(({ id }) => id)).toEqual(['headingCategory:organ'])
    expect(asked.quotas).toEqual([])
    const settled = read(mixed, { answers: { [OFFER]: '+', 'headingCategory:organ': '行政编制' } })
    expect(settled.quotas.map((row) => row.slice(1, 4))).toEqual([['党政办公室', '行政编制', '4']])
    const left = read(mixed, { answers: { [OFFER]: '+', 'headingCategory:organ': '-' } })
    expect([left.quotas, left.questions]).toEqual([[], []])
  })

  it('numbers that contradict each other are said and never taken', () => {
    const answers = { [OFFER]: '+' }
    const wrongSum = read([HEAD, ['党政办公室（编制5名，行政编制4名）'], person('王芳', '1980-01-05')], { answers })
    expect([wrongSum.quotas, wrongSum.notes.length]).toEqual([[], 1])
    const twice = read(
      [
        HEAD,
        ['党政办公室（编制4名）'],
        person('王芳', '1980-01-05'),
        ['党政办公室（编制5名）'],
        person('李雷', '1982-02-06'),
      ],
      { answers },
    )
    expect(twice.quotas).toEqual([])
    expect(twice.notes.join()).toContain('写得不一样（4、5 名）')
  })

  it('a number over people whom their own column puts elsewhere is nobody’s', () => {
    const { quotas, offers, notes } = read(
      [
        ['姓名', '身份证号', '编制类型', '所在机构'],
        ['农业农村办公室（编制4名，实有1名）'],
        [...person('王芳', '1980-01-05'), '林业站'],
      ],
      { answers: { [OFFER]: '+' } },
    )
    expect([quotas, offers]).toEqual([[], []])
    expect(notes.join()).toContain('看不准是哪个机构的')
  })

  it('a heading without a number of its own does not lie inside the numbered one before', () => {
    const { quotas } = read(
      [
        HEAD,
        ['一、党政办公室（编制4名）'],
        person('王芳', '1980-01-05'),
        ['财政所'],
        person('韩梅', '1985-03-07', '事业编制'),
      ],
      { answers: { [OFFER]: '+' } },
    )
    expect(quotas.map((row) => row.slice(1, 4))).toEqual([['党政办公室', '行政编制', '4']])
  })

  it('a label beside the title of the one office gives its number', () => {
    const { quotas } = read(
      [
        ['单位名称（盖章）：云溪乡财政所', null, '核定编制数：8'],
        ['姓名', '身份证号', '编制类型'],
        person('韩梅', '1985-03-07', '事业编制'),
      ],
      { answers: { [OFFER]: '+' }, book: { ...EMPTY_BOOK, township: '云溪乡' } },
    )
    expect(quotas.map((row) => row.slice(1, 4))).toEqual([['财政所', '事业编制', '8']])
  })
})

describe('a book with approved numbers', () => {
  it('the same numbers are well, also as a total; another one is said by office', () => {
    const book = bookWith({ 党政办公室: [['administrative', 5]], 财政所: [['institution', 3]] })
    const { quotas, offers, notes } = read(PLAIN, { book })
    expect([quotas, offers]).toEqual([[], []])
    expect(notes).toEqual(['“党政办公室”：小标题写编制 4 名，编制本里是 5 名。导入不改编制本里的数，请核对。'])
    const parts = bookWith({
      党政办公室: [
        ['administrative', 3],
        ['worker', 1],
      ],
      财政所: [['institution', 3]],
    })
    expect(read(PLAIN, { book: parts }).notes).toEqual([])
  })

  it('only what it has not is offered', () => {
    const { offers } = read(PLAIN, { book: bookWith({ 党政办公室: [['administrative', 4]], 财政所: [] }) })
    expect(offers.map(({ text }) => text)).toEqual([
      '小标题里写着“财政所”的核定编制 3 名，编制本里没有。记成核定编制吗？也可以写上批准文号。',
    ])
  })

  it('事业编制 of a heading is all its kinds together', () => {
    const book = bookWith({
      财政所: [
        ['institutionFull', 2],
        ['institutionPartial', 1],
      ],
    })
    const rows = (amount: number) => [
      HEAD,
      [`财政所（事业编制${amount}名，实有1名）`],
      person('韩梅', '1985-03-07', '事业编制'),
    ]
    expect(read(rows(3), { book }).notes).toEqual([])
    expect(read(rows(4), { book }).notes.join()).toContain('小标题写事业编制 4 名，编制本里是 3 名')
  })
})

it.each([
  ['编制4名，实有3名', [[null, 4]], 3],
  [
    '核定行政编制4名、机关工勤编制1名，实有5人',
    [
      ['行政编制', 4],
      ['机关工勤编制', 1],
    ],
    5,
  ],
  [
    '编制：行政5、事业3；实有：7',
    [
      ['行政编制', 5],
      ['事业编制', 3],
    ],
    7,
  ],
  ['编制数：6，空编1名', [[null, 6]], null],
  ['核定6名，实有5名', [[null, 6]], 5],
  ['编制四名，实有十二人', [[null, 4]], 12],
  ['空余编制2名，实有3名', [], 3],
  ['超编制1名，在编3名', [], 3],
  [
    '行编3，事编2，现有4',
    [
      ['行政编制', 3],
      ['事业编制', 2],
    ],
    4,
  ],
  ['共5人', [], 5],
])('reads %s', (text, quotas, actual) => {
  const counts = readHeadingCounts(text)
  expect(counts.quotas.map(({ word, amount }) => [word, amount])).toEqual(quotas)
  expect([counts.actual, counts.agree]).toEqual([actual, true])
})
