import {
  AS_OF,
  ageOf,
  cardPerson,
  CIVIL,
  FULL,
  guests,
  inOrder,
  inPost,
  lent,
  lentTo,
  off,
  OFFICE,
  PARTIAL,
  retiresOn,
  TOWN,
  units,
  WORKER,
  yearsSince,
  type Staff,
} from './forms2-book.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, lines, monthWays } from './kit/form-parts.ts'
import type { Form } from './forms-lists.ts'
import { letterForm } from './kit/letter-form.ts'

/* The second forms that ask for people. */

const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const day = (one: Staff) => one.birth
const birthMonth = (one: Staff) => one.birth.slice(0, 7)

const POLITICS: Readonly<Record<string, string>> = {
  中共党员: '01中共党员',
  中共预备党员: '02中共预备党员',
  共青团员: '03共青团员',
  群众: '13群众',
}
const EDUCATION: Readonly<Record<string, string>> = {
  硕士研究生: '硕士研究生',
  大学本科: '大学本科',
  大学专科: '大学专科',
  中等专科: '中专',
}
const quotaWord = (one: Staff) =>
  one.category === OFFICE ? '行政编制' : one.category === WORKER ? '工勤编制' : '事业编制'

const realName: Form = {
  truth: {
    form: 'U01-实名制信息表',
    file: 'U01-实名制信息表.xlsx',
    about:
      '表头下有一行填写要求、一行示例（序号写“例”）；下拉有代码；出生日期 YYYY-MM-DD（身份证上有日），入编时间 YYYY-MM；事业人员才填经费形式不问',
    args: ARGS,
    cells: [
      { sheet: '人员信息', cell: 'A2', expect: [TOWN], within: true },
      { sheet: '人员信息', cell: 'C5', expect: ['张某某'] },
    ],
    lists: [
      {
        sheet: '人员信息',
        from: 6,
        blocks: [
          {
            name: 'C',
            fields: {
              unit: 'B',
              sex: 'D',
              id: 'E',
              birth: 'F',
              nation: 'G',
              politics: 'H',
              education: 'I',
              category: 'J',
              entered: 'K',
              post: 'L',
              rank: 'M',
              phone: 'N',
            },
          },
        ],
        people: asked(inOrder, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex === '男' ? '1男' : '2女'],
          id: (one) => [one.id],
          birth: (one) => [day(one)],
          nation: (one) => [one.nation],
          politics: (one) => [POLITICS[one.politics] ?? ''],
          education: (one) => [EDUCATION[one.education] ?? ''],
          category: (one) => [quotaWord(one)],
          entered: (one) => [one.entered],
          post: (one) => [one.post],
          rank: (one) => [one.rank],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '填表说明',
      rows: [
        ['填 表 说 明'],
        ['一、本表由各乡镇（街道）填报，统计在编在册人员。'],
        ['二、带*的为必填项，下拉项请从下拉框中选择，不得自行录入。'],
        ['三、姓名、身份证号须与公安户籍信息一致。'],
      ],
    },
    {
      name: '人员信息',
      merges: ['A1:N1', 'A2:D2'],
      ruled: [3, 20, 14],
      rows: [
        ['机构编制实名制人员信息采集表', ...blank(13)],
        ['填报单位（盖章）：', ...blank(8), '填报时间：    年  月  日', ...blank(4)],
        [
          '序号',
          '*单位（内设机构）',
          '*姓名',
          '*性别',
          '*公民身份号码',
          '*出生日期',
          '*民族',
          '*政治面貌',
          '*学历',
          '*编制类型',
          '*入编时间',
          '现任职务',
          '职级',
          '联系电话',
        ],
        [
          null,
          '填全称',
          null,
          '下拉选择',
          '18位',
          '格式：YYYY-MM-DD',
          '下拉选择',
          '下拉选择',
          '最高学历',
          '下拉选择',
          '格式：YYYY-MM',
          null,
          '公务员填写',
          null,
        ],
        [
          '例',
          '党政办公室',
          '张某某',
          '1男',
          '360000199001010000',
          '1990-01-01',
          '汉族',
          '01中共党员',
          '大学本科',
          '行政编制',
          '2015-07',
          '科员',
          '四级主任科员',
          '13800000000',
        ],
        ...Array.from({ length: 15 }, (_, at) => [at + 1, ...blank(13)]),
      ],
      choices: {
        'D5:D20': ['1男', '2女'],
        'G5:G20': ['汉族', '回族', '苗族', '畲族', '土家族', '满族', '其他'],
        'H5:H20': Object.values(POLITICS),
        'I5:I20': ['博士研究生', '硕士研究生', '大学本科', '大学专科', '中专', '高中及以下'],
        'J5:J20': ['行政编制', '政法专项编制', '事业编制', '工勤编制'],
      },
    },
  ),
}

const section = inPost.filter((one) => one.level.startsWith('乡科级'))
const cadres: Form = {
  truth: {
    form: 'U02-科级干部名册',
    file: 'U02-科级干部名册.xlsx',
    about: '标题写“科级干部”；两层表头（学历学位：全日制、在职）；年月写成 1985.06；最后一列“任现职年限”书里没有要留空',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '科级干部',
        from: 5,
        blocks: [
          {
            name: 'B',
            fields: {
              sex: 'C',
              nation: 'D',
              native: 'E',
              birth: 'F',
              party: 'G',
              work: 'H',
              full: 'I',
              service: 'J',
              post: 'K',
              since: 'L',
              level: 'M',
            },
          },
        ],
        people: asked(section, {
          sex: (one) => [one.sex],
          nation: (one) => [one.nation, one.nation.replace('族', '')],
          native: (one) => [one.native],
          birth: (one) => [birthMonth(one).replace('-', '.')],
          party: (one) => [one.party === null ? '' : one.party.replace('-', '.')],
          work: (one) => [one.work.replace('-', '.')],
          full: (one) => [one.fullTime],
          service: (one) => [one.inService],
          post: (one) => [one.post],
          since: (one) => [one.postSince.replace('-', '.')],
          level: (one) => [one.level],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '科级干部',
    merges: [
      'A1:N1',
      'A3:A4',
      'B3:B4',
      'C3:C4',
      'D3:D4',
      'E3:E4',
      'F3:F4',
      'G3:G4',
      'H3:H4',
      'I3:J3',
      'K3:K4',
      'L3:L4',
      'M3:M4',
      'N3:N4',
    ],
    ruled: [3, 14, 14],
    rows: [
      ['××县乡镇科级干部名册', ...blank(13)],
      ['单位：', ...blank(9), '统计截止时间：', ...blank(3)],
      [
        '序号',
        '姓名',
        '性别',
        '民族',
        '籍贯',
        '出生年月\n（如1970.01）',
        '入党时间\n（如1998.07）',
        '参加工作时间\n（如1990.08）',
        '学历',
        null,
        '现任职务',
        '任现职时间\n（如2021.05）',
        '职务层次',
        '备注',
      ],
      [...blank(8), '全日制教育', '在职教育', ...blank(4)],
      ...lines(10, 14),
    ],
  }),
}

const borrowed: Form = {
  truth: {
    form: 'U09-借调清理表',
    file: 'U09-借调清理表.xlsx',
    about: '一、借调到外单位人员；二、从外单位借入人员；两块列不同',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '借调人员',
        under: '一、',
        until: '二、',
        blocks: [{ name: 'B', fields: { sex: 'C', unit: 'D', category: 'E', to: 'F' } }],
        people: asked(lent, {
          sex: (one) => [one.sex],
          unit: (one) => [one.unit],
          category: (one) => [one.category],
          to: (one) => [lentTo(one)],
        }),
      },
      {
        sheet: '借调人员',
        under: '二、',
        until: '填表人',
        blocks: [{ name: 'B', fields: { sex: 'C', unit: 'D', post: 'E' } }],
        people: asked(
          guests.filter((one) => one.category === '借入'),
          { sex: (one) => [one.sex], unit: (one) => [one.unit], post: (one) => [one.post] },
        ),
      },
    ],
  },
  bytes: drawForm({
    name: '借调人员',
    merges: ['A1:G1'],
    rows: [
      ['机关事业单位借调人员清理情况统计表', ...blank(6)],
      ['填报单位（盖章）：', ...blank(6)],
      ['一、借出人员（编制在本单位、在外单位工作）', ...blank(6)],
      ['序号', '姓名', '性别', '编制所在单位', '编制类型', '借往单位', '备注'],
      ...lines(4, 7),
      ['二、借入人员（编制在外单位、在本单位工作）', ...blank(6)],
      ['序号', '姓名', '性别', '现所在部门', '岗位', '借调时间', '备注'],
      ...lines(4, 7),
      ['填表人：', ...blank(6)],
    ],
  }),
}

