import { AS_OF, ageOf, CIVIL, FULL, inPost, OFFICE, PARTIAL, QUOTAS, TOWN, units, WORKER } from './forms4-book.ts'
import type { Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, crossing, letter, lines, monthWays, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'
import { letterForm } from './kit/letter-form.ts'

/* The eighth forms, of the people of the fourth: what 妇联, 编办, 组织部 and 人社局 send down, in shapes not drawn before. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const man: T = (one) => one.sex === '男'
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const educated =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.education)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const both =
  (first: T, second: T): T =>
  (one) =>
    first(one) && second(one)
const orNone = (text: string): readonly string[] => (text === '' ? ['', '无'] : [text])

/** Women of the institutions, those under the law of servants with them. */
const women = inPost.filter(both(of(CIVIL, FULL, PARTIAL), woman))
const womenOfInstitutions: Form = {
  truth: {
    form: 'S01-事业单位含参公女职工名册',
    file: 'S01-事业单位含参公女职工名册.xlsx',
    about:
      '标题“事业单位（含参公）女职工名册”：事业三类里的女性；出生年月、学历、职称、岗位等级；婚姻状况书里没有，留空；预留 6 行不够，下面的落款要往下让',
    args: ARGS,
    cells: [{ sheet: '女职工', cell: 'A2', expect: [TOWN], within: true }],
    lists: [
      {
        sheet: '女职工',
        under: '序号',
        until: '妇委会主任',
        blocks: [
          { name: 'B', fields: { unit: 'C', birth: 'D', education: 'E', title: 'F', grade: 'G', married: 'H' } },
        ],
        people: asked(women, {
          unit: (one) => [one.unit],
          birth: (one) => monthWays(one.birth.slice(0, 7)),
          education: (one) => [one.education],
          title: (one) => orNone(one.title),
          grade: (one) => orNone(one.grade),
          married: () => [''],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '女职工',
    merges: ['A1:H1', 'A2:H2', 'A10:H10'],
    ruled: [3, 9, 8],
    rows: [
      ['事业单位（含参公）女职工名册', ...blank(7)],
      ['填报单位：', ...blank(7)],
      ['序号', '姓名', '工作单位', '出生年月', '文化程度', '专业技术职称', '岗位等级', '婚姻状况'],
      ...lines(6, 8),
      ['妇委会主任：　　　　　　填表人：　　　　　　填表日期：', ...blank(7)],
    ],
  }),
}

/** Who has come since a year, told in the title. */
const since = inPost.filter((one) => one.entered >= '2015-01')
const cameSince: Form = {
  truth: {
    form: 'S02-2015年以来新进人员名册',
    file: 'S02-2015年以来新进人员名册.xlsx',
    about:
      '标题“2015年以来新进编制人员花名册”：按入编时间限定（含2015年）；进入方式、原单位书里没有，留空；入编时间写 YYYY.MM；编制类型下拉 行政编制,工勤编制,事业编制',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '新进',
        from: 4,
        blocks: [
          { name: 'B', fields: { sex: 'C', id: 'D', unit: 'E', category: 'F', entered: 'G', way: 'H', from: 'I' } },
        ],
        people: asked(since, {
          sex: (one) => [one.sex],
          id: (one) => [one.id],
          unit: (one) => [one.unit],
          category: (one) => [one.category === OFFICE ? OFFICE : one.category === WORKER ? '工勤编制' : '事业编制'],
          entered: (one) => [one.entered.replace('-', '.')],
          way: () => [''],
          from: () => [''],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '新进',
    merges: ['A1:I1', ...'ABCDE'.split('').map((one) => `${one}2:${one}3`), 'F2:I2'],
    ruled: [2, 23, 9],
    choices: { 'F4:F23': ['行政编制', '工勤编制', '事业编制'] },
    rows: [
      ['2015年以来新进编制人员花名册', ...blank(8)],
      ['序号', '姓名', '性别', '身份证号码', '所在机构', '入编情况', ...blank(3)],
      [...blank(5), '编制类型', '入编时间\n（如2015.07）', '进入方式', '原工作单位'],
      ...Array.from({ length: 20 }, (_, at) => [at + 1, ...blank(8)]),
    ],
  }),
}

/** How far people of either sex have studied, by age. */
const studies: Named<Staff> = [
  ['研究生', educated('硕士研究生')],
  ['大学本科', educated('大学本科')],
  ['大学专科', educated('大学专科')],
  ['中专及以下', educated('中等专科', '普通高中', '初中及以下')],
  ['总计', everyone],
]
const sexes: Named<Staff> = [
  ['男', man],
  ['女', woman],
  ['小计', everyone],
]
const studyRows: Named<Staff> = studies.flatMap(([, study]) =>
  sexes.map(([label, sex]) => [label, both(study, sex)] as const),
)
const ages: Named<Staff> = [
  ['合计', everyone],
  ['30岁及以下', aged(0, 30)],
  ['31—35岁', aged(31, 35)],
  ['36—40岁', aged(36, 40)],
  ['41—45岁', aged(41, 45)],
  ['46—50岁', aged(46, 50)],
  ['51岁及以上', aged(51, 99)],
]
const studyByAge: Form = {
  truth: {
    form: 'S03-学历性别和年龄交叉',
    file: 'S03-学历性别和年龄交叉.xlsx',
    about: '行是学历（纵向合并）下分男、女、小计，最后“总计”也分三行；列是合计和六个年龄段，上面合并“年龄结构”',
    args: ARGS,
    cells: crossing(inPost, '学历年龄', [2, 5], studyRows, ages),
    lists: [],
  },
  bytes: drawForm({
    name: '学历年龄',
    merges: ['A1:I1', 'A2:I2', 'A3:B4', 'C3:C4', 'D3:I3', ...studies.map((_, at) => `A${5 + at * 3}:A${7 + at * 3}`)],
    ruled: [3, 4 + studyRows.length, 9],
    rows: [
      ['在编人员学历、性别、年龄交叉统计表', ...blank(8)],
      ['填报单位：　　　　　　　　　　　　　　　　　　　　单位：人', ...blank(8)],
      ['学历', null, '合计', '年龄结构', ...blank(5)],
      [null, null, null, ...ages.slice(1).map(([label]) => label)],
      ...studyRows.map(([label], at) => [at % 3 === 0 ? (studies[at / 3]?.[0] ?? null) : null, label, ...blank(7)]),
    ],
  }),
}

/** Levels of posts by sex, and titles by grade, a sheet each. */
const levelRows: Named<Staff> = [
  ['合计', (one) => one.level !== ''],
  ['乡科级正职', (one) => one.level === '乡科级正职'],
  ['乡科级副职', (one) => one.level === '乡科级副职'],
  ['科员', (one) => one.level === '科员'],
]
const levelColumns: Named<Staff> = [
  ['总数', everyone],
  ['男', man],
  ['女', woman],
  ['汉族', (one) => one.nation === '汉族'],
  ['少数民族', (one) => one.nation !== '汉族'],
]
const titled =
  (...titles: readonly string[]): T =>
  (one) =>
    titles.includes(one.title)
const professional: T = (one) => one.grade.startsWith('专业技术')
const gradeRows: Named<Staff> = [
  ...(['七', '十', '十一', '十二'] as const).map(
    (level) => [`${level}级`, (one: Staff) => one.grade === `专业技术${level}级`] as const,
  ),
  ['合计', professional],
]
const titleColumns: Named<Staff> = [
  ['人数', everyone],
  ['高级', titled('高级农艺师')],
  ['中级', titled('农艺师')],
  ['初级', titled('助理农艺师', '助理工程师')],
  ['其中女性', woman],
]
const levelsAndTitles: Form = {
  truth: {
    form: 'S04-职务层次和职称两张',
    file: 'S04-职务层次和职称两张.xlsx',
    about:
      '第一张公务员（含参公）职务层次 × 性别、民族，合计在最上一行；第二张专业技术岗位等级（七级、十级、十一级、十二级，左边合并“专业技术岗位”）× 职称高级、中级、初级，合计在末行',
    args: ARGS,
    cells: [
      ...crossing(inPost, '职务层次', [1, 4], levelRows, levelColumns),
      ...crossing(inPost.filter(professional), '职称岗位', [2, 4], gradeRows, titleColumns),
    ],
    lists: [],
  },
  bytes: drawForm(
    {
      name: '职务层次',
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'],
      ruled: [2, 3 + levelRows.length, 6],
      rows: [
        ['公务员（含参照管理人员）职务层次构成情况', ...blank(5)],
        ['职务层次', '总数', '性别', null, '民族', null],
        [null, null, '男', '女', '汉族', '少数民族'],
        ...levelRows.map(([label]) => [label, ...blank(5)]),
      ],
    },
    {
      name: '职称岗位',
      merges: ['A1:G1', 'A2:B3', 'C2:C3', 'D2:F2', 'G2:G3', 'A4:A7', 'A8:B8'],
      ruled: [2, 3 + gradeRows.length, 7],
      rows: [
        ['专业技术人员岗位等级和职称情况', ...blank(6)],
        ['岗位等级', null, '人数', '职称', null, null, '其中女性'],
        [null, null, null, '高级', '中级', '初级', null],
        ...gradeRows.map(([label], at) =>
          at === gradeRows.length - 1 ? [label, ...blank(6)] : [at === 0 ? '专业技术岗位' : null, label, ...blank(5)],
        ),
      ],
    },
  ),
}

/** Quotas with the units across: what is approved, there and free, a kind below the other. */
const kinds: readonly (readonly [label: string, categories: readonly string[]])[] = [
  ['行政编制', [OFFICE]],
  ['机关工勤编制', [WORKER]],
  ['参公事业编制', [CIVIL]],
  ['全额拨款事业编制', [FULL]],
  ['差额补贴事业编制', [PARTIAL]],
]
const approved = (categories: readonly string[], unit: string | null) =>
  QUOTAS.filter((one) => categories.includes(one.category) && (unit === null || one.unit === unit)).reduce(
    (sum, one) => sum + one.quota,
    0,
  )
const there = (categories: readonly string[], unit: string | null) =>
  inPost.filter((one) => categories.includes(one.category) && (unit === null || one.unit === unit)).length
const threeNumbers = (categories: readonly string[], unit: string | null): readonly number[] => [
  approved(categories, unit),
  there(categories, unit),
  approved(categories, unit) - there(categories, unit),
]
const columnsOfUnits: readonly (string | null)[] = [null, ...units]
const unitsAcross: Form = {
  truth: {
    form: 'S05-编制使用机构横排',
    file: 'S05-编制使用机构横排.xlsx',
    about:
      '机构横排（全乡合计在最左），行是五类编制（纵向合并）下各三行：核定数、实有数、空编数，五类下面没有合计；没有这类编制的机构填 0 或空',
    args: ARGS,
    cells: kinds.flatMap(([, categories], k) =>
      columnsOfUnits.flatMap((unit, c) =>
        threeNumbers(categories, unit).map((count, line): CellTruth => ({
          sheet: '编制使用',
          cell: `${letter(2 + c)}${4 + k * 3 + line}`,
          expect: number(count),
        })),
      ),
    ),
    lists: [],
  },
  bytes: drawForm({
    name: '编制使用',
    merges: ['A1:L1', 'A2:L2', 'A3:B3', ...kinds.map((_, at) => `A${4 + at * 3}:A${6 + at * 3}`)],
    ruled: [3, 18, 12],
    rows: [
      ['机构编制使用情况一览表', ...blank(11)],
      ['填报单位：　　　　　　　　　　　　　　　　　　　　　　　　单位：名', ...blank(11)],
      ['编制类型', null, '全乡合计', ...units],
      ...kinds.flatMap(([label]) =>
        ['核定数', '实有数', '空编数'].map((word, at) => [at === 0 ? label : null, word, ...blank(10)]),
      ),
    ],
  }),
}

/** A letter with two people a row. */
const twoInARow: Form = {
  truth: {
    form: 'S06-通讯录两人一行文档',
    file: 'S06-通讯录两人一行文档.docx',
    about: '.docx：在编人员通讯录，一行两个人，各有序号、姓名、所在机构、职务、手机号码，22 行放得下 41 人',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '表格1',
        from: 2,
        blocks: [
          { name: 'B', fields: { unit: 'C', post: 'D', phone: 'E' } },
          { name: 'G', fields: { unit: 'H', post: 'I', phone: 'J' } },
        ],
        people: asked(inPost, {
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: letterForm([
    { text: '在编人员通讯录' },
    { text: '填报单位：　　　　　　　　　　填报日期：' },
    {
      rows: [
        ['序号', '姓名', '所在机构', '职务', '手机号码', '序号', '姓名', '所在机构', '职务', '手机号码'],
        ...Array.from({ length: 22 }, () => Array.from({ length: 10 }, () => '')),
      ],
    },
  ]),
}

export const eighthForms: readonly Form[] = [
  womenOfInstitutions,
  cameSince,
  studyByAge,
  levelsAndTitles,
  unitsAcross,
  twoInARow,
]
