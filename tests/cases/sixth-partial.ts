import { plainRoster, PLAIN_KEYS, told, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, separated, utf16, xlsx, type Row } from './kit/write-files.ts'
import { eight, sixth } from './sixth-parts.ts'

/* K25–K36: lists that only complete people, tables of numbers, and rosters at the edge. */

const number: Column = column.number
const FULL = '事业编制（全额拨款）'
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
  ])

/** What somebody had, and what he has now: the book takes the latter. */
function newEducation(): Case {
  const staff = staffOf(6025)
  const learnt: Readonly<Record<number, string>> = { 2: '大学本科', 6: '硕士研究生', 9: '大学本科' }
  const now = staff.map((one, at) => ({
    ...one,
    education: learnt[at] ?? (one.education === '硕士研究生' ? '大学本科' : one.education),
  }))
  const before = now.map((one, at) => (learnt[at] === undefined ? one : { ...one, education: '大学专科' }))
  return sixth(
    'K25-学历变动更新',
    '学历变动备案表：姓名、身份证号、所在部门、原学历、现学历、毕业院校、毕业时间，只有三人；编制本里已有全部人，学历改成现学历，别的不变',
    { people: told(now, ...PLAIN_KEYS) },
    xlsx({
      name: '备案',
      merges: ['A1:H1'],
      rows: [
        ['干部学历变动备案表', ...blank(7)],
        ...staffSheet(
          now.filter((_, at) => learnt[at] !== undefined),
          [
            number,
            ['姓名', (one) => one.name],
            ['身份证号', (one) => one.id],
            ['所在部门', (one) => one.unit],
            ['原学历', () => '大学专科'],
            ['现学历', (one) => one.education],
            ['毕业院校', () => '江西师范大学'],
            ['毕业时间', () => '2026.06'],
          ],
        ),
      ],
    }),
    { before: plainRoster(before) },
  )
}

