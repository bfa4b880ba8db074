import {
  AS_OF,
  ageOf,
  CIVIL,
  FULL,
  inPost,
  lent,
  OFFICE,
  PARTIAL,
  QUOTAS,
  TOWN,
  units,
  WORKER,
  yearsSince,
} from './forms4-book.ts'
import { lentTo, type Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, crossing, lines, monthWays, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'

/* The sixth forms, of the people of the fourth; what each asks is drawn otherwise than before. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const member: T = (one) => one.politics.startsWith('中共')
const minority: T = (one) => one.nation !== '汉族'
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const educated =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.education)
const birthMonth = (one: Staff) => one.birth.slice(0, 7)
const orNone = (text: string): readonly string[] => (text === '' ? ['', '无'] : [text])

/** What is counted stands in two columns at the left; the kinds of 编制 go across. */
const turnedRows: readonly (readonly [group: string, ...Named<Staff>[number]])[] = [
  ['总数', '', everyone],
  ['性别', '男', (one) => one.sex === '男'],
  ['性别', '女', woman],
  ['年龄结构', '35岁及以下', aged(0, 35)],
  ['年龄结构', '36至45岁', aged(36, 45)],
  ['年龄结构', '46至54岁', aged(46, 54)],
  ['年龄结构', '55岁以上', aged(55, 99)],
  ['学历结构', '研究生', educated('硕士研究生')],
  ['学历结构', '大学本科', educated('大学本科')],
  ['学历结构', '大专', educated('大学专科')],
  ['学历结构', '中专及以下', educated('中等专科', '普通高中', '初中及以下')],
  ['政治面貌', '中共党员（含预备）', member],
  ['民族', '少数民族', minority],
]
const turnedColumns: Named<Staff> = [
  ['行政编制', of(OFFICE)],
  ['机关工勤', of(WORKER)],
  ['参公事业', of(CIVIL)],
  ['全额事业', of(FULL)],
  ['差额事业', of(PARTIAL)],
  ['合计', everyone],
]
const turned: Form = {
  truth: {
    form: 'Z01-结构统计竖排指标',
    file: 'Z01-结构统计竖排指标.xlsx',
    about: '指标竖排（大类纵向合并、小类一列：性别、年龄结构、学历结构、政治面貌、民族），编制类别横排，末列合计',
    args: ARGS,
    cells: crossing(
      inPost,
      '结构',
      [2, 4],
      turnedRows.map(([, label, test]) => [label, test] as const),
      turnedColumns,
    ),
    lists: [],
  },
  bytes: drawForm({
    name: '结构',
    merges: ['A1:H1', 'A3:B3', 'A4:B4', 'A5:A6', 'A7:A10', 'A11:A14'],
    ruled: [3, 16, 8],
    rows: [
      ['干部职工队伍结构统计表', ...blank(7)],
      [`填报单位：${TOWN}`, ...blank(6), '单位：人'],
      ['指　　标', null, ...turnedColumns.map(([label]) => label)],
      ...turnedRows.map(([group, label], at) => [
        turnedRows[at - 1]?.[0] === group ? null : group,
        label === '' ? null : label,
        ...blank(6),
      ]),
    ],
  }),
}

/** A list by two conditions of its title; 年龄 and 学历学位 in columns of their own. */
const youngWomen = inPost.filter((one) => woman(one) && ageOf(one) <= 40)
const women: Form = {
  truth: {
    form: 'Z02-40岁以下女干部名册',
    file: 'Z02-40岁以下女干部名册.xlsx',
    about: '标题“40岁以下女干部名册”：性别和年龄两个条件；“40岁以下”含本数；出生年月（岁）一格，工作单位及职务一格',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '女干部',
        from: 4,
        blocks: [{ name: 'B', fields: { nation: 'C', politics: 'E', education: 'F', phone: 'H' } }],
        people: asked(youngWomen, {
          nation: (one) => [one.nation],
          politics: (one) => [one.politics],
          education: (one) => [one.education],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '女干部',
    merges: ['A1:H1', 'A2:H2'],
    ruled: [3, 8, 8],
    rows: [
      ['40岁以下女干部名册', ...blank(7)],
      [`报送单位：${TOWN}妇联　　　　　　　　2026年11月30日`, ...blank(7)],
      ['序号', '姓 名', '民族', '出生年月\n（岁）', '政治\n面貌', '文化\n程度', '工作单位及职务', '手机号码'],
      ...lines(5, 8),
    ],
  }),
}

/** 事业人员 without 参公: said in brackets. */
const institution = inPost.filter((one) => one.category === FULL || one.category === PARTIAL)
const withoutCivil: Form = {
  truth: {
    form: 'Z03-事业人员名册不含参公',
    file: 'Z03-事业人员名册不含参公.xlsx',
    about:
      '标题“事业单位工作人员花名册（不含参公）”；岗位等级、职称、进入编制时间；表格下面有填表说明三行，名单要插在说明之前',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名册',
        from: 3,
        blocks: [
          { name: 'C', fields: { unit: 'B', sex: 'D', id: 'E', category: 'F', grade: 'G', title: 'H', entered: 'I' } },
        ],
        people: asked(institution, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex],
          id: (one) => [one.id],
          category: (one) => [one.category === FULL ? '全额拨款' : '差额补贴', one.category],
          grade: (one) => [one.grade, one.grade.replace('技术', '技术岗位'), one.grade.replace('管理', '管理岗位')],
          title: (one) => orNone(one.title),
          entered: (one) => monthWays(one.entered),
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '名册',
    merges: ['A1:I1', 'A7:I7', 'A8:I8', 'A9:I9'],
    ruled: [2, 6, 9],
    rows: [
      ['事业单位工作人员花名册（不含参公）', ...blank(8)],
      ['序号', '单位', '姓名', '性别', '身份证号码', '编制类型', '岗位等级', '职称', '入编时间'],
      ...lines(4, 9),
      ['填表说明：1.单位填写全称。', ...blank(8)],
      ['2.岗位等级按聘用合同填写。', ...blank(8)],
      ['3.入编时间填写到月。', ...blank(8)],
    ],
  }),
}

/** Numbers of a party committee: years since joining across, sex and education down. */
const members = inPost.filter((one) => one.politics === '中共党员')
const since =
  (from: number, to: number): T =>
  (one) =>
    one.party !== null && yearsSince(one.party) >= from && yearsSince(one.party) <= to
const memberRows: Named<Staff> = [
  ['党员总数', everyone],
  ['其中：女党员', woman],
  ['少数民族党员', minority],
  ['35岁及以下', aged(0, 35)],
  ['大专及以上学历', educated('大学专科', '大学本科', '硕士研究生')],
]
const memberColumns: Named<Staff> = [
  ['合计', everyone],
  ['5年以下', since(0, 4)],
  ['5至9年', since(5, 9)],
  ['10至19年', since(10, 19)],
  ['20年以上', since(20, 99)],
]
const partyYears: Form = {
  truth: {
    form: 'Z04-党员党龄结构',
    file: 'Z04-党员党龄结构.xlsx',
    about:
      '“党员（不含预备党员）党龄结构统计”：行是党员总数、其中女党员、少数民族党员、35岁及以下、大专及以上；列是合计和党龄段',
    args: ARGS,
    cells: crossing(members, '党龄', [1, 5], memberRows, memberColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '党龄',
    merges: ['A1:F1', 'A3:A4', 'B3:B4', 'C3:F3'],
    ruled: [3, 9, 6],
    rows: [
      ['党员（不含预备党员）党龄结构统计表', ...blank(5)],
      ['党委（盖章）：', ...blank(5)],
      ['项目', '合计', '党　龄', ...blank(3)],
      [null, null, ...memberColumns.slice(1).map(([label]) => label)],
      ...memberRows.map(([label]) => [label, ...blank(5)]),
    ],
  }),
}

/** Units printed with numbers, 全乡 on top, what is approved beside who is there. */
const quotaOf = (unit: string) =>
  QUOTAS.filter((one) => unit === '' || one.unit === unit).reduce((sum, one) => sum + one.quota, 0)
const unitRows: Named<Staff> = [
  ['全 乡 总 计', everyone],
  ...units.map((unit): readonly [string, T] => [unit, (one) => one.unit === unit]),
]
const unitColumns: Named<Staff> = [
  ['实有', everyone],
  ['女', woman],
  ['党员', member],
  ['本科及以上', educated('大学本科', '硕士研究生')],
  ['35岁及以下', aged(0, 35)],
]
const byUnit: Form = {
  truth: {
    form: 'Z05-机构带编号总计在上',
    file: 'Z05-机构带编号总计在上.xlsx',
    about:
      '“全 乡 总 计”在第一行，机构印成“1.乡领导班子”“2.党政办公室”…；列：编制数、实有、其中女、党员、本科及以上、35岁及以下；有两列空白手填',
    args: ARGS,
    cells: [
      ...crossing(inPost, '机构', [2, 5], unitRows, unitColumns),
      ...['', ...units].map((unit, at): CellTruth => ({
        sheet: '机构',
        cell: `B${5 + at}`,
        expect: [String(quotaOf(unit))],
      })),
      { sheet: '机构', cell: 'H6', expect: [''] },
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '机构',
    merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:G3', 'H3:H4', 'I3:I4'],
    ruled: [3, 15, 9],
    rows: [
      ['各机构编制和人员情况一览表', ...blank(8)],
      ['（2026年11月30日）', ...blank(8)],
      ['机构', '编制数', '实有人数', '其　中', ...blank(3), '拟增人数', '说明'],
      [null, null, null, '女', '党员', '本科及以上', '35岁及以下', null, null],
      ['全 乡 总 计', ...blank(8)],
      ...units.map((unit, at) => [`${at + 1}.${unit}`, ...blank(8)]),
    ],
  }),
}

/** A card: labels above their cells instead of beside. */
const me = inPost.find((one) => one.inService !== '' && one.party !== null && one.rank !== '') ?? inPost[0]
const labelsAbove: Form = {
  truth: {
    form: 'Z06-人员信息卡标签在上',
    file: 'Z06-人员信息卡标签在上.xlsx',
    about: '一人一张，标签在上、内容在下（一行标签一行空格，三组），出生年月、参加工作时间要“YYYY年M月”，身份证号整行',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells:
      me === undefined
        ? []
        : (
            [
              ['A4', [me.name]],
              ['B4', [me.sex]],
              ['C4', [me.nation]],
              ['D4', [`${birthMonth(me).slice(0, 4)}年${Number(birthMonth(me).slice(5))}月`]],
              ['A6', [me.politics]],
              ['B6', [me.education]],
              ['C6', [`${me.work.slice(0, 4)}年${Number(me.work.slice(5))}月`]],
              ['D6', [me.phone]],
              ['A8', [me.unit]],
              ['B8', [me.post]],
              ['C8', [me.rank]],
              ['D8', [me.category, me.category.replace('编制', '')]],
              ['B9', [me.id]],
            ] as const
          ).map(([cell, expect]): CellTruth => ({ sheet: '卡', cell, expect })),
    lists: [],
  },
  bytes: drawForm({
    name: '卡',
    merges: ['A1:D1', 'A2:D2', 'B9:D9'],
    ruled: [3, 9, 4],
    rows: [
      ['人员信息卡', ...blank(3)],
      ['编号：', ...blank(3)],
      ['姓名', '性别', '民族', '出生年月（××××年×月）'],
      blank(4),
      ['政治面貌', '学历', '参加工作时间（××××年×月）', '联系电话'],
      blank(4),
      ['工作单位', '职务', '职级', '编制类型'],
      blank(4),
      ['身份证号', ...blank(3)],
    ],
  }),
}

/** Two lists side by side: 机关 and 事业, told by the merged head. */
const office = inPost.filter((one) => one.category === OFFICE || one.category === WORKER)
const stations = inPost.filter((one) => one.category !== OFFICE && one.category !== WORKER)
const sideBySide: Form = {
  truth: {
    form: 'Z07-左机关右事业',
    file: 'Z07-左机关右事业.xlsx',
    about: '左右两份名单，上面合并的大表头“机关人员（含工勤）”“事业单位人员（含参公）”各管一半，预留行数不同',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名单',
        from: 4,
        blocks: [{ name: 'B', fields: { unit: 'C', post: 'D' } }],
        people: asked(office, { unit: (one) => [one.unit], post: (one) => [one.post] }),
      },
      {
        sheet: '名单',
        from: 4,
        blocks: [{ name: 'G', fields: { unit: 'H', post: 'I' } }],
        people: asked(stations, { unit: (one) => [one.unit], post: (one) => [one.post] }),
      },
    ],
  },
  bytes: drawForm({
    name: '名单',
    merges: ['A1:I1', 'A2:D2', 'F2:I2'],
    ruled: [2, 24, 9],
    rows: [
      ['在编人员名单', ...blank(8)],
      ['机关人员（含工勤）', ...blank(3), null, '事业单位人员（含参公）', ...blank(3)],
      ['序号', '姓名', '机构', '职务', null, '序号', '姓名', '机构', '职务'],
      ...lines(21, 9),
    ],
  }),
}

