import { expect, it } from 'vitest'
import { EMPTY_BOOK, type KnownBook } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { namesIn } from '../../../electron/domain/table/name-like.ts'
import { understandWorkbook, type UnderstandOptions } from '../../../electron/domain/table/understand-workbook.ts'
import { bareUnit, splitPlates } from '../../../electron/domain/table/unit-words.ts'
import { inventedId } from '../../kit/people.ts'

/* Shapes of the program's own papers, and of the papers they were drawn after: 牌子 behind an office, counts below it, several names in a cell. */

const sheetOf = (rows: readonly (readonly string[])[], name = 'Sheet1'): RawSheet => ({
  name,
  hidden: false,
  rows: rows.map((row) => row.map((text) => (text === '' ? null : text))),
  merges: [],
})
const id = (month: number) => inventedId(`1980-0${month}-01`)

function read(sheets: readonly RawSheet[], options: UnderstandOptions = {}) {
  const understood = understandWorkbook({ format: 'xlsx', sheets: [...sheets] }, options)
  const of = (kind: 'people' | 'quotas', fields: readonly string[]) =>
    understood.sheets.flatMap((sheet) =>
      sheet[kind].map(({ values }) => fields.map((field) => shownText(values.get(field)?.cell)).join(' ')),
    )
  return {
    ...understood,
    people: of('people', ['name', 'unit', 'category']),
    quotas: of('quotas', ['unit', 'category', 'amount']),
    ids: understood.questions.map((question) => question.id),
  }
}

const bookWith = (
  quotas: Readonly<Record<string, readonly (readonly ['administrative' | 'institution', number])[]>>,
): KnownBook => ({
  ...EMPTY_BOOK,
  units: Object.keys(quotas),
  township: '云溪乡',
  quotasOf: (unit) => new Map(quotas[unit] ?? []),
})

it('牌子 and counts behind or below an office are no part of its name', () => {
  expect(splitPlates('民政所（加挂社会救助所牌子）')).toEqual({ name: '民政所', plates: '社会救助所' })
  expect(bareUnit('党政办公室\n（加挂信访办牌子）\n行政编制5名\n列入实名制名单5名')).toBe('党政办公室')
  expect(bareUnit('财政所\n会计组')).toBe('财政所会计组')
  const { people, questions } = read([
    sheetOf([
      ['单位', '姓名', '编制类型', '身份证号'],
      ['党政办公室\n行政编制5名\n实有2名', '王芳', '行政编制', id(1)],
      ['', '李雷', '行政编制', id(2)],
      ['财政所（加挂农经站牌子）', '张伟', '事业编制', id(3)],
    ]),
  ])
  expect([people, questions]).toEqual([
    ['王芳 党政办公室 行政编制', '李雷 党政办公室 行政编制', '张伟 财政所 事业编制'],
    [],
  ])
})

it('several names in a cell are several people, once she says so; a title over two 编制 gives nobody either', () => {
  expect(namesIn('赵建国、钱美玲（借出）\n褚卫东（兼任会计，不计数）')).toEqual([
    '赵建国',
    '钱美玲（借出）',
    '褚卫东（兼任会计，不计数）',
  ])
  expect(namesIn('联系群众、收发文件')).toEqual([])
  const rows = [
    ['截至目前，行政编制3名，列入名单3名；事业编制2名，列入名单2名。'],
    ['机构名称', '人员编制', '对应实有人员名单'],
    ['党政办公室', '行政编制3名，实有3名', '赵建国、钱美玲、孙文斌'],
    ['财政所', '事业编制2名，实有2名', '李红、吴静'],
  ]
  const asked = read([sheetOf(rows)])
  expect(asked.ids).toEqual(['namesIn:*:C'])
  const told = read([sheetOf(rows)], { answers: { 'namesIn:*:C': '+' } })
  expect([told.ids, told.people]).toEqual([
    [],
    [
      '赵建国 党政办公室 行政编制',
      '钱美玲 党政办公室 行政编制',
      '孙文斌 党政办公室 行政编制',
      '李红 财政所 事业编制',
      '吴静 财政所 事业编制',
    ],
  ])
})

it('负责人 beside a cell of several names is asked about, not left out with a word', () => {
  const { ids } = read([
    sheetOf([
      ['机构', '编制类型', '负责人', '工作人员'],
      ['党政办公室', '行政编制', '赵建国', '钱美玲、孙文斌'],
      ['财政所', '事业编制', '李红', '吴静、郑伟'],
    ]),
  ])
  expect(ids).toContain('column:*:C')
})

