import { dotted, plainRoster, PLAIN_KEYS, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { biff, xlsx, type Row } from './kit/write-files.ts'
import { eight, sixth as tenth, spoken } from './sixth-parts.ts'

/* P12–P20: lists that need a second look, and lists that are not of people in post. */

const number: Column = column.number

/** A sheet a kind of post; workers of an institution stand in its 事业编制. */
function kindsOfPost(): Case {
  const full = '事业编制（全额拨款）'
  const sheets: readonly (readonly [string, string, readonly Person[]])[] = [
    [
      '管理人员',
      '管理',
      roster(10012, [
        ['农业综合服务中心', full, 2, ['主任', '副主任']],
        ['文化服务站', full, 1, ['站长']],
      ]),
    ],
    [
      '专业技术人员',
      '专业技术',
      roster(10112, [
        ['农业综合服务中心', full, 3, ['农技员']],
        ['文化服务站', full, 2, ['文化辅导员']],
      ]),
    ],
    ['工勤技能人员', '技术工', roster(10212, [['农业综合服务中心', full, 2, ['农机手', '驾驶员']]])],
  ]
  const grade: Readonly<Record<string, readonly string[]>> = {
    管理: ['管理八级', '管理九级'],
    专业技术: ['专业技术十级', '专业技术十二级'],
    技术工: ['技术工三级', '技术工四级'],
  }
  return tenth(
    'P12-事业单位三类岗位三张',
    '三张：事业单位管理人员、专业技术人员、工勤技能人员花名册；标题下“填报单位：云溪乡　经费形式：全额拨款”；事业单位的工勤占事业编制，不是机关工勤编制；岗位等级、聘用时间（不是入编时间）',
    { people: sheets.flatMap(([, , people]) => told(people, 'id', 'sex', 'education', 'post')) },
    xlsx(
      ...sheets.map(([name, kind, people]) => ({
        name,
        merges: ['A1:I1', 'A2:I2'],
        rows: [
          [`云溪乡事业单位${name}花名册`, ...blank(8)],
          ['填报单位：云溪乡　　　　　　　　经费形式：全额拨款', ...blank(8)],
          ...staffSheet(people, [
            number,
            ['姓名', (one) => one.name],
            ['性别', (one) => one.sex],
            ['身份证号', (one) => one.id],
            ['所在单位', (one) => one.unit],
            ['学历', (one) => one.education],
            ['岗位名称', (one) => one.post],
            ['岗位等级', (_, at) => grade[kind]?.[at % 2] ?? null],
            ['聘用时间', (_, at) => `20${19 + at}.07`],
          ]),
        ] as readonly Row[],
      })),
    ),
  )
}

/** Codes in the list, what they mean on the next sheet. */
function codesApart(): Case {
  const people = roster(10013, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
    ['社会治理办公室', '行政编制', 3],
    ['农业服务中心', '事业编制', 4],
  ])
  const units = unitsOf(people)
  const kinds = ['行政编制', '机关工勤编制', '事业编制']
  const code = (at: number) => String(at + 1).padStart(2, '0')
  return tenth(
    'P13-机构和编制都写代码',
    '名册里“机构代码”写01、02、03，“编制代码”写1、2、3；第二张“代码表”说明各是什么；人一看便知，代码不能当机构名',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn') },
    xlsx(
      {
        name: '人员',
        rows: staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['公民身份号码', (one) => one.id],
          ['机构代码', (one) => code(units.indexOf(one.unit))],
          ['编制代码', (one) => String(kinds.indexOf(one.category) + 1)],
          ['职务', (one) => one.post],
          ['入编年月', (one) => dotted(one.entered)],
        ]),
      },
      {
        name: '代码表',
        rows: [
          ['机构代码', '机构名称', null, '编制代码', '编制类型'],
          ...Array.from({ length: 3 }, (_, at): Row => [
            code(at),
            units[at] ?? null,
            null,
            String(at + 1),
            kinds[at] ?? null,
          ]),
        ],
      },
    ),
  )
}

/** The same people, younger: born in or after a year. */
const bornFrom = (people: readonly Person[], year: number): readonly Person[] =>
  people.map((one, at) => {
    const birth = `${year + (at % 4)}${one.birth.slice(4)}`
    return { ...one, birth, education: '大学本科', id: inventedId('362201', birth, one.sex, at % 5) }
  })

