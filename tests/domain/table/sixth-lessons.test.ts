import { expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { joinBoxes } from '../../../electron/domain/table/join-boxes.ts'
import { legendOf } from '../../../electron/domain/table/code-legends.ts'
import { shownText } from '../../../electron/domain/table/raw-workbook.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Layouts of other offices: what is said once is said of every row it covers, and what nobody reads is asked about. */

type Rows = readonly (readonly (string | null)[])[]
type Merges = NonNullable<Parameters<typeof sheetOf>[1]>['merges']
function read(
  rows: Rows,
  { answers = {}, merges = [] }: { readonly answers?: Answers; readonly merges?: Merges } = {},
) {
  const sheet = { ...sheetOf(rows, { name: '表' }), merges: merges ?? [] }
  const understood = understandWorkbook(workbookWith(sheet), { answers, book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const said =
    (fields: readonly string[]) => (record: { readonly values: ReadonlyMap<string, { readonly cell: never }> }) =>
      fields.map((field) => shownText(record.values.get(field)?.cell)).join(' ')
  const [one] = understood.sheets
  return {
    people: (one?.people ?? []).map(said(['name', 'unit', 'category']) as never) as readonly string[],
    quotas: (one?.quotas ?? []).map(said(['unit', 'category', 'amount']) as never),
    asked: understood.questions.map(({ id, rows: about, suggested }) => [id, about, suggested]),
  }
}

const HEAD = ['姓名', '单位', '编制类型']
const one = (name: string, ...more: (string | null)[]) => [name, '财政所', '事业编制', ...more]

it('a state that is merged down, or stands once a group, is of every row it covers', () => {
  const merged = read(
    [
      [...HEAD, '人员状况'],
      one('许小芹', '现职（2人）'),
      one('郑大同'),
      one('贺春生', '离休、退休\n（2人）'),
      one('栾守信'),
    ],
    {
      merges: [
        { top: 1, bottom: 2, left: 3, right: 3 },
        { top: 3, bottom: 4, left: 3, right: 3 },
      ],
    },
  )
  expect(merged.asked.map(([, rows, suggested]) => [rows, suggested])).toEqual([[[4, 5], '-']])
  const once = read([
    ['类别', ...HEAD],
    ['在职', ...one('许小芹')],
    [null, ...one('郑大同')],
    ['离退', ...one('贺春生')],
    [null, ...one('栾守信')],
  ])
  expect(once.asked.map(([, rows, suggested]) => [rows, suggested])).toEqual([[[4, 5], '-']])
})

it('a 备注 of one row is not carried down (control)', () => {
  const { asked } = read([
    [...HEAD, '去向'],
    one('许小芹', '退休'),
    one('郑大同'),
    one('贺春生'),
    one('栾守信', '县里'),
  ])
  expect(asked.map(([, rows]) => rows)).toEqual([[2]])
})

it('a table of approved numbers that also holds names does not leave them out unasked', () => {
  const { quotas, asked } = read([
    ['机构名称', '行政编制数', '其他人员', '批准文号'],
    ['党政办公室', '5', '许小芹、郑大同', '云编〔2023〕1号'],
    ['财政所', '3', '贺春生、栾守信', '云编〔2023〕1号'],
  ])
  expect(quotas).toEqual(['党政办公室 行政编制 5', '财政所 行政编制 3'])
  expect(asked).toEqual([['column:*:C', [], 'names']])
})

it('posts beside 工勤人员 are parts of one number, whose 编制 the 经费形式 says; the township is no part of the name', () => {
  const { quotas } = read([
    ['单位名称', '批准文号', '经费形式', '编制数', null, null, null],
    [null, null, null, '合计', '管理人员', '专业技术人员', '工勤人员'],
    ['云溪乡农业服务中心', '云编〔2021〕3号', '全额拨款', '12', '3', '8', '1'],
    ['云溪乡便民服务中心', '云编〔2021〕3号', '差额补贴', '8', '5', '2', '1'],
  ])
  expect(quotas).toEqual(['农业服务中心 事业编制（全额拨款） 12', '便民服务中心 事业编制（差额补贴） 8'])
})

it('经费渠道 in a line of labels says the 编制, and 财政拨款 alone does not', () => {
  const list = (label: string) =>
    read([
      ['所在单位：文化站', '经费渠道：' + label, null],
      ['姓名', '性别', '岗位'],
      ['许小芹', '女', '站长'],
      ['郑大同', '男', '干事'],
    ])
  expect(list('财政差额补助').people).toEqual([
    '许小芹 文化站 事业编制（差额补贴）',
    '郑大同 文化站 事业编制（差额补贴）',
  ])
  expect(list('财政拨款').asked).toHaveLength(1)
})

it('003|水利站 and the way down to an office end with the office', () => {
  const { people, asked } = read([
    HEAD,
    ['许小芹', '003|水利站', '30|事业编制'],
    ['郑大同', '云溪乡人民政府/机关/党政办公室', '行政编制'],
    ['贺春生', '党政办公室', '行政编制'],
  ])
  expect(people).toEqual(['许小芹 水利站 事业编制', '郑大同 党政办公室 行政编制', '贺春生 党政办公室 行政编制'])
  expect(asked).toEqual([])
})

it('无 under 内设机构 is no office: the unit around it counts', () => {
  const { people } = read([
    ['主管部门', '单位名称', '内设机构', '姓名', '编制类别'],
    ['云溪乡人民政府', '云溪乡人民政府', '党政办公室', '许小芹', '行政编制'],
    ['云溪乡人民政府', '云溪乡农业服务中心', '无', '郑大同', '事业编制'],
  ])
  expect(people).toEqual(['许小芹 党政办公室 行政编制', '郑大同 农业服务中心 事业编制'])
})

it('months below one another on a sheet are one list of which one counts', () => {
  const month = (title: string, ...names: string[]): Rows => [[title], HEAD, ...names.map((name) => one(name)), []]
  const rows = [
    ...month('云溪乡9月份人员名单', '许小芹', '郑大同', '贺春生'),
    ...month('云溪乡10月份人员名单', '许小芹', '郑大同', '栾守信'),
  ]
  const open = read(rows)
  expect(open.asked).toEqual([['which:*:months', [], '云溪乡10月份人员名单']])
  const answered = read(rows, { answers: { 'which:*:months': '云溪乡9月份人员名单' } })
  expect(answered.people).toEqual(['许小芹 财政所 事业编制', '郑大同 财政所 事业编制', '贺春生 财政所 事业编制'])
  // Other people under each month: two lists, both of which count.
  const other = read([
    ...month('9月份新进人员名单', '许小芹', '郑大同'),
    ...month('10月份新进人员名单', '贺春生', '栾守信'),
  ])
  expect([other.people.length, other.asked]).toEqual([4, []])
})

it('relatives on a card are nobody’s colleagues, and where one of them has retired says nothing of the next card', () => {
  const card = (name: string, unit: string): Rows => [
    ['干部基本情况登记表'],
    ['姓名', name, '性别', '男', '学历', '大学本科'],
    ['工作单位', unit, '编制性质', '行政编制', '现任职务', '主任'],
    ['家庭主要成员', '称谓', '姓名', '年龄', '政治面貌', '工作单位及职务'],
    [null, '配偶', '苍秋月', '41', '群众', '县小学'],
    [null, '父亲', '蒲维新', '70', '中共党员', '已退休'],
    [],
  ]
  const { people, asked } = read([...card('许小芹', '党政办公室'), ...card('郑大同', '财政所')])
  expect([people, asked]).toEqual([['许小芹 党政办公室 行政编制', '郑大同 财政所 行政编制'], []])
})

it('eighteen boxes of one digit are one number; counting numbers over columns are none', () => {
  const id = inventedId('1985-03-06')
  expect(joinBoxes(sheetOf([['身份证号', ...Array.from(id)]])).rows[0]?.slice(0, 3)).toEqual(['身份证号', id, null])
  const numbers = sheetOf([Array.from({ length: 18 }, (_, at) => String(at + 1))])
  expect(joinBoxes(numbers)).toBe(numbers)
})

it('a head with numbers that are no codes has no legend', () => {
  expect([...(legendOf('性别（1男 2女）') ?? [])]).toEqual([
    ['1', '男'],
    ['2', '女'],
  ])
  expect(['身份证号（18位）', '2014年核定 2023年调整', '编制（3行政）', '岗位'].map(legendOf)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

it('a number before an office is no part of its name, on a sheet and between rows; a number that is its name stays', () => {
  const rows = (title: string): Rows => [
    ['姓名', '编制类型'],
    [title, null],
    ['许小芹', '行政编制'],
    ['郑大同', '行政编制'],
  ]
  const unitOf = (title: string) => read(rows(title)).people.map((text) => text.split(' ')[1])
  expect(unitOf('01党政综合办公室')).toEqual(['党政综合办公室', '党政综合办公室'])
  expect(unitOf('3-财政所')).toEqual(['财政所', '财政所'])
  expect(unitOf('第3办公室')).toEqual(['第3办公室', '第3办公室'])
})

it('a count behind the label of an office belongs to it and heads nobody', () => {
  const { people, asked } = read([
    ['部门：社会事务办公室　人数：1', null],
    ['姓名', '编制类型'],
    ['许小芹', '行政编制'],
    ['部门：综合治理中心　人数：1', null],
    ['郑大同', '事业编制'],
  ])
  expect([people, asked]).toEqual([['许小芹 社会事务办公室 行政编制', '郑大同 综合治理中心 事业编制'], []])
})

it('one column of offices and their people is read as a tree: who has a number is somebody', () => {
  const { people, asked } = read([
    ['机构／人员', '人数', '身份证号', '编制类型'],
    ['云溪乡', '2', null, null],
    ['　　党政综合办公室', '1', null, null],
    ['　　　　许小芹', null, inventedId('1985-03-06'), '行政编制'],
    ['　　财政所', '1', null, null],
    ['　　　　郑大同', null, inventedId('1990-07-01'), '事业编制'],
  ])
  expect([people.map((text) => text.trim()), asked]).toEqual([
    ['许小芹 党政综合办公室 行政编制', '郑大同 财政所 事业编制'],
    [],
  ])
})

it('a 编制 written down the side with its count, without a head, is of the rows it covers', () => {
  const { people, asked } = read(
    [
      [null, '机构', '姓名'],
      ['行\n政\n编\n制\n（2人）', '党政综合办公室\n（2人）', '许小芹'],
      [null, null, '郑大同'],
      ['事\n业\n编\n制\n（1人）', '财政所\n（1人）', '贺春生'],
    ],
    {
      merges: [
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 2, left: 1, right: 1 },
      ],
    },
  )
  expect(asked).toEqual([])
  expect(people.map((text) => text.replaceAll(/\s*（\d人）/gu, '').replaceAll('\n', ''))).toEqual([
    '许小芹 党政综合办公室 行政编制',
    '郑大同 党政综合办公室 行政编制',
    '贺春生 财政所 事业编制',
  ])
})

it('编制类型 goes before 个人身份, whichever stands first', () => {
  const { people, asked } = read([
    ['姓名', '单位', '个人身份', '编制类型'],
    ['许小芹', '财政所', '工人', '事业编制'],
    ['郑大同', '财政所', '干部', '事业编制'],
    ['贺春生', '党政综合办公室', '公务员', '行政编制'],
  ])
  expect([people, asked]).toEqual([
    ['许小芹 财政所 事业编制', '郑大同 财政所 事业编制', '贺春生 党政综合办公室 行政编制'],
    [],
  ])
})
