import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, ods, xlsx, type Row } from './kit/write-files.ts'
import { drawn, sixth as seventh, spoken } from './sixth-parts.ts'

/* L01–L08: lists of pay, union, attendance, files, transfers and duties, each with everybody in it. */

const number: Column = column.number
/** A value on the first row of a unit only, as merged cells have it. */
const once = (people: readonly Person[]) => (one: Person, at: number) =>
  people[at - 1]?.unit === one.unit ? null : one.unit
/** The merged areas of a column whose units stand one after the other from a row on. */
function mergedUnits(people: readonly Person[], letter: string, first: number): readonly string[] {
  let row = first
  return unitsOf(people).map((unit) => {
    const from = row
    row += of(people, unit).length
    return `${letter}${from}:${letter}${row - 1}`
  })
}

/** 职务工资 and 级别工资 are pay, 职务 alone is the post. */
function payApproval(): Case {
  const people = roster(7001, [
    ['党政综合办公室', '行政编制', 5],
    ['社会事务办公室', '行政编制', 3],
    ['财经所', '事业编制', 4],
  ])
  const rows = staffSheet(people, [
    number,
    ['单位', once(people)],
    ['姓名', drawn],
    ['身份证号码', (one) => one.id],
    ['编制性质', (one) => one.category],
    ['职务', (one) => one.post],
    ['参加工作时间', (one) => dotted(one.work)],
    ['', (_, at) => `${3 + (at % 4)}档`],
    ['', (_, at) => 1230 + at * 40],
    ['', (_, at) => `${18 + (at % 5)}级${2 + (at % 3)}档`],
    ['', (_, at) => 2044 + at * 61],
    ['', (_, at) => 3274 + at * 101],
  ])
  return seventh(
    'L01-正常晋升工资审批花名册',
    '两层表头：职务（岗位）工资下档次、金额，级别（薪级）工资下级别、金额；职务列是职务；单位纵向合并；末尾合计和审批意见',
    { people: told(people, 'id', 'post') },
    biff({
      name: '工资变动',
      merges: [
        'A1:L1',
        ...'ABCDEFG'.split('').map((one) => `${one}3:${one}4`),
        'H3:I3',
        'J3:K3',
        'L3:L4',
        ...mergedUnits(people, 'B', 5),
      ],
      rows: [
        ['云溪乡机关事业单位工作人员正常晋升工资审批花名册', ...blank(11)],
        ['填报单位（盖章）：云溪乡人民政府', ...blank(7), '执行时间：2026年1月', ...blank(2), '单位：元'],
        [
          '序号',
          '单位',
          '姓名',
          '身份证号码',
          '编制性质',
          '职务',
          '参加工作时间',
          '职务（岗位）工资',
          null,
          '级别（薪级）工资',
          null,
          '月增资额',
        ],
        [...blank(7), '档次', '金额', '级别', '金额', null],
        ...rows.slice(1),
        ['合　计', ...blank(10), people.reduce((sum, _, at) => sum + 3274 + at * 101, 0)],
        ['审批意见：同意', ...blank(5), '审批机关（盖章）：', ...blank(5)],
      ],
    }),
    { ending: 'xls' },
  )
}