const KIND: Readonly<Record<string, string>> = {
  劳务派遣: '劳务派遣',
  公益性岗位: '公益性岗位',
  政府购买服务: '购买服务',
}
const offQuota: Form = {
  truth: {
    form: 'U10-编外人员摸底表',
    file: 'U10-编外人员摸底表.xlsx',
    about: '编外人员：用工形式下拉写“购买服务”；年龄；学历下拉是“研究生、本科、大专、中专及以下”',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '编外',
        from: 4,
        blocks: [
          {
            name: 'B',
            fields: { sex: 'C', age: 'D', education: 'E', id: 'F', unit: 'G', post: 'H', kind: 'I', phone: 'J' },
          },
        ],
        people: asked(off, {
          sex: (one) => [one.sex],
          age: (one) => [String(ageOf(one))],
          education: (one) => [
            { 硕士研究生: '研究生', 大学本科: '本科', 大学专科: '大专', 中等专科: '中专及以下' }[one.education] ?? '',
          ],
          id: (one) => [one.id],
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          kind: (one) => [KIND[one.category] ?? ''],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '编外',
    merges: ['A1:J1'],
    ruled: [3, 12, 10],
    rows: [
      ['乡镇编外聘用人员情况摸底表', ...blank(9)],
      ['填报单位：', ...blank(9)],
      ['序号', '姓名', '性别', '年龄', '学历', '身份证号', '用人科室', '从事岗位', '用工形式', '联系方式'],
      ...lines(9, 10),
    ],
    choices: {
      'E4:E12': ['研究生', '本科', '大专', '中专及以下'],
      'I4:I12': ['劳务派遣', '购买服务', '公益性岗位', '直接聘用'],
    },
  }),
}

const leaving = inPost.filter((one) => ['2029', '2030'].includes(retiresOn(one).slice(0, 4)))
const retiring: Form = {
  truth: {
    form: 'U11-到龄退休名册',
    file: 'U11-到龄退休名册.xlsx',
    about: '两块：2029年度、2030年度到龄退休人员；各列退休时间；外加一张数：按编制 × 年度',
    args: ARGS,
    cells: [OFFICE, WORKER, CIVIL, FULL, PARTIAL].flatMap((category, r) =>
      ['2027', '2028', '2029', '2030', '2031'].map((year, c) => {
        const count = inPost.filter((one) => one.category === category && retiresOn(one).startsWith(year)).length
        return {
          sheet: '预测数',
          cell: `${String.fromCharCode(66 + c)}${4 + r}`,
          expect: count === 0 ? ['0', ''] : [String(count)],
        }
      }),
    ),
    lists: ['2029', '2030'].map((year) => ({
      sheet: '名册',
      under: `${year}年度`,
      until: year === '2029' ? '2030年度' : '制表',
      blocks: [{ name: 'B', fields: { sex: 'C', birth: 'D', unit: 'E', post: 'F', category: 'G' } }],
      people: asked(
        leaving.filter((one) => retiresOn(one).startsWith(year)),
        {
          sex: (one) => [one.sex],
          birth: (one) => monthWays(birthMonth(one)),
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          category: (one) => [one.category],
        },
      ),
    })),
  },
  bytes: drawForm(
    {
      name: '名册',
      merges: ['A1:G1'],
      rows: [
        ['到达法定退休年龄人员预测名册', ...blank(6)],
        ['2029年度到龄退休人员', ...blank(6)],
        ['序号', '姓名', '性别', '出生年月', '单位', '职务', '编制性质'],
        ...lines(3, 7),
        ['2030年度到龄退休人员', ...blank(6)],
        ['序号', '姓名', '性别', '出生年月', '单位', '职务', '编制性质'],
        ...lines(3, 7),
        ['制表人：', ...blank(6)],
      ],
    },
    {
      name: '预测数',
      merges: ['A1:F1'],
      rows: [
        ['未来五年到龄退休人数预测表', ...blank(5)],
        ['单位：人', ...blank(5)],
        ['编制类型', '2027年退休', '2028年退休', '2029年退休', '2030年退休', '2031年退休'],
        ...['行政编制', '机关工勤编制', '参公事业编制', '全额拨款事业编制', '差额拨款事业编制'].map((name) => [
          name,
          ...blank(5),
        ]),
      ],
    },
  ),
}

const me = cardPerson
const cardCells = (): Form['truth']['cells'] => {
  if (me === undefined) return []
  const months = (value: string | null) => monthWays(value)
  const cells: readonly (readonly [string, readonly string[]])[] = [
    ['B1', [me.name]],
    ['D1', [me.sex]],
    ['F1', months(me.birth.slice(0, 7)).flatMap((one) => [`${one}（${ageOf(me)}岁）`, `${one}(${ageOf(me)}岁)`])],
    ['B2', [me.nation, me.nation.replace('族', '')]],
    ['D2', [me.native]],
    ['F2', [me.politics]],
    ['B3', months(me.party)],
    ['D3', months(me.work)],
    ['F3', [me.phone]],
    ['B4', [me.id]],
    ['C5', [me.fullTime]],
    ['C6', [me.inService]],
    ['B7', [`${me.unit}${me.post}`, `${TOWN}${me.unit}${me.post}`]],
    ['D7', months(me.postSince)],
    ['B8', [me.rank]],
    ['D8', [me.category]],
    ['F8', months(me.entered)],
  ]
  return cells.map(([cell, expect]) => ({ sheet: '表格1', cell, expect }))
}
const letter: Form = {
  truth: {
    form: 'U13-登记表文档',
    file: 'U13-登记表文档.docx',
    about: '.docx 的干部信息登记表：出生年月（岁）、单位及职务、全日制/在职；下面有家庭成员表（书里没有，留空）',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells: cardCells(),
    lists: [],
  },
  bytes: letterForm([
    { text: '干部信息登记表' },
    {
      rows: [
        ['姓  名', '', '性  别', '', '出生年月（岁）', '', '照片'],
        ['民  族', '', '籍  贯', '', '政治面貌', '', ''],
        ['入党时间', '', '参加工作时间', '', '联系电话', '', ''],
        ['身份证号', '*5', '', '', '', '', ''],
        ['学历', '全日制教育', '', '毕业院校系及专业', '*2', '', ''],
        ['', '在职教育', '', '毕业院校系及专业', '*2', '', ''],
        ['现工作单位及职务', '', '任现职时间', '', '健康状况', '', ''],
        ['职级', '', '编制类型', '', '入编时间', '', ''],
        ['家庭主要成员', '称谓', '姓名', '年龄', '政治面貌', '*2工作单位及职务', ''],
        ['', '', '', '', '', '*2', ''],
        ['', '', '', '', '', '*2', ''],
      ],
      down: { 6: [0, 1, 2, 3], 0: [8, 9, 10] },
    },
    { text: '填表日期：    年   月   日' },
  ]),
}

const workers = inPost.filter((one) => one.category === FULL || one.category === PARTIAL || one.category === CIVIL)
const letterList: Form = {
  truth: {
    form: 'U15-名册文档',
    file: 'U15-名册文档.docx',
    about: '.docx 的事业人员名册：印好 3 个行号，要接着编；末行“合计”不动；第二个表是各机构编制数，末行合计',
    args: ARGS,
    cells: [
      ...['社会事务服务中心', '农业农村综合服务中心', '综合行政执法大队', '林业工作站', '退役军人服务站'].flatMap(
        (unit, at) => {
          const quota =
            { 社会事务服务中心: 8, 农业农村综合服务中心: 9, 综合行政执法大队: 5, 林业工作站: 3, 退役军人服务站: 2 }[
              unit
            ] ?? 0
          const there = inPost.filter((one) => one.unit === unit).length
          return [
            { sheet: '表格2', cell: `B${2 + at}`, expect: [String(quota)] },
            { sheet: '表格2', cell: `C${2 + at}`, expect: there === 0 ? ['0', ''] : [String(there)] },
            {
              sheet: '表格2',
              cell: `D${2 + at}`,
              expect: Math.max(0, quota - there) === 0 ? ['0', ''] : [String(quota - there)],
            },
          ]
        },
      ),
      { sheet: '表格2', cell: 'B7', expect: ['27'] },
      { sheet: '表格2', cell: 'C7', expect: [String(workers.length)] },
    ],
    lists: [
      {
        sheet: '表格1',
        from: 2,
        blocks: [{ name: 'B', fields: { number: 'A', sex: 'C', birth: 'D', unit: 'E', title: 'F' } }],
        people: asked(
          workers.filter((one) => inOrder.includes(one)),
          {
            number: (one) => [String(workers.filter((each) => inOrder.includes(each)).indexOf(one) + 1)],
            sex: (one) => [one.sex],
            birth: (one) => monthWays(birthMonth(one)),
            unit: (one) => [one.unit],
            title: (one) => [one.title, ...(one.title === '' ? ['无'] : [])],
          },
        ),
      },
    ],
  },
  bytes: letterForm([
    { text: '事业单位工作人员名册' },
    {
      rows: [
        ['序号', '姓名', '性别', '出生年月', '所在单位', '职称'],
        ['1', '', '', '', '', ''],
        ['2', '', '', '', '', ''],
        ['3', '', '', '', '', ''],
        ['合计', '', '', '', '', ''],
      ],
    },
    { text: '附：事业单位编制使用情况' },
    {
      rows: [
        ['单位名称', '核定编制数', '实有人数', '空编数'],
        ...['社会事务服务中心', '农业农村综合服务中心', '综合行政执法大队', '林业工作站', '退役军人服务站'].map(
          (unit) => [unit, '', '', ''],
        ),
        ['合计', '', '', ''],
      ],
    },
  ]),
}

const women = inOrder.filter((one) => one.sex === '女')
const growing: Form = {
  truth: {
    form: 'U16-保护和引用',
    file: 'U16-保护和引用.xlsx',
    about:
      '女干部名册：两人一行左右两栏各 6 行，中间空一列；下面一块是全部在编 35 岁以下人员；表格有保护、打印区域和有名字的区域',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名册',
        under: '一、女干部',
        until: '二、35岁及以下',
        blocks: [
          { name: 'B', fields: { unit: 'C', birth: 'D' } },
          { name: 'G', fields: { unit: 'H', birth: 'I' } },
        ],
        people: asked(women, { unit: (one) => [one.unit], birth: (one) => [birthMonth(one).replace('-', '')] }),
      },
      {
        sheet: '名册',
        under: '二、35岁及以下',
        until: '审核人',
        blocks: [{ name: 'B', fields: { unit: 'C', birth: 'D', education: 'F' } }],
        people: asked(
          inOrder.filter((one) => ageOf(one) <= 35),
          {
            unit: (one) => [one.unit],
            birth: (one) => [birthMonth(one).replace('-', '')],
            education: (one) => [one.education],
          },
        ),
      },
    ],
  },
  bytes: drawForm({
    name: '名册',
    merges: ['A1:I1'],
    guarded: true,
    printed: 'A1:I24',
    rows: [
      ['干部名册', ...blank(8)],
      ['一、女干部', ...blank(8)],
      ['序号', '姓名', '单位', '出生年月\n（6位）', null, '序号', '姓名', '单位', '出生年月\n（6位）'],
      ...lines(6, 9),
      ['二、35岁及以下人员', ...blank(8)],
      ['序号', '姓名', '单位', '出生年月\n（6位）', null, '学历', ...blank(3)],
      ...lines(3, 9),
      ['审核人：', ...blank(8)],
    ],
  }),
}

