import { told, unitsOf, of, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, separated, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'
import { drawn, sixth, spoken } from './sixth-parts.ts'

/* K01–K12: what personnel, pay, insurance and office systems put out, whole rosters. */

const number: Column = column.number
const FULL = '事业编制（全额拨款）'
const GRADES = ['管理岗八级', '管理岗九级', '专业技术岗十级', '专业技术岗十二级', '工勤技能岗三级']

/** 事业单位人事管理系统: 岗位类别 and 等级 are no 编制, 经费来源 is. */
function personnelSystem(): Case {
  const people = roster(6001, [
    ['农业综合服务中心', FULL, 5],
    ['文化旅游服务中心', FULL, 4],
    ['综合便民服务中心', '事业编制（差额补贴）', 3],
  ])
  return sixth(
    'K01-事业人事系统花名册',
    '事业单位人事管理系统导出：人员类别写管理人员、专业技术人员、工勤技能人员，岗位类别及等级，经费来源写财政全额拨款、财政差额补助，进入本单位时间不是入编时间',
    { people: told(people, 'id', 'sex', 'birth', 'education') },
    xlsx({
      name: '人员信息',
      merges: ['A1:N1', 'A2:F2', 'G2:N2'],
      rows: [
        ['云溪乡事业单位工作人员花名册', ...blank(13)],
        ['主管部门：云溪乡人民政府', ...blank(5), '统计截止：2026-11-30', ...blank(7)],
        ...staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['公民身份号码', (one) => one.id],
          ['性别', (one) => one.sex],
          ['民族', (one) => one.nation],
          ['出生日期', (one) => one.birth],
          ['参加工作时间', (one) => one.work],
          ['进入本单位时间', (one) => `${Number(one.entered.slice(0, 4)) + 2}${one.entered.slice(4)}`],
          ['单位名称', (one) => one.unit],
          ['经费来源', (one) => (one.category === FULL ? '财政全额拨款' : '财政差额补助')],
          [
            '人员类别',
            (_, at) => ['管理人员', '管理人员', '专业技术人员', '专业技术人员', '工勤技能人员'][at % 5] ?? '',
          ],
          ['岗位类别及等级', (_, at) => GRADES[at % 5] ?? ''],
          ['最高学历', (one) => one.education],
          ['聘用合同起止', () => '2024.01-2026.12'],
        ]),
      ],
    }),
  )
}

/** 机关工资册: a sheet a kind, with a bank account as long as an ID number, formulas and the retired. */
function payBook(): Case {
  const office = roster(6002, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
  ])
  const stations = roster(6102, [
    ['应急管理站', '事业编制', 3],
    ['财经所', '事业编制', 3],
  ])
  const retired = roster(6202, [['党政综合办公室', '行政编制', 3]])
  const sheet = (name: string, title: string, people: readonly Person[]) => {
    const rows = staffSheet(people, [
      number,
      ['部门', (one) => one.unit],
      ['姓 名', drawn],
      ['身份证号', (one) => one.id],
      ['银行账号', (_, at) => `62284804020013${String(40000 + at * 7).padStart(5, '0')}`],
      ['职务（岗位）', (one) => one.post],
      ['基本工资', (_, at) => 2100 + at * 35],
      ['津贴补贴', (_, at) => 1800 + at * 20],
      ['应发合计', (_, at) => 3900 + at * 55],
      ['签名', () => null],
    ])
    return {
      name,
      merges: ['A1:J1'],
      formulas: Object.fromEntries(people.map((_, at) => [`I${at + 4}`, `G${at + 4}+H${at + 4}`])),
      rows: [
        [title, ...blank(9)],
        ['单位：元', ...blank(9)],
        ...rows,
        ['合计', ...blank(7), people.reduce((sum, _, at) => sum + 3900 + at * 55, 0), null],
        ['单位负责人：', ...blank(3), '审核：', ...blank(2), '制表：', ...blank(2)],
      ] as readonly Row[],
    }
  }
  return sixth(
    'K02-机关工资册三张',
    '工资册：行政、事业、离退休各一张，编制只在表名和标题；有银行账号（19位）、公式、合计、签名；离退休的人不在职',
    {
      mustAsk: true,
      says: [],
      people: told([...office, ...stations], 'id', 'post'),
      gone: retired.map((one) => one.name),
    },
    biff(
      sheet('行政', '云溪乡2026年11月行政人员工资发放册', office),
      sheet('事业', '云溪乡2026年11月事业人员工资发放册', stations),
      sheet('离退休', '云溪乡2026年11月离退休人员生活补贴发放册', retired),
    ),
    { ending: 'xls' },
  )
}