/** A union's register: groups are no units, the day of joining is not that of entering. */
function unionRegister(): Case {
  const people = roster(7003, [
    ['党政综合办公室', '行政编制', 4],
    ['农业综合服务中心', '事业编制', 4],
    ['综合便民服务中心', '公益性岗位', 2, ['协理员']],
    ['应急管理站', '劳务派遣', 2, ['专职消防员']],
  ])
  return seventh(
    'L03-基层工会会员登记册',
    '工会会员登记册：会员证号、所属工会小组（不是机构）、工作部门、用工性质（行政编制、事业编制、公益性岗位、劳务派遣）、入会时间（不是入编时间）、备注',
    { people: told(people, 'id', 'sex', 'education', 'politicalStatus') },
    xlsx({
      name: '会员登记',
      merges: ['A1:L1', 'A2:L2'],
      rows: [
        ['云溪乡机关工会委员会会员登记册', ...blank(11)],
        ['（截至2026年11月）', ...blank(11)],
        ...staffSheet(people, [
          ['会员证号', (_, at) => `YX${String(at + 1).padStart(4, '0')}`],
          ['所属工会小组', (_, at) => `第${at % 3 === 0 ? '一' : at % 3 === 1 ? '二' : '三'}工会小组`],
          ['会员姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['民族', (one) => one.nation],
          ['身份证号码', (one) => one.id],
          ['文化程度', (one) => one.education],
          ['政治面貌', (one) => one.politics],
          ['工作部门', (one) => one.unit],
          ['用工性质', (one) => one.category],
          ['入会时间', (one) => spoken(one.work)],
          ['备注', (_, at) => (at === 0 ? '工会主席' : at === 4 ? '女工委员' : null)],
        ]),
      ],
    }),
  )
}

/** A month of marks after each name. */
function attendance(): Case {
  const people = roster(7004, [
    ['党建工作办公室', '行政编制', 3],
    ['综合治理中心', '事业编制', 4],
    ['退役军人服务站', '事业编制', 2],
  ])
  const days = Array.from({ length: 30 }, (_, at) => at + 1)
  const mark = (at: number, day: number) =>
    day % 7 === 1 || day % 7 === 0 ? null : (at * 5 + day) % 23 === 0 ? '○' : (at + day) % 17 === 0 ? '△' : '√'
  return seventh(
    'L04-月考勤表',
    '11月考勤表：科室纵向合并，姓名、编制后是1到30日的符号（√ ○ △），后面出勤天数、公休、病事假；没有身份证号；表底一行符号说明和考勤员',
    { says: [], people: told(people) },
    xlsx({
      name: '11月',
      merges: [
        'A1:AK1',
        'A2:A3',
        'B2:B3',
        'C2:C3',
        'D2:D3',
        'E2:AH2',
        'AI2:AI3',
        'AJ2:AJ3',
        'AK2:AK3',
        ...mergedUnits(people, 'B', 4),
      ],
      rows: [
        ['云溪乡干部职工考勤表（2026年11月）', ...blank(36)],
        ['序号', '科室', '姓名', '编制', '日　　期', ...blank(29), '出勤天数', '病假', '事假'],
        [...blank(4), ...days, ...blank(3)],
        ...people.map((one, at): Row => [
          at + 1,
          once(people)(one, at),
          one.name,
          one.category,
          ...days.map((day) => mark(at, day)),
          20,
          1,
          0,
        ]),
        ['说明：出勤√　病假○　事假△　公休空格', ...blank(36)],
        ['考勤员：', ...blank(10), '分管领导：', ...blank(25)],
      ],
    }),
  )
}

/** Files of people in post on one sheet, of the retired and the dead on others. */
function personnelFiles(): Case {
  const staff = roster(7005, [
    ['党政综合办公室', '行政编制', 4],
    ['文化旅游服务中心', '事业编制', 4],
  ])
  const retired = roster(7105, [['党政综合办公室', '行政编制', 3]])
  const sheet = (name: string, title: string, people: readonly Person[], shelf: string) => ({
    name,
    merges: ['A1:J1'],
    rows: [
      [title, ...blank(9)],
      ...staffSheet(people, [
        ['档案编号', (_, at) => `${shelf}-${String(at + 1).padStart(3, '0')}`],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['出生年月', (one) => dotted(one.birth.slice(0, 7))],
        ['身份证号', (one) => one.id],
        ['所在单位', (one) => one.unit],
        ['编制', (one) => one.category],
        ['卷数', () => 1],
        ['存放位置', (_, at) => `${shelf}柜${1 + Math.floor(at / 3)}层`],
        ['转入时间', (one) => dotted(one.entered)],
      ]),
    ] as readonly Row[],
  })
  return seventh(
    'L05-干部人事档案目录',
    '档案目录两张表：“在职干部档案”“退休干部档案”，列相同：档案编号、姓名、性别、出生年月、身份证号、所在单位、编制、卷数、存放位置、转入时间（档案的，不是入编时间）',
    { mustAsk: true, says: [], people: told(staff, 'id', 'sex', 'birth'), gone: retired.map((one) => one.name) },
    xlsx(
      sheet('在职干部档案', '云溪乡在职干部人事档案目录', staff, 'A'),
      sheet('退休干部档案', '云溪乡退休干部人事档案目录', retired, 'C'),
    ),
  )
}

/** The bureau's book on the left, what the township reported on the right; one person differs. */
function bothSides(): Case {
  const people = roster(7006, [
    ['党政综合办公室', '行政编制', 4],
    ['农业综合服务中心', '事业编制', 4],
  ])
  const differs = 5
  return seventh(
    'L06-编办单位两边核对表',
    '核对表：编办台账（姓名、身份证号、所在机构、编制类型）和单位上报（同样四列）左右并列，后面核对结果、差异说明；七人一致，一人所在机构不一致，说明“待核实”：此人要问，不可收成两个人',
    {
      mustAsk: true,
      says: [['各有一行', '农业综合服务中心']],
      people: told(
        people.filter((_, at) => at !== differs),
        'id',
      ),
      open: people.filter((_, at) => at === differs).map((one) => one.name),
    },
    xlsx({
      name: '核对',
      merges: ['A1:K1', 'A2:A3', 'B2:E2', 'F2:I2', 'J2:J3', 'K2:K3'],
      rows: [
        ['机构编制实名制数据核对表（云溪乡）', ...blank(10)],
        ['序号', '编办台账', null, null, null, '单位上报', null, null, null, '核对结果', '差异说明'],
        [null, '姓名', '身份证号', '所在机构', '编制类型', '姓名', '身份证号', '所在机构', '编制类型', null, null],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.id,
          one.unit,
          one.category,
          one.name,
          one.id,
          at === differs ? '综合便民服务中心' : one.unit,
          one.category,
          at === differs ? '不一致' : '一致',
          at === differs ? '所在机构不符，待核实' : null,
        ]),
        ['核对人：', ...blank(4), '单位负责人：', ...blank(5)],
      ],
    }),
  )
}

