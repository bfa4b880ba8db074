import { dotted, of, plainRoster, PLAIN_KEYS, told, unitsOf, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, ods, separated, xlsx, type Row } from './kit/write-files.ts'
import { sixth as eighth } from './sixth-parts.ts'

/* M11–M29: what systems of other bureaus write, lists of people a book holds already, and tables of quotas. */

const number: Column = column.number
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 4],
  ])

/** The tax office's list of those paid; one of them is no longer. */
function taxList(): Case {
  const staff = staffOf(8011)
  const gone = staff[9]
  return eighth(
    'M11-个税人员采集表',
    '个税客户端导出 .xls：工号、*姓名、*证件类型、*证件号码、国籍、性别、出生日期、人员状态（正常、非正常）、任职受雇从业类型、手机号码、任职受雇从业日期、离职日期；人都在编制本里，一人非正常并有离职日期（要问或不动），任职受雇日期不是入编时间',
    {
      mustAsk: true,
      says: [],
      people: told(
        staff.filter((one) => one !== gone),
        ...PLAIN_KEYS,
      ),
      open: gone === undefined ? [] : [gone.name],
    },
    biff({
      name: '人员信息',
      rows: staffSheet(staff, [
        ['工号', (_, at) => `000${at + 10}`],
        ['*姓名', (one) => one.name],
        ['*证件类型', () => '居民身份证'],
        ['*证件号码', (one) => one.id],
        ['*国籍(地区)', () => '中国'],
        ['*性别', (one) => one.sex],
        ['*出生日期', (one) => one.birth],
        ['人员状态', (one) => (one === gone ? '非正常' : '正常')],
        ['任职受雇从业类型', () => '雇员'],
        ['手机号码', (one) => one.phone],
        ['任职受雇从业日期', () => '2019-01-01'],
        ['离职日期', (one) => (one === gone ? '2026-08-31' : null)],
        ['是否残疾', () => '否'],
        ['是否烈属', () => '否'],
      ]),
    }),
    { ending: 'xls', before: plainRoster(staff) },
  )
}