it('事业编制数（非参照） is 事业编制, and 0 of the rest needs no paper', () => {
  const { quotas, ids } = read([
    sheetOf([
      ['机构名称', '行政编制数', '事业编制数（参照）', '事业编制数（非参照）', '工勤编制数', '批准文号'],
      ['财政所', '0', '0', '4', '0', '云编〔2021〕7号'],
      ['党政办公室', '5', '0', '0', '0', '云编〔2021〕7号'],
    ]),
  ])
  expect([quotas, ids]).toEqual([['财政所 事业编制 4', '党政办公室 行政编制 5'], []])
})

it('numbers without a 编制类型 are the book’s own where they add up; else one question for 机关 and one for 事业单位', () => {
  const rows = [
    ['单位名称', '编制数', '领导职数', '分类情况'],
    ['党政办公室', '5', '1', '内设机构'],
    ['财政所', '4', '', '事业单位'],
  ]
  const open = read([sheetOf(rows)])
  expect(open.ids.filter((one) => one.startsWith('quotaCategory'))).toEqual([
    'quotaCategory:*:organ',
    'quotaCategory:*:institution',
  ])
  expect(open.questions.map(({ suggested }) => suggested).slice(0, 2)).toEqual(['行政编制', '事业编制'])
  const book = bookWith({
    党政办公室: [
      ['administrative', 3],
      ['institution', 2],
    ],
    财政所: [['institution', 4]],
  })
  const known = read([sheetOf(rows)], { book: { ...book, leadersOf: (unit) => (unit === '党政办公室' ? 1 : null) } })
  expect([known.quotas, known.ids]).toEqual([
    ['党政办公室 行政编制 3', '党政办公室 事业编制 2', '财政所 事业编制 4'],
    [],
  ])
})

it('编制 nobody wrote is asked by what the offices have been approved, and an answer asks nothing further', () => {
  const rows = [
    ['姓名', '单位', '性别'],
    ['王芳', '党政办公室', '女'],
    ['李雷', '党政办公室', '男'],
    ['张伟', '财政所', '男'],
    ['赵敏', '财政所', '女'],
  ]
  const book = bookWith({ 党政办公室: [['administrative', 3]], 财政所: [['institution', 4]] })
  const asked = read([sheetOf(rows)], { book })
  expect(asked.questions.map((one) => [one.id, one.suggested])).toEqual([
    ['groupCategory:*:行政编制', '行政编制'],
    ['groupCategory:*:事业编制', '事业编制'],
  ])
  const answers = { 'groupCategory:*:行政编制': '行政编制', 'groupCategory:*:事业编制': '事业编制' }
  expect(read([sheetOf(rows)], { book, answers }).ids).toEqual([])
  const empty = read([sheetOf(rows)])
  expect(empty.questions.map((one) => [one.id, one.suggested])).toEqual([
    ['groupCategory:*:organ', '行政编制'],
    ['groupCategory:*:institution', '事业编制'],
  ])
})

it('an office in front of the post is one where no column has any, and never that of a leader', () => {
  const rows = [
    ['姓名', '职务', '编制类别'],
    ['王芳', '纪委书记', '行政编制'],
    ['李雷', '党政办公室干事', '行政编制'],
    ['张伟', '纪委干事', '行政编制'],
    ['赵敏', '财政所会计', '事业编制'],
  ]
  const known = read([sheetOf(rows)], { book: bookWith({ 党政办公室: [], 财政所: [], 纪委: [] }) })
  expect(known.people).toEqual([
    '王芳  行政编制',
    '李雷 党政办公室 行政编制',
    '张伟 纪委 行政编制',
    '赵敏 财政所 事业编制',
  ])
  expect(known.ids).toEqual(['groupUnit:*'])
  expect(read([sheetOf(rows)]).ids).toContain('postUnit:*')
})

it('临聘 in the remark says how somebody without 编制 is employed', () => {
  const { people, ids } = read([
    sheetOf([
      ['单位', '姓名', '编制类型', '身份证号', '备注'],
      ['党政办公室', '王芳', '行政编制', id(1), ''],
      ['党政办公室', '李雷', '', '', '临聘'],
      ['财政所', '张伟', '编外', '', '公益性岗位'],
    ]),
  ])
  expect([people, ids]).toEqual([
    ['王芳 党政办公室 行政编制', '李雷 党政办公室 临时聘用', '张伟 财政所 公益性岗位'],
    [],
  ])
})

