import {
  AS_OF,
  ageOf,
  CIVIL,
  FULL,
  inPost,
  lent,
  OFFICE,
  PARTIAL,
  retiresOn,
  sick,
  TOWN,
  WORKER,
} from './forms9-book.ts'
import type { Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, lines, monthWays } from './kit/form-parts.ts'

/* The ninth forms, lists: what a county asks of people at work, of an office, of the young, of newcomers, of those who go, are lent or hold a title. */

const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const CARRIED = [CIVIL, FULL, PARTIAL]
export const institutional = inPost.filter((one) => CARRIED.includes(one.category))
const orNone = (text: string): readonly string[] => (text === '' ? ['', '无', '—', '/'] : [text])
const dotted = (month: string) => month.slice(0, 7).replace('-', '.')
const wordy = (month: string): readonly string[] => {
  const [year, at] = [month.slice(0, 4), month.slice(5, 7)]
  return [`${year}年${at}月`, `${year}年${Number(at)}月`]
}
/** 学历 and 学位 in one cell, in the ways people join them. */
const learning = (one: Staff): readonly string[] =>
  one.degree === ''
    ? [one.education, `${one.education}、无`, `${one.education}/无`]
    : ['', '、', '/', '，', ',', '；', '（'].map(
        (mark) => `${one.education}${mark}${one.degree}${mark === '（' ? '）' : ''}`,
      )
export const seat = (one: Staff): readonly string[] => [`${one.unit}${one.post}`, `${TOWN}${one.unit}${one.post}`]
/** 出生年月（岁） in one cell. */
const bornAged = (one: Staff): readonly string[] =>
  monthWays(one.birth.slice(0, 7)).flatMap((month) =>
    [`（${ageOf(one)}岁）`, `(${ageOf(one)}岁)`, `（${ageOf(one)}）`, `(${ageOf(one)})`].map((age) => `${month}${age}`),
  )