/** 转隶: from which unit, into which. */
function transferred(): Case {
  const people = roster(7007, [
    ['经济发展办公室', '行政编制', 3],
    ['综合行政执法队', '事业编制', 4],
    ['公共服务中心', '事业编制', 4],
  ])
  const before: Readonly<Record<string, readonly string[]>> = {
    经济发展办公室: ['原经济办', '原扶贫办'],
    综合行政执法队: ['城管中队', '国土所'],
    公共服务中心: ['文广站', '劳动保障所', '计生服务所'],
  }
  return seventh(
    'L07-机构改革人员转隶名册',
    '乡镇机构改革人员划转名册：划转前单位、划转前职务、划入单位、拟任职务、编制类别、划转依据；现在的机构是划入单位，职务是拟任职务',
    { people: told(people, 'id', 'sex') },
    ods({
      name: '划转',
      merges: ['A1:K1'],
      rows: [
        ['云溪乡机构改革涉改人员划转名册', ...blank(10)],
        ...staffSheet(people, [
          number,
          ['姓名', drawn],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['划转前单位', (one, at) => before[one.unit]?.[at % (before[one.unit]?.length ?? 1)] ?? null],
          ['划转前职务', (_, at) => ['站长', '干事', '副所长'][at % 3] ?? null],
          ['划入单位', (one) => one.unit],
          ['划入后职务', (one) => one.post],
          ['编制类别', (one) => one.category],
          ['划转文号', () => '云编字〔2024〕7号'],
          ['本人签名', () => null],
        ]),
      ],
    }),
    { ending: 'ods' },
  )
}