/** 金保工程: 社会保障号码 is the ID number, 个人编号 is not. */
function insuranceList(): Case {
  const people = roster(6003, [
    ['社会事务办公室', '行政编制', 4],
    ['财经所', '事业编制', 3],
    ['应急管理站', '事业编制', 3],
  ])
  return sixth(
    'K03-机关养老保险参保名册',
    '社保名册：个人编号（10位）、社会保障号码就是身份证号、险种、参保状态、缴费基数；部门列在最后，编制性质写机关编制、事业编制',
    { people: told(people, 'id', 'sex') },
    biff({
      name: 'Sheet1',
      merges: ['A1:K1'],
      rows: [
        ['机关事业单位养老保险参保人员名册', ...blank(10)],
        [
          '单位编号：3611220087',
          ...blank(2),
          '单位名称：云溪乡人民政府',
          ...blank(4),
          '打印日期：2026-11-28',
          null,
          null,
        ],
        ...staffSheet(people, [
          number,
          ['个人编号', (_, at) => `30017${String(20451 + at * 13)}`],
          ['社会保障号码', (one) => one.id],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['险种类型', () => '机关养老'],
          ['参保状态', () => '正常缴费'],
          ['缴费基数', (_, at) => 5600 + at * 31],
          ['参保日期', () => '201410'],
          ['编制性质', (one) => (one.category === '行政编制' ? '行政编制' : '事业编制')],
          ['所属部门', (one) => one.unit],
        ]),
        ['合计人数：10人', ...blank(10)],
      ],
    }),
    { ending: 'xls' },
  )
}

/** Cards of cadres below each other, each with its family: relatives are nobody of ours. */
function cardsWithFamily(): Case {
  const people = roster(6004, [
    ['党政综合办公室', '行政编制', 2],
    ['农业综合服务中心', '事业编制', 2],
  ])
  const family = roster(6104, [['县实验小学', '家属', 8, ['教师']]])
  const card = (one: Person, at: number): readonly Row[] => [
    ['干部基本情况登记表', ...blank(5)],
    ['姓　名', one.name, '性　别', one.sex, '民　族', one.nation],
    ['出生年月', one.birth.slice(0, 7).replace('-', '.'), '政治面貌', one.politics, '学　历', one.education],
    ['身份证号', one.id, null, '编制性质', one.category, null],
    ['工作单位', one.unit, null, '现任职务', one.post, null],
    ['主要简历', '历任乡镇干事、科员', ...blank(4)],
    ['家庭主要成员', '称谓', '姓名', '年龄', '政治面貌', '工作单位及职务'],
    [null, '配偶', family[at * 2]?.name ?? '', 41, '群众', '县实验小学教师'],
    [null, '父亲', family[at * 2 + 1]?.name ?? '', 70, '中共党员', '已退休'],
    blank(6),
  ]
  return sixth(
    'K04-登记表带家庭成员',
    '从 Word 贴过来的干部基本情况登记表，四人上下排；每张里有“家庭主要成员”小表（称谓、姓名、年龄、工作单位及职务），家属不是工作人员',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'politicalStatus', 'post') },
    xlsx({
      name: 'Sheet1',
      rows: people.flatMap(card),
      merges: people.flatMap((_, at) => {
        const top = at * 10
        return [
          `A${top + 1}:F${top + 1}`,
          `B${top + 4}:C${top + 4}`,
          `E${top + 4}:F${top + 4}`,
          `B${top + 5}:C${top + 5}`,
          `E${top + 5}:F${top + 5}`,
          `B${top + 6}:F${top + 6}`,
          `A${top + 7}:A${top + 9}`,
        ]
      }),
    }),
  )
}

