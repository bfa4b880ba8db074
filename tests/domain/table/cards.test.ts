import { describe, expect, it } from 'vitest'
import { shownText } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Cards as offices type them: below one another, beside one another, with their labels over the values or in the same cell. */

type Rows = readonly (readonly (string | null)[])[]
const ids = Array.from({ length: 9 }, (_, index) => inventedId(`198${index}-03-0${index + 1}`))
const id = (at: number) => ids[at] ?? ''

function read(rows: Rows, fields: readonly string[] = ['name', 'unit', 'category']) {
  const understood = understandWorkbook(workbookWith(sheetOf(rows)))
  const people = understood.sheets.flatMap((sheet) =>
    sheet.people.map(({ row, values }) =>
      [row, ...fields.map((field) => shownText(values.get(field)?.cell))].join(' '),
    ),
  )
  return { ...understood, people }
}

const card = (name: string, unit: string, category: string): Rows => [
  ['姓名', name, '性别', '女'],
  ['单位', unit, '编制', category],
]

describe('cards of several people on one sheet', () => {
  it('are all read, one whose surname is rare and one that says little among them', () => {
    const { people, questions } = read([
      ...card('许小芹', '党政办公室', '行政编制'),
      [],
      ...card('俎木兰', '财政所', '事业编制'),
      ...card('阿依古丽', '财政所', '事业编制'),
      ['姓名', '钱大', '单位', '财政所'],
    ])
    expect(people).toEqual([
      '1 许小芹 党政办公室 行政编制',
      '4 俎木兰 财政所 事业编制',
      '6 阿依古丽 财政所 事业编制',
      '8 钱大 财政所 ',
    ])
    expect(questions.map(({ rows }) => rows)).toEqual([[8]])
  })

  it('of which one has nothing but a name are asked about, and a blank one is nobody', () => {
    const { people, questions } = read([
      ...card('许小芹', '党政办公室', '行政编制'),
      ['姓名', '钱大', '性别', null],
      ['单位', null, '编制', null],
      ['姓名', null, '性别', null],
      ['单位', null, '编制', null],
    ])
    expect(people).toEqual(['1 许小芹 党政办公室 行政编制'])
    expect(questions.map(({ text }) => text)).toEqual(['“花名册”第 3 行有人名，但不像名册里的行，没有读。不导入吗？'])
  })

  it('stand beside one another, three and more', () => {
    const three = [
      card('许小芹', '党政办公室', '行政编制'),
      card('郑大同', '财政所', '事业编制'),
      card('买小明', '财政所', '事业编制'),
    ]
    const rows = [0, 1].map((row) => three.flatMap((one) => [...(one[row] ?? []), null]))
    expect(read(rows).people).toEqual([
      '1 许小芹 党政办公室 行政编制',
      '1 郑大同 财政所 事业编制',
      '1 买小明 财政所 事业编制',
    ])
  })

  it('take their office from the heading over them, each its own', () => {
    const bare = (name: string, category: string): Rows => [['姓名', name, '性别', '女', '编制', category]]
    const { people, questions } = read([
      ['一、党政办公室（编制3名）'],
      ...bare('许小芹', '行政编制'),
      ...bare('郑大同', '行政编制'),
      ['二、财政所'],
      ...bare('买小明', '事业编制'),
      ['2005.07—2010.03 县水利局科员'],
      ...bare('钱大', '事业编制'),
    ])
    expect(people).toEqual([
      '2 许小芹 党政办公室 行政编制',
      '3 郑大同 党政办公室 行政编制',
      '5 买小明 财政所 事业编制',
      '7 钱大 财政所 事业编制',
    ])
    expect(questions).toEqual([])
  })

  it('a title of the form over them is no office', () => {
    const form = (name: string): Rows => [
      ['干部任免审批表'],
      ['姓名', name, '性别', '女', '编制', '行政编制'],
      ['单位', '党政办公室'],
    ]
    const { people, questions } = read([...form('许小芹'), ...form('郑大同')])
    expect(people).toEqual(['2 许小芹 党政办公室 行政编制', '5 郑大同 党政办公室 行政编制'])
    expect(questions).toEqual([])
    const without = read([...form('许小芹').slice(0, 2), ...form('郑大同').slice(0, 2)])
    expect(without.questions.map(({ id: asked, suggested }) => [asked, suggested])).toEqual([['groupUnit:*', null]])
  })

  it('with their labels over the values are people and not tables of one row', () => {
    const one = (name: string, number: string): Rows => [
      ['姓名', '性别', '单位', '职务'],
      [name, '女', '党政办公室', '科员'],
      ['身份证号', '编制', '民族', '学历'],
      [number, '行政编制', '汉族', '大学'],
      [],
    ]
    const { people, questions } = read(
      [...one('许小芹', id(0)), ...one('郑大同', id(1))],
      ['name', 'idNumber', 'category', 'post'],
    )
    expect(people).toEqual([`1 许小芹 ${id(0)} 行政编制 科员`, `6 郑大同 ${id(1)} 行政编制 科员`])
    expect(questions).toEqual([])
  })

  it('with label and value in one cell are read, and the place is the cell she typed', () => {
    const understood = read(
      [
        ['竹溪乡干部信息'],
        ['姓名：许小芹　性别：女', '单位：党政办公室'],
        [`身份证号：${id(0)}`, '编制：行政编制'],
        [],
        ['姓名：郑大同', '单位：财政所'],
        [`身份证号：${id(1)}`, '编制：事业编制'],
      ],
      ['name', 'sex', 'unit', 'category', 'idNumber'],
    )
    expect(understood.people).toEqual([
      `2 许小芹 女 党政办公室 行政编制 ${id(0)}`,
      `5 郑大同  财政所 事业编制 ${id(1)}`,
    ])
    const [first] = understood.sheets[0]?.people ?? []
    expect(first?.values.get('unit')?.letters).toBe('B')
    expect(first?.values.get('sex')?.letters).toBe('A')
  })

  it('hold relatives who are nobody of the township', () => {
    const form = (name: string, number: string, wife: string): Rows => [
      ['姓名', name, '性别', '男', '出生年月', '1980.02'],
      ['单位', '财政所', '编制', '事业编制', '身份证号', number],
      ['家庭主要成员', '称谓', '姓名', '年龄', '政治面貌', '工作单位及职务'],
      [null, '妻子', wife, '48', '群众', '某公司'],
      [null, '女儿', `${wife}儿`, '20', '共青团员', '某大学'],
    ]
    const { people, questions } = read([...form('郑大同', id(0), '周大红'), ...form('钱大', id(1), '周小红')])
    expect(people).toEqual(['1 郑大同 财政所 事业编制', '6 钱大 财政所 事业编制'])
    expect(questions).toEqual([])
  })
})

it('a roster that names a relative beside everybody is still a roster', () => {
  const { people } = read([
    ['姓名', '单位', '编制类型', '亲属姓名', '与本人关系'],
    ['许小芹', '财政所', '事业编制', '周大红', '夫妻'],
    ['郑大同', '财政所', '事业编制', '周小红', '父女'],
  ])
  expect(people).toEqual(['2 许小芹 财政所 事业编制', '3 郑大同 财政所 事业编制'])
})