const oneUnit = units[3] ?? ''
const unitCard: Form = {
  truth: {
    form: 'U17-空编使用申请',
    file: 'U17-空编使用申请.xlsx',
    about: '一个机构的申请卡：申请单位、核定编制、实有、空编；拟用编制等留空',
    args: ['--as-of', AS_OF, '--unit', oneUnit],
    cells: (() => {
      const there = inPost.filter((one) => one.unit === oneUnit).length
      return [
        { sheet: '申请表', cell: 'B2', expect: [oneUnit] },
        { sheet: '申请表', cell: 'B3', expect: ['5'] },
        { sheet: '申请表', cell: 'D3', expect: [String(there)] },
        { sheet: '申请表', cell: 'F3', expect: [String(5 - there)] },
        { sheet: '申请表', cell: 'B4', expect: [''] },
      ]
    })(),
    lists: [],
  },
  bytes: drawForm({
    name: '申请表',
    merges: ['A1:F1', 'B4:F4', 'B5:F5'],
    ruled: [2, 5, 6],
    rows: [
      ['机关事业单位使用空编申请表', ...blank(5)],
      ['机构名称', null, '机构类别', null, '经费形式', null],
      ['核定编制数', null, '实有人数', null, '空编数', null],
      ['申请使用编制数及理由', ...blank(5)],
      ['编办意见', ...blank(5)],
    ],
  }),
}

export const secondListForms: readonly Form[] = [
  realName,
  cadres,
  borrowed,
  offQuota,
  retiring,
  letter,
  letterList,
  growing,
  unitCard,
]
export const partyYears = (one: Staff): number => (one.party === null ? -1 : yearsSince(one.party))