/** Narrow heads written downwards, numbers of columns, codes of units. */
function uprightHeads(): Case {
  const people = roster(6005, [
    ['党建工作办公室', '行政编制', 4],
    ['党建工作办公室', '机关工勤编制', 1, ['驾驶员']],
    ['综合治理中心', '事业编制', 4],
  ])
  const down = (text: string) => Array.from(text).join('\n')
  const columns: readonly Column[] = [
    [down('顺序号'), (_, at) => at + 1],
    [down('单位代码'), (one) => (one.unit === '党建工作办公室' ? '361122017002' : '361122017011')],
    ['单 位\n名 称', (one) => one.unit],
    [down('姓名'), drawn],
    [down('性别'), (one) => one.sex],
    [down('民族'), (one) => one.nation],
    ['出 生\n年 月', (one) => one.birth.slice(0, 7).replace('-', '')],
    ['政 治\n面 貌', (one) => one.politics],
    ['文 化\n程 度', (one) => one.education],
    ['编 制\n类 别', (one) => one.category],
    ['现 任\n职 务', (one) => one.post],
    ['公民身份\n号    码', (one) => one.id],
  ]
  const [head, ...rows] = staffSheet(people, columns)
  return sixth(
    'K05-年报竖写的表头',
    '年报花名册：窄列的表头一字一行竖写，“单 位\\n名 称”“公民身份\\n号    码”，表头下有 A B 1 2 3 栏号行，前有单位代码列；文化程度、六位出生年月',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'politicalStatus', 'post') },
    xlsx({
      name: '名册',
      merges: ['A1:L1', 'A2:E2', 'I2:L2'],
      rows: [
        ['2026年度机关事业单位工作人员年报花名册', ...blank(11)],
        ['填报单位：云溪乡', ...blank(7), '表　　号：年报02表', ...blank(3)],
        head ?? [],
        ['甲', '乙', '丙', ...Array.from({ length: 9 }, (_, at) => at + 1)],
        ...rows,
        ['单位负责人：　　　　统计负责人：　　　　填表人：　　　　报出日期：2026年12月　日', ...blank(11)],
      ],
    }),
  )
}

/** A sheet a unit with a number before its name, a sheet of contents and one of sums. */
function numberedSheets(): Case {
  const people = roster(6006, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
    ['退役军人服务站', '事业编制', 2],
  ])
  const units = unitsOf(people)
  const sheetName = (unit: string, at: number) => `${String(at + 1).padStart(2, '0')}${unit}`
  return sixth(
    'K06-目录汇总和带号的表名',
    '第一张“目录”，第二张“汇总”（机构、编制数、实有人数），后面一机构一张，表名“01党政综合办公室”，没有标题也没有机构列',
    {
      says: [
        ['01党政综合办公室', '党政综合办公室'],
        ['02党建工作办公室', '党建工作办公室'],
        ['03农业综合服务中心', '农业综合服务中心'],
        ['04退役军人服务站', '退役军人服务站'],
      ],
      people: told(people, 'id', 'sex', 'enteredOn'),
    },
    xlsx(
      { name: '目录', rows: [['目　录'], ...units.map((unit, at): Row => [sheetName(unit, at)])] },
      {
        name: '汇总',
        rows: [
          ['序号', '机构', '实有人数', '其中：女', '备注'],
          ...units.map((unit, at): Row => [
            at + 1,
            unit,
            of(people, unit).length,
            of(people, unit).filter((one) => one.sex === '女').length,
            null,
          ]),
          ['合计', null, people.length, people.filter((one) => one.sex === '女').length, null],
        ],
      },
      ...units.map((unit, at) => ({
        name: sheetName(unit, at),
        rows: staffSheet(of(people, unit), [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号码', (one) => one.id],
          ['编制类型', (one) => one.category],
          ['入编时间', (one) => spoken(one.entered)],
          ['返回', () => '返回目录'],
        ]),
      })),
    ),
  )
}