/** Who is lent out, with numbers below in a sentence of cells. */
const lentOut: Form = {
  truth: {
    form: 'Z08-借调人员台账',
    file: 'Z08-借调人员台账.xlsx',
    about:
      '“借调（抽调）到上级机关人员台账”：只填借出的人；借调单位、编制所在单位、原职务；下面“机关编制　人，事业编制　人”两格数字',
    args: ARGS,
    cells: [
      { sheet: '台账', cell: 'C10', expect: number(lent.filter((one) => one.category === OFFICE).length) },
      { sheet: '台账', cell: 'C11', expect: number(lent.filter((one) => one.category !== OFFICE).length) },
    ],
    lists: [
      {
        sheet: '台账',
        from: 4,
        blocks: [{ name: 'B', fields: { sex: 'C', unit: 'D', category: 'E', post: 'F', to: 'G' } }],
        people: asked(lent, {
          sex: (one) => [one.sex],
          unit: (one) => [one.unit],
          category: (one) => [one.category],
          post: (one) => [one.post],
          to: (one) => [lentTo(one)],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '台账',
    merges: ['A1:G1', 'A9:B9', 'A10:B10', 'A11:B11'],
    ruled: [3, 11, 7],
    rows: [
      ['借调（抽调）到上级机关人员台账', ...blank(6)],
      ['填报单位：', ...blank(6)],
      ['序号', '姓名', '性别', '编制所在单位', '编制类型', '原职务', '借调到何单位'],
      ...lines(5, 7),
      ['统计', null, '借出人数', ...blank(4)],
      ['行政编制', ...blank(6)],
      ['事业编制', ...blank(6)],
    ],
  }),
}

export const sixthForms: readonly Form[] = [
  turned,
  women,
  withoutCivil,
  partyYears,
  byUnit,
  labelsAbove,
  sideBySide,
  lentOut,
]
