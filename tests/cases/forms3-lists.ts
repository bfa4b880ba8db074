import {
  AS_OF,
  ageOf,
  CIVIL,
  FULL,
  inOrder,
  inPost,
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
import { AWAY, fullSchool, serviceSchool } from './forms3-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, lines, monthWays } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'
import { letterForm } from './kit/letter-form.ts'

/* The third forms that ask for people. */

const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const birthMonth = (one: Staff) => one.birth.slice(0, 7)
const dotted = (month: string | null) => [month === null ? '' : month.replace('-', '.')]
const orNone = (text: string): readonly string[] => (text === '' ? ['', '无'] : [text])
/** 学历 of one kind of education; the degree belongs to it only where there is no other. */
const fullWith = (one: Staff): readonly string[] =>
  one.inService === '' && one.degree !== ''
    ? [one.fullTime, `${one.fullTime}${one.degree}`, `${one.fullTime}、${one.degree}`]
    : [one.fullTime]

const cadreRoster: Form = {
  truth: {
    form: 'V01-干部花名册',
    file: 'V01-干部花名册.xlsx',
    about:
      '三层表头：教育情况下分全日制教育、在职教育，各有学历和毕业院校系及专业；出生年月（岁）；6 行预留，下面有合计和注',
    args: ARGS,
    cells: [{ sheet: '花名册', cell: 'A2', expect: [TOWN], within: true }],
    lists: [
      {
        sheet: '花名册',
        from: 6,
        blocks: [
          {
            name: 'B',
            fields: {
              sex: 'C',
              birth: 'D',
              nation: 'E',
              native: 'F',
              party: 'G',
              work: 'H',
              full: 'I',
              fullSchool: 'J',
              service: 'K',
              serviceSchool: 'L',
              post: 'M',
              since: 'N',
              rank: 'O',
              remark: 'P',
            },
          },
        ],
        people: asked(inOrder, {
          sex: (one) => [one.sex],
          birth: (one) =>
            monthWays(birthMonth(one)).flatMap((month) => [`${month}（${ageOf(one)}岁）`, `${month}(${ageOf(one)}岁)`]),
          nation: (one) => [one.nation, one.nation.replace('族', '')],
          native: (one) => [one.native],
          party: (one) => monthWays(one.party),
          work: (one) => monthWays(one.work),
          full: (one) => [one.fullTime],
          fullSchool: (one) => [fullSchool(one)],
          service: (one) => [one.inService],
          serviceSchool: (one) => [serviceSchool(one)],
          post: (one) => [one.post],
          since: (one) => monthWays(one.postSince),
          rank: (one) => [one.rank],
          remark: (one) => [one.remark, ''],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '花名册',
    merges: [
      'A1:P1',
      'A2:H2',
      'A3:A5',
      'B3:B5',
      'C3:C5',
      'D3:D5',
      'E3:E5',
      'F3:F5',
      'G3:G5',
      'H3:H5',
      'I3:L3',
      'I4:J4',
      'K4:L4',
      'M3:O3',
      'M4:M5',
      'N4:N5',
      'O4:O5',
      'P3:P5',
      'A13:P13',
    ],
    ruled: [3, 12, 16],
    rows: [
      ['干 部 花 名 册', ...blank(15)],
      ['填报单位（盖章）：', ...blank(15)],
      [
        '序号',
        '姓名',
        '性别',
        '出生年月\n（  岁）',
        '民族',
        '籍贯',
        '入党\n时间',
        '参加工\n作时间',
        '教育情况',
        null,
        null,
        null,
        '任职情况',
        null,
        null,
        '备注',
      ],
      [...blank(8), '全日制教育', null, '在职教育', null, '现任职务', '任现职\n时间', '职级', null],
      [...blank(8), '最高学历', '毕业院校\n系及专业', '最高学历', '毕业院校\n系及专业', ...blank(4)],
      ...lines(6, 16),
      ['合计', ...blank(15)],
      ['注：本表按机构顺序填写。', ...blank(15)],
    ],
  }),
}

const crossEducation: Form = {
  truth: {
    form: 'V02-学历学位横排',
    file: 'V02-学历学位横排.xlsx',
    about: '学历学位写在一格，全日制、在职各一列；院校、专业在“全日制/在职”之下；现职级、分管工作书里没有',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名册',
        from: 4,
        blocks: [
          {
            name: 'C',
            fields: { unit: 'B', full: 'E', fullSchool: 'F', service: 'G', serviceSchool: 'H', post: 'D', shares: 'I' },
          },
        ],
        people: asked(inOrder, {
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          full: fullWith,
          fullSchool: (one) => [fullSchool(one)],
          service: (one) => [one.inService],
          serviceSchool: (one) => [serviceSchool(one)],
          shares: () => [''],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '名册',
    merges: ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2', 'I2:I3'],
    ruled: [2, 20, 9],
    rows: [
      ['干部学历情况一览表', ...blank(8)],
      ['序号', '工作单位', '姓名', '职务', '全日制', null, '在职', null, '分管工作'],
      [...blank(4), '学历学位', '毕业院校及专业', '学历学位', '毕业院校及专业', null],
      ...lines(17, 9),
    ],
  }),
}

const absent: Form = {
  truth: {
    form: 'V03-不在岗人员',
    file: 'V03-不在岗人员.xlsx',
    about: '在编不在岗人员名册：离岗、病休、离岗学习的人，各写情形和起始时间；借出的人也算不在岗',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '不在岗',
        from: 4,
        blocks: [{ name: 'B', fields: { unit: 'C', post: 'D', category: 'E', why: 'F', since: 'G' } }],
        people: [
          ...asked(
            AWAY.map(([person]) => person),
            {
              unit: (one) => [one.unit],
              post: (one) => [one.post],
              category: (one) => [one.category],
              why: (one) => [AWAY.find(([person]) => person === one)?.[2] ?? ''],
              since: (one) => {
                const day = AWAY.find(([person]) => person === one)?.[3] ?? ''
                return [...monthWays(day.slice(0, 7)), day, day.replaceAll('-', '.')]
              },
            },
          ),
          ...asked(
            inPost.filter((one) => one.remark !== ''),
            { unit: (one) => [one.unit], category: (one) => [one.category], why: () => ['借出', '借调'] },
          ),
        ],
      },
    ],
  },
  bytes: drawForm({
    name: '不在岗',
    merges: ['A1:H1'],
    ruled: [3, 6, 8],
    rows: [
      ['在编不在岗人员情况表', ...blank(7)],
      ['填报单位：', ...blank(7)],
      ['序号', '姓名', '所在单位', '职务', '编制类型', '不在岗情形', '不在岗起始时间', '备注'],
      ...lines(3, 8),
    ],
  }),
}

const leaders = inPost.filter((one) => one.unit === '镇领导班子')
const leaderTable: Form = {
  truth: {
    form: 'V04-领导班子配备表',
    file: 'V04-领导班子配备表.xlsx',
    about:
      '职务已印好（党委书记、镇长、人大主席、副镇长两行……），填上在这个职务上的人；下面一块是职数：核定、实配、空缺',
    args: ARGS,
    cells: [
      ...['党委书记', '人大主席', '纪委书记'].flatMap((post, at): readonly CellTruth[] => {
        const one = leaders.find((each) => each.post === post)
        const row = 4 + at
        return [
          { sheet: '班子', cell: `B${row}`, expect: [one?.name ?? ''] },
          { sheet: '班子', cell: `C${row}`, expect: [one?.sex ?? ''] },
          { sheet: '班子', cell: `D${row}`, expect: dotted(birthMonth(one ?? leaders[0]!)) },
          { sheet: '班子', cell: `E${row}`, expect: [one?.education ?? ''] },
          { sheet: '班子', cell: `F${row}`, expect: monthWays(one?.postSince ?? null) },
        ]
      }),
      { sheet: '班子', cell: 'B13', expect: ['8'] },
      { sheet: '班子', cell: 'C13', expect: [String(leaders.length)] },
      { sheet: '班子', cell: 'D13', expect: ['1'] },
    ],
    lists: [
      {
        sheet: '班子',
        under: '纪委书记',
        until: '领导职数情况',
        blocks: [{ name: 'B', fields: { post: 'A', sex: 'C' } }],
        people: asked(
          leaders.filter((one) => one.post === '副镇长'),
          { post: () => ['副镇长'], sex: (one) => [one.sex] },
        ),
      },
    ],
  },
  bytes: drawForm({
    name: '班子',
    merges: ['A1:G1', 'A10:G10'],
    ruled: [3, 13, 7],
    rows: [
      ['乡镇领导班子成员配备情况表', ...blank(6)],
      ['单位：', ...blank(6)],
      ['职务', '姓名', '性别', '出生年月\n（如1975.08）', '学历', '任现职时间', '备注'],
      ['党委书记', ...blank(6)],
      ['人大主席', ...blank(6)],
      ['纪委书记', ...blank(6)],
      ['副镇长', ...blank(6)],
      ['副镇长', ...blank(6)],
      blank(7),
      ['领导职数情况', ...blank(6)],
      blank(7),
      ['机构', '核定领导职数', '实配领导职数', '空缺职数', ...blank(3)],
      ['镇领导班子', ...blank(6)],
    ],
  }),
}

const workers = inPost.filter((one) => one.category === WORKER)
const orderlyWorkers = workers.filter((one) => inOrder.includes(one))
const workerList: Form = {
  truth: {
    form: 'V05-工勤人员名册',
    file: 'V05-工勤人员名册.xlsx',
    about:
      '机关工勤人员花名册：工种（岗位）、技术等级、工龄、拟退休时间；左下角有制表人；两张表，第二张是在编工勤实有人数按机构',
    args: ARGS,
    cells: [
      { sheet: '人数', cell: 'B3', expect: [String(workers.length)] },
      { sheet: '人数', cell: 'C3', expect: [String(workers.filter((one) => one.sex === '女').length), ''] },
    ],
    lists: [
      {
        sheet: '工勤名册',
        from: 4,
        blocks: [
          { name: 'B', fields: { sex: 'C', birth: 'D', work: 'E', years: 'F', post: 'G', grade: 'H', retires: 'I' } },
        ],
        people: asked(orderlyWorkers, {
          sex: (one) => [one.sex],
          birth: (one) => monthWays(birthMonth(one)),
          work: (one) => monthWays(one.work),
          years: (one) => [String(yearsSince(one.work))],
          post: (one) => [one.post],
          grade: (one) => [one.grade],
          retires: (one) => monthWays(retiresOn(one)),
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '工勤名册',
      merges: ['A1:I1'],
      ruled: [3, 8, 9],
      rows: [
        ['机关工勤人员花名册', ...blank(8)],
        ['填报单位：', ...blank(8)],
        ['序号', '姓名', '性别', '出生年月', '参加工作时间', '工龄（年）', '岗位（工种）', '技术等级', '退休时间'],
        ...lines(5, 9),
        ['制表人：', ...blank(8)],
      ],
    },
    {
      name: '人数',
      merges: ['A1:C1'],
      rows: [
        ['机关工勤人员实有人数', ...blank(2)],
        ['机构', '人数', '其中：女'],
        ['党政综合办公室', ...blank(2)],
      ],
    },
  ),
}

const phoneBook: Form = {
  truth: {
    form: 'V06-两栏名单',
    file: 'V06-两栏名单.xlsx',
    about: '三人一行的名单，栏间没有空列，每栏序号、姓名、职务、单位；预留 12 行；标题在中间，底下有落款',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名单',
        from: 3,
        blocks: [
          { name: 'B', fields: { number: 'A', unit: 'C', post: 'D' } },
          { name: 'F', fields: { number: 'E', unit: 'G', post: 'H' } },
          { name: 'J', fields: { number: 'I', unit: 'K', post: 'L' } },
        ],
        people: asked(inOrder, { unit: (one) => [one.unit], post: (one) => [one.post] }),
      },
    ],
  },
  bytes: drawForm({
    name: '名单',
    merges: ['A1:L1', 'A15:L15'],
    ruled: [2, 14, 12],
    rows: [
      ['工作人员名单', ...blank(11)],
      ['序号', '姓名', '单位', '职务', '序号', '姓名', '单位', '职务', '序号', '姓名', '单位', '职务'],
      ...lines(12, 12),
      ['（以上名单如有变动请及时报送）', ...blank(11)],
    ],
  }),
}

const me = inPost.find((one) => one.party !== null && one.inService !== '') ?? inPost[0]
const proof: Form = {
  truth: {
    form: 'V07-在编证明表',
    file: 'V07-在编证明表.xlsx',
    about: '一人一张的在编情况证明表：合并的标签和格子；本人简历、主要社会关系书里没有，单位意见留给人写',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells:
      me === undefined
        ? []
        : [
            { sheet: '证明', cell: 'B3', expect: [me.name] },
            { sheet: '证明', cell: 'D3', expect: [me.sex] },
            { sheet: '证明', cell: 'F3', expect: monthWays(birthMonth(me)) },
            { sheet: '证明', cell: 'B4', expect: [me.id] },
            { sheet: '证明', cell: 'F4', expect: [me.politics] },
            { sheet: '证明', cell: 'B5', expect: [me.unit] },
            { sheet: '证明', cell: 'F5', expect: [me.post] },
            { sheet: '证明', cell: 'B6', expect: [me.category] },
            { sheet: '证明', cell: 'D6', expect: monthWays(me.entered) },
            { sheet: '证明', cell: 'F6', expect: ['在编'] },
            { sheet: '证明', cell: 'C7', expect: [me.fullTime] },
            { sheet: '证明', cell: 'E7', expect: [fullSchool(me)] },
            { sheet: '证明', cell: 'C8', expect: [me.inService] },
            { sheet: '证明', cell: 'E8', expect: [serviceSchool(me)] },
            { sheet: '证明', cell: 'B9', expect: [''] },
            { sheet: '证明', cell: 'B10', expect: ['（盖章）年月日'] },
          ],
    lists: [],
  },
  bytes: drawForm({
    name: '证明',
    merges: ['A1:F1', 'B4:D4', 'B5:D5', 'A7:A8', 'E7:F7', 'E8:F8', 'B9:F9', 'B10:F10'],
    ruled: [3, 10, 6],
    rows: [
      ['机关事业单位工作人员在编情况证明表', ...blank(5)],
      blank(6),
      ['姓    名', null, '性  别', null, '出生年月', null],
      ['公民身份号码', null, null, null, '政治面貌', null],
      ['工作单位', null, null, null, '现任职务', null],
      ['编制类别', null, '入编时间', null, '在编状态', null],
      ['学历', '全日制教育', null, '毕业院校及专业', null, null],
      [null, '在职教育', null, '毕业院校及专业', null, null],
      ['个人简历', ...blank(5)],
      ['单位意见', '　　　　　　　　　　（盖章）　　年　月　日', ...blank(4)],
    ],
  }),
}

const institution = inPost.filter((one) => [CIVIL, FULL, PARTIAL].includes(one.category))
const realName: Form = {
  truth: {
    form: 'V08-多表实名制',
    file: 'V08-多表实名制.xlsx',
    about:
      '封面、填表说明、表一编制情况、表二行政人员、表三事业人员（按机构分组，组名已印）、表四编外；另有隐藏的代码表',
    args: ARGS,
    cells: units.map((unit, at): CellTruth => ({
      sheet: '表一',
      cell: `D${4 + at}`,
      expect: [
        String(inPost.filter((one) => one.unit === unit).length),
        ...(inPost.some((one) => one.unit === unit) ? [] : ['']),
      ],
    })),
    lists: [
      {
        sheet: '表二',
        from: 4,
        blocks: [{ name: 'B', fields: { unit: 'C', sex: 'D', id: 'E', level: 'F', entered: 'G' } }],
        people: asked(
          inPost.filter((one) => one.category === OFFICE),
          {
            unit: (one) => [one.unit],
            sex: (one) => [one.sex],
            id: (one) => [one.id],
            level: (one) => [one.level],
            entered: (one) => [one.entered.replace('-', '')],
          },
        ),
      },
      ...['社会事务服务中心', '农业农村综合服务中心', '综合行政执法大队'].map((unit, at, all) => ({
        sheet: '表三',
        under: unit,
        until: all[at + 1] ?? '填表说明',
        blocks: [{ name: 'B', fields: { sex: 'C', grade: 'D', title: 'E' } }],
        people: asked(
          institution.filter((one) => one.unit === unit),
          { sex: (one) => [one.sex], grade: (one) => [one.grade], title: (one) => orNone(one.title) },
        ),
      })),
      {
        sheet: '表四',
        from: 4,
        blocks: [{ name: 'B', fields: { unit: 'C', kind: 'D', phone: 'E' } }],
        people: asked(off, {
          unit: (one) => [one.unit],
          kind: (one) => [one.category],
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '封面',
      merges: ['A1:E1'],
      rows: [['机构编制实名制管理信息统计表'], [], ['填报单位：'], ['填报日期：      年   月   日']],
    },
    {
      name: '填表说明',
      rows: [['填表说明'], ['1.表二填在编的公务员，表三填在编的事业人员。'], ['2.年月写成六位数字，如 200507。']],
    },
    {
      name: '表一',
      merges: ['A1:E1'],
      ruled: [3, 12, 5],
      rows: [
        ['表一  机构编制基本情况', ...blank(4)],
        blank(5),
        ['序号', '机构名称', '编制数', '实有人数', '空编数'],
        ...units.map((unit, at) => [at + 1, unit, ...blank(3)]),
      ],
    },
    {
      name: '表二',
      merges: ['A1:G1'],
      ruled: [3, 9, 7],
      rows: [
        ['表二  行政编制在编人员', ...blank(6)],
        blank(7),
        ['序号', '姓名', '机构', '性别', '身份证号码', '职务层次', '入编时间\n（6位）'],
        ...lines(6, 7),
      ],
    },
    {
      name: '表三',
      merges: ['A1:E1'],
      rows: [
        ['表三  事业编制在编人员', ...blank(4)],
        blank(5),
        ['序号', '姓名', '性别', '岗位等级', '职称'],
        ['社会事务服务中心', ...blank(4)],
        ...lines(2, 5),
        ['农业农村综合服务中心', ...blank(4)],
        ...lines(2, 5),
        ['综合行政执法大队', ...blank(4)],
        ...lines(2, 5),
        ['填表说明：岗位等级按聘用文件填写。', ...blank(4)],
      ],
    },
    {
      name: '表四',
      merges: ['A1:E1'],
      rows: [
        ['表四  编外聘用人员', ...blank(4)],
        blank(5),
        ['序号', '姓名', '服务机构', '用工形式', '联系电话'],
        ...lines(3, 5),
      ],
    },
    { name: '代码', hidden: true, rows: [['性别'], ['男'], ['女']] },
  ),
}

const letterCards: Form = {
  truth: {
    form: 'V09-登记表和名单文档',
    file: 'V09-登记表和名单文档.docx',
    about: '.docx 的人员登记表：身份证号横跨、照片竖跨、学历下分全日制和在职各两行（学历、学位）；填表人、日期在表外',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells:
      me === undefined
        ? []
        : (
            [
              ['B1', [me.name]],
              ['D1', [me.sex]],
              ['F1', [me.nation, me.nation.replace('族', '')]],
              ['B2', monthWays(birthMonth(me))],
              ['D2', [String(ageOf(me))]],
              ['F2', [me.native]],
              ['B3', [me.politics]],
              ['D3', monthWays(me.party)],
              ['F3', monthWays(me.work)],
              ['B4', [me.id]],
              ['C5', [me.fullTime]],
              ['E5', [fullSchool(me)]],
              ['C6', [me.inService]],
              ['E6', [serviceSchool(me)]],
              ['B7', [`${me.unit}${me.post}`, `${TOWN}${me.unit}${me.post}`]],
              ['B8', [me.level]],
              ['D8', [me.rank]],
              ['F8', monthWays(me.postSince)],
              ['B9', ['']],
            ] as const
          ).map(([cell, expect]): CellTruth => ({ sheet: '表格1', cell, expect })),
    lists: [],
  },
  bytes: letterForm([
    { text: '公务员登记表' },
    {
      rows: [
        ['姓名', '', '性别', '', '民族', '', '照片'],
        ['出生年月', '', '年龄', '', '籍贯', '', ''],
        ['政治面貌', '', '入党时间', '', '参加工作时间', '', ''],
        ['身份证号码', '*5', '', '', '', '', ''],
        ['学历学位', '全日制教育', '', '毕业院校系及专业', '*3', '', ''],
        ['', '在职教育', '', '毕业院校系及专业', '*3', '', ''],
        ['工作单位及职务', '*6', '', '', '', '', ''],
        ['职务层次', '', '职级', '', '任现职时间', '', ''],
        ['简历', '*6', '', '', '', '', ''],
        ['呈报单位意见', '*6    年  月  日', '', '', '', '', ''],
      ],
      down: { 6: [0, 1, 2, 3], 0: [4, 5] },
    },
    { text: '填表人：            填表日期：    年   月   日' },
  ]),
}

export const thirdListForms: readonly Form[] = [
  cadreRoster,
  crossEducation,
  absent,
  leaderTable,
  workerList,
  phoneBook,
  proof,
  realName,
  letterCards,
]