/** The ledger of those without 编制. */
function hiredLedger(): Case {
  const people = roster(8013, [
    ['党政综合办公室', '劳务派遣', 3, ['驾驶员', '炊事员', '保洁员']],
    ['综合行政执法大队', '政府购买服务', 3, ['协管员']],
    ['公共服务办公室', '公益性岗位', 3, ['社保协理员']],
    ['应急管理站', '自聘', 2, ['消防队员']],
  ])
  return eighth(
    'M13-编外聘用人员台账',
    '编外人员台账：用工科室、姓名、性别、身份证号、文化程度、用工形式、派遣（承接）单位、从事工作、合同起止时间（一格“2025.1.1-2026.12.31”）、月工资、经费来源（财政拨款）；经费来源不是编制',
    { people: told(people, 'id', 'sex', 'education', 'post') },
    xlsx({
      name: '台账',
      merges: ['A1:L1', 'A2:L2'],
      rows: [
        ['云溪乡编外聘用人员管理台账', ...blank(11)],
        ['更新时间：2026年11月25日', ...blank(11)],
        ...staffSheet(people, [
          number,
          ['用工科室', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['文化程度', (one) => one.education],
          ['用工形式', (one) => one.category],
          [
            '派遣（承接）单位',
            (one) =>
              one.category === '劳务派遣' || one.category === '政府购买服务' ? '江西某某人力资源有限公司' : null,
          ],
          ['从事工作', (one) => one.post],
          ['合同起止时间', () => '2025.1.1-2026.12.31'],
          ['月工资（元）', (_, at) => 2600 + at * 50],
          ['经费来源', (_, at) => (at < 6 ? '财政拨款' : '就业补助资金')],
        ]),
      ],
    }),
  )
}

/** Numbers of a county: approved, there, too many, too few of each kind. */
function staffingTable(): Case {
  const units = ['党政办公室', '党建办公室', '经济发展办公室', '综合执法大队', '农业农村服务中心']
  const approved = [
    [6, 0, 0, 1],
    [4, 0, 0, 0],
    [5, 0, 0, 0],
    [0, 8, 0, 0],
    [0, 0, 12, 0],
  ]
  const kinds = ['行政编制', '事业编制（参公）', '事业编制', '机关工勤编制']
  const quotas: readonly ToldQuota[] = units.flatMap((unit, row) =>
    kinds.flatMap((category, place) => {
      const quota = approved[row]?.[place] ?? 0
      return quota === 0 ? [] : [{ unit, category, quota }]
    }),
  )
  const four = (quota: number, at: number) => {
    const there = quota === 0 ? 0 : quota - 1 + (at % 3)
    return [quota, there, Math.max(there - quota, 0), Math.max(quota - there, 0)]
  }
  const sum = (place: number) => approved.reduce((all, row) => all + (row[place] ?? 0), 0)
  return eighth(
    'M14-编制与人员配备表',
    '配备表 .ods：两层表头，机构名称、机构级别、行政编制数／事业编制数（参公）／事业编制数（其他）／工勤编制数各下分编制数、实有人数、超配、缺配；没有的写0；末行总计；文号在标题括号里；没有人',
    { people: [], quotas },
    ods({
      name: '配备表',
      merges: ['A1:R1', 'A2:A3', 'B2:B3', 'C2:F2', 'G2:J2', 'K2:N2', 'O2:R2'],
      rows: [
        ['各单位编制与人员配备表（依据云编发〔2024〕3号）', ...blank(17)],
        [
          '机构名称',
          '机构级别',
          '行政编制数',
          ...blank(3),
          '事业编制数（参公）',
          ...blank(3),
          '事业编制数（其他）',
          ...blank(3),
          '工勤编制数',
          ...blank(3),
        ],
        [null, null, ...kinds.flatMap(() => ['编制数', '实有人数', '超配', '缺配'])],
        ...units.map((unit, row): Row => [
          unit,
          row < 3 ? '股级' : '副科级',
          ...kinds.flatMap((_, place) => four(approved[row]?.[place] ?? 0, row)),
        ]),
        ['总计', null, ...kinds.flatMap((_, place) => [sum(place), sum(place), 0, 0])],
      ],
    }),
    { ending: 'ods' },
  )
}

/** What a program writes: every cell text, heads in two rows, empty texts, a day with a time. */
function programExport(): Case {
  const people = roster(8019, [
    ['综合办公室', '行政编制', 4],
    ['公共管理办公室', '行政编制', 3],
    ['综合文化站', '事业编制', 3],
    ['自然资源所', '事业编制', 2],
  ])
  return eighth(
    'M19-系统导出全是文本',
    '程序导出的 .xlsx，表名 sheet0，每格都是文本；两层表头（基本信息、编制信息、任职信息），空格子是空文本；时间“2010-09-01 00:00:00”；有主键、是否删除（否）、创建人（人名）、创建时间等列',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'enteredOn', 'post') },
    xlsx({
      name: 'sheet0',
      merges: ['A1:A2', 'B1:G1', 'H1:J1', 'K1:L1', 'M1:O1'],
      rows: [
        ['主键', '基本信息', '', '', '', '', '', '编制信息', '', '', '任职信息', '', '系统信息', '', ''],
        [
          '',
          '姓名',
          '性别',
          '身份证号',
          '出生日期',
          '民族',
          '学历',
          '编制所在机构',
          '编制类型',
          '上编时间',
          '职务名称',
          '职称',
          '是否删除',
          '创建人',
          '创建时间',
        ],
        ...people.map((one, at): Row => [
          `17${String(30211 + at * 7)}00${at}`,
          one.name,
          one.sex,
          one.id,
          `${one.birth} 00:00:00`,
          one.nation,
          one.education,
          one.unit,
          one.category,
          `${one.entered}-01 00:00:00`,
          one.post,
          '',
          '否',
          '苍维新',
          '2025-03-18 10:22:41',
        ]),
      ],
    }),
  )
}

/** Rows without a head. */
function noHead(): Case {
  const people = roster(8020, [
    ['党政综合办公室', '行政编制', 4],
    ['村镇建设办公室', '行政编制', 2],
    ['综合便民服务中心', '事业编制', 4],
  ])
  return eighth(
    'M20-没有表头的文本',
    'GB18030 的 .csv，没有表头：1,党政综合办公室,姓名,性别,身份证号,编制,职务,手机：一眼能认，认不准要问',
    { mustAsk: true, says: [], people: told(people, 'id', 'sex', 'post') },
    gb18030(
      separated(
        people.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          one.sex,
          `\t${one.id}`,
          one.category,
          one.post,
          one.phone,
        ]),
        ',',
      ),
    ),
    { ending: 'csv' },
  )
}

/** What stands in 备注: away, ill, on trial; words for being lent out that are not 借调. */
function awayRemarks(): Case {
  const people = roster(8022, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['农业综合服务中心', '事业编制', 5],
  ])
  const remarks: Readonly<Record<number, readonly [remark: string, to: string | null]>> = {
    1: ['借用至县信访局工作（2026.3—2027.2）', '县信访局'],
    2: ['试用期至2027年7月', null],
    4: ['任石塘村第一书记', null],
    5: ['产假', null],
    7: ['抽调到县重点项目办，2026年5月起', '县重点项目办'],
    8: ['2024年12月由石桥镇调入', null],
    10: ['享受四级主任科员待遇', null],
  }
  return eighth(
    'M22-备注里去向和情况',
    '备注写“借用至县信访局工作（2026.3—2027.2）”“抽调到县重点项目办，2026年5月起”，也有试用期、第一书记、产假、由石桥镇调入、享受待遇：前两人登记借出，其余照常',
    {
      says: [],
      people: told(people, 'id', 'post').map((one, at) => ({ ...one, secondedTo: remarks[at]?.[1] ?? null })),
    },
    xlsx({
      name: '花名册',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡在编干部花名册', ...blank(7)],
        ...staffSheet(people, [
          number,
          ['所在机构', (one) => one.unit],
          ['姓名', (one) => one.name],
          ['身份证号', (one) => one.id],
          ['编制类型', (one) => one.category],
          ['职务', (one) => one.post],
          ['入编时间', (one) => dotted(one.entered)],
          ['备注', (_, at) => remarks[at]?.[0] ?? null],
        ]),
      ],
    }),
  )
}