/** Surname and given name in two columns, as the register of those who may not leave the country has them. */
function twoPartNames(): Case {
  const people = roster(10014, [
    ['党政综合办公室', '行政编制', 4],
    ['财政金融办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  return tenth(
    'P14-登记备案姓和名分栏',
    '.xls：国家工作人员登记备案名册，“姓”“名”各一栏；出生日期8位；户口所在地、工作部门、职务、编制类别、人事主管单位（云溪乡党委，不是机构）、入库批次',
    { people: told(people, 'id', 'sex', 'birth', 'post') },
    biff({
      name: '登记备案',
      merges: ['A1:L1'],
      rows: [
        ['国家工作人员登记备案名册', ...blank(11)],
        ...staffSheet(people, [
          number,
          ['姓', (one) => one.name.slice(0, 1)],
          ['名', (one) => one.name.slice(1)],
          ['性别', (one) => one.sex],
          ['出生日期', (one) => eight(one.birth)],
          ['身份证号', (one) => one.id],
          ['户口所在地', () => '宜春市公安局云溪派出所'],
          ['工作部门', (one) => one.unit],
          ['职务', (one) => one.post],
          ['编制类别', (one) => one.category],
          ['人事主管单位', () => '中共云溪乡委员会'],
          ['入库批次', () => '2026001'],
        ]),
      ],
    }),
    { ending: 'xls' },
  )
}

/** Quotas of cars are not of people. */
function cars(): Case {
  const drivers = ['司启明', '蒲立诚', '鄂承安', '卓明哲']
  const table: readonly (readonly [string, number, number, string])[] = [
    ['党政办公室', 2, 1, '机要通信用车'],
    ['综合行政执法大队', 2, 1, '执法执勤用车'],
    ['应急管理所', 1, 1, '应急保障用车'],
    ['农业服务中心', 1, 0, '特种专业技术用车'],
    ['农业服务中心', 1, 1, '农技服务用车'],
  ]
  let driver = 0
  return tenth(
    'P15-公务用车编制',
    '公务用车编制核定和实有情况表：核定编制数、实有数、空编数都是车辆（辆），后面有车型、号牌、驾驶员；没有人员编制，驾驶员姓名也不是名册',
    { mustAsk: true, people: [], open: drivers, quotas: [] },
    xlsx({
      name: '公车',
      merges: ['A1:I1', 'A2:I2'],
      rows: [
        ['云溪乡公务用车编制核定和实有情况表', ...blank(8)],
        ['填报单位：云溪乡人民政府　　　　　　　　　　　　　　单位：辆', ...blank(8)],
        ['序号', '使用单位', '核定编制数', '实有数', '空编数', '车辆类型', '号牌号码', '驾驶员', '批准文号'],
        ...table.map(([unit, approved, there, kind], at): Row => [
          at + 1,
          unit,
          approved,
          there,
          approved - there,
          kind,
          there === 0 ? null : `赣C·0${at}X7${at}`,
          there === 0 ? null : (drivers[driver++] ?? null),
          '云车编〔2022〕3号',
        ]),
        ['合计', null, 7, 4, 3, ...blank(4)],
      ],
    }),
  )
}

/** Graduates who serve for some years: they hold no post of the quota. */
function servingGraduates(): Case {
  const people = bornFrom(
    roster(10016, [
      ['农业农村服务中心', '三支一扶', 3, ['支农']],
      ['社会事务办公室', '西部计划志愿者', 2, ['基层社会管理']],
      ['下洲村', '大学生村官', 2, ['村主任助理']],
    ]),
    1999,
  )
  return tenth(
    'P16-三支一扶等服务基层人员',
    '高校毕业生服务基层项目人员名册：项目类别三支一扶、西部计划志愿者、大学生村官，服务单位、服务岗位、服务期限、生活补贴；都不占编制，用工形式书里没有，只能问，不得进在编',
    { mustAsk: true, people: [], gone: people.map((one) => one.name), quotas: [] },
    xlsx({
      name: '服务基层',
      merges: ['A1:I1'],
      rows: [
        ['云溪乡高校毕业生服务基层项目人员名册', ...blank(8)],
        ...staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['项目类别', (one) => one.category],
          ['服务单位', (one) => one.unit],
          ['服务岗位', (one) => one.post],
          ['服务期限', (_, at) => `202${4 + (at % 2)}年8月—202${6 + (at % 2)}年7月`],
          ['生活补贴（元/月）', () => 3600],
        ]),
      ],
    }),
  )
}