/** Registered civil servants; the 编制 stands in the line under the title. */
function registered(): Case {
  const people = roster(7008, [
    ['党政综合办公室', '行政编制', 4],
    ['平安法治办公室', '行政编制', 3],
    ['乡村建设办公室', '行政编制', 3],
  ])
  return seventh(
    'L08-公务员登记人员汇总',
    '公务员登记汇总：标题下一行“机关名称：云溪乡人民政府　编制类型：行政编制”；列有职务、职级、进入公务员队伍时间、登记时间、批准机关；“所在科室”是机构',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'politicalStatus', 'post') },
    xlsx({
      name: 'Sheet1',
      merges: ['A1:O1', 'A2:H2', 'I2:O2'],
      rows: [
        ['公务员登记人员情况汇总表', ...blank(14)],
        ['机关名称：云溪乡人民政府', ...blank(7), '编制类型：行政编制', ...blank(6)],
        ...staffSheet(people, [
          number,
          ['姓 名', drawn],
          ['性 别', (one) => one.sex],
          ['民 族', (one) => one.nation],
          ['出生日期', (one) => one.birth],
          ['公民身份证号码', (one) => one.id],
          ['政治面貌', (one) => one.politics],
          ['最高学历', (one) => one.education],
          ['所在科室', (one) => one.unit],
          ['现任职务', (one) => one.post],
          ['职级', (_, at) => ['四级主任科员', '一级科员', '二级科员'][at % 3] ?? null],
          ['参加工作时间', (one) => one.work],
          ['进入公务员队伍时间', (one) => one.entered],
          ['登记时间', (one) => `${Number(one.entered.slice(0, 4)) + 1}${one.entered.slice(4)}`],
          ['批准机关', () => '县委组织部'],
        ]),
        ['填表人：', ...blank(6), '审核人：', ...blank(7)],
      ],
    }),
  )
}

/** Duties, villages and who stands in: other people's names in every row. */
function duties(): Case {
  const people = roster(7011, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['综合治理中心', '事业编制', 4],
  ])
  const other = (at: number) => people[(at + 1) % people.length]?.name ?? ''
  return seventh(
    'L11-岗位职责分工一览',
    '分工一览表：部门、姓名（A岗）、编制、身份证号、职务、岗位职责（长句）、联系村、B岗（另一位同事的名字）、分管领导（人名）；人只在“姓名（A岗）”列',
    {
      says: [
        ['B岗', '-'],
        ['分管领导', '-'],
      ],
      people: told(people, 'id', 'post'),
    },
    xlsx({
      name: '分工',
      merges: ['A1:J1', ...mergedUnits(people, 'B', 3)],
      rows: [
        ['云溪乡工作人员岗位职责分工一览表', ...blank(9)],
        ...staffSheet(people, [
          number,
          ['部门', once(people)],
          ['姓名（A岗）', (one) => one.name],
          ['编制', (one) => one.category],
          ['身份证号', (one) => one.id],
          ['职务', (one) => one.post],
          [
            '岗位职责',
            (_, at) =>
              ['负责公文处理、会务和档案工作；', '负责民政、残联和老龄工作，完成领导交办的其他工作。'][at % 2] ?? null,
          ],
          ['联系村', (_, at) => ['石塘村', '上坪村', '下洲村'][at % 3] ?? null],
          ['B岗', (_, at) => other(at)],
          ['分管领导', (one) => people.find((leader) => leader.unit === one.unit)?.name ?? null],
        ]),
      ],
    }),
  )
}

export const seventhListCases: readonly (() => Case)[] = [
  payApproval,
  unionRegister,
  attendance,
  personnelFiles,
  bothSides,
  transferred,
  registered,
  duties,
]