/** Ranks to be given: nobody's post changes. */
function promotions(): Case {
  const staff = staffOf(8023)
  return eighth(
    'M23-拟晋升职级人员名单',
    '职级晋升名单：姓名、性别、出生年月、工作单位及职务（写全）、现职级、任现职级时间、拟晋升职级；人都在编制本里，机构、职务、编制都不变',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    xlsx({
      name: '拟晋升',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡2026年度拟晋升职级人员名单', ...blank(7)],
        ...staffSheet(staff.slice(1, 6), [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['出生年月', (one) => dotted(one.birth.slice(0, 7))],
          ['工作单位及职务', (one) => `云溪乡${one.unit}${one.post}`],
          ['现职级', () => '一级科员'],
          ['任现职级时间', () => '2022.06'],
          ['拟晋升职级', () => '四级主任科员'],
        ]),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** A machine's list: a row a person and day. */
function clockings(): Case {
  const staff = staffOf(8025)
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
  return eighth(
    'M25-考勤机导出打卡记录',
    '考勤机导出 .csv：考勤号、姓名、部门、日期、上班、下班、状态，一人一天一行；部门用机器里的简称；人都在编制本里，什么也不变，也不能把一人当几人',
    { mustAsk: true, says: [], people: told(staff, ...PLAIN_KEYS) },
    gb18030(
      separated(
        [
          ['考勤号码', '姓名', '部门', '日期', '上班时间', '下班时间', '签到时间', '签退时间', '例外情况'],
          ...staff
            .slice(0, 6)
            .flatMap((one, at) =>
              days.map((day): Row => [
                101 + at,
                one.name,
                one.unit === '党政综合办公室' ? '党政办' : '经发办',
                day,
                '08:30',
                '17:30',
                at === 2 ? '' : `08:2${at}`,
                `17:3${at}`,
                at === 2 ? '缺勤' : '',
              ]),
            ),
        ],
        ',',
      ),
    ),
    { ending: 'csv', before: plainRoster(staff) },
  )
}

/** Sheets by kind of office, which is not quite the 编制. */
function sheetsByKind(): Case {
  const office = roster(8026, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
  ])
  const station = roster(8126, [
    ['农技站', '事业编制', 3],
    ['水利站', '事业编制', 2],
    ['文化站', '事业编制', 2],
  ])
  const hired = roster(8226, [['党政综合办公室', '公益性岗位', 2, ['保洁员']]])
  const sheet = (name: string, title: string, people: readonly Person[]) => ({
    name,
    merges: [
      'A1:F1',
      ...unitsOf(people).map((unit) => {
        const from = 3 + people.findIndex((one) => one.unit === unit)
        return `A${from}:A${from + of(people, unit).length - 1}`
      }),
    ],
    rows: [
      [title, ...blank(5)],
      ...staffSheet(people, [
        ['站所（办公室）', (one, at) => (people[at - 1]?.unit === one.unit ? null : one.unit)],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号', (one) => one.id],
        ['职务', (one) => one.post],
        ['参加工作时间', (one) => dotted(one.work)],
      ]),
    ] as readonly Row[],
  })
  return eighth(
    'M26-机关站所公岗三张',
    '三张表“机关干部”“七站八所”“公益性岗位”，标题“机关干部花名册”“事业站所人员花名册”“公益性岗位人员花名册”，没有编制列，站所（办公室）纵向合并；机关干部是行政编制要问，事业站所是事业编制',
    {
      mustAsk: true,
      says: [
        ['机关', '行政编制'],
        ['七站八所', '事业编制'],
      ],
      people: told([...office, ...station, ...hired], 'id', 'sex', 'post'),
    },
    xlsx(
      sheet('机关干部', '机关干部花名册', office),
      sheet('七站八所', '事业站所人员花名册', station),
      sheet('公益性岗位', '公益性岗位人员花名册', hired),
    ),
  )
}

export const eighthSystemCases: readonly (() => Case)[] = [
  taxList,
  hiredLedger,
  staffingTable,
  programExport,
  noHead,
  awayRemarks,
  promotions,
  clockings,
  sheetsByKind,
]