/** Who is to be hired, if nobody objects. */
function candidates(): Case {
  const people = bornFrom(
    roster(10017, [
      ['农业综合服务中心', '事业编制', 3, ['农技岗']],
      ['综合文化服务中心', '事业编制', 2, ['文化岗']],
      ['退役军人服务站', '事业编制', 1, ['综合岗']],
    ]),
    1994,
  )
  return tenth(
    'P17-拟聘用人员公示',
    '公开招聘事业单位工作人员拟聘用人员公示名单：招聘单位、招聘岗位、岗位代码、姓名、准考证号、笔试面试成绩、体检考察；人还没有聘用，不得进在编，只能问或不收',
    { mustAsk: true, people: [], gone: people.map((one) => one.name), quotas: [] },
    xlsx({
      name: '公示',
      merges: ['A1:L1', 'A2:L2', `A${people.length + 4}:L${people.length + 4}`],
      rows: [
        ['云溪乡2026年公开招聘事业单位工作人员拟聘用人员公示', ...blank(11)],
        ['根据有关规定，现将拟聘用人员名单公示如下，公示期为2026年11月20日至26日。', ...blank(11)],
        ...staffSheet(people, [
          number,
          ['招聘单位', (one) => one.unit],
          ['招聘岗位', (one) => one.post],
          ['岗位代码', (_, at) => `3622${String(101 + at)}`],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['出生年月', (one) => dotted(one.birth.slice(0, 7))],
          ['学历', (one) => one.education],
          ['准考证号', (_, at) => `26110${String(2200 + at * 13)}`],
          ['总成绩', (_, at) => 78.4 - at],
          ['体检', () => '合格'],
          ['考察', () => '合格'],
        ]),
        ['监督电话：0795-3200000　　　云溪乡人民政府　2026年11月19日', ...blank(11)],
      ],
    }),
  )
}