const POLITICS: Readonly<Record<string, string>> = {
  中共党员: '01.中共党员',
  中共预备党员: '02.中共预备党员',
  共青团员: '03.共青团员',
  群众: '13.群众',
}
const STUDIES: Readonly<Record<string, string>> = {
  硕士研究生: '研究生',
  大学本科: '本科',
  大学专科: '专科',
  中等专科: '中专及以下',
}
const FUNDING: Readonly<Record<string, string>> = { [CIVIL]: '参公', [FULL]: '全额', [PARTIAL]: '差额' }
const atWork = institutional.filter((one) => !lent.includes(one) && one !== sick)
const peopleAtWork: Form = {
  truth: {
    form: 'U01-事业编制在岗人员采集表',
    file: 'U01-事业编制在岗人员采集表.xlsx',
    about:
      '标题“事业编制在岗人员信息采集表”，表下注明借调外出、长期病休的不填；表头下一行填写要求、一行示例；下拉有代码，出生日期8位数字，入编时间 yyyy.mm；没有岗位等级的留空',
    args: ARGS,
    cells: [{ sheet: '采集表', cell: 'A2', expect: [TOWN], within: true }],
    lists: [
      {
        sheet: '采集表',
        from: 6,
        blocks: [
          {
            name: 'C',
            fields: {
              unit: 'B',
              sex: 'D',
              birth: 'E',
              nation: 'F',
              politics: 'G',
              education: 'H',
              category: 'I',
              entered: 'J',
              grade: 'K',
              phone: 'L',
              remark: 'M',
            },
          },
        ],
        people: asked(atWork, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex === '男' ? '1.男' : '2.女'],
          birth: (one) => [one.birth.replaceAll('-', '')],
          nation: (one) => [one.nation],
          politics: (one) => [POLITICS[one.politics] ?? ''],
          education: (one) => [STUDIES[one.education] ?? ''],
          category: (one) => [FUNDING[one.category] ?? ''],
          entered: (one) => [dotted(one.entered)],
          grade: (one) => orNone(one.grade),
          phone: (one) => [one.phone],
          remark: () => ['', '无'],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '采集表',
    merges: ['A1:M1', 'A2:M2', 'A36:M36'],
    ruled: [3, 35, 13],
    choices: {
      'D6:D35': ['1.男', '2.女'],
      'F6:F35': ['汉族', '回族', '苗族', '畲族', '其他'],
      'G6:G35': Object.values(POLITICS),
      'H6:H35': ['研究生', '本科', '专科', '中专及以下'],
      'I6:I35': ['参公', '全额', '差额'],
    },
    rows: [
      ['事业编制在岗人员信息采集表', ...blank(12)],
      ['单位（盖章）：', ...blank(12)],
      [
        '序号',
        '*单位名称',
        '*姓名',
        '*性别',
        '*出生日期',
        '*民族',
        '*政治面貌',
        '*文化程度',
        '*经费形式',
        '*入编时间',
        '岗位等级',
        '联系电话',
        '备注',
      ],
      [
        '填写要求',
        '填全称',
        '与身份证一致',
        '下拉选择',
        '8位数字',
        '下拉选择',
        '下拉选择',
        '下拉选择',
        '下拉选择',
        'yyyy.mm',
        '事业单位填写',
        '手机',
        null,
      ],
      [
        '示例',
        '某某中心',
        '张某某',
        '1.男',
        '19800102',
        '汉族',
        '13.群众',
        '本科',
        '全额',
        '2005.07',
        '管理九级',
        null,
        null,
      ],
      ...lines(30, 13),
      ['注：借调外出、长期病休人员不在本表填报。', ...blank(12)],
    ],
  }),
}

const ofOffice = inPost.filter((one) => one.unit === '党政办公室')
const young = institutional.filter((one) => ageOf(one) <= 35)
const officeAndYoung: Form = {
  truth: {
    form: 'U02-党政办公室和青年人员',
    file: 'U02-党政办公室和青年人员.xlsx',
    about:
      '表一（有保护）“党政办公室在编人员花名册”：序号印好 1–10，B 列“人员编码”隐藏、留空，出生日期 yyyy-mm-dd，任现职时间 yyyy.mm；表二“35岁以下事业编制（含参公）青年人员名册”：出生年月（岁）、学历学位、单位及职务各写一格',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '党政办',
        from: 4,
        blocks: [
          {
            name: 'C',
            fields: { code: 'B', sex: 'D', birth: 'E', id: 'F', category: 'G', post: 'H', rank: 'I', since: 'J' },
          },
        ],
        people: asked(ofOffice, {
          code: () => [''],
          sex: (one) => [one.sex],
          birth: (one) => [one.birth],
          id: (one) => [one.id],
          category: (one) => (one.category === WORKER ? [WORKER, '工勤编制', '工勤'] : [OFFICE, '行政']),
          post: (one) => [one.post],
          rank: (one) => orNone(one.rank),
          since: (one) => [dotted(one.postSince)],
        }),
      },
      {
        sheet: '青年',
        from: 3,
        blocks: [{ name: 'B', fields: { sex: 'C', born: 'D', learning: 'E', seat: 'F', politics: 'G', award: 'H' } }],
        people: asked(young, {
          sex: (one) => [one.sex],
          born: bornAged,
          learning,
          seat,
          politics: (one) => [one.politics],
          award: () => [''],
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '党政办',
      guarded: true,
      hiddenColumns: ['B'],
      merges: ['A1:J1', 'A2:J2'],
      ruled: [3, 13, 10],
      rows: [
        ['党政办公室在编人员花名册', ...blank(9)],
        ['报送时间：', ...blank(9)],
        [
          '序号',
          '人员编码',
          '姓名',
          '性别',
          '出生日期\n（yyyy-mm-dd）',
          '公民身份号码',
          '编制类别',
          '职务',
          '职级',
          '任现职务时间\n（yyyy.mm）',
        ],
        ...Array.from({ length: 10 }, (_, at) => [at + 1, ...blank(9)]),
      ],
    },
    {
      name: '青年',
      merges: ['A1:H1'],
      ruled: [2, 14, 8],
      rows: [
        ['35岁以下事业编制（含参公）青年人员名册', ...blank(7)],
        ['序号', '姓名', '性别', '出生年月\n（岁）', '学历学位', '单位及职务', '政治面貌', '获奖情况'],
        ...Array.from({ length: 12 }, (_, at) => [at + 1, ...blank(7)]),
      ],
    },
  ),
}

const newcomers = inPost.filter((one) => one.entered >= '2023-12')
const NEW_GROUPS: readonly (readonly [title: string, people: readonly Staff[]])[] = [
  ['一、机关', newcomers.filter((one) => one.category === OFFICE)],
  ['二、事业单位（含参公）', newcomers.filter((one) => CARRIED.includes(one.category))],
]
const lately: Form = {
  truth: {
    form: 'U03-近三年新进人员分组',
    file: 'U03-近三年新进人员分组.xlsx',
    about:
      '标题“近三年新进在编人员花名册”（2023年没有人进，怎么算都一样）；一个表头下两组“一、机关”“二、事业单位（含参公）”，第二组三行不够；出生年月 ××××年××月，入编时间 6位数字；招录方式书里没有，留空',
    args: ARGS,
    cells: [],
    lists: NEW_GROUPS.map(([title, people], at) => ({
      sheet: '新进人员',
      under: title,
      until: NEW_GROUPS[at + 1]?.[0] ?? '审核人',
      blocks: [
        {
          name: 'B',
          fields: { sex: 'C', birth: 'D', learning: 'E', seat: 'F', work: 'G', entered: 'H', way: 'I' },
        },
      ],
      people: asked(people, {
        sex: (one) => [one.sex],
        birth: (one) => wordy(one.birth),
        learning,
        seat,
        work: (one) => monthWays(one.work),
        entered: (one) => [one.entered.replace('-', '')],
        way: () => [''],
      }),
    })),
  },
  bytes: drawForm({
    name: '新进人员',
    merges: ['A1:I1', 'A3:I3', 'A7:I7', 'A11:I11'],
    ruled: [2, 10, 9],
    rows: [
      ['近三年新进在编人员花名册', ...blank(8)],
      [
        '序号',
        '姓名',
        '性别',
        '出生年月\n（××××年××月）',
        '学历学位',
        '工作单位及职务',
        '参加工作时间',
        '入编时间\n（6位数字）',
        '招录（聘）方式',
      ],
      [NEW_GROUPS[0]?.[0] ?? null, ...blank(8)],
      ...lines(3, 9),
      [NEW_GROUPS[1]?.[0] ?? null, ...blank(8)],
      ...lines(3, 9),
      ['审核人：　　　　　　　　　填报人：　　　　　　　　　联系电话：', ...blank(8)],
    ],
  }),
}

const going = inPost.filter((one) => retiresOn(one) >= '2027-01' && retiresOn(one) <= '2028-12')
const titled = inPost.filter((one) => one.grade.startsWith('专业技术'))
const away = (one: Staff) => /借调到(.+)（(\S+?)至(\S+?)）/.exec(one.remark) ?? []
const goingLentTitled: Form = {
  truth: {
    form: 'U04-退休借调专技三张',
    file: 'U04-退休借调专技三张.xlsx',
    about:
      '三张：“2027—2028年达到法定退休年龄人员预报表”（拟退休时间 yyyy.mm，按渐进式延迟算）；“借调在外人员备案表”（借入单位、起、止两列在“借调时间”下）；“事业单位专业技术岗位人员联系表”（左右两人一行，预留十行）',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '附表1退休',
        from: 3,
        blocks: [
          {
            name: 'C',
            fields: { unit: 'B', sex: 'D', birth: 'E', work: 'F', post: 'G', category: 'H', leaves: 'I', remark: 'J' },
          },
        ],
        people: asked(going, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex],
          birth: (one) => monthWays(one.birth.slice(0, 7)),
          work: (one) => monthWays(one.work),
          post: (one) => [one.post],
          category: (one) => [one.category],
          leaves: (one) => [dotted(retiresOn(one))],
          remark: () => ['', '无'],
        }),
      },
      {
        sheet: '附表2借调',
        from: 4,
        blocks: [{ name: 'B', fields: { sex: 'C', unit: 'D', post: 'E', to: 'F', from: 'G', until: 'H' } }],
        people: asked(lent, {
          sex: (one) => [one.sex],
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          to: (one) => [away(one)[1] ?? ''],
          from: (one) => monthWays(away(one)[2] ?? null),
          until: (one) => monthWays(away(one)[3] ?? null),
        }),
      },
      {
        sheet: '附表3专技',
        from: 3,
        blocks: [
          { name: 'B', fields: { title: 'C', unit: 'D', phone: 'E' } },
          { name: 'G', fields: { title: 'H', unit: 'I', phone: 'J' } },
        ],
        people: asked(titled, {
          title: (one) => [one.title],
          unit: (one) => [one.unit],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '附表1退休',
      merges: ['A1:J1'],
      ruled: [2, 8, 10],
      rows: [
        ['2027—2028年达到法定退休年龄人员预报表', ...blank(9)],
        [
          '序号',
          '单位',
          '姓名',
          '性别',
          '出生年月',
          '参加工作时间',
          '现任职务',
          '编制类型',
          '拟退休时间\n（yyyy.mm）',
          '备注',
        ],
        ...lines(6, 10),
      ],
    },
    {
      name: '附表2借调',
      merges: ['A1:H1', ...'ABCDEF'.split('').map((one) => `${one}2:${one}3`), 'G2:H2'],
      ruled: [2, 7, 8],
      rows: [
        ['借调在外人员备案表', ...blank(7)],
        ['序号', '姓名', '性别', '编制所在机构', '职务', '借入单位', '借调时间', null],
        [...blank(6), '起', '止'],
        ...lines(4, 8),
      ],
    },
    {
      name: '附表3专技',
      merges: ['A1:J1'],
      ruled: [2, 12, 10],
      rows: [
        ['事业单位专业技术岗位人员联系表', ...blank(9)],
        ['序号', '姓名', '职称', '所在单位', '手机号', '序号', '姓名', '职称', '所在单位', '手机号'],
        ...lines(10, 10),
      ],
    },
  ),
}

export const ninthListForms: readonly Form[] = [peopleAtWork, officeAndYoung, lately, goingLentTitled]