/** Printed two people a row under bands of units across the page. */
function twoAbreast(): Case {
  const people = roster(6007, [
    ['党政综合办公室', '行政编制', 5],
    ['社会事务办公室', '行政编制', 3],
    ['综合便民服务中心', '事业编制', 4],
  ])
  const half = (one: Person | undefined, at: number): Row =>
    one === undefined ? blank(4) : [at + 1, one.name, one.id, one.category]
  const bands = unitsOf(people).flatMap((unit): readonly Row[] => {
    const here = of(people, unit)
    const lines = Math.ceil(here.length / 2)
    return [
      [`${unit}（${here.length}人）`, ...blank(7)],
      ...Array.from({ length: lines }, (_, at): Row => [
        ...half(here[at * 2], at * 2),
        ...half(here[at * 2 + 1], at * 2 + 1),
      ]),
    ]
  })
  return sixth(
    'K07-两人一行机构通栏',
    '打印用：两人一行（序号、姓名、身份证号码、编制 重复两遍，中间没有空列），机构是跨八列的通栏小标题“党政综合办公室（5人）”，单数的半行空着',
    { people: told(people, 'id') },
    xlsx({
      name: '打印',
      merges: ['A1:H1', ...bands.flatMap((row, at) => (row[1] === null ? [`A${at + 3}:H${at + 3}`] : []))],
      rows: [
        ['云溪乡工作人员名册', ...blank(7)],
        ['序号', '姓名', '身份证号码', '编制', '序号', '姓名', '身份证号码', '编制'],
        ...bands,
      ],
    }),
  )
}

/** 编办: 主管部门, 单位名称, 内设机构; 编制类别 and 经费形式 in two columns. */
function threeLevels(): Case {
  const people = roster(6008, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 2],
    ['农业综合服务中心', FULL, 4],
    ['文化旅游服务中心', '事业编制（差额补贴）', 2],
  ])
  const office = (one: Person) => one.category === '行政编制'
  return sixth(
    'K08-三级单位和经费形式',
    '编办名册：主管部门、单位名称、内设机构三列；机关人员内设机构写办公室，事业单位内设机构写“无”，单位名称带“云溪乡”；编制类别（行政/事业）和经费形式（财政拨款/全额拨款/差额补助）两列合起来才是编制',
    { people: told(people, 'id', 'enteredOn', 'post') },
    xlsx({
      name: '实名制',
      merges: ['A1:J1'],
      rows: [
        ['机构编制实名制管理人员名册', ...blank(9)],
        ...staffSheet(people, [
          number,
          ['主管部门', () => '云溪乡人民政府'],
          ['单位名称', (one) => (office(one) ? '云溪乡人民政府' : `云溪乡${one.unit}`)],
          ['内设机构', (one) => (office(one) ? one.unit : '无')],
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['编制类别', (one) => (office(one) ? '行政' : '事业')],
          ['经费形式', (one) => (office(one) ? '财政拨款' : one.category === FULL ? '全额拨款' : '差额补助')],
          ['入编日期', (one) => `${one.entered}-01`],
          ['职务名称', (one) => one.post],
        ]),
      ],
    }),
  )
}

/** 人社局: the grade stands under the kind of post it belongs to. */
function postKindsAcross(): Case {
  const people = roster(6009, [['综合便民服务中心', FULL, 8]])
  return sixth(
    'K09-岗位聘用花名册',
    '人社局岗位聘用花名册：标签行“单位名称：云溪乡综合便民服务中心　经费来源：财政全额拨款”，表头“聘用岗位”下管理、专业技术、工勤技能三列，等级写在所属的一列',
    { people: told(people, 'id', 'sex', 'birth', 'education') },
    xlsx({
      name: '聘用',
      merges: [
        'A1:K1',
        'A2:E2',
        'F2:K2',
        'A3:A4',
        'B3:B4',
        'C3:C4',
        'D3:D4',
        'E3:E4',
        'F3:F4',
        'G3:I3',
        'J3:J4',
        'K3:K4',
      ],
      rows: [
        ['事业单位岗位聘用人员花名册', ...blank(10)],
        ['单位名称：云溪乡综合便民服务中心', ...blank(4), '经费来源：财政全额拨款', ...blank(5)],
        ['序号', '姓名', '性别', '出生年月', '身份证号码', '学历', '聘用岗位', null, null, '聘用时间', '备注'],
        [...blank(6), '管理岗位', '专业技术岗位', '工勤技能岗位', null, null],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.sex,
          one.birth.slice(0, 7).replace('-', '.'),
          one.id,
          one.education,
          at % 3 === 0 ? '八级' : null,
          at % 3 === 1 ? '十一级' : null,
          at % 3 === 2 ? '三级' : null,
          '2024.01',
          null,
        ]),
        ['说明：本表一式三份，单位、主管部门、人社部门各一份。', ...blank(10)],
      ],
    }),
  )
}

