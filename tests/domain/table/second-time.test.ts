import { expect, it } from 'vitest'
import { EMPTY_BOOK, type KnownBook } from '../../../electron/domain/table/known-book.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { inventedId } from '../../kit/people.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

/* A list that is in the book already asks nothing, however its names are written. */

const [one, two] = [inventedId('1985-06-16'), inventedId('1979-02-11')]
const names = new Map([
  [one, '许小芹'],
  [two, '阿依努尔·热合曼'],
])
const BOOK: KnownBook = {
  ...EMPTY_BOOK,
  units: ['财政所', '党政办公室'],
  township: '云溪乡',
  hasNumber: (number) => names.has(number),
  ownerOf: (number) => (names.has(number) ? { name: names.get(number) ?? '', units: ['财政所'] } : null),
  countOf: (name) => ([...names.values()].includes(name) ? 1 : 0),
  numberOf: (name) => [...names].find(([, known]) => known === name)?.[0] ?? null,
}
const asked = (rows: readonly (readonly (string | null)[])[], answers: Answers = {}) =>
  understandWorkbook(workbookWith(sheetOf(rows)), { book: BOOK, answers }).questions.map(({ id }) => id)

it.each(['★许小芹', '许 小芹', '许小芹（女，汉族）', '许小芹 女'])('%s is 许小芹 of the book', (name) => {
  const rows = [
    ['姓名', '身份证号', '单位', '编制类型'],
    [name, one, '财政所', '事业编制'],
    ['阿依努尔•热合曼', two, '财政所', '事业编制'],
  ]
  expect(asked(rows)).toEqual([])
})

it('a name by itself is looked up as it is read', () => {
  expect(
    asked([
      ['序号', '姓名', '电话'],
      ['1', '▲许小芹', '13900001111'],
      ['2', '阿依努尔●热合曼', '13900002222'],
    ]),
  ).toEqual(['nameOnly:*'])
})

it('the side an answer left out asks for no move to its office', () => {
  const heads = ['姓名', '身份证号', '所在机构', '编制类型']
  const rows = [
    [...heads, ...heads],
    ['许小芹', one, '财政所', '事业编制', '许小芹', one, '综合便民服务中心', '事业编制'],
    ['阿依努尔·热合曼', two, '财政所', '事业编制', '阿依努尔·热合曼', two, '财政所', '事业编制'],
  ]
  const twice = 'twice:许小芹:财政所|综合便民服务中心'
  expect(asked(rows)).toContain(twice)
  expect(asked(rows, { [twice]: '财政所' })).toEqual([])
})