it('a sheet of instructions is no list, unless it holds ID numbers', () => {
  const list = sheetOf(
    [
      ['单位', '姓名', '编制类型', '身份证号'],
      ['财政所', '王芳', '事业编制', id(1)],
    ],
    '人员',
  )
  const help = [
    ['栏目', '怎么填'],
    ['姓名', '照实填写'],
    ['示例', '王小明'],
  ]
  expect(read([list, sheetOf(help, '填表说明')]).ids).toEqual([])
  expect(read([list, sheetOf([...help, ['李雷', id(2)]], '填表说明')]).ids).not.toEqual([])
})

it('the whole township is no office: where its people sit is asked, and no 人民政府 is made up', () => {
  const rows = [
    ['姓名', '工作单位', '编制类型', '身份证号'],
    ['王芳', '云溪乡人民政府', '行政编制', id(1)],
    ['张伟', '云溪乡人民政府', '事业编制', id(2)],
  ]
  for (const book of [EMPTY_BOOK, bookWith({ 党政办公室: [] })]) {
    const { ids, people } = read([sheetOf(rows)], { book })
    expect(ids).toEqual(['unitName:云溪乡人民政府'])
    expect(people[0]).toBe('王芳 云溪乡人民政府 行政编制')
  }
})

it('a name with its letters below it is the name', () => {
  const { people, ids } = read([
    sheetOf([
      ['姓名', '部门职务', '身份类别', '身份证号'],
      ['王芳\nWang Fang', '党政办公室主任', '公务员', id(1)],
      ['张伟 Zhang Wei', '财政所所长', '事业编制', id(2)],
    ]),
  ])
  expect([people, ids]).toEqual([['王芳 党政办公室 公务员', '张伟 财政所 事业编制'], []])
})

it('财政所所长 is the head of 财政所, whether the book knows it or not', () => {
  const rows = [
    ['姓名', '单位及职务', '编制类型', '身份证号'],
    ['王芳', '财政所所长', '事业编制', id(1)],
    ['张伟', '便民服务中心中心主任', '事业编制', id(2)],
    ['李雷', '水管站站长兼经发办副主任', '事业编制', id(3)],
  ]
  const expected = ['王芳 财政所 事业编制', '张伟 便民服务中心 事业编制', '李雷 水管站 事业编制']
  expect(read([sheetOf(rows)]).people).toEqual(expected)
  const book = bookWith({ 财政所: [], 便民服务中心: [], 水管站: [] })
  expect(read([sheetOf(rows)], { book }).people).toEqual(expected)
})

it('单位及职务 below a heading that names the office holds the post, whole; 职务职级 beside it gives rank, level and grade', () => {
  const rows = [
    ['姓名', '单位及职务', '编制类型', '职务职级', '身份证号'],
    ['一、领导班子（编制3名，实有3名）', '', '', '', ''],
    ['王芳', '党委书记', '行政编制', '正科、二级主任科员', id(1)],
    ['张伟', '党委副书记、镇长', '行政编制', '正科', id(2)],
    ['李雷', '副镇长', '行政编制', '副科、四级主任科员', id(3)],
    ['二、农业综合服务中心（编制4名，实有4名）', '', '', '', ''],
    ['赵敏', '主任', '事业编制', '管理八级', id(4)],
    ['钱立', '科员', '事业编制', '专技十二级', id(5)],
    ['孙婷', '〃', '〃', '', id(6)],
    ['周青', '农业综合服务中心会计', '事业编制', '会计、专技十级', id(7)],
  ]
  const { sheets } = read([sheetOf(rows)])
  const told = sheets[0]?.people.map(({ values }) =>
    ['name', 'unit', 'post', 'rank', 'positionLevel', 'postGrade'].map((field) => shownText(values.get(field)?.cell)),
  )
  expect(told).toEqual([
    ['王芳', '领导班子', '党委书记', '二级主任科员', '正科', ''],
    ['张伟', '领导班子', '党委副书记、镇长', '正科', '', ''],
    ['李雷', '领导班子', '副镇长', '四级主任科员', '副科', ''],
    ['赵敏', '农业综合服务中心', '主任', '', '', '管理八级'],
    ['钱立', '农业综合服务中心', '科员', '', '', '专技十二级'],
    ['孙婷', '农业综合服务中心', '科员', '', '', ''],
    ['周青', '农业综合服务中心', '会计', '', '', '专技十级'],
  ])
})