/** Whether somebody is still in post, by 是 and 否 and a day of retirement. */
function stillInPost(): Case {
  const people = roster(6010, [
    ['党政综合办公室', '行政编制', 5],
    ['财经所', '事业编制', 4],
  ])
  const left = new Set([1, 6])
  return sixth(
    'K10-是否在职一列',
    '总名册里“是否在职”写是、否，“否”的人另有离岗时间和离岗原因（退休、调出）；其余的人这两列空着',
    {
      mustAsk: true,
      says: [],
      people: told(
        people.filter((_, at) => !left.has(at)),
        'id',
        'post',
      ),
      gone: people.filter((_, at) => left.has(at)).map((one) => one.name),
    },
    xlsx({
      name: '总册',
      rows: staffSheet(people, [
        number,
        ['所属科室', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['身份证号', (one) => one.id],
        ['编制类型', (one) => one.category],
        ['职务', (one) => one.post],
        ['是否在职', (_, at) => (left.has(at) ? '否' : '是')],
        ['离岗时间', (_, at) => (left.has(at) ? '2025.08' : null)],
        ['离岗原因', (_, at) => (at === 1 ? '退休' : at === 6 ? '调出' : null)],
      ]),
    }),
  )
}

/** 企业微信: instructions first, the department as a path. */
function chatDirectory(): Case {
  const people = roster(6011, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 2],
    ['应急管理站', '事业编制', 3],
  ])
  const rows: readonly Row[] = [
    ['填写须知：'],
    ['1、带*为必填；2、部门用“/”分隔上下级；3、请勿删除表头'],
    ...staffSheet(people, [
      ['*姓名', (one) => one.name],
      ['*账号', (_, at) => `YX${String(at + 1).padStart(4, '0')}`],
      ['*部门', (one) => `云溪乡人民政府/${one.category === '行政编制' ? '机关' : '事业单位'}/${one.unit}`],
      ['职务', (one) => one.post],
      ['性别', (one) => one.sex],
      ['手机', (one) => one.phone],
      ['身份证号', (one) => `\t${one.id}`],
      ['编制性质', (one) => one.category],
      ['激活状态', () => '已激活'],
    ]),
  ]
  return sixth(
    'K11-企业微信通讯录导出',
    'GB18030 的 .csv：前两行填写须知；*姓名 *账号 *部门，部门写成“云溪乡人民政府/机关/党政综合办公室”的路径；账号不是身份证号',
    {
      says: [
        ['/机关/党政综合办公室', '党政综合办公室'],
        ['/机关/党建工作办公室', '党建工作办公室'],
        ['/事业单位/应急管理站', '应急管理站'],
      ],
      people: told(people, 'id', 'sex', 'post'),
    },
    gb18030(separated(rows, ',')),
    { ending: 'csv' },
  )
}

/** An office system's page: links, a column of buttons, a band a department. */
function officePage(): Case {
  const people = roster(6012, [
    ['社会事务办公室', '行政编制', 4],
    ['综合治理中心', '事业编制', 4],
  ])
  const cell = (text: string): WebCell => ({ text })
  const rows = unitsOf(people).flatMap((unit): readonly (readonly WebCell[])[] => [
    [{ text: `部门：${unit}　人数：${of(people, unit).length}`, columns: 8 }],
    ['', '序号', '姓名', '性别', '证件号码', '编制类别', '出生日期', '操作'].map(cell),
    ...of(people, unit).map((one, at) =>
      ['□', String(at + 1), one.name, one.sex, `\u00a0${one.id}`, one.category, one.birth, '查看 编辑'].map(cell),
    ),
  ])
  return sixth(
    'K12-网页列表带操作列',
    'OA 网页另存为 .xls（UTF-8）：每个部门一条跨八列的“部门：社会事务办公室　人数：4”，表头各一次，首列是复选框“□”，末列“查看 编辑”，底下“共8条 第1/1页”',
    { people: told(people, 'id', 'sex', 'birth') },
    Buffer.from(
      webPage('utf-8', '<title>人员列表</title>', [
        ...rows,
        [{ text: '共8条记录 第1/1页 首页 上一页 下一页', columns: 8 }],
      ]),
    ),
    { ending: 'xls' },
  )
}

export const sixthSystemCases: readonly (() => Case)[] = [
  personnelSystem,
  payBook,
  insuranceList,
  cardsWithFamily,
  uprightHeads,
  numberedSheets,
  twoAbreast,
  threeLevels,
  postKindsAcross,
  stillInPost,
  chatDirectory,
  officePage,
]
