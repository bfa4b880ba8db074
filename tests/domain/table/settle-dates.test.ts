import { expect, it } from 'vitest'
import { shownText, type RawCell } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook, type UnderstandOptions } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* 2010.1 is January, or October whose cell lost its 0: by what else stands in the column, else by one question. */

const numeric = (value: number): RawCell => ({ kind: 'number', value, shown: String(value) })
const ASK = 'dateTenth:*:workStarted'

function read(cells: readonly RawCell[], options: UnderstandOptions = {}, header = '参加工作时间', numbered = true) {
  const field = header === '参加工作时间' ? 'workStarted' : 'birth'
  const { sheets, ...rest } = understandWorkbook(
    workbookWith(
      sheetOf([
        ['姓名', '单位', '编制类型', '身份证号', header],
        ...cells.map((cell, at) => [
          `试${'甲乙丙丁戊'[at] ?? ''}`,
          '财政所',
          '事业编制',
          numbered ? inventedId(`198${at}-10-0${at + 1}`) : '',
          cell,
        ]),
      ]),
    ),
    options,
  )
  return {
    ...rest,
    told: sheets.flatMap(({ people }) => people.map(({ values }) => shownText(values.get(field)?.cell ?? null))),
  }
}

it('asks once for the column, and reads all of them by the answer', () => {
  const cells = [numeric(2010.1), '2008.6', numeric(2012.1)]
  const { questions, notes } = read(cells)
  expect(questions.map(({ id, rows, column }) => [id, rows, column])).toEqual([[ASK, [2, 4], 'E']])
  expect(notes).toEqual([])
  expect(read(cells, { answers: { [ASK]: '10' } }).told).toEqual(['2010-10', '2008.6', '2012-10'])
  expect(read(cells, { answers: { [ASK]: '01' } }).told).toEqual(['2010-01', '2008.6', '2012-01'])
  const left = read(cells, { answers: { [ASK]: '-' } })
  expect([left.told, left.questions]).toEqual([['', '2008.6', ''], []])
})

it('a 10 that is kept in the column tells that the others are January', () => {
  const { told, questions, notes } = read(['2010.1', '2009.10', '99.1'])
  expect([told, questions]).toEqual([['2010-01', '2009.10', '1999-01'], []])
  expect(notes).toEqual([
    '“花名册”的“参加工作时间”第 2、4 行写作“2010.1”这样，分不清是 1 月还是 10 月：同一列里 10 月写作“2009.10”，按 1 月收进，请核对。',
  ])
})

it('numbers beside months of two places are Octobers that lost their 0', () => {
  const { told, questions, notes } = read([numeric(2010.1), numeric(2009.06), numeric(2001.01)])
  expect([told, questions]).toEqual([['2010-10', '2009.06', '2001.01'], []])
  expect(notes.join()).toContain('一位数的月份写作“2009.06”')
})

it('what speaks for both is asked', () => {
  expect(read(['2010.1', '2009.10', '2001.06']).questions).toHaveLength(1)
  expect(read(['2010.1', '2009.06']).questions).toHaveLength(1)
  expect(read([numeric(2010.1), '2009.06', '2008.7']).questions).toHaveLength(1)
})

it('a birth is read by its own ID number; one without, by what the others’ prove', () => {
  const births = read([numeric(1980.1), numeric(1981.1)], {}, '出生年月')
  expect([births.questions, births.notes]).toEqual([[], []])
  const rows = [
    ['姓名', '单位', '编制类型', '身份证号', '出生年月'],
    ['试甲', '财政所', '事业编制', inventedId('1980-10-01'), numeric(1980.1)],
    ['试乙', '财政所', '事业编制', '', numeric(1985.1)],
  ]
  const { sheets, questions, notes } = understandWorkbook(workbookWith(sheetOf(rows)))
  expect(questions).toEqual([])
  expect(sheets[0]?.people.map(({ values }) => shownText(values.get('birth')?.cell ?? null))).toEqual([
    '1980.1',
    '1985-10',
  ])
  expect(notes.join()).toContain('身份证号对得上的都是 10 月')
  expect(read([numeric(1980.1)], {}, '出生年月', false).questions.map(({ id }) => id)).toEqual(['dateTenth:*:birth'])
})