it('职务职级 alone says the post where it says one', () => {
  const rows = [
    ['姓名', '单位', '编制类型', '职务职级', '身份证号'],
    ['王芳', '党政办公室', '行政编制', '主任、三级主任科员', id(1)],
    ['张伟', '党政办公室', '行政编制', '副科、四级主任科员', id(2)],
    ['李雷', '党政办公室', '行政编制', '科员', id(3)],
  ]
  const { sheets } = read([sheetOf(rows)])
  expect(
    sheets[0]?.people.map(({ values }) =>
      ['post', 'rank', 'positionLevel'].map((field) => shownText(values.get(field)?.cell)),
    ),
  ).toEqual([
    ['主任', '三级主任科员', ''],
    ['', '四级主任科员', '副科'],
    ['科员', '', ''],
  ])
})

it('行政编制6名、实有…，机关工勤编制… beside several names, or over them, is one question of order', () => {
  const cell = '行政编制3名\n实有2名\n机关工勤编制1名\n列入实名制名单1名'
  const beside = sheetOf([
    ['机构名称', '人员编制', '对应实有人员名单'],
    ['党政办公室', cell, '赵建国、钱美玲、孙文斌'],
    ['财政所', '事业编制（全额拨款）2名\n实有2名', '李红、吴静'],
  ])
  const under = sheetOf([
    ['职务', '姓名', '职务', '姓名'],
    ['1、党政办公室（行政编制3名，实有2名；机关工勤编制1名，列入实名制名单1名）', '', '', ''],
    ['主任', '赵建国', '科员', '钱美玲'],
    ['炊事员', '孙文斌', '', ''],
    ['2、财政所（事业编制（全额拨款）2名，实有2名）', '', '', ''],
    ['所长', '李红', '会计', '吴静'],
  ])
  const right = [
    '赵建国 党政办公室 行政编制',
    '钱美玲 党政办公室 行政编制',
    '孙文斌 党政办公室 机关工勤编制',
    '李红 财政所 事业编制（全额拨款）',
    '吴静 财政所 事业编制（全额拨款）',
  ]
  const names = { 'namesIn:*:C': '+' }
  expect(read([beside], { answers: names }).ids).toEqual(['groupCategory:*:order'])
  expect(read([under]).ids).toEqual(['groupCategory:*:order'])
  const order = { 'groupCategory:*:order': '+' }
  expect(read([beside], { answers: { ...names, ...order } }).people).toEqual(right)
  expect(read([under], { answers: order }).people.toSorted()).toEqual(right.toSorted())
  // Otherwise nobody's is guessed.
  expect(read([under], { answers: { 'groupCategory:*:order': '?' } }).ids).toContain('blankCategory:*')
})

it('a 核定表 tells seats by 编制, by 经费形式 and in 备注; 工勤人员 beside 管理人员 are posts', () => {
  const { quotas, ids } = read([
    sheetOf([
      [
        '机构名称',
        '批准文号',
        '编制数',
        '行政编制',
        '机关工勤人员编制',
        '经费形式',
        '经费形式',
        '事业编制结构',
        '事业编制结构',
        '备注',
      ],
      ['', '', '', '', '', '全额拨款', '差额补贴', '管理人员', '工勤人员', ''],
      ['党政办公室', '云编〔2021〕7号', '8', '6', '2', '', '', '', '', ''],
      ['财政所', '云编〔2021〕7号', '4', '', '', '4', '', '', '', ''],
      ['执法队', '云编〔2021〕7号', '5', '', '', '', '', '', '', '事业编制（参公） 5 名未分经费形式'],
    ]),
  ])
  expect(quotas).toEqual([
    '党政办公室 行政编制 6',
    '党政办公室 机关工勤编制 2',
    '财政所 事业编制（全额拨款） 4',
    '执法队 事业编制（参公） 5',
  ])
  expect(ids).toEqual([])
})

it('编制 that some offices tell by their 经费形式 are asked of the others alone', () => {
  const { ids } = read([
    sheetOf([
      ['单位名称', '经费形式', '编制数', '批准文号'],
      ['党政办公室', '', '5', '云编〔2021〕7号'],
      ['财政所', '全额拨款', '4', '云编〔2021〕7号'],
    ]),
  ])
  expect(ids).toEqual(['quotaCategory:*:organ'])
})