/** 原任, 现任: a list of appointments. */
function appointments(): Case {
  const staff = staffOf(6026)
  const posts: Readonly<Record<number, string>> = {
    1: '党政综合办公室主任',
    5: '党建工作办公室副主任',
    8: '农业综合服务中心主任',
  }
  return sixth(
    'K26-任免通知附表',
    '干部任免一览：姓名、身份证号、原任职务、现任职务、任免文号、任免时间；现任职务写全（党政综合办公室主任），人都在编制本里，单位不变',
    {
      people: told(staff, 'id', 'sex', 'enteredOn').map((one, at) =>
        posts[at] === undefined ? { ...one, post: staff[at]?.post ?? null } : one,
      ),
    },
    xlsx({
      name: '任免',
      merges: ['A1:G1'],
      rows: [
        ['云溪乡干部任免一览表', ...blank(6)],
        ...staffSheet(
          staff.filter((_, at) => posts[at] !== undefined),
          [
            number,
            ['姓名', (one) => one.name],
            ['身份证号', (one) => one.id],
            ['原任职务', (one) => one.post],
            ['现任职务', (one) => posts[staff.indexOf(one)] ?? null],
            ['任免文号', () => '云党干〔2026〕9号'],
            ['任免时间', () => '2026.10.12'],
          ],
        ),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Days of joining the party as eight digits; branches are no units. */
function partyDays(): Case {
  const staff = staffOf(6027)
  const members = staff.filter((one) => one.party !== null)
  return sixth(
    'K27-全国党员系统导出',
    '党员管理系统导出 .xls：姓名、身份证号码、所在党支部、人员类别（正式党员）、入党日期（8位）、转正日期、党费标准；党支部不是机构，人员类别不是编制；人都在编制本里',
    {
      people: told(staff, ...PLAIN_KEYS),
      personFiles: members.map((one) => ({ name: one.name, partyJoined: `${one.party ?? ''}-18` })),
    },
    biff({
      name: '党员信息',
      rows: staffSheet(members, [
        ['姓名', (one) => one.name],
        ['身份证号码', (one) => one.id],
        ['所在党支部', () => '中共云溪乡机关支部委员会'],
        ['人员类别', () => '正式党员'],
        ['入党日期', (one) => (one.party === null ? null : eight(`${one.party}-18`))],
        [
          '转为正式党员日期',
          (one) => (one.party === null ? null : eight(`${Number(one.party.slice(0, 4)) + 1}${one.party.slice(4)}-18`)),
        ],
        ['每月应交党费', (_, at) => 30 + at],
      ]),
    }),
    { ending: 'xls', before: plainRoster(staff) },
  )
}

/** Who will retire next year is in post today. */
function retiringSoon(): Case {
  const staff = staffOf(6028)
  return sixth(
    'K28-明年到龄退休预告',
    '“2027年度到龄退休人员预告表”：所在单位、姓名、身份证号、到龄退休时间 2027.03；三人现在都在职，不能当成已退休',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '预告',
      merges: ['A1:F1'],
      rows: [
        ['2027年度到龄退休人员预告表', ...blank(5)],
        ...staffSheet(staff.slice(0, 3), [
          number,
          ['所在单位', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['到龄退休时间', (_, at) => `2027.0${at + 3}`],
          ['是否申请延迟', () => '否'],
        ]),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** A union's list with short names of offices. */
function unionMembers(): Case {
  const staff = staffOf(6029)
  const short: Readonly<Record<string, string>> = {
    党政综合办公室: '党政办',
    党建工作办公室: '党建办',
    农业综合服务中心: '农综中心',
  }
  return sixth(
    'K29-工会会员体检名册',
    '工会体检名册：工会小组、姓名、性别、身份证号、科室（简称）、配偶姓名、套餐；人都在编制本里，简称不能另立机构，配偶不是工作人员',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '体检',
      rows: staffSheet(staff, [
        number,
        ['工会小组', (one) => (one.category === '行政编制' ? '机关小组' : '站所小组')],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号', (one) => one.id],
        ['科室', (one) => short[one.unit] ?? one.unit],
        ['配偶姓名', (_, at) => (at % 2 === 0 ? '农素心' : null)],
        ['体检套餐', (one) => (one.sex === '男' ? 'A' : 'B')],
      ]),
    }),
    { before: plainRoster(staff) },
  )
}

/** A rota with posts in brackets: nobody new. */
function rota(): Case {
  const staff = staffOf(6030)
  const name = (at: number) => `${staff[at]?.name ?? ''}（${staff[at]?.post ?? ''}）`
  return sixth(
    'K30-周值班表带职务',
    '一周值班表：星期横排，行是带班领导、值班干部、驾驶员，格里“某某（主任）”，下面是各科室值班电话；人都在编制本里，不能新建人、不能改人',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '值班',
      merges: ['A1:F1'],
      rows: [
        ['云溪乡2026年第48周值班安排表', ...blank(5)],
        ['岗位', '星期一', '星期二', '星期三', '星期四', '星期五'],
        ['带班领导', name(0), name(4), name(7), name(0), name(4)],
        ['值班干部', name(1), name(2), name(5), name(8), name(9)],
        ['驾驶员', '外聘司机', '外聘司机', '外聘司机', '外聘司机', '外聘司机'],
        ['值班电话', '0793-8210001', null, '党政综合办公室', '0793-8210002', null],
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Of a station's number, how it is divided: only the whole is the quota. */
function structureOfPosts(): Case {
  const quotas: readonly ToldQuota[] = [
    { unit: '农业综合服务中心', category: FULL, quota: 12 },
    { unit: '文化旅游服务中心', category: FULL, quota: 6 },
    { unit: '综合便民服务中心', category: '事业编制（差额补贴）', quota: 8 },
  ]
  const parts = [
    [3, 8, 1],
    [2, 4, 0],
    [5, 2, 1],
  ]
  return sixth(
    'K31-事业编制结构核定表',
    '事业单位编制核定表：经费形式一列（全额拨款、差额补贴），编制数下合计、管理人员、专业技术人员、工勤人员四列，领导职数下正职、副职；只有合计是编制数',
    { people: [], quotas },
    xlsx({
      name: '核定表',
      merges: ['A1:K1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:H3', 'I3:J3', 'K3:K4'],
      rows: [
        ['事业单位编制核定表', ...blank(10)],
        ['县委编办', ...blank(8), '单位：名', null],
        ['序号', '单位名称', '批准文号', '经费形式', '编制数', null, null, null, '领导职数', null, '备注'],
        [null, null, null, null, '合计', '管理人员', '专业技术人员', '工勤人员', '正职', '副职', null],
        ...quotas.map((one, at): Row => [
          at + 1,
          `云溪乡${one.unit}`,
          '云编字〔2021〕33号',
          one.category === FULL ? '全额拨款' : '差额补贴',
          one.quota,
          ...(parts[at] ?? []),
          1,
          at === 0 ? 2 : 1,
          null,
        ]),
        ['合计', null, null, null, 26, 10, 14, 2, 3, 4, null],
      ],
    }),
  )
}

/** 三定 and who holds the seats, in one row a unit. */
function seatsAndNames(): Case {
  const people = roster(6032, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['社会事务办公室', '行政编制', 3],
  ])
  const units = ['党政综合办公室', '党建工作办公室', '社会事务办公室']
  const approved = [5, 3, 4]
  const names = (unit: string, from: number, to?: number) =>
    people
      .filter((one) => one.unit === unit)
      .slice(from, to)
      .map((one) => one.name)
      .join('、')
  return sixth(
    'K32-三定和现有人员',
    '内设机构三定一览：机构、行政编制数、实有、空编、主要负责人、其他人员（顿号隔开几个人名），文号在标题下；没有身份证号',
    {
      people: told(people),
      quotas: units.map((unit, at) => ({ unit, category: '行政编制', quota: approved[at] ?? 0 })),
    },
    xlsx({
      name: '三定',
      merges: ['A1:H1', 'A2:H2'],
      rows: [
        ['云溪乡内设机构编制和现有人员一览表', ...blank(7)],
        ['（依据云编字〔2023〕18号）', ...blank(7)],
        ['序号', '机构名称', '行政编制数', '实有人数', '空编数', '主要负责人', '其他人员', '批准文号'],
        ...units.map((unit, at): Row => {
          const count = people.filter((one) => one.unit === unit).length
          return [
            at + 1,
            unit,
            approved[at] ?? 0,
            count,
            (approved[at] ?? 0) - count,
            names(unit, 0, 1),
            names(unit, 1),
            '云编字〔2023〕18号',
          ]
        }),
      ],
    }),
  )
}

/** In post and retired, each merged at the left. */
function retiredAtLeft(): Case {
  const staff = roster(6033, [
    ['财经所', '事业编制', 4],
    ['综合治理中心', '事业编制', 3],
  ])
  const retired = roster(6133, [['财经所', '事业编制', 3]])
  const row = (one: Person, at: number, kind: string | null, top: boolean): Row => [
    top ? kind : null,
    at + 1,
    one.unit,
    one.name,
    one.id,
    one.category,
    one.post,
    null,
  ]
  return sixth(
    'K33-左边合并在职离退',
    '“类别”一列纵向合并写“在职”“离退”，其余列相同（编制、职务都填），离退的职务是退休前的；离退的人不在职',
    { mustAsk: true, says: [], people: told(staff, 'id', 'post'), gone: retired.map((one) => one.name) },
    xlsx({
      name: '职工',
      merges: ['A1:H1', 'A3:A9', 'A10:A12'],
      rows: [
        ['职工花名册', ...blank(7)],
        ['类别', '序号', '单位', '姓名', '身份证号', '编制', '职务', '备注'],
        ...staff.map((one, at) => row(one, at, '在职', at === 0)),
        ...retired.map((one, at) => row(one, at, '离退', at === 0)),
      ],
    }),
  )
}

/** A card with a box for every digit. */
function boxedDigits(): Case {
  const people = roster(6034, [
    ['党政综合办公室', '行政编制', 2],
    ['应急管理站', '事业编制', 1],
  ])
  return sixth(
    'K34-身份证号十八格',
    '一人一张的信息采集表：身份证号一位一格（18格），姓名、性别、工作部门、编制类型在标签右边，表名是姓名',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx(
      ...people.map((one) => ({
        name: one.name,
        merges: ['A1:S1', 'B2:G2', 'H2:J2', 'K2:S2', 'B4:I4', 'J4:L4', 'M4:S4', 'B5:S5'],
        rows: [
          ['工作人员信息采集表', ...blank(18)],
          ['姓名', one.name, ...blank(5), '性别', null, null, one.sex, ...blank(8)],
          ['身份证号', ...Array.from(one.id)],
          ['工作部门', one.unit, ...blank(7), '编制类型', null, null, one.category, ...blank(6)],
          ['现任职务', one.post, ...blank(17)],
        ] as readonly Row[],
      })),
    ),
  )
}

/** One office written in two ways in a book that knows none. */
function twoSpellings(): Case {
  const people = roster(6035, [
    ['党政综合办公室', '行政编制', 5],
    ['综合便民服务中心', '事业编制', 4],
  ])
  const written = (one: Person, at: number) =>
    at === 2 || at === 3 ? '党政综合办' : at === 7 ? '便民服务中心' : one.unit
  return sixth(
    'K35-同一机构两种写法',
    'UTF-16 文本（制表符）：同一机构有两种写法（党政综合办公室／党政综合办，综合便民服务中心／便民服务中心），编制本是空的：要问，不可立成两个机构',
    {
      mustAsk: true,
      says: [
        ['党政综合办”', '党政综合办公室'],
        ['“便民服务中心', '综合便民服务中心'],
      ],
      people: told(people, 'id', 'post'),
    },
    utf16(
      separated(
        staffSheet(people, [
          number,
          ['单位', written],
          ['姓名', (one) => one.name],
          ['编制', (one) => one.category],
          ['身份证号', (one) => `="${one.id}"`],
          ['职务', (one) => one.post],
        ]),
        '\t',
      ),
    ),
    { ending: 'txt' },
  )
}

/** Numbers cut to fifteen digits by the sheet: nobody's number is known. */
function roundedNumbers(): Case {
  const people = roster(6036, [
    ['社会事务办公室', '行政编制', 4],
    ['退役军人服务站', '事业编制', 2],
  ])
  return sixth(
    'K36-身份证号成了科学计数',
    '.csv 里身份证号被表格软件写成 3.62201E+17：号码已丢失，要说明，不可当号码收',
    { mustAsk: true, people: told(people, 'sex') },
    Buffer.from(
      `\ufeff${separated(
        staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['机构', (one) => one.unit],
          ['编制类型', (one) => one.category],
          ['身份证号', (one) => `${one.id[0] ?? ''}.${one.id.slice(1, 6)}E+17`],
        ]),
        ',',
      )}`,
    ),
    { ending: 'csv' },
  )
}

/** The money's way stands in a line over the list; 事业 alone would be too little. */
function moneyInLine(): Case {
  const people = roster(6037, [['文化旅游服务中心', '事业编制（差额补贴）', 6]])
  return sixth(
    'K37-标签行里写经费渠道',
    '表头上面一行标签“所在单位：文化旅游服务中心”“经费渠道：财政差额补助”“编制数：8”，表里没有单位列和编制列',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx({
      name: 'Sheet1',
      merges: ['A1:G1', 'A2:C2', 'D2:E2', 'F2:G2'],
      rows: [
        ['事业单位在编人员登记册', ...blank(6)],
        ['所在单位：文化旅游服务中心', null, null, '经费渠道：财政差额补助', null, '编制数：8', null],
        ...staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['岗位名称', (one) => one.post],
          ['联系电话', (one) => one.phone],
          ['备注', () => null],
        ]),
      ],
    }),
  )
}

/** The kind merged at the right with its number, and the retired in the middle of the sheet. */
function retiredAtRight(): Case {
  const staff = roster(6038, [
    ['应急管理站', '事业编制', 3],
    ['党建工作办公室', '行政编制', 3],
  ])
  const retired = roster(6138, [['应急管理站', '事业编制', 2]])
  const all = [...staff.slice(0, 3), ...retired, ...staff.slice(3)]
  return sixth(
    'K38-右边合并人员状况',
    '末列“人员状况”纵向合并，换行写“现职\n（3人）”“离休、退休\n（2人）”“现职\n（3人）”；退休的在表中间，编制和职务都填着',
    { mustAsk: true, says: [], people: told(staff, 'id', 'post'), gone: retired.map((one) => one.name) },
    xlsx({
      name: '全体',
      merges: ['G2:G4', 'G5:G6', 'G7:G9'],
      rows: staffSheet(all, [
        number,
        ['部门', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['身份证号', (one) => one.id],
        ['编制类型', (one) => one.category],
        ['职务', (one) => one.post],
        ['人员状况', (_, at) => ({ 0: '现职\n（3人）', 3: '离休、退休\n（2人）', 5: '现职\n（3人）' })[at] ?? null],
      ]),
    }),
  )
}

export const sixthPartialCases: readonly (() => Case)[] = [
  newEducation,
  appointments,
  partyDays,
  retiringSoon,
  unionMembers,
  rota,
  structureOfPosts,
  seatsAndNames,
  retiredAtLeft,
  boxedDigits,
  twoSpellings,
  roundedNumbers,
  moneyInLine,
  retiredAtRight,
]
