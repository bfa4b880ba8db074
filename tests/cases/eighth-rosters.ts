import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, xlsx, type Row, type Value } from './kit/write-files.ts'
import { drawn, sixth as eighth, spoken } from './sixth-parts.ts'

/* M01–M11: what clerks keep of their own people, and what their bureaus ask of them once a year. */

const number: Column = column.number
const FULL = '事业编制（全额拨款）'
const PARTIAL = '事业编制（差额补贴）'

/** The four lists of the yearly statistics: in post, not in post, retired, off quota. */
function fourLists(): Case {
  const staff = roster(8001, [
    ['党政办公室', '行政编制', 4],
    ['党群工作办公室', '行政编制', 3],
    ['农业农村服务中心', '事业编制', 4],
  ])
  const away = roster(8101, [['农业农村服务中心', '事业编制', 2]])
  const retired = roster(8201, [['党政办公室', '行政编制', 3]])
  const hired = roster(8302, [
    ['党政办公室', '劳务派遣', 2, ['驾驶员']],
    ['农业农村服务中心', '公益性岗位', 2, ['护林员']],
  ])
  const sheet = (name: string, title: string, people: readonly Person[], more: readonly Column[]) => ({
    name,
    merges: ['A1:J1', 'A2:J2'],
    rows: [
      [title, ...blank(9)],
      ['填报单位（盖章）：云溪乡人民政府　　　　　　　　　　填报时间：2026年11月', ...blank(9)],
      ...staffSheet(people, [
        number,
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号码', (one) => one.id],
        ['所在单位', (one) => one.unit],
        ...more,
        ['备注', () => null],
      ]),
      [`合计：${people.length}人`, ...blank(9)],
    ] as readonly Row[],
  })
  const paper = (_: Person, at: number) => `云编字〔20${10 + at}〕${at + 3}号`
  return eighth(
    'M01-编统花名册四块',
    '编制统计花名册四张：在编人员（编制性质、进编文号、进编时间）、非在职人员（非在职理由：长期病休、离岗不占编制）、退休人员、编外聘用人员（聘用形式、合同起止）；退休的不在职，非在职的不能当成在岗不说',
    {
      mustAsk: true,
      says: [],
      people: [...told(staff, 'id', 'sex', 'enteredOn', 'post'), ...told(hired, 'id', 'sex')],
      open: away.map((one) => one.name),
      gone: retired.map((one) => one.name),
    },
    xlsx(
      sheet('在编', '2026年度在编人员花名册', staff, [
        ['编制性质', (one) => one.category],
        ['现任职务（岗位）', (one) => one.post],
        ['进编文号', paper],
        ['进编时间', (one) => dotted(one.entered)],
      ]),
      sheet('非在职', '2026年度非在职人员花名册', away, [
        ['编制性质', (one) => one.category],
        ['非在职理由', (_, at) => (at === 0 ? '长期病休' : '离岗不占编制')],
        ['进编文号', paper],
        ['起始时间', () => '2024.03'],
      ]),
      sheet('退休', '2026年度退休人员花名册', retired, [
        ['原编制性质', (one) => one.category],
        ['原职务', (one) => one.post],
        ['退休文号', paper],
        ['退休时间', (_, at) => `2026.0${at + 2}`],
      ]),
      sheet('编外聘用', '2026年度编外聘用人员花名册', hired, [
        ['聘用形式', (one) => one.category],
        ['从事岗位', (one) => one.post],
        ['合同起始', () => '2025.01'],
        ['合同终止', () => '2027.12'],
      ]),
    ),
  )
}

