import {
  AS_OF,
  ageOf,
  CIVIL,
  FULL,
  guests,
  inPost,
  lent,
  OFFICE,
  off,
  PARTIAL,
  retiresOn,
  sick,
  TOWN,
  WORKER,
  yearsSince,
} from './forms4-book.ts'
import { lentTo, type Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm, type FormSheet } from './kit/draw-form.ts'
import { asked, blank, lines, monthWays } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'
import { letterForm } from './kit/letter-form.ts'
import { biff } from './kit/write-files.ts'

/* The fourth forms that ask for people: who belongs in a list is told by its title. */

const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const birthMonth = (one: Staff) => one.birth.slice(0, 7)
const dotted = (month: string) => month.replace('-', '.')
const orNone = (text: string): readonly string[] => (text === '' ? ['', '无'] : [text])
const withDegree = (one: Staff): readonly string[] =>
  one.degree === ''
    ? [one.education]
    : [one.education, ...['', '、', '/', '，', ' '].map((mark) => `${one.education}${mark}${one.degree}`)]

const young = inPost.filter((one) => ageOf(one) <= 35)
const youngCadres: Form = {
  truth: {
    form: 'W01-年轻干部名册',
    file: 'W01-年轻干部名册.xlsx',
    about: '标题“35岁以下年轻干部名册”限定年龄；“35岁”含本数；学历学位一格；有年龄列和示例行',
    args: ARGS,
    cells: [{ sheet: '名册', cell: 'A2', expect: [TOWN], within: true }],
    lists: [
      {
        sheet: '名册',
        from: 4,
        blocks: [
          {
            name: 'B',
            fields: { unit: 'C', sex: 'D', birth: 'E', age: 'F', study: 'G', post: 'H', rank: 'I', phone: 'J' },
          },
        ],
        people: asked(young, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex],
          birth: (one) => [dotted(birthMonth(one))],
          age: (one) => [String(ageOf(one))],
          study: withDegree,
          post: (one) => [one.post],
          rank: (one) => orNone(one.rank),
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '名册',
    merges: ['A1:J1', 'A2:F2'],
    ruled: [3, 9, 10],
    rows: [
      ['35岁以下年轻干部名册', ...blank(9)],
      ['填报单位（盖章）：', ...blank(5), '截止日期：2026年11月30日', ...blank(3)],
      ['序号', '姓名', '工作单位', '性别', '出生年月（如1992.05）', '年龄', '学历学位', '现任职务', '职级', '联系电话'],
      ...lines(6, 10),
    ],
  }),
}

const skilled = inPost.filter((one) => one.grade.startsWith('专业技术'))
const professionals: Form = {
  truth: {
    form: 'W02-专业技术人员花名册',
    file: 'W02-专业技术人员花名册.xlsx',
    about: '只填专业技术岗位的人；聘用岗位等级、职称；两行表头；下面“合计：  人”和落款',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: 'Sheet1',
        from: 5,
        blocks: [
          {
            name: 'B',
            fields: { sex: 'C', birth: 'D', unit: 'E', education: 'F', degree: 'G', title: 'H', grade: 'I' },
          },
        ],
        people: asked(skilled, {
          sex: (one) => [one.sex],
          birth: (one) => monthWays(birthMonth(one)),
          unit: (one) => [one.unit],
          education: (one) => [one.education],
          degree: (one) => orNone(one.degree),
          title: (one) => [one.title],
          grade: (one) => [one.grade, one.grade.replace('专业技术', '专业技术岗位')],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: 'Sheet1',
    merges: ['A1:J1', 'A2:E2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:G3', 'H3:I3', 'J3:J4'],
    ruled: [3, 13, 10],
    rows: [
      ['事业单位专业技术人员花名册', ...blank(9)],
      ['填报单位：', ...blank(9)],
      ['序号', '姓名', '性别', '出生年月', '所在单位', '学历学位', null, '专业技术职务聘任情况', null, '备注'],
      [...blank(5), '学历', '学位', '职称', '岗位等级', null],
      ...lines(8, 10),
      ['单位负责人：', ...blank(4), '填表人：', ...blank(4)],
    ],
  }),
}

const members = inPost.filter((one) => one.politics.startsWith('中共'))
const partyRoster: Form = {
  truth: {
    form: 'W03-机关党员花名册',
    file: 'W03-机关党员花名册.xlsx',
    about:
      '标题“党员花名册”只填党员（含预备）；“人员类别”下拉：正式党员、预备党员；民族下拉；入党日期写“YYYY年M月”；籍贯',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '党员',
        from: 4,
        blocks: [
          { name: 'B', fields: { sex: 'C', nation: 'D', native: 'E', id: 'F', kind: 'G', joined: 'H', post: 'I' } },
        ],
        people: asked(members, {
          sex: (one) => [one.sex],
          nation: (one) => [one.nation],
          native: (one) => [one.native],
          id: (one) => [one.id],
          kind: (one) => [one.politics === '中共党员' ? '正式党员' : '预备党员'],
          joined: (one) => (one.party === null ? [''] : [`${one.party.slice(0, 4)}年${Number(one.party.slice(5))}月`]),
          post: (one) => [
            one.post,
            ...['', ' '].map((mark) => `${one.unit}${mark}${one.post}`),
            `${TOWN}${one.unit}${one.post}`,
            `${TOWN}${one.post}`,
          ],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '党员',
    merges: ['A1:I1'],
    ruled: [3, 33, 9],
    choices: { 'G4:G33': ['正式党员', '预备党员'], 'D4:D33': ['汉族', '回族', '苗族', '畲族', '其他'] },
    rows: [
      ['党 员 花 名 册', ...blank(8)],
      ['党组织名称：', ...blank(8)],
      ['序号', '姓名', '性别', '民族', '籍贯', '身份证号', '人员类别', '入党日期（××××年×月）', '工作单位及职务'],
      ...lines(30, 9),
    ],
  }),
}

const sheetsOf: readonly (readonly [name: string, category: string])[] = [
  ['行政', OFFICE],
  ['工勤', WORKER],
  ['参公', CIVIL],
  ['全额事业', FULL],
  ['差额事业', PARTIAL],
]
const byCategory: Form = {
  truth: {
    form: 'W04-一类编制一张',
    file: 'W04-一类编制一张.xlsx',
    about: '五张工作表同一个标题“在编人员花名册”，只有表名说明是哪类编制：行政、工勤、参公、全额事业、差额事业',
    args: ARGS,
    cells: [],
    lists: sheetsOf.map(([name, category]) => ({
      sheet: name,
      from: 3,
      blocks: [{ name: 'C', fields: { unit: 'B', id: 'D', entered: 'E', post: 'F' } }],
      people: asked(
        inPost.filter((one) => one.category === category),
        {
          unit: (one) => [one.unit],
          id: (one) => [one.id],
          entered: (one) => monthWays(one.entered),
          post: (one) => [one.post],
        },
      ),
    })),
  },
  bytes: drawForm(
    ...sheetsOf.map(([name]): FormSheet => ({
      name,
      merges: ['A1:F1'],
      ruled: [2, 12, 6],
      rows: [
        ['在编人员花名册', ...blank(5)],
        ['序号', '单位（站所）', '姓名', '身份证件号', '进入编制时间', '职务（岗位）'],
        ...lines(10, 6),
      ],
    })),
  ),
}

const YEARS = ['2030', '2031', '2032', '2033']
const leaving = inPost.filter((one) => YEARS.includes(retiresOn(one).slice(0, 4)))
const retiring: Form = {
  truth: {
    form: 'W05-到龄退休人员花名册',
    file: 'W05-到龄退休人员花名册.xlsx',
    about: '标题“2030—2033年到龄退休人员花名册”；退休时间写 YYYY-MM；工龄；编制性质',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '退休',
        from: 4,
        blocks: [{ name: 'B', fields: { unit: 'C', category: 'D', birth: 'E', work: 'F', years: 'G', retires: 'H' } }],
        people: asked(leaving, {
          unit: (one) => [one.unit],
          category: (one) => [one.category],
          birth: (one) => monthWays(birthMonth(one)),
          work: (one) => monthWays(one.work),
          years: (one) => [String(yearsSince(one.work))],
          retires: (one) => [retiresOn(one)],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '退休',
    merges: ['A1:H1'],
    ruled: [3, 15, 8],
    rows: [
      ['2030—2033年到龄退休人员花名册', ...blank(7)],
      ['填报单位：', ...blank(7)],
      ['序号', '姓名', '单位', '编制性质', '出生年月', '参加工作年月', '工龄', '到龄退休时间（如2030-05）'],
      ...lines(12, 8),
    ],
  }),
}

const me =
  inPost.find((one) => one.inService !== '' && one.party !== null && one.title !== '') ??
  inPost.find((one) => one.inService !== '' && one.party !== null) ??
  inPost[0]
const card: Form = {
  truth: {
    form: 'W06-工作人员登记表',
    file: 'W06-工作人员登记表.xlsx',
    about: '一人一张：三层合并的学历栏、出生日期 8 位、党龄和年龄、照片格、家庭成员留白、单位意见留给人写',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells:
      me === undefined
        ? []
        : (
            [
              ['B3', [me.name]],
              ['D3', [me.sex]],
              ['F3', [me.birth.replaceAll('-', '')]],
              ['B4', [me.nation]],
              ['D4', [me.native]],
              ['F4', [String(ageOf(me))]],
              ['B5', [me.politics]],
              ['D5', monthWays(me.party)],
              ['F5', monthWays(me.work)],
              ['B6', [me.id]],
              ['F6', [me.phone]],
              ['C7', [me.fullTime]],
              ['C8', [me.inService]],
              ['B9', [me.unit]],
              ['E9', [me.category]],
              ['B10', [me.post]],
              ['E10', monthWays(me.postSince)],
              ['B11', me.rank === '' && me.grade !== '' ? [me.grade] : orNone(me.rank)],
              ['E11', monthWays(me.entered)],
              ['B14', ['']],
              ['B16', ['']],
            ] as const
          ).map(([cell, expect]): CellTruth => ({ sheet: '登记表', cell, expect })),
    lists: [],
  },
  bytes: drawForm({
    name: '登记表',
    merges: [
      'A1:G1',
      'G3:G6',
      'B6:D6',
      'A7:A8',
      'C7:G7',
      'C8:G8',
      'B9:C9',
      'E9:G9',
      'B10:C10',
      'E10:G10',
      'B11:C11',
      'E11:G11',
      'A12:A14',
      'B16:G16',
    ],
    ruled: [3, 16, 7],
    rows: [
      ['工作人员基本情况登记表', ...blank(6)],
      blank(7),
      ['姓　名', null, '性　别', null, '出生日期（8位数字）', null, '照片'],
      ['民　族', null, '籍　贯', null, '年　龄', null, null],
      ['政治面貌', null, '入党时间', null, '参加工作时间', null, null],
      ['公民身份号码', null, null, null, '联系电话', null, null],
      ['学历', '全日制教育', ...blank(5)],
      [null, '在职教育', ...blank(5)],
      ['工作单位', null, null, '编制性质', ...blank(3)],
      ['现任职务（岗位）', null, null, '任现职时间', ...blank(3)],
      [me !== undefined && me.rank === '' ? '岗位等级' : '现职级', null, null, '进编时间', ...blank(3)],
      ['家庭主要成员', '称谓', '姓名', '出生年月', '政治面貌', '工作单位及职务', null],
      blank(7),
      blank(7),
      blank(7),
      ['单位意见', ...blank(6)],
    ],
  }),
}

const SEX: Readonly<Record<string, string>> = { 男: '01-男', 女: '02-女' }
const EDUCATION: Readonly<Record<string, string>> = {
  硕士研究生: '1研究生',
  大学本科: '2大学本科',
  大学专科: '3大学专科',
  中等专科: '4中专及以下',
}
const KIND: Readonly<Record<string, string>> = {
  [OFFICE]: '行政',
  [WORKER]: '工勤',
  [CIVIL]: '事业（参公）',
  [FULL]: '事业（全额）',
  [PARTIAL]: '事业（差额）',
}
const collection: Form = {
  truth: {
    form: 'W07-信息采集表',
    file: 'W07-信息采集表.xlsx',
    about:
      '表头在第 4 行，下有栏号行 (1)(2)…；下拉：性别 01-男、学历 1研究生…、编制性质 事业（全额）…（来自隐藏表）；出生日期 YYYY/MM/DD，入编时间 6 位',
    args: ARGS,
    cells: [{ sheet: '采集', cell: 'A2', expect: [TOWN], within: true }],
    lists: [
      {
        sheet: '采集',
        from: 6,
        blocks: [
          { name: 'C', fields: { unit: 'B', sex: 'D', id: 'E', birth: 'F', study: 'G', kind: 'H', entered: 'I' } },
        ],
        people: asked(inPost, {
          unit: (one) => [one.unit],
          sex: (one) => [SEX[one.sex] ?? ''],
          id: (one) => [one.id],
          birth: (one) => [one.birth.replaceAll('-', '/')],
          study: (one) => [EDUCATION[one.education] ?? ''],
          kind: (one) => [KIND[one.category] ?? ''],
          entered: (one) => [one.entered.replace('-', '')],
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '采集',
      merges: ['A1:I1', 'A2:D2', 'A3:I3'],
      ruled: [4, 25, 9],
      choices: { 'D6:D65': ['01-男', '02-女'], 'G6:G65': '=字典!$A$1:$A$4', 'H6:H65': '=字典!$B$1:$B$5' },
      rows: [
        ['机关事业单位在编人员信息采集表', ...blank(8)],
        ['单位名称：', ...blank(8)],
        ['填写要求：1.出生日期按 YYYY/MM/DD 填写；2.入编时间填 6 位数字；3.有下拉的从下拉中选。', ...blank(8)],
        [
          '序号',
          '所在机构',
          '姓名',
          '性别',
          '身份证件号',
          '出生日期\n（YYYY/MM/DD）',
          '学历',
          '编制性质',
          '入编时间\n（6位数字）',
        ],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
        ...lines(20, 9),
      ],
    },
    {
      name: '字典',
      hidden: true,
      rows: [
        ['1研究生', '行政'],
        ['2大学本科', '工勤'],
        ['3大学专科', '事业（参公）'],
        ['4中专及以下', '事业（全额）'],
        [null, '事业（差额）'],
      ],
    },
  ),
}

const away: Form = {
  truth: {
    form: 'W08-借出借入病休三块',
    file: 'W08-借出借入病休三块.xlsx',
    about: '一张表三块：一、借出人员；二、借入人员；三、长期病休人员；借调单位、起止时间',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '情况',
        under: '一、借出人员',
        until: '二、借入人员',
        blocks: [{ name: 'B', fields: { unit: 'C', to: 'D', category: 'F' } }],
        people: asked(lent, {
          unit: (one) => [one.unit],
          to: (one) => [lentTo(one)],
          category: (one) => [one.category],
        }),
      },
      {
        sheet: '情况',
        under: '二、借入人员',
        until: '三、长期病休人员',
        blocks: [{ name: 'B', fields: { unit: 'C' } }],
        people: asked(guests, { unit: (one) => [one.unit] }),
      },
      {
        sheet: '情况',
        under: '三、长期病休人员',
        blocks: [{ name: 'B', fields: { unit: 'C', since: 'D', category: 'F' } }],
        people: asked(sick === undefined ? [] : [sick], {
          unit: (one) => [one.unit],
          since: () => ['2026-04-01', '2026.04.01', '20260401', ...monthWays('2026-04')],
          category: (one) => [one.category],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '情况',
    merges: ['A1:F1', 'A2:F2', 'A7:F7', 'A12:F12'],
    ruled: [2, 15, 6],
    rows: [
      ['借调和不在岗人员情况表', ...blank(5)],
      ['一、借出人员', ...blank(5)],
      ['序号', '姓名', '所在机构', '借往单位', '借出时间', '编制类型'],
      ...lines(3, 6),
      ['二、借入人员', ...blank(5)],
      ['序号', '姓名', '借用机构', '派出单位', '借入时间', '备注'],
      ...lines(3, 6),
      ['三、长期病休人员', ...blank(5)],
      ['序号', '姓名', '所在机构', '病休起始时间', '职务', '编制类型'],
      ...lines(2, 6),
    ],
  }),
}

const outside: Form = {
  truth: {
    form: 'W09-编外聘用花名册97',
    file: 'W09-编外聘用花名册97.xls',
    about: '.xls：第一张编外聘用人员花名册（用工形式、用人部门），第二张用工形式 × 男女、35岁以下的人数',
    args: ARGS,
    cells: ['公益性岗位', '劳务派遣', '自聘', '政府购买服务'].flatMap((kind, r): readonly CellTruth[] => {
      const here = off.filter((one) => one.category === kind)
      return [
        here,
        here.filter((one) => one.sex === '男'),
        here.filter((one) => one.sex === '女'),
        here.filter((one) => ageOf(one) <= 35),
      ].map((list, c) => ({
        sheet: '统计',
        cell: `${'BCDE'[c] ?? 'B'}${3 + r}`,
        expect: list.length === 0 ? ['0', ''] : [String(list.length)],
      }))
    }),
    lists: [
      {
        sheet: '花名册',
        from: 4,
        blocks: [{ name: 'B', fields: { sex: 'C', birth: 'D', kind: 'E', unit: 'F', post: 'G', phone: 'H' } }],
        people: asked(off, {
          sex: (one) => [one.sex],
          birth: (one) => monthWays(birthMonth(one)),
          kind: (one) => [one.category],
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: Promise.resolve(
    biff(
      {
        name: '花名册',
        merges: ['A1:H1'],
        rows: [
          ['编外聘用人员花名册', ...blank(7)],
          ['填报单位：', ...blank(7)],
          ['序号', '姓名', '性别', '出生年月', '用工形式', '用人部门', '从事岗位', '联系方式'],
          ...lines(4, 8),
        ],
      },
      {
        name: '统计',
        merges: ['A1:E1'],
        rows: [
          ['编外聘用人员统计', ...blank(4)],
          ['用工形式', '人数', '男', '女', '35岁以下'],
          ...['公益性岗位', '劳务派遣', '自聘', '政府购买服务'].map((kind) => [kind, ...blank(4)]),
        ],
      },
    ),
  ),
}

const leaders = inPost.filter((one) => one.unit === '乡领导班子')
const letter: Form = {
  truth: {
    form: 'W10-班子成员和女干部文档',
    file: 'W10-班子成员和女干部文档.docx',
    about: '.docx：表一“领导班子成员名册”只填班子；表二“女干部名册”只填女的；年月写 1975.08',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '表格1',
        from: 2,
        blocks: [{ name: 'B', fields: { post: 'C', birth: 'D', level: 'E', since: 'F' } }],
        people: asked(leaders, {
          post: (one) => [one.post],
          birth: (one) => [dotted(birthMonth(one))],
          level: (one) => [one.level],
          since: (one) => [dotted(one.postSince)],
        }),
      },
      {
        sheet: '表格2',
        from: 2,
        blocks: [{ name: 'B', fields: { unit: 'C', politics: 'D', education: 'E' } }],
        people: asked(
          inPost.filter((one) => one.sex === '女'),
          { unit: (one) => [one.unit], politics: (one) => [one.politics], education: (one) => [one.education] },
        ),
      },
    ],
  },
  bytes: letterForm([
    { text: '领导班子成员名册' },
    {
      rows: [
        ['序号', '姓名', '职务', '出生年月（如1975.08）', '职务层次', '任现职时间（如2021.06）'],
        ...Array.from({ length: 4 }, () => ['', '', '', '', '', '']),
      ],
    },
    { text: '女干部名册' },
    {
      rows: [
        ['序号', '姓名', '所在机构', '政治面貌', '学历'],
        ...Array.from({ length: 5 }, () => ['', '', '', '', '']),
      ],
    },
  ]),
}

export const fourthListForms: readonly Form[] = [
  youngCadres,
  professionals,
  partyRoster,
  byCategory,
  retiring,
  card,
  collection,
  away,
  outside,
  letter,
]
