import { dotted, of, plainRoster, PLAIN_KEYS, told, unitsOf, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, separated, xlsx, type Row } from './kit/write-files.ts'
import { sixth as ninth } from './sixth-parts.ts'

/* N09–N15: remarks, quotas, lists of some people, and cards. */

const number: Column = column.number
const staffOf = (seed: number) =>
  roster(seed, [
    ['党政综合办公室', '行政编制', 4],
    ['公共服务办公室', '行政编制', 3],
    ['综合行政执法大队', '事业编制', 4],
  ])

/** Who has gone, who is lent, who is only ill, told in the last column. */
function remarks(): Case {
  const all = roster(9009, [
    ['党政综合办公室', '行政编制', 5],
    ['乡村振兴办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 5],
  ])
  const notes: Readonly<Record<number, string>> = {
    1: '借调至县纪委监委（2025年9月起）',
    3: '2026年6月退休',
    6: '驻下洲村工作队队员',
    8: '病假中',
    9: '2026.4调往石桥镇',
    11: '抽调县文明办',
  }
  const gone = all.filter((_, at) => at === 3 || at === 9)
  const to: Readonly<Record<number, string>> = { 1: '县纪委监委', 11: '县文明办' }
  return ninth(
    'N09-末列情况说明',
    '末列“情况说明”：借调至县纪委监委（2025年9月起）、抽调县文明办登记借出；2026年6月退休、2026.4调往石桥镇的两人已走；驻村、病假照常',
    {
      mustAsk: true,
      says: [],
      people: told(all, 'id', 'post')
        .map((one, at) => ({ ...one, secondedTo: to[at] ?? null }))
        .filter((_, at) => at !== 3 && at !== 9),
      gone: gone.map((one) => one.name),
    },
    xlsx({
      name: '人员',
      merges: ['A1:H1'],
      rows: [
        ['云溪乡人员情况统计', ...blank(7)],
        ...staffSheet(all, [
          number,
          ['姓名', (one) => one.name],
          ['部门', (one) => one.unit],
          ['编制类型', (one) => one.category],
          ['职务', (one) => one.post],
          ['身份证号码', (one) => one.id],
          ['手机', (one) => one.phone],
          ['情况说明', (_, at) => notes[at] ?? null],
        ]),
      ],
    }),
  )
}

/** Quotas across, 领导职数 after them, sums of groups between. */
function quotasAcross(): Case {
  const table: readonly (readonly [string, number, number, number, number])[] = [
    ['乡领导班子', 9, 0, 0, 9],
    ['党政综合办公室', 6, 1, 0, 2],
    ['党建办公室', 4, 0, 0, 1],
    ['农业农村服务中心', 0, 0, 14, 2],
    ['综合文化服务中心', 0, 0, 5, 1],
  ]
  const quotas: readonly ToldQuota[] = table.flatMap(([unit, office, worker, station]) =>
    (
      [
        ['行政编制', office],
        ['机关工勤编制', worker],
        ['事业编制', station],
      ] as const
    ).flatMap(([category, quota]) => (quota === 0 ? [] : [{ unit, category, quota }])),
  )
  const line = ([unit, office, worker, station, leaders]: (typeof table)[number], at: number): Row => [
    at + 1,
    unit,
    office || null,
    worker || null,
    station || null,
    office + worker + station,
    leaders,
    '云编字〔2024〕21号',
  ]
  return ninth(
    'N10-机构编制一览横排',
    '机构编制一览：机构名称、核定编制（行政、工勤、事业、合计）、领导职数、批准文号；中间“机关小计”“事业小计”，末行“全乡合计”；没有的空着；没有人员',
    { people: [], quotas },
    biff({
      name: '编制一览',
      merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:F2', 'G2:G3', 'H2:H3'],
      rows: [
        ['云溪乡机构编制一览表', ...blank(7)],
        ['序号', '机构名称', '核定编制（名）', null, null, null, '领导职数', '批准文号'],
        [null, null, '行政', '工勤', '事业', '合计', null, null],
        ...table.slice(0, 3).map(line),
        [null, '机关小计', 19, 1, null, 20, 12, null],
        ...table.slice(3).map((one, at) => line(one, at + 3)),
        [null, '事业小计', null, null, 19, 19, 3, null],
        [null, '全乡合计', 19, 1, 19, 39, 15, null],
      ],
    }),
    { ending: 'xls' },
  )
}

/** Quotas on one sheet, people on the next. */
function bothSheets(): Case {
  const people = roster(9011, [
    ['党政办公室', '行政编制', 4],
    ['综合治理办公室', '行政编制', 3],
    ['乡村建设服务中心', '事业编制', 5],
  ])
  const approved = [5, 3, 7]
  const quotas: readonly ToldQuota[] = unitsOf(people).map((unit, at) => ({
    unit,
    category: of(people, unit)[0]?.category ?? '',
    quota: approved[at] ?? 0,
  }))
  return ninth(
    'N11-编制和人员两张',
    '第一张“机构设置”：单位名称、单位性质（行政机关、全额事业单位不写，只写机关、事业）、编制类型、编制数、实有数、文号、成立时间；第二张“人员信息”，单位写“云溪乡党政办公室”全称',
    { people: told(people, 'id', 'sex', 'enteredOn', 'politicalStatus'), quotas },
    xlsx(
      {
        name: '机构设置',
        rows: [
          ['序号', '单位名称', '单位性质', '编制类型', '编制数', '实有数', '批准设立文号', '成立时间'],
          ...quotas.map((one, at): Row => [
            at + 1,
            one.unit,
            one.category === '行政编制' ? '机关' : '事业',
            one.category,
            one.quota,
            of(people, one.unit).length,
            '云编字〔2019〕8号',
            '2019-04',
          ]),
        ],
      },
      {
        name: '人员信息',
        merges: ['A1:I1'],
        rows: [
          ['云溪乡人员信息采集表', ...blank(8)],
          ...staffSheet(people, [
            number,
            ['姓名', (one) => one.name],
            ['性别', (one) => one.sex],
            ['身份证件号码', (one) => one.id],
            ['所在单位', (one) => `云溪乡${one.unit}`],
            ['编制类型', (one) => one.category],
            ['政治面貌', (one) => (one.politics === '中共党员' ? '党员' : one.politics)],
            ['入编日期', (one) => ({ day: `${one.entered}-01`, format: 'yyyy-mm-dd' })],
            ['备注', () => null],
          ]),
        ],
      },
    ),
  )
}

/** Education and phone of some, by ID number. */
function someEducation(): Case {
  const now = staffOf(9012).map((one) => ({
    ...one,
    education: one.education === '硕士研究生' ? '大学本科' : one.education,
  }))
  const before = now.map((one, at) => (at === 1 || at === 5 ? { ...one, education: '中等专科' } : one))
  return ninth(
    'N12-学历核查结果',
    '学历核查结果表：姓名、身份证号、核查后学历、毕业时间、核查结论（属实）；只列四人，两人学历变了，编制本里已有全部人，别的不变',
    { people: told(now, ...PLAIN_KEYS) },
    xlsx({
      name: '核查结果',
      merges: ['A1:F1'],
      rows: [
        ['干部学历核查结果反馈表', ...blank(5)],
        ...staffSheet(
          now.filter((_, at) => [1, 3, 5, 8].includes(at)),
          [
            number,
            ['姓名', (one) => one.name],
            ['身份证号', (one) => one.id],
            ['学历', (one) => one.education],
            ['毕业时间', () => '2025年7月'],
            ['核查结论', () => '属实'],
          ],
        ),
      ],
    }),
    { before: plainRoster(before) },
  )
}

/** New posts by name and office alone. */
function newPosts(): Case {
  const staff = staffOf(9013)
  const posts: Readonly<Record<number, string>> = { 2: '副主任', 6: '二级科员', 9: '副大队长' }
  return ninth(
    'N13-调整后职务名单',
    '.csv UTF-8：姓名、所在部门、现职务、调整时间，没有身份证号；三人都在编制本里，职务改成新的，别的不变',
    {
      people: told(staff, ...PLAIN_KEYS).map((one, at) =>
        posts[at] === undefined ? one : { ...one, post: posts[at] },
      ),
    },
    Buffer.from(
      `\ufeff${separated(
        staffSheet(
          staff.filter((_, at) => posts[at] !== undefined),
          [
            number,
            ['姓名', (one) => one.name],
            ['所在部门', (one) => one.unit],
            ['现职务', (one) => posts[staff.indexOf(one)] ?? null],
            ['调整时间', () => '2026年10月'],
          ],
        ),
        ',',
      )}`,
    ),
    { ending: 'csv', before: plainRoster(staff) },
  )
}

/** Off quota by headings of how they are employed. */
function hiredByKind(): Case {
  const people = roster(9014, [
    ['综合行政执法大队', '劳务派遣', 3, ['协管员']],
    ['党政综合办公室', '劳务派遣', 2, ['驾驶员', '炊事员']],
    ['便民服务中心', '公益性岗位', 3, ['窗口协理员']],
    ['党政综合办公室', '自聘', 2, ['保洁员', '门卫']],
  ])
  const kinds = ['劳务派遣', '公益性岗位', '自聘']
  let row = 2
  const merges = ['A1:H1']
  const rows = kinds.flatMap((kind, at): readonly Row[] => {
    const inside = people.filter((one) => one.category === kind)
    row += 1
    merges.push(`A${row}:H${row}`)
    row += inside.length
    return [
      [`（${'一二三'[at] ?? ''}）${kind}人员${inside.length}人`, ...blank(7)],
      ...inside.map((one, place): Row => [
        place + 1,
        one.name,
        one.sex,
        one.id,
        one.unit,
        one.post,
        '2026-01-01至2026-12-31',
        2300 + place * 100,
      ]),
    ]
  })
  return ninth(
    'N14-编外人员按用工方式',
    '编外人员花名册：小标题“（一）劳务派遣人员5人”“（二）公益性岗位人员3人”“（三）自聘人员2人”；列有工作部门、工作岗位、聘用期限、月报酬',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx({
      name: '编外',
      merges,
      rows: [
        ['云溪乡编外人员花名册', ...blank(7)],
        ['序号', '姓名', '性别', '身份证号', '工作部门', '工作岗位', '聘用期限', '月报酬'],
        ...rows,
      ],
    }),
  )
}

/** Cards below each other, labels at the left of their cells, two labels a row. */
function cards(): Case {
  const people = roster(9015, [
    ['党政综合办公室', '行政编制', 3],
    ['公共法律服务站', '事业编制', 3],
  ])
  const card = (one: Person): readonly Row[] => [
    ['干部基本信息登记表', null, null, null],
    ['姓名', one.name, '性别', one.sex],
    ['出生年月', dotted(one.birth.slice(0, 7)), '民族', one.nation],
    ['身份证号', one.id, null, null],
    ['所在部门', one.unit, '编制类型', one.category],
    ['现任职务', one.post, '学历', one.education],
    ['联系电话', one.phone, '签字', null],
    blank(4),
  ]
  return ninth(
    'N15-登记表一张纸几份',
    '.xls：每人一份“干部基本信息登记表”，标签和内容各占一格，一行两对，六人上下排，中间空一行',
    { people: told(people, 'id', 'sex', 'birth', 'education', 'post') },
    biff({
      name: '登记表',
      merges: people.flatMap((_, at) => [`A${1 + at * 8}:D${1 + at * 8}`, `B${4 + at * 8}:D${4 + at * 8}`]),
      rows: people.flatMap(card),
    }),
    { ending: 'xls' },
  )
}

export const ninthMoreCases: readonly (() => Case)[] = [
  remarks,
  quotasAcross,
  bothSheets,
  someEducation,
  newPosts,
  hiredByKind,
  cards,
]