/** The bureau's form of twenty-seven columns, one sheet for offices and one for stations. */
function bureauColumns(): Case {
  const office = roster(8002, [
    ['党政办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
  ])
  const station = roster(8102, [
    ['农业农村服务中心', FULL, 4],
    ['水利服务站', PARTIAL, 2],
  ])
  const head = (first: string) => [
    first,
    '所在机构',
    '姓名',
    '性别',
    '身份证号',
    '人员分类',
    '编制类别',
    '编制经费形式',
    '人员状态',
    '进入形式',
    '进入时间',
    '岗位类别',
    '领导职务级别',
    '非领导职务级别',
    '职务',
    '是否高配',
    '是否公务员登记',
    '任现职时间',
    '出生日期',
    '入编时间',
    '入编文号',
    '进入来源',
    '参加工作时间',
    '民族',
    '籍贯',
    '控编单编号',
    '学历',
  ]
  const learnt: Readonly<Record<string, string>> = { 大学本科: '本科', 大学专科: '大专', 中等专科: '中专' }
  const line = (one: Person, at: number): Row => {
    const office = one.category === '行政编制' || one.category === '机关工勤编制'
    return [
      office ? '云溪乡人民政府' : `云溪乡${one.unit}`,
      office ? one.unit : `云溪乡${one.unit}`,
      one.name,
      one.sex,
      one.id,
      at === 0 ? '内设机构正职领导' : '非领导人员',
      office ? (one.category === '行政编制' ? '行政编制' : '工勤编制') : '事业编制',
      office ? '全额拨款' : one.category === FULL ? '全额拨款' : '差额补贴',
      '在职',
      office ? '公务员考试' : '事业单位招考',
      `${one.work}-01`,
      office ? null : ['行政管理岗位', '专业技术岗位'][at % 2],
      at === 0 && office ? '乡科级副职' : null,
      null,
      one.post,
      '否',
      office && one.category === '行政编制' ? '是' : '否',
      `20${18 + (at % 6)}-05-01`,
      one.birth,
      `${one.entered}-01`,
      `云编字〔2015〕${at + 4}号`,
      '大学毕业生',
      `${one.work}-01`,
      one.nation,
      '江西上饶',
      null,
      learnt[one.education] ?? one.education,
    ] as Row
  }
  return eighth(
    'M02-实名制二十七栏',
    '编办27栏表两张（行政、事业）：行政机构名称都是云溪乡人民政府，所在机构是内设机构；事业单位没有内设机构的所在机构写单位全称；编制类别和编制经费形式两列；人员分类、岗位类别不是编制；进入时间不是入编时间',
    { people: told([...office, ...station], 'id', 'sex', 'birth', 'enteredOn', 'post', 'education') },
    xlsx(
      { name: '行政', rows: [head('行政机构名称'), ...office.map(line)] },
      { name: '事业', rows: [head('事业单位名称'), ...station.map(line)] },
    ),
  )
}

/** A posted list: a tree of headings with numbers, under each 岗位 and 姓名; somebody does a second job. */
function postedTree(): Case {
  const people = roster(8004, [
    ['乡领导班子', '行政编制', 4, ['党委书记', '党委副书记、乡长', '人大主席', '副乡长']],
    ['党政办公室', '行政编制', 3, ['主任', '文书', '档案员']],
    ['社会事务办公室', '行政编制', 2, ['主任', '民政助理员']],
    ['财政所', '事业编制', 3, ['所长', '会计', '出纳']],
    ['文化站', '事业编制', 2, ['站长', '文化专干']],
  ])
  const list = (unit: string): readonly Row[] => [
    [unit === '乡领导班子' ? '职务' : '岗位', '姓名', '备注'],
    ...of(people, unit).map((one): Row => [one.post, one.name, null]),
  ]
  const second = of(people, '财政所')[2]?.name ?? ''
  return eighth(
    'M04-实名制公示树形',
    '公示：一、乡机关（行政编制10名，实有9名）→1、乡领导班子（领导职数4名，实有4名）…，每个机构下“岗位 姓名 备注”；文化站下一行“财务　某某兼任”不另算人；没有身份证号；开头一段依据，末尾公示期和电话',
    { people: told(people, 'post') },
    xlsx({
      name: '公示',
      merges: ['A1:C1', 'A2:C2'],
      rows: [
        ['云溪乡机关和事业单位编制实名制公示', null, null],
        [
          '根据《职位设置方案》《岗位设置方案》，经乡党政班子会研究，现将编制实名制情况公示如下，接受社会监督。',
          null,
          null,
        ],
        ['一、乡机关（行政编制10名，实有9名）', null, null],
        ['1、乡领导班子（领导职数4名，实有4名）', null, null],
        ...list('乡领导班子'),
        ['2、党政办公室（行政编制4名，实有3名）', null, null],
        ...list('党政办公室'),
        ['3、社会事务办公室（行政编制2名，实有2名）', null, null],
        ...list('社会事务办公室'),
        ['二、事业单位（事业编制6名，实有5名）', null, null],
        ['1、财政所（事业编制3名，实有3名）', null, null],
        ...list('财政所'),
        ['2、文化站（事业编制3名，实有2名）', null, null],
        ...list('文化站'),
        ['财务', `${second}兼任`, null],
        ['公示期：2026年11月20日至11月26日', null, null],
        ['监督电话：0793-8210110', null, null],
      ],
    }),
  )
}

/** One row a unit, everybody of it in one cell after what he does. */
function namesByJob(): Case {
  const people = roster(8005, [
    ['党政办公室', '行政编制', 4],
    ['平安建设办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const approved = [5, 3, 6]
  const names = (unit: string) => {
    const [first, second, ...rest] = of(people, unit).map((one) => one.name)
    return `主任：${first ?? ''}；副主任：${second ?? ''}；工作人员：${rest.join('、')}`
  }
  return eighth(
    'M05-公示表实有人员名单',
    '实名制信息公示表：机构名称、主要职责（长句）、编制类型、人员编制、实有人员名单（一格里“主任：某某；副主任：某某；工作人员：某某、某某”）；文号在标题下',
    {
      mustAsk: true,
      says: [],
      people: told(people),
      quotas: unitsOf(people).map((unit, at) => ({
        unit,
        category: of(people, unit)[0]?.category ?? '',
        quota: approved[at] ?? 0,
      })),
    },
    xlsx({
      name: '公示表',
      merges: ['A1:F1', 'A2:F2'],
      rows: [
        ['机构编制实名制信息公示表', ...blank(5)],
        ['（核定文号：云编字〔2024〕11号）', ...blank(5)],
        ['序号', '机构名称', '主要职责', '编制类型', '人员编制', '实有人员名单'],
        ...unitsOf(people).map((unit, at): Row => [
          at + 1,
          unit,
          '负责综合协调、文秘、机要保密、档案、信访接待、值班应急等工作，承办党委、政府交办的其他事项。',
          of(people, unit)[0]?.category ?? null,
          approved[at] ?? 0,
          names(unit),
        ]),
      ],
    }),
  )
}

/** Months with a word behind them, and dates of several formats in one column. */
function datesWithWords(): Case {
  const people = roster(8007, [
    ['党政综合办公室', '行政编制', 5],
    ['村镇建设服务中心', '事业编制', 5],
  ])
  const entered = (one: Person, at: number): Value => {
    const [year, month] = [one.entered.slice(0, 4), Number(one.entered.slice(5))]
    return (
      [
        `${year}.${month}（招录）`,
        { day: `${one.entered}-01`, format: 'yyyy"年"m"月"' },
        `${year}年${month}月考入`,
        `${year}.${String(month).padStart(2, '0')}至今`,
        { day: `${one.entered}-01`, format: 'mmm-yy' },
        `${year}年${month}月（军转安置）`,
        `自${year}年${month}月起`,
        `${year}-${month}`,
        { day: `${one.entered}-01`, format: 'yyyy/m/d' },
        `${year}.${month}入编`,
      ] as const
    )[at]!
  }
  const born = (one: Person, at: number): Value =>
    at % 3 === 0
      ? { day: one.birth, format: 'yyyy-mm-dd' }
      : at % 3 === 1
        ? `${one.birth.slice(0, 4)}.${Number(one.birth.slice(5, 7))}.${Number(one.birth.slice(8))}`
        : `${one.birth.slice(2, 4)}.${Number(one.birth.slice(5, 7))}`
  return eighth(
    'M07-时间后面带话',
    '入编时间写成“2008.7（招录）”“2010年9月考入”“2003.08至今”“自2012年3月起”“2009.5入编”和日期格混用；出生年月三种写法（日期格、1985.6.12、85.6）',
    { people: told(people, 'id', 'birth', 'enteredOn') },
    xlsx({
      name: '花名册',
      merges: ['A1:G1'],
      rows: [
        ['云溪乡干部花名册', ...blank(6)],
        ...staffSheet(people, [
          ['所在部门', (one) => one.unit],
          ['姓名', drawn],
          ['出生年月', born],
          ['公民身份号码', (one) => one.id],
          ['编制', (one) => one.category],
          ['何时入编', entered],
          ['备注', () => null],
        ]),
      ],
    }),
  )
}

/** The sheet program's own subtotals. */
function subtotals(): Case {
  const people = roster(8008, [
    ['党建办公室', '行政编制', 3],
    ['综合行政执法大队', '事业编制', 4],
    ['社区事务服务中心', '事业编制', 3],
  ])
  const line = (one: Person, at: number): Row => [
    one.unit,
    one.name,
    one.id,
    one.category,
    one.post,
    spoken(one.entered),
    at,
  ]
  return eighth(
    'M08-软件分类汇总',
    '表格软件“分类汇总”做的：每个部门后一行“党建办公室 计数”和人数，末行“总计数”；部门每行都写；最后一列是工龄',
    { people: told(people, 'id', 'enteredOn', 'post') },
    biff({
      name: 'Sheet1',
      rows: [
        ['部门', '姓名', '身份证', '编制类别', '职务', '进编时间', '工龄'],
        ...unitsOf(people).flatMap((unit) => [
          ...of(people, unit).map((one, at) => line(one, 8 + at * 3)),
          [`${unit} 计数`, of(people, unit).length, ...blank(5)] as Row,
        ]),
        ['总计数', people.length, ...blank(5)],
      ],
    }),
    { ending: 'xls' },
  )
}

/** A head in row six, a table of explanations above it, numbers that are letters. */
function headInRowSix(): Case {
  const people = roster(8010, [
    ['党政办', '行政编制', 4],
    ['民政所', '事业编制', 3],
    ['林业站', '事业编制', 3],
  ])
  return eighth(
    'M10-上面有填表说明小表',
    '前四行是“联系人”“联系电话”“报送邮箱”“截止日期”两列小表，第五行空，第六行才是表头；编号写A-01；机构本来就叫党政办、民政所、林业站；右边隔两列有一条批注文字',
    { people: told(people, 'id', 'sex', 'birth', 'post') },
    biff({
      name: '报送表',
      merges: ['A5:I5'],
      rows: [
        ['联系人', '云溪乡党政办', ...blank(9)],
        ['联系电话', '0793-8210001', ...blank(9)],
        ['报送邮箱', 'yunxi@example.com', ...blank(9)],
        ['截止日期', '2026年11月30日', ...blank(9)],
        ['', ...blank(10)],
        ...staffSheet(people, [
          ['编号', (_, at) => `A-${String(at + 1).padStart(2, '0')}`],
          ['单位', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['出生日期', (one) => one.birth.replaceAll('-', '.')],
          ['身份证号码', (one) => one.id],
          ['编制情况', (one) => one.category],
          ['职务或岗位', (one) => one.post],
          ['', () => null],
          ['', () => null],
          ['', (_, at) => (at === 1 ? '此处姓名与身份证核对过' : null)],
        ]),
      ],
    }),
    { ending: 'xls' },
  )
}

/** Numbers with spaces, names drawn out, numbering from one in each unit. */
function spacedNumbers(): Case {
  const people = roster(8016, [
    ['乡领导班子', '行政编制', 3, ['党委书记', '党委副书记、乡长', '人大主席']],
    ['党政综合办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
    ['退役军人服务站', '事业编制', 2],
  ])
  const places = unitsOf(people).flatMap((unit) => of(people, unit).map((_, at) => at))
  return eighth(
    'M16-身份证号分段编号重来',
    '.xls：身份证号写成“362201 19850612 991X”，姓名两字中间空格，序号每个机构从1重来，机构只在编号为1的一行；出生年月由手填“1985年06月”；最后“主要领导（签字）：”',
    { people: told(people, 'id', 'sex', 'birth', 'post') },
    biff({
      name: '在编人员',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡在编人员名册', ...blank(7)],
        ...staffSheet(people, [
          ['机构名称', (one, at) => (places[at] === 0 ? one.unit : null)],
          ['序号', (_, at) => (places[at] ?? 0) + 1],
          ['姓  名', drawn],
          ['性别', (one) => one.sex],
          ['出生\n年月', (one) => `${one.birth.slice(0, 4)}年${one.birth.slice(5, 7)}月`],
          ['身份证号', (one) => `${one.id.slice(0, 6)} ${one.id.slice(6, 14)} ${one.id.slice(14)}`],
          ['编制\n类型', (one) => one.category],
          ['职务', (one) => one.post],
        ]),
        ['主要领导（签字）：', ...blank(4), '填表日期：2026年11月', null, null],
      ],
    }),
    { ending: 'xls' },
  )
}

/** Three groups told in headings; the last is off quota. */
function threeGroups(): Case {
  const people = roster(8017, [
    ['党政综合办公室', '行政编制', 4],
    ['规划建设办公室', '行政编制', 2],
    ['畜牧兽医站', '事业编制', 3],
    ['文旅服务中心', '事业编制', 3],
    ['党政综合办公室', '临时聘用', 2, ['炊事员']],
    ['文旅服务中心', '临时聘用', 1, ['讲解员']],
  ])
  const group = (title: string, category: string): readonly Row[] => {
    const inside = people.filter((one) => one.category === category)
    return [
      [title, ...blank(6)],
      ...inside.map((one, at): Row => [
        at + 1,
        inside[at - 1]?.unit === one.unit ? null : one.unit,
        one.name,
        one.sex,
        one.id,
        one.post,
        one.phone,
      ]),
    ]
  }
  return eighth(
    'M17-行政事业临聘三段',
    '一个表头，三段小标题“一、行政编制人员（6名）”“二、事业编制人员（6名）”“三、临时聘用人员（3名）”，没有编制列；单位每段第一次写，下面空着；序号每段重来',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx({
      name: '人员名单',
      merges: ['A1:G1', 'A3:G3', 'A10:G10', 'A17:G17'],
      rows: [
        ['云溪乡工作人员名单（2026年11月）', ...blank(6)],
        ['序号', '工作单位', '姓名', '性别', '身份证号码', '职务/岗位', '手机号'],
        ...group('一、行政编制人员（6名）', '行政编制'),
        ...group('二、事业编制人员（6名）', '事业编制'),
        ...group('三、临时聘用人员（3名）', '临时聘用'),
      ],
    }),
  )
}

/** Two rows a person under a head of two rows, as a narrow page is printed. */
function twoRowsEach(): Case {
  const people = roster(8028, [
    ['党政综合办公室', '行政编制', 4],
    ['应急管理办公室', '行政编制', 3],
  ])
  return eighth(
    'M28-一人两行栏目上下',
    '窄纸打印：表头两行，上行“序号、姓名、性别、民族、出生年月、学历”，下行在同几列写“（空）、身份证号、单位、编制、职务、入编时间”；每人也占上下两行，序号合并',
    {
      mustAsk: true,
      says: [],
      people: told(people, 'id', 'sex', 'birth', 'education', 'post', 'enteredOn'),
    },
    xlsx({
      name: '名册',
      merges: ['A1:F1', ...people.map((_, at) => `A${4 + at * 2}:A${5 + at * 2}`), 'A2:A3'],
      rows: [
        ['在编人员简册', ...blank(5)],
        ['序号', '姓名', '性别', '民族', '出生年月', '学历'],
        [null, '身份证号', '单位', '编制', '职务', '入编时间'],
        ...people.flatMap((one, at): readonly Row[] => [
          [at + 1, one.name, one.sex, one.nation, dotted(one.birth.slice(0, 7)), one.education],
          [null, one.id, one.unit, one.category, one.post, dotted(one.entered)],
        ]),
      ],
    }),
  )
}

/** What was copied aside once and forgotten. */
function forgottenCopy(): Case {
  const people = roster(8029, [
    ['党政综合办公室', '行政编制', 4],
    ['综合治理办公室', '行政编制', 3],
    ['卫生健康服务中心', '事业编制', 5],
  ])
  return eighth(
    'M29-旁边落下的草稿',
    '封面、花名册和 Sheet3：Sheet3 是抄出来核对用的草稿（没有标题，只有姓名、身份证号、“已核”），是花名册里的六个人；每人只算一次',
    { people: told(people, 'id', 'sex', 'education', 'post') },
    xlsx(
      {
        name: '封面',
        merges: ['A3:F3', 'A5:F5'],
        rows: [
          blank(6),
          blank(6),
          ['云溪乡机关事业单位工作人员花名册', ...blank(5)],
          blank(6),
          ['二〇二六年十一月', ...blank(5)],
        ],
      },
      {
        name: '花名册',
        rows: staffSheet(people, [
          number,
          ['单 位', (one) => one.unit],
          ['姓 名', (one) => one.name],
          ['性 别', (one) => one.sex],
          ['学 历', (one) => one.education],
          ['身份证号', (one) => one.id],
          ['编制性质', (one) => one.category],
          ['职 务', (one) => one.post],
        ]),
      },
      {
        name: 'Sheet3',
        rows: people.slice(3, 9).map((one): Row => [one.name, one.id, '已核']),
      },
    ),
  )
}

export const eighthRosterCases: readonly (() => Case)[] = [
  fourLists,
  bureauColumns,
  postedTree,
  namesByJob,
  datesWithWords,
  subtotals,
  headInRowSix,
  spacedNumbers,
  threeGroups,
  twoRowsEach,
  forgottenCopy,
]