/** Who sits where: rooms are not units. */
function rooms(): Case {
  const staff = roster(10018, [
    ['乡领导班子', '行政编制', 3, ['党委书记', '党委副书记、乡长', '副乡长']],
    ['党政办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['农业服务中心', '事业编制', 4],
  ])
  const inside = (from: number, to: number) =>
    staff
      .slice(from, to)
      .map((one) => one.name)
      .join('、')
  const lines: readonly Row[] = [
    ['二楼', '201', '领导办公室', inside(0, 1), '正科', 18, 17.6],
    [null, '202', '领导办公室', inside(1, 2), '正科', 18, 17.6],
    [null, '203', '领导办公室', inside(2, 3), '副科', 12, 11.8],
    [null, '205', '党政办公室', inside(3, 5), '科员', 18, 20.4],
    [null, '206', '文印室', inside(5, 7), '科员', 18, 20.4],
    ['三楼', '301', '社会事务办', inside(7, 10), '科员', 27, 25],
    [null, '302', '农业中心', inside(10, 12), '科员', 18, 19],
    [null, '303', '农业中心', inside(12, 14), '科员', 18, 19],
    [null, '305', '会议室', null, null, null, 60],
  ]
  return tenth(
    'P18-办公用房分配表',
    '办公用房分配使用情况表：楼层、房间号、房间用途、使用人（一格两三人）、职级、核定面积、实际面积；人都在编制本里，用途“领导办公室”“文印室”不是机构，谁也不调动、职务不变',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '用房',
      merges: ['A1:G1', 'A3:A7', 'A8:A11'],
      rows: [
        ['云溪乡党政机关办公用房分配使用情况表', ...blank(6)],
        ['楼层', '房间号', '房间用途', '使用人', '职级', '核定面积（㎡）', '实际面积（㎡）'],
        ...lines,
        ['合计', '9间', null, '14人', null, 147, 210.8],
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Teams in villages: own people and people of the county. */
function villageTeams(): Case {
  const staff = roster(10019, [
    ['党政综合办公室', '行政编制', 4],
    ['乡村振兴办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
  ])
  const guests = ['穆维新', '赖慧敏', '乔振国', '谭雨桐'].map((name, at) => ({
    name,
    from: ['县水利局', '县财政局', '市自然资源局', '县融媒体中心'][at] ?? '',
  }))
  const own = [1, 5, 8, 10].flatMap((at) => staff[at] ?? [])
  const villages = ['上洲村', '下洲村', '石背村', '坪上村']
  const rows = villages.flatMap((village, at): readonly Row[] => [
    [
      at * 2 + 1,
      village,
      guests[at]?.name ?? null,
      guests[at]?.from ?? null,
      '科员',
      '第一书记兼队长',
      '139000030' + String(10 + at),
      '2025年5月至2027年5月',
    ],
    [
      at * 2 + 2,
      null,
      own[at]?.name ?? null,
      `云溪乡${own[at]?.unit ?? ''}`,
      own[at]?.post ?? null,
      '工作队员',
      own[at]?.phone ?? null,
      '2025年5月至2027年5月',
    ],
  ])
  return tenth(
    'P19-驻村工作队名册',
    '驻村第一书记和工作队员名册：驻点村（合并）、派出单位、原职务、队内职务、任期；四个队员在编制本里，机构、职务都不变；四个第一书记是县里市里派来的，不得进在编',
    {
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
      gone: guests.map((one) => one.name),
    },
    xlsx({
      name: '驻村',
      merges: ['A1:H1', 'B3:B4', 'B5:B6', 'B7:B8', 'B9:B10'],
      rows: [
        ['云溪乡驻村第一书记和工作队员名册', ...blank(7)],
        ['序号', '驻点村', '姓名', '派出单位', '原职务', '队内职务', '联系电话', '任期'],
        ...rows,
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** What the archive says, and what has been found to be right. */
function verified(): Case {
  const people = roster(10020, [
    ['党政综合办公室', '行政编制', 5],
    ['公共管理办公室', '行政编制', 3],
    ['农业技术服务中心', '事业编制', 4],
  ])
  const earlier = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const odd = (at: number) => at === 2 || at === 9
  return tenth(
    'P20-三龄两历认定表',
    '干部档案专项审核认定表，表头两层：出生时间（档案最早记载、认定）、参加工作时间（档案记载、认定）、最高学历（原填、认定），两人认定和记载不同，以认定为准；有所在机构、编制性质、身份证号、职务、进入编制时间；末列本人签字',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'post', 'enteredOn') },
    xlsx({
      name: '认定',
      merges: [
        'A1:O1',
        ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'N', 'O'].map((one) => `${one}2:${one}3`),
        'H2:I2',
        'J2:K2',
        'L2:M2',
      ],
      rows: [
        ['云溪乡干部人事档案专项审核认定情况表', ...blank(14)],
        [
          '序号',
          '姓名',
          '性别',
          '所在机构',
          '编制性质',
          '身份证号',
          '职务',
          '出生时间',
          null,
          '参加工作时间',
          null,
          '最高学历',
          null,
          '进入编制时间',
          '本人签字',
        ],
        [...blank(7), '档案最早记载', '认定', '档案记载', '认定', '原填', '认定', null, null],
        ...people.map((one, at): Row => [
          at + 1,
          one.name,
          one.sex,
          one.unit,
          one.category,
          one.id,
          one.post,
          dotted(odd(at) ? earlier(one.birth.slice(0, 7)) : one.birth.slice(0, 7)),
          dotted(one.birth.slice(0, 7)),
          dotted(odd(at) ? earlier(one.work) : one.work),
          dotted(one.work),
          odd(at) ? '普通高中' : one.education,
          one.education,
          spoken(one.entered),
          null,
        ]),
      ],
    }),
  )
}

export const tenthMoreCases: readonly (() => Case)[] = [
  kindsOfPost,
  codesApart,
  twoPartNames,
  cars,
  servingGraduates,
  candidates,
  rooms,
  villageTeams,
  verified,
]
